#include "race.h"

#include "support/soak.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Two hundred people at once: whoever is first wins, the others are told, and nothing is done twice or half.
class TestRaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasOneDecisionOnATask();
    void letsTwoDepartmentsDecideAtOnce();
    void hasOneTakerOfATask();
    void keepsOneOfTwoSaves();
    void decidesBeforeOrAfterARecall();
    void answersOneCommandOnce();
    void numbersTwoHundredSellers();
    void needsNoHelpAgainstDeadlocks();

private:
    CommandFixture &desk() { return m_race->desk(); }
    qint64 taskOf(qint64 deal, const QString &who) { return desk().taskOf(deal, who); }
    int count(const QString &sql, const QVariantList &values) { return desk().value("SELECT count(*) "_L1 + sql, values).toInt(); }
    void race(qint64 deal, const QString &who, const QString &first, const QString &second, const QString &secondDecides);

    std::unique_ptr<Race> m_race;
};

void TestRaces::initTestCase()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    m_race = std::make_unique<Race>();
}

void TestRaces::race(qint64 deal, const QString &who, const QString &first, const QString &second, const QString &secondDecides)
{
    const qint64 task = taskOf(deal, who);
    const auto results = m_race->run(
        {{first, m_race->decision(first, deal, task)}, {second, m_race->decision(second, deal, task, secondDecides)}});
    const QString wrong = Race::oneOf(results, ErrorCode::AlreadyDecided);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const QString winner = results[0] ? first : second;
    QCOMPARE(desk().value(u"SELECT completed_by FROM deal_approvals WHERE id = ?"_s, {task}).toLongLong(), desk().user(winner));
    QCOMPARE(count(u"FROM approval_actions WHERE approval_id = ? AND action_type IN ('approve', 'reject', 'request_revision')"_s, {task}),
             1);
    const auto &loser = results[results[0] ? 1 : 0].error();
    QVERIFY(loser.data.value("by"_L1).toString().startsWith(winner));
}

/// Three races to a deal: 10,000 and a few in a soak.
void TestRaces::hasOneDecisionOnATask()
{
    for (int i = 0; i < rounds(40, 3'334); ++i) {
        const qint64 deal = desk().submittedDeal();
        race(deal, u"finance"_s, u"finance"_s, u"finance2"_s, u"approve"_s);
        race(deal, u"trading"_s, u"trading2"_s, u"trading"_s, u"approve"_s);
        race(deal, u"vp"_s, u"vp"_s, u"svp"_s, u"reject"_s);
        const QString decided =
            desk().value(u"SELECT status FROM deal_approvals WHERE deal_id = ? AND approval_stage = 2"_s, {deal}).toString();
        QCOMPARE(desk().statusOf(deal), decided == "approved"_L1 ? u"approved"_s : u"lost"_s);
    }
}

void TestRaces::letsTwoDepartmentsDecideAtOnce()
{
    for (int i = 0; i < rounds(20, 1'000); ++i) {
        const qint64 deal = desk().submittedDeal();
        const auto results = m_race->run({{u"finance"_s, m_race->decision(u"finance"_s, deal, taskOf(deal, u"finance"_s))},
                                          {u"trading"_s, m_race->decision(u"trading"_s, deal, taskOf(deal, u"trading"_s))}});
        QVERIFY(results[0] && results[1]);
        QCOMPARE(count(u"FROM deal_approvals WHERE deal_id = ? AND approval_stage = 2 AND status = 'pending'"_s, {deal}), 1);
        QCOMPARE(count(u"FROM deal_status_history WHERE deal_id = ?"_s, {deal}), 3);
        QCOMPARE(count(u"FROM approval_actions WHERE deal_id = ? AND action_type = 'initiate'"_s, {deal}), 3);
    }
}

void TestRaces::hasOneTakerOfATask()
{
    for (int i = 0; i < rounds(20, 1'000); ++i) {
        const qint64 deal = desk().submittedDeal();
        const QJsonObject task{{u"approval_id"_s, taskOf(deal, u"finance"_s)}};
        const auto results = m_race->run({{u"finance"_s, m_race->command(u"claim"_s, u"finance"_s, deal, task)},
                                          {u"finance2"_s, m_race->command(u"claim"_s, u"finance2"_s, deal, task)}});
        const QString wrong = Race::oneOf(results, ErrorCode::Stale);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void TestRaces::keepsOneOfTwoSaves()
{
    const qint64 deal = desk().savedDeal();
    for (int i = 0; i < rounds(20, 1'000); ++i) {
        QList<Race::Entry> entries;
        for (int lane = 0; lane < 2; ++lane) {
            QJsonObject draft = CommandFixture::draft(1'000'000 * (i + 1));
            draft[u"business_summary"_s] = u"in window %1"_s.arg(lane);
            entries.append({u"seller"_s, m_race->command(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, draft}}), lane});
        }
        const auto results = m_race->run(entries);
        const QString wrong = Race::oneOf(results, ErrorCode::Stale);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(desk().value(u"SELECT business_summary FROM deals WHERE id = ?"_s, {deal}).toString(),
                 results[0] ? u"in window 0"_s : u"in window 1"_s);
        QCOMPARE(count(u"FROM deal_tiers WHERE deal_id = ?"_s, {deal}), 3);
    }
}

void TestRaces::decidesBeforeOrAfterARecall()
{
    for (int i = 0; i < rounds(20, 1'000); ++i) {
        const qint64 deal = desk().submittedDeal();
        const qint64 task = taskOf(deal, u"finance"_s);
        const auto results = m_race->run({{u"seller"_s, m_race->command(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"wait"_s}})},
                                          {u"finance"_s, m_race->decision(u"finance"_s, deal, task)}});
        QVERIFY2(results[0], results[0] ? "" : qPrintable(results[0].error().detail));
        QCOMPARE(desk().statusOf(deal), u"negotiating"_s);
        if (!results[1])
            QCOMPARE(int(results[1].error().code), int(ErrorCode::Stale));
        QCOMPARE(desk().value(u"SELECT status FROM deal_approvals WHERE id = ?"_s, {task}).toString(),
                 results[1] ? u"approved"_s : u"withdrawn"_s);
    }
}

/// A command that is sent again while it is still on its way.
void TestRaces::answersOneCommandOnce()
{
    for (int i = 0; i < rounds(10, 5'000); ++i) {
        const Command command = m_race->command(u"save_draft"_s, u"seller"_s, {}, {{u"draft"_s, CommandFixture::draft()}});
        QList<Race::Entry> entries;
        for (int lane = 0; lane < 8; ++lane)
            entries.append({u"seller"_s, command, lane});
        const auto results = m_race->run(entries);
        for (const auto &result : results) {
            QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
            QCOMPARE(*result, *results[0]);
        }
        const qint64 deal = results[0]->value("deal_id"_L1).toInteger();
        QCOMPARE(desk().value(u"SELECT max(id) FROM deals"_s).toLongLong(), deal);
        QCOMPARE(count(u"FROM command_log WHERE command_id = CAST(? AS uuid)"_s, {command.commandId}), 1);
    }
}

/// Who have been at work for a while: a session's first command has to be read and planned, which is not the race.
void TestRaces::numbersTwoHundredSellers()
{
    constexpr int kSellers = 200;
    constexpr int kAtATime = 20;
    m_race->addSellers(kSellers);
    const auto saves = [this](int first, int count) {
        QList<Race::Entry> entries;
        for (int i = first; i < first + count; ++i) {
            const QString seller = u"seller_%1"_s.arg(i);
            entries.append({seller, m_race->command(u"save_draft"_s, seller, {}, {{u"draft"_s, CommandFixture::draft()}})});
        }
        return entries;
    };
    for (int i = 1; i <= kSellers; i += kAtATime)
        m_race->run(saves(i, kAtATime));

    QSet<QString> references;
    QList<Race::Entry> submissions = saves(1, kSellers);
    const auto saved = m_race->run(submissions);
    for (int i = 0; i < kSellers; ++i) {
        QVERIFY2(saved[i], saved[i] ? "" : qPrintable(saved[i].error().detail));
        references.insert(saved[i]->value("reference_number"_L1).toString());
        submissions[i].command = m_race->command(u"submit_deal"_s, submissions[i].actor, saved[i]->value("deal_id"_L1).toInteger(),
                                                 {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, desk().plan()}});
    }
    QCOMPARE(references.size(), kSellers);
    const auto submitted = m_race->run(submissions);
    for (const auto &result : submitted)
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(desk().value(u"SELECT last_number - (SELECT count(*) FROM deals) FROM reference_counters"_s).toInt(), 0); // and none left out
}

void TestRaces::needsNoHelpAgainstDeadlocks()
{
    QCOMPARE(m_race->deadlocks(), 0);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
