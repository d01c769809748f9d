#include "race.h"

#include "support/soak.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// There is no server program: two hundred clients tick the business clock in the same second, also while others decide and take back.
class TestClockRaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesEachStepOnce();
    void leavesDecidersInPeace();
    void needsNoHelpAgainstDeadlocks();

private:
    CommandFixture &desk() { return m_race->desk(); }
    int count(const QString &sql) { return desk().value("SELECT count(*) "_L1 + sql).toInt(); }
    /// A deal whose tasks have come to the end of their ladder.
    qint64 lateDeal();
    QList<Race::Entry> ticks(int people, int lanes);

    std::unique_ptr<Race> m_race;
};

void TestClockRaces::initTestCase()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    m_race = std::make_unique<Race>();
    m_race->addSellers(20);
}

qint64 TestClockRaces::lateDeal()
{
    const qint64 deal = desk().submittedDeal();
    const QString late =
        u"UPDATE deal_approvals SET remind_at = created_at, due_date = created_at, escalate_at = created_at WHERE deal_id = %1"_s.arg(deal);
    if (!desk().connection().execute(late, late))
        qFatal("%s", qPrintable(late));
    return deal;
}

QList<Race::Entry> TestClockRaces::ticks(int people, int lanes)
{
    QList<Race::Entry> entries;
    for (int person = 1; person <= people; ++person) {
        for (int lane = 0; lane < lanes; ++lane) {
            const QString seller = u"seller_%1"_s.arg(person);
            entries.append({seller, m_race->command(u"tick"_s, seller, {}, {}), lane});
        }
    }
    return entries;
}

void TestClockRaces::writesEachStepOnce()
{
    for (int round = 0; round < rounds(3, 100); ++round) {
        for (int i = 0; i < 10; ++i)
            lateDeal();
        const int before = count(u"FROM approval_clock_steps"_s);
        int written = 0;
        for (const auto &result : m_race->run(ticks(20, 10))) {
            QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
            written += result->value("steps"_L1).toInt();
        }
        QCOMPARE(written, 60); // two tasks of each deal, three steps of each task
        QCOMPARE(count(u"FROM approval_clock_steps"_s) - before, 60);
        QCOMPARE(count(u"FROM clock_steps_due"_s), 0);
        QCOMPARE(count(u"FROM approval_actions WHERE action_type = 'escalate'"_s), (round + 1) * 20);
    }
}

void TestClockRaces::leavesDecidersInPeace()
{
    for (int round = 0; round < rounds(10, 500); ++round) {
        const qint64 decided = lateDeal();
        const qint64 recalled = lateDeal();
        QList<Race::Entry> entries = ticks(5, 4);
        entries.append({u"finance"_s, m_race->decision(u"finance"_s, decided, desk().taskOf(decided, u"finance"_s))});
        entries.append({u"trading"_s, m_race->decision(u"trading"_s, decided, desk().taskOf(decided, u"trading"_s))});
        entries.append({u"seller"_s, m_race->command(u"recall_deal"_s, u"seller"_s, recalled, {{u"reason"_s, u"Wait"_s}})});
        for (const auto &result : m_race->run(entries))
            QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        // what a decision was faster with is not late any more
        const QString late =
            u"FROM approval_clock_steps s JOIN deal_approvals a ON a.id = s.approval_id WHERE a.completed_at < s.noticed_at"_s;
        QCOMPARE(count(late), 0);
        QCOMPARE(count(u"FROM clock_steps_due"_s), 0);
    }
}

void TestClockRaces::needsNoHelpAgainstDeadlocks()
{
    QCOMPARE(m_race->deadlocks(), 0);
}

QTEST_GUILESS_MAIN(TestClockRaces)
#include "tst_clock_races.moc"
