#include "command_fixture.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

static QString commandId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Decisions, who may make them, and tasks.
class TestReviewCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheTasksOfThePlan();
    void refusesDecisions_data();
    void refusesDecisions();
    void decidesStage2ByAuthority_data();
    void decidesStage2ByAuthority();
    void keepsDutiesApart();
    void tellsTheSecondOfTwoReviewers();
    void goesOnWhileARevisionIsRequested();
    void decidesOnWhatWasFrozen();
    void asksEverybodyAgainAfterARevision();
    void withdrawsTheTasksOfARecall();
    void rejectsInStage2();
    void staysWithThePolicyOfItsSubmission();
    void claimsReleasesAndAssigns();
    void showsTasksInTheInbox();
    void sendsUpWhatNobodyOfTheLevelMayDecide();
};

void TestReviewCommands::opensTheTasksOfThePlan()
{
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft();
    draft[u"priority"_s] = u"critical"_s;
    const qint64 deal = f.savedDeal();
    f.done(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}});
    QStringList tasks = f.column(u"SELECT department || ' ' || priority || ' ' || reasons FROM deal_approvals ORDER BY id"_s);
    tasks.replaceInStrings(u": "_s, u":"_s); // as a server lays JSON out
    QCOMPARE(tasks, QStringList({uR"(trading urgent [{"kind":"always"}])"_s, uR"(finance urgent [{"kind":"always"}])"_s}));
}

void TestReviewCommands::refusesDecisions_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    QTest::newRow("another department") << u"trading"_s << u"approve"_s << u""_s << u"forbidden"_s;
    QTest::newRow("an approver in stage 1") << u"svp"_s << u"approve"_s << u""_s << u"forbidden"_s;
    QTest::newRow("an administrator") << u"admin"_s << u"approve"_s << u""_s << u"forbidden"_s;
    QTest::newRow("the owner") << u"seller"_s << u"approve"_s << u""_s << u"forbidden"_s;
    QTest::newRow("a revision without a reason") << u"finance"_s << u"request_revision"_s << u" "_s << u"reason_required"_s;
    QTest::newRow("a rejection in stage 1") << u"finance"_s << u"reject"_s << u"no"_s << u"forbidden"_s;
    QTest::newRow("an unknown decision") << u"finance"_s << u"maybe"_s << u""_s << u"invalid"_s;
}

void TestReviewCommands::refusesDecisions()
{
    QFETCH(QString, actor);
    QFETCH(QString, what);
    QFETCH(QString, reason);
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    QTEST(f.refusal(u"decide"_s, actor, deal, f.decision(f.taskOf(deal, u"finance"_s), what, reason)), "code");
    QCOMPARE(f.statusOf(deal), u"submitted"_s);
}

void TestReviewCommands::decidesStage2ByAuthority_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("code");
    QTest::newRow("vp") << u"vp"_s << u""_s;
    QTest::newRow("svp") << u"svp"_s << u""_s;
    QTest::newRow("director") << u"director"_s << u"forbidden"_s;
    QTest::newRow("manager") << u"manager"_s << u"forbidden"_s;
    QTest::newRow("admin") << u"admin"_s << u"forbidden"_s;
    QTest::newRow("finance") << u"finance"_s << u"forbidden"_s;
}

void TestReviewCommands::decidesStage2ByAuthority()
{
    QFETCH(QString, actor);
    CommandFixture f;
    const qint64 deal = f.dealInStage2(48'000'000);
    QTEST(f.refusal(u"decide"_s, actor, deal, f.decision(f.taskOf(deal, u"vp"_s), u"approve"_s)), "code");
}

void TestReviewCommands::keepsDutiesApart()
{
    CommandFixture f;
    const auto promote = [&f](const QString &name) {
        QVERIFY(
            f.connection().execute(u"UPDATE users SET role = 'approver', approval_level = 'vp' WHERE username = '%1'"_s.arg(name), name));
    };
    const qint64 deal = f.dealInStage2();
    const QJsonObject decision = f.decision(f.taskOf(deal, u"vp"_s), u"approve"_s);
    promote(u"seller"_s); // the owner though a vp
    QCOMPARE(f.refusal(u"decide"_s, u"seller"_s, deal, decision), u"separation_of_duties"_s);
    promote(u"finance"_s); // who decided in stage 1
    QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decision), u"separation_of_duties"_s);
    QVERIFY(f.connection().execute(u"UPDATE deals SET owner_id = 4"_s, u"transfer"_s)); // no longer the owner, still an editor
    QCOMPARE(f.refusal(u"decide"_s, u"seller"_s, deal, decision), u"separation_of_duties"_s);
    QVERIFY(f.connection().execute(u"UPDATE deals SET owner_id = (SELECT id FROM users WHERE username = 'vp')"_s, u"transfer"_s));
    QCOMPARE(f.refusal(u"decide"_s, u"vp"_s, deal, decision), u"separation_of_duties"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"svp"_s, deal, decision), u""_s);
}

void TestReviewCommands::tellsTheSecondOfTwoReviewers()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QJsonObject decision = f.decision(f.taskOf(deal, u"finance"_s), u"approve"_s);
    f.done(u"decide"_s, u"finance"_s, deal, decision);
    QCOMPARE(f.refusal(u"decide"_s, u"finance2"_s, deal, decision), u"already_decided"_s);
    const auto refused = f.run(u"decide"_s, u"finance2"_s, deal, decision);
    QCOMPARE(int(refused.error().code), int(ErrorCode::AlreadyDecided));
    QCOMPARE(refused.error().data.value("by"_L1).toString(), u"finance Tester"_s);
}

void TestReviewCommands::goesOnWhileARevisionIsRequested()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    QCOMPARE(f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s).value("status"_L1).toString(),
             u"negotiating"_s);
    QCOMPARE(f.value(u"SELECT can_edit FROM deals"_s).toInt(), 1);
    QCOMPARE(f.value(u"SELECT revision_fields FROM deal_approvals WHERE status = 'revision_requested'"_s).toString(),
             uR"(["tiers[0].revenue"])"_s);
    f.decide(u"trading"_s, deal, u"trading"_s); // the other review goes on
    QCOMPARE(f.statusOf(deal), u"negotiating"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals WHERE approval_stage = 2"_s).toInt(), 0);
}

/// The owner edits while the others still review: their task is about the revision, not about the draft.
void TestReviewCommands::decidesOnWhatWasFrozen()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 seen = f.value(u"SELECT version FROM deals"_s).toLongLong();
    const QJsonObject first = f.decision(f.taskOf(deal, u"finance"_s), u"request_revision"_s, u"margin too low"_s);
    const QJsonObject second = f.decision(f.taskOf(deal, u"trading"_s), u"approve"_s);
    QVERIFY(f.run(Command{u"cmd_decide"_s, commandId(), f.user(u"finance"_s), deal, seen, first}));
    f.done(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft(9'000'000)}});
    QVERIFY(f.run(Command{u"cmd_decide"_s, commandId(), f.user(u"trading"_s), deal, seen, second}));
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft(9'000'000)}, {u"plan"_s, f.plan(9'000'000)}});
    QCOMPARE(f.refusal(u"decide"_s, u"finance2"_s, deal, first), u"stale"_s); // decided, but about what is no more
}

void TestReviewCommands::asksEverybodyAgainAfterARevision()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    const qint64 old = f.taskOf(deal, u"trading"_s);
    const QJsonObject result = f.done(u"resubmit_deal"_s, u"seller"_s, deal,
                                      {{u"draft"_s, CommandFixture::draft(9'000'000)}, {u"plan"_s, f.plan(9'000'000)}});
    QCOMPARE(result.value("status"_L1).toString(), u"under_review"_s);
    QCOMPARE(f.value(u"SELECT revision_count FROM deals"_s).toInt(), 1);
    QCOMPARE(f.value(u"SELECT status FROM deal_approvals WHERE id = ?"_s, {old}).toString(), u"withdrawn"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"trading"_s, deal, f.decision(old, u"approve"_s)), u"stale"_s);
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    f.decide(u"director"_s, deal, u"director"_s); // 90,000 is a director's
    QCOMPARE(f.statusOf(deal), u"approved"_s);
}

void TestReviewCommands::withdrawsTheTasksOfARecall()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QJsonObject decision = f.decision(f.taskOf(deal, u"finance"_s), u"approve"_s);
    const qint64 seen = f.value(u"SELECT version FROM deals"_s).toLongLong();
    f.done(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"a mistake"_s}});
    QCOMPARE(f.statusOf(deal), u"negotiating"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals WHERE status = 'withdrawn'"_s).toInt(), 2);
    QCOMPARE(f.refusal(Command{u"cmd_decide"_s, commandId(), f.user(u"finance"_s), deal, seen, decision}), u"stale"_s);
    const auto refused = f.run(u"decide"_s, u"finance"_s, deal, decision);
    QCOMPARE(int(refused.error().code), int(ErrorCode::Stale));
    QCOMPARE(refused.error().data.value("status"_L1).toString(), u"negotiating"_s);
}

void TestReviewCommands::rejectsInStage2()
{
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    QCOMPARE(f.refusal(u"decide"_s, u"vp"_s, deal, f.decision(f.taskOf(deal, u"vp"_s), u"reject"_s)), u"reason_required"_s);
    f.decide(u"vp"_s, deal, u"vp"_s, u"reject"_s, u"not worth it"_s);
    QCOMPARE(f.statusOf(deal), u"lost"_s);
    QCOMPARE(f.value(u"SELECT comments FROM deal_status_history ORDER BY id DESC LIMIT 1"_s).toString(), u"not worth it"_s);
}

void TestReviewCommands::staysWithThePolicyOfItsSubmission()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    QVERIFY(
        f.runOn(1, u"save_policy"_s, u"admin"_s, {{u"routing_basis"_s, u"top_incentive_cost"_s}, {u"client_value_factor"_s, 3'500'000}}));
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    QCOMPARE(f.value(u"SELECT approval_level FROM deal_approvals WHERE approval_stage = 2"_s).toString(), u"vp"_s);
}

void TestReviewCommands::claimsReleasesAndAssigns()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QJsonObject task{{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}};
    QCOMPARE(f.refusal(u"claim"_s, u"trading"_s, deal, task), u"forbidden"_s);
    QCOMPARE(f.done(u"claim"_s, u"finance"_s, deal, task).value("approval_id"_L1), task.value("approval_id"_L1));
    QCOMPARE(f.refusal(u"claim"_s, u"finance2"_s, deal, task), u"stale"_s);
    QCOMPARE(f.refusal(u"release"_s, u"finance2"_s, deal, task), u"forbidden"_s);
    f.done(u"release"_s, u"finance"_s, deal, task);
    QJsonObject assignment = task;
    assignment[u"assignee_id"_s] = f.user(u"finance2"_s);
    QCOMPARE(f.refusal(u"assign"_s, u"finance"_s, deal, assignment), u"forbidden"_s);
    f.done(u"assign"_s, u"admin"_s, deal, assignment);
    QCOMPARE(f.value(u"SELECT assignee_name FROM approval_list WHERE department = 'finance'"_s).toString(), u"finance2 Tester"_s);
    assignment[u"assignee_id"_s] = f.user(u"vp"_s);
    QCOMPARE(f.refusal(u"assign"_s, u"admin"_s, deal, assignment), u"forbidden"_s);
    f.decide(u"finance"_s, deal, u"finance"_s);
    QCOMPARE(f.refusal(u"claim"_s, u"finance2"_s, deal, task), u"already_decided"_s);
    QCOMPARE(f.column(u"SELECT action_type FROM approval_actions WHERE approval_id = ? ORDER BY id"_s,
                      {task.value("approval_id"_L1).toInteger()}),
             QStringList({u"initiate"_s, u"claim"_s, u"release"_s, u"assign"_s, u"approve"_s}));
}

void TestReviewCommands::showsTasksInTheInbox()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const auto tasks = [&f](const QString &name) {
        return f.column(
            u"SELECT kind || coalesce(' ' || coalesce(approval_level, department), '') || CASE WHEN is_own_level THEN ' 1' ELSE ' 0' END "
            "FROM inbox WHERE user_id = ?"_s,
            {f.user(name)});
    };
    QCOMPARE(tasks(u"finance"_s), QStringList(u"approval finance 1"_s));
    QCOMPARE(tasks(u"finance2"_s), QStringList(u"approval finance 1"_s));
    QCOMPARE(tasks(u"creative"_s), QStringList());
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    QCOMPARE(tasks(u"finance2"_s), QStringList());
    QCOMPARE(tasks(u"vp"_s), QStringList(u"approval vp 1"_s));
    QCOMPARE(tasks(u"svp"_s), QStringList(u"approval vp 0"_s));
    QCOMPARE(tasks(u"director"_s), QStringList());
    f.decide(u"vp"_s, deal, u"vp"_s);
    QCOMPARE(tasks(u"legal"_s), QStringList(u"contract 1"_s));
    f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"contract_drafting"_s}});
    f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"client_review"_s}});
    QCOMPARE(tasks(u"seller"_s), QStringList(u"signature 1"_s));
    QCOMPARE(tasks(u"legal"_s), QStringList());
    const qint64 second = f.submittedDeal();
    f.decide(u"finance"_s, second, u"finance"_s, u"request_revision"_s, u"too low"_s);
    QVERIFY(tasks(u"seller"_s).contains(u"revision 1"_s));
}

void TestReviewCommands::sendsUpWhatNobodyOfTheLevelMayDecide()
{
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    const auto isOwn = [&f, deal](const QString &name) {
        return f.value(u"SELECT is_own_level FROM inbox WHERE user_id = ? AND deal_id = ?"_s, {f.user(name), deal});
    };
    QCOMPARE(isOwn(u"svp"_s).toInt(), 0);
    QVERIFY(f.connection().execute(u"UPDATE users SET is_active = false WHERE username = 'vp'"_s, u"vp leaves"_s));
    QCOMPARE(isOwn(u"svp"_s).toInt(), 1);
    QVERIFY(isOwn(u"admin"_s).isNull());
    QVERIFY(f.connection().execute(u"UPDATE users SET is_active = false WHERE username = 'svp'"_s, u"svp leaves"_s));
    QVERIFY(!isOwn(u"admin"_s).isNull()); // never away
}

QTEST_GUILESS_MAIN(TestReviewCommands)
#include "tst_review_commands.moc"
