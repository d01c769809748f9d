#include "support/services/services_fixture.h"

#include "data/rows.h"
#include "services/deal_query_builder.h"
#include "services/history_query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

constexpr SqlDialect kSqlite(SqlDialect::Kind::Sqlite);

/// How SQLite carries out what the lists ask. It never looks at its rows to choose.
class TestQueryPlans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesTheIndexes_data();
    void usesTheIndexes();
    void readsOnePersonsEventsOnly();

private:
    [[nodiscard]] QString planOf(const SqlText &statement);

    ServicesFixture m_fixture;
};

QString TestQueryPlans::planOf(const SqlText &statement)
{
    const auto lines = readRows(m_fixture.database().owner(), u"EXPLAIN QUERY PLAN "_s + statement.sql, statement.values,
                                [](const Query &row) { return row.text(3); });
    return lines ? lines->join(u'\n') : lines.error().detail;
}

void TestQueryPlans::usesTheIndexes_data()
{
    QTest::addColumn<DealSort>("sort");
    QTest::addColumn<bool>("descending");
    for (const DealSort sort :
         {DealSort::CreatedAt, DealSort::UpdatedAt, DealSort::Name, DealSort::Client, DealSort::TopRevenue, DealSort::Reference}) {
        QTest::addRow("%d down", int(sort)) << sort << true;
        QTest::addRow("%d up", int(sort)) << sort << false;
    }
}

/// A page of 150,000 deals may cost its rows only: finding its ids needs no sort in any order. Only the page itself is sorted, at the end.
void TestQueryPlans::usesTheIndexes()
{
    QFETCH(DealSort, sort);
    QFETCH(bool, descending);
    DealPageRequest request;
    request.sort = sort;
    request.descending = descending;
    request.after = DealKey{u"x"_s, DealId(5)};
    const SqlText statement = dealPageStatement(request, m_fixture.seller().actor(), kSqlite);
    const QString plan = planOf(statement);
    QCOMPARE(plan.count("TEMP B-TREE"_L1), 1);
    QVERIFY2(plan.endsWith("USE TEMP B-TREE FOR ORDER BY"_L1), qPrintable(plan));
    QVERIFY2(plan.contains("LIST SUBQUERY 1\nSEARCH d USING INDEX idx_deals_"_L1), qPrintable(plan));
}

void TestQueryPlans::readsOnePersonsEventsOnly()
{
    HistoryFilter filter;
    filter.actorName = u"seller2"_s;
    const HistoryKey after{u"2026-01-01T00:00:00.000Z"_s, HistoryEvent::Source::Action, 5};
    const QString plan = planOf(historyPageStatement(filter, after, 100, m_fixture.seller().actor(), kSqlite, u"Seller2 Example"_s));
    QVERIFY2(!plan.contains("SCAN"_L1), qPrintable(plan));
    QCOMPARE(plan.count("_actor (performed_by_name=?"_L1) + plan.count("_actor (author_name=?"_L1)
                 + plan.count("_actor (submitted_by_name=?"_L1),
             4);
    QCOMPARE(plan.count("MERGE (UNION ALL)"_L1), 4); // each part in order, so that a page ends after its rows
    const QString names = planOf({u"SELECT name FROM history_actors"_s, {}});
    QCOMPARE(names.count("USING COVERING INDEX idx_"_L1), 9); // two jumps in each of four, and whether the clock did anything
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
