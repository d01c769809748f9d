#include "command_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Every view can be read; what the lists rest on (order, figures, the search) holds.
class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAllReadable();
    void haveEveryCommand();
    void findDealsByTheStartOfWords_data();
    void findDealsByTheStartOfWords();
    void forgetOldNamesInTheSearch();
    void giveReportsExactFigures();
    void showNeedsAttention();
    void reloadAtAnyTime();
};

void TestViews::areAllReadable()
{
    CommandFixture f;
    const qint64 deal = f.approvedDeal();
    const QStringList views = f.column(isOnPostgresql() ? u"SELECT viewname FROM pg_views WHERE schemaname = 'dealdesk'"_s
                                                        : u"SELECT name FROM sqlite_schema WHERE type = 'view'"_s);
    QVERIFY(views.size() > 30);
    for (const QString &view : views) {
        auto query = f.connection().prepare("SELECT * FROM "_L1 + view, view);
        QVERIFY2(query, qPrintable(view));
        QVERIFY2(query->exec(), qPrintable(view));
        while (query->next()) {}
        QVERIFY2(query->status(), qPrintable(view));
    }
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_detail WHERE id = ?"_s, {deal}).toInt(), 1);
}

void TestViews::haveEveryCommand()
{
    CommandFixture f;
    if (isOnPostgresql()) {
        QCOMPARE(
            f.value(u"SELECT count(*) FROM pg_proc WHERE pronamespace = 'dealdesk'::regnamespace AND proname LIKE 'cmd\\_%'"_s).toInt(),
            33);
        return;
    }
    QCOMPARE(f.column(u"SELECT v.name FROM sqlite_schema v WHERE v.type = 'view' AND v.name LIKE 'cmd\\_%' ESCAPE '\\' AND NOT EXISTS "
                      "(SELECT 1 FROM sqlite_schema t WHERE t.type = 'trigger' AND t.tbl_name = v.name)"_s),
             QStringList());
    QCOMPARE(f.value(u"SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name LIKE 'cmd\\_%' ESCAPE '\\'"_s).toInt(), 33);
}

void TestViews::findDealsByTheStartOfWords_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<int>("hits");
    QTest::newRow("a word") << u"Spring"_s << 1;
    QTest::newRow("its start") << u"spr"_s << 1;
    QTest::newRow("two words") << u"spring camp"_s << 1;
    QTest::newRow("after a separator") << u"cross"_s << 1;
    QTest::newRow("the client") << u"northw"_s << 2;
    QTest::newRow("the number") << u"002"_s << 1;
    QTest::newRow("nothing") << u"spruce"_s << 0;
}

void TestViews::findDealsByTheStartOfWords()
{
    QFETCH(QString, term);
    CommandFixture f;
    f.savedDeal();
    QJsonObject other = CommandFixture::draft();
    other[u"deal_name"_s] = u"Winter/\"Cross\\media\"-push\t(new)"_s;
    f.savedDeal(other);
    const QString found = f.connection().dialect().contains(u"text"_s, u"lower(?)"_s);
    QTEST(f.value("SELECT count(*) FROM deal_search WHERE start = substr(lower(?), 1, 3) AND "_L1 + found, {term, term}).toInt(), "hits");
}

void TestViews::forgetOldNamesInTheSearch()
{
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    QJsonObject draft = CommandFixture::draft();
    draft[u"deal_name"_s] = u"Autumn"_s;
    f.done(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, draft}});
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_search WHERE start = 'spr'"_s).toInt(), 0);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_search WHERE start = 'aut'"_s).toInt(), 1);
}

void TestViews::giveReportsExactFigures()
{
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft(999'999'999'999'999);
    QJsonArray tiers = draft.value("tiers"_L1).toArray();
    QJsonObject first = tiers[0].toObject();
    first[u"annual_revenue"_s] = 7;
    first[u"annual_gross_margin"_s] = 5;
    tiers[0] = first;
    draft[u"tiers"_s] = tiers;
    f.savedDeal(draft);
    QCOMPARE(f.column(u"SELECT annual_revenue || ' ' || annual_gross_margin FROM report_tier_lines ORDER BY tier_number"_s).first(),
             u"0.07 0.000005"_s);
    QCOMPARE(f.value(u"SELECT top_revenue FROM report_pipeline"_s).toString(), u"9999999999999.99"_s);
    QVERIFY(f.value(u"SELECT routing_amount FROM report_pipeline"_s).isNull());
    f.connection().execute(u"UPDATE deals SET previous_year_revenue = -5"_s, u"a loss"_s);
    QCOMPARE(f.value(u"SELECT previous_year_revenue FROM report_pipeline"_s).toString(), u"-0.05"_s);
}

void TestViews::showNeedsAttention()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const auto flow = [&f, deal] { return f.value(u"SELECT flow_intelligence FROM deal_list WHERE id = ?"_s, {deal}).toString(); };
    QCOMPARE(flow(), u"on_track"_s);
    f.connection().execute(u"UPDATE deal_approvals SET due_date = '2020-01-01T00:00:00.000Z' WHERE department = 'finance'"_s, u"overdue"_s);
    QCOMPARE(flow(), u"needs_attention"_s);
    QCOMPARE(f.value(u"SELECT is_overdue FROM inbox WHERE user_id = ?"_s, {f.user(u"finance"_s)}).toInt(), 1);
}

/// Dropping and loading again leaves the rows of status_transitions and everything else as they were.
void TestViews::reloadAtAnyTime()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const int transitions = f.value(u"SELECT count(*) FROM status_transitions"_s).toInt();
    f.database().reloadLogic();
    QCOMPARE(f.value(u"SELECT count(*) FROM status_transitions"_s).toInt(), transitions);
    f.decide(u"finance"_s, deal, u"finance"_s);
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
