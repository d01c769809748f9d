#include "command_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// How SQLite reads what the lists rest on. It never looks at its rows to choose.
class TestPlans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readNoMoreThanAPage_data();
    void readNoMoreThanAPage();
};

void TestPlans::readNoMoreThanAPage_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected"); // a line of the plan
    QTest::addColumn<QString>("unwanted");
    for (const QString &key :
         {u"created_at"_s, u"updated_at"_s, u"deal_name"_s, u"client_name"_s, u"top_revenue_key"_s, u"reference_key"_s}) {
        QTest::newRow(qPrintable(u"deals by "_s + key))
            << u"SELECT * FROM deal_list WHERE (%1, id) < ('x', 7) ORDER BY %1 DESC, id DESC LIMIT 100"_s.arg(key)
            << u"SEARCH d USING INDEX"_s << u"TEMP B-TREE"_s;
    }
    QTest::newRow("ids by filter")
        << u"SELECT id FROM deal_list WHERE status = 'lost' AND visible_since IS NOT NULL AND region = 'west' ORDER BY deal_name, id LIMIT 100"_s
        << u"USING COVERING INDEX idx_deals_filters"_s << u"SCAN d"_s;
    QTest::newRow("history of everybody") << u"SELECT * FROM deal_history ORDER BY occurred_at DESC, source DESC, id DESC LIMIT 100"_s
                                          << u"MERGE (UNION ALL)"_s << u"CO-ROUTINE"_s;
    QTest::newRow("history, next page")
        << u"SELECT * FROM deal_history WHERE visible_since IS NOT NULL AND (occurred_at, source, id) < ('2026', 'status', 7) "
           "ORDER BY occurred_at DESC, source DESC, id DESC LIMIT 100"_s
        << u"MERGE (UNION ALL)"_s << u"CO-ROUTINE"_s;
    QTest::newRow("history of a deal") << u"SELECT * FROM deal_history WHERE deal_id = 7 ORDER BY occurred_at, source, id"_s
                                       << u"(deal_id=?)"_s << u"SCAN h"_s;
    QTest::newRow("inbox") << u"SELECT * FROM inbox WHERE user_id = 7"_s << u"idx_approvals_open"_s << u"SCAN a"_s;
    QTest::newRow("search") << u"SELECT * FROM deal_search WHERE start = 'abc' AND instr(text, 'abcd') ORDER BY deal_id DESC LIMIT 50"_s
                            << u"PRIMARY KEY (start=?)"_s << u"TEMP B-TREE"_s;
}

void TestPlans::readNoMoreThanAPage()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    QFETCH(QString, unwanted);
    CommandFixture f;
    auto query = f.connection().prepare("EXPLAIN QUERY PLAN "_L1 + statement, u"plan"_s);
    QVERIFY(query);
    QVERIFY(query->exec());
    QString plan;
    while (query->next())
        plan += query->text(3) + u'\n';
    QVERIFY2(plan.contains(expected), qPrintable(plan));
    if (!statement.contains("inbox"_L1)) // its admin arm is left out by the role
        QVERIFY2(!plan.contains(unwanted), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
