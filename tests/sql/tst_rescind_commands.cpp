#include "clock_desk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Taking decisions back, and the owner's checklist of what a request named.
class TestRescindCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAnApprovalBack();
    void takesTheLevelsTaskBackWithStage1();
    void decidesAgainWhileTheOwnerHasTheDeal();
    void takesARequestBack();
    void leavesTheDealWithItsOwnerWhileAnotherRequestStands();
    void movesTheClocksByThePause();
    void takesAnApprovedDealBack();
    void refusesRescinding_data();
    void refusesRescinding();
    void decidesAgainAfterwards();
    void answersARepeatedRescinding();
    void ticksPoints();
    void refusesTicks_data();
    void refusesTicks();
    void takesTicksOffWithTheRequest();
};

namespace {

qint64 decidedTask(CommandFixture &f, qint64 deal, const QString &departmentOrLevel)
{
    return f
        .value(u"SELECT max(id) FROM deal_approvals WHERE deal_id = ? AND coalesce(approval_level, department) = ?"_s,
               {deal, departmentOrLevel})
        .toLongLong();
}

QJsonObject rescinding(CommandFixture &f, qint64 deal, const QString &departmentOrLevel)
{
    return {{u"approval_id"_s, decidedTask(f, deal, departmentOrLevel)}, {u"reason"_s, u" wrong figures "_s}};
}

QString task(CommandFixture &f, qint64 approval)
{
    return f
        .value(u"SELECT status || ' ' || coalesce((SELECT u.username FROM users u WHERE u.id = a.assigned_to), '-') || ' ' || "
               "coalesce(a.comments, '-') || ' ' || coalesce(a.revision_reason, '-') || ' ' || "
               "CASE WHEN a.completed_by IS NULL AND a.completed_at IS NULL THEN 'open' ELSE 'completed' END "
               "FROM deal_approvals a WHERE a.id = ?"_s,
               {approval})
        .toString();
}

QStringList actions(CommandFixture &f, qint64 approval)
{
    return f.column(u"SELECT action_type FROM approval_actions WHERE approval_id = ? ORDER BY id"_s, {approval});
}

} // namespace

void TestRescindCommands::takesAnApprovalBack()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 approval = f.taskOf(deal, u"finance"_s);
    const QVariant due = f.value(u"SELECT due_date FROM deal_approvals WHERE id = ?"_s, {approval});
    f.decide(u"finance"_s, deal, u"finance"_s);
    const qint64 version = f.value(u"SELECT version FROM deals"_s).toLongLong();
    const QJsonObject result = f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    QCOMPARE(result.value("status"_L1).toString(), u"under_review"_s);
    QCOMPARE(result.value("approval_id"_L1).toInteger(), approval);
    QCOMPARE(result.value("version"_L1).toInteger(), version);
    QCOMPARE(task(f, approval), u"pending finance wrong figures - open"_s);
    QCOMPARE(f.value(u"SELECT due_date FROM deal_approvals WHERE id = ?"_s, {approval}), due);
    QCOMPARE(f.value(u"SELECT performed_by_name || ': ' || comments FROM approval_actions WHERE action_type = 'rescind'"_s).toString(),
             u"finance Tester: wrong figures"_s);
}

void TestRescindCommands::takesTheLevelsTaskBackWithStage1()
{
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    const qint64 level = f.taskOf(deal, u"vp"_s);
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    QCOMPARE(f.value(u"SELECT status FROM deal_approvals WHERE id = ?"_s, {level}).toString(), u"withdrawn"_s);
    QCOMPARE(actions(f, level), QStringList({u"initiate"_s, u"recall"_s}));
    QVERIFY(f.value(u"SELECT clock_started_at FROM deal_approvals WHERE id = ?"_s, {level}).isNull()); // nothing goes on with it
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
    f.decide(u"finance"_s, deal, u"finance"_s); // complete again: the level is asked again
    QVERIFY(f.taskOf(deal, u"vp"_s) != level);
    f.decide(u"vp"_s, deal, u"vp"_s);
    QCOMPARE(f.statusOf(deal), u"approved"_s);
}

/// Recalled from stage 2: the other stage is not opened before the deal is sent in again.
void TestRescindCommands::decidesAgainWhileTheOwnerHasTheDeal()
{
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    f.done(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"Wait"_s}});
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    const qint64 task = f.taskOf(deal, u"finance"_s);
    const qint64 tasks = f.value(u"SELECT count(*) FROM deal_approvals WHERE deal_id = ?"_s, {deal}).toLongLong();
    f.decide(u"finance"_s, deal, u"finance"_s);
    QCOMPARE(f.value(u"SELECT status FROM deal_approvals WHERE id = ?"_s, {task}).toString(), u"approved"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals WHERE deal_id = ?"_s, {deal}).toLongLong(), tasks);
    QCOMPARE(f.statusOf(deal), u"negotiating"_s);
}

void TestRescindCommands::takesARequestBack()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    QCOMPARE(f.statusOf(deal), u"negotiating"_s);
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    QCOMPARE(task(f, f.taskOf(deal, u"finance"_s)), u"pending finance wrong figures - open"_s);
    QCOMPARE(f.value(u"SELECT status || ' ' || revision_count || ' ' || CASE WHEN can_edit THEN 'open' ELSE 'closed' END FROM deals"_s)
                 .toString(),
             u"under_review 0 closed"_s);
    QCOMPARE(f.value(u"SELECT previous_status || ' > ' || status || ' ' || performed_by_name || ': ' || comments FROM deal_status_history "
                     "ORDER BY id DESC LIMIT 1"_s)
                 .toString(),
             u"negotiating > under_review finance Tester: wrong figures"_s);
    QCOMPARE(f.value(u"SELECT revision_fields FROM deal_approvals WHERE department = 'finance'"_s).toString(), u"[]"_s);
    QCOMPARE(f.refusal(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}}), u"not_editable"_s);
}

void TestRescindCommands::leavesTheDealWithItsOwnerWhileAnotherRequestStands()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    f.decide(u"trading"_s, deal, u"trading"_s, u"request_revision"_s, u"three tiers are enough"_s);
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    QCOMPARE(f.statusOf(deal), u"negotiating"_s);
    f.done(u"rescind"_s, u"trading"_s, deal, rescinding(f, deal, u"trading"_s));
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
}

/// A clock stands still while the deal is with its owner, also where it comes back without having been changed: the golden pause.
void TestRescindCommands::movesTheClocksByThePause()
{
    ClockDesk f(u"Wed 12:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 task = f.taskOf(deal, u"finance"_s);
    f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    f.decide(u"trading"_s, deal, u"trading"_s, u"request_revision"_s, u"The margin"_s);
    f.wentToOwner(deal, u"Mon 12:00"_s);
    f.done(u"rescind"_s, u"trading"_s, deal, rescinding(f, deal, u"trading"_s));
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
    // what passed between laying the calendar and the command is working time, too: less than a minute
    QVERIFY(f.of(task, u"remind_at"_s) >= f.at(u"Thu 13:00"_s) && f.of(task, u"remind_at"_s) < f.at(u"Thu 13:01"_s));
    QVERIFY(f.of(task, u"due_date"_s) >= f.at(u"Fri 17:00"_s) && f.of(task, u"due_date"_s) < f.at(u"+Mon 09:01"_s));
    QVERIFY(f.of(task, u"escalate_at"_s) >= f.at(u"+Mon 17:00"_s) && f.of(task, u"escalate_at"_s) < f.at(u"+Tue 09:01"_s));
}

void TestRescindCommands::takesAnApprovedDealBack()
{
    CommandFixture f;
    const qint64 deal = f.approvedDeal();
    f.done(u"rescind"_s, u"vp"_s, deal, rescinding(f, deal, u"vp"_s));
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
    QCOMPARE(task(f, f.taskOf(deal, u"vp"_s)), u"pending vp wrong figures - open"_s);
    QCOMPARE(f.refusal(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"contract_drafting"_s}}), u"illegal_transition"_s);
    f.decide(u"svp"_s, deal, u"vp"_s); // whoever else may
    QCOMPARE(f.statusOf(deal), u"approved"_s);
}

void TestRescindCommands::refusesRescinding_data()
{
    QTest::addColumn<QString>("situation");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("whose");
    QTest::addColumn<QString>("code");
    QTest::newRow("another's") << u"stage 2"_s << u"finance2"_s << u"finance"_s << u"forbidden"_s;
    QTest::newRow("an administrator") << u"stage 2"_s << u"admin"_s << u"finance"_s << u"forbidden"_s;
    QTest::newRow("the level has decided") << u"approved"_s << u"finance"_s << u"finance"_s << u"illegal_transition"_s;
    QTest::newRow("the level wants a revision") << u"sent back"_s << u"finance"_s << u"finance"_s << u"illegal_transition"_s;
    QTest::newRow("legal has begun") << u"contract"_s << u"vp"_s << u"vp"_s << u"illegal_transition"_s;
    QTest::newRow("a rejection") << u"rejected"_s << u"vp"_s << u"vp"_s << u"illegal_transition"_s;
    QTest::newRow("an open task") << u"stage 2"_s << u"vp"_s << u"vp"_s << u"stale"_s;
    QTest::newRow("the owner has edited") << u"edited"_s << u"finance"_s << u"finance"_s << u"illegal_transition"_s;
    QTest::newRow("resubmitted") << u"resubmitted"_s << u"finance"_s << u"finance"_s << u"stale"_s;
    QTest::newRow("lost") << u"lost"_s << u"finance"_s << u"finance"_s << u"illegal_transition"_s;
}

void TestRescindCommands::refusesRescinding()
{
    QFETCH(QString, situation);
    QFETCH(QString, actor);
    QFETCH(QString, whose);
    CommandFixture f;
    const bool isSentBack = situation == u"edited"_s || situation == u"resubmitted"_s;
    const qint64 deal = isSentBack ? f.submittedDeal() : f.dealInStage2();
    if (situation == u"approved"_s || situation == u"contract"_s)
        f.decide(u"vp"_s, deal, u"vp"_s);
    if (situation == u"contract"_s)
        f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"contract_drafting"_s}});
    if (situation == u"sent back"_s)
        f.decide(u"vp"_s, deal, u"vp"_s, u"request_revision"_s, u"too much"_s);
    if (situation == u"rejected"_s)
        f.decide(u"vp"_s, deal, u"vp"_s, u"reject"_s, u"too much"_s);
    if (situation == u"lost"_s)
        f.done(u"mark_lost"_s, u"seller"_s, deal, {{u"reason"_s, u"the client left"_s}});
    if (isSentBack)
        f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    const qint64 task = decidedTask(f, deal, whose);
    if (situation == u"edited"_s)
        f.done(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft(9'000'000)}});
    if (situation == u"resubmitted"_s)
        f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft(9'000'000)}, {u"plan"_s, f.plan(9'000'000)}});
    QTEST(f.refusal(u"rescind"_s, actor, deal, {{u"approval_id"_s, task}}), "code");
}

void TestRescindCommands::decidesAgainAfterwards()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 approval = f.taskOf(deal, u"finance"_s);
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    f.done(u"rescind"_s, u"finance"_s, deal, {{u"approval_id"_s, approval}});
    f.decide(u"finance2"_s, deal, u"finance"_s);
    QCOMPARE(actions(f, approval),
             QStringList({u"initiate"_s, u"approve"_s, u"rescind"_s, u"request_revision"_s, u"rescind"_s, u"approve"_s}));
    QCOMPARE(f.refusal(u"rescind"_s, u"finance"_s, deal, {{u"approval_id"_s, approval}}), u"forbidden"_s);
}

void TestRescindCommands::answersARepeatedRescinding()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.decide(u"finance"_s, deal, u"finance"_s);
    const Command command{
        u"cmd_rescind"_s, u"6d1c6d4e-1f1e-4b3b-9f43-9d4ae13ea111"_s, f.user(u"finance"_s), deal, {}, rescinding(f, deal, u"finance"_s)};
    const auto first = f.run(command);
    QVERIFY(first);
    const QByteArray before = f.fingerprint();
    const auto second = f.run(command);
    QVERIFY(second);
    QCOMPARE(*second, *first);
    QCOMPARE(f.fingerprint(), before);
}

void TestRescindCommands::ticksPoints()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 approval = f.taskOf(deal, u"finance"_s);
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    const auto tick = [&](const QString &path, bool done) {
        return f.done(u"tick_point"_s, u"seller"_s, deal, {{u"approval_id"_s, approval}, {u"path"_s, path}, {u"done"_s, done}});
    };
    QCOMPARE(tick(u"tiers[0].revenue"_s, true).value("approval_id"_L1).toInteger(), approval);
    tick(u""_s, true);
    tick(u""_s, false);
    QCOMPARE(f.column(u"SELECT path || '=' || CASE WHEN is_done THEN 1 ELSE 0 END || ' ' || ticked_by_name FROM revision_tick_list "
                      "WHERE deal_id = ? ORDER BY path"_s,
                      {deal}),
             QStringList({u"=0 seller Tester"_s, u"tiers[0].revenue=1 seller Tester"_s}));
}

void TestRescindCommands::refusesTicks_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QJsonObject>("point");
    QTest::addColumn<bool>("isResubmitted");
    QTest::addColumn<QString>("code");
    const QJsonObject good{{u"path"_s, u"tiers[0].revenue"_s}, {u"done"_s, true}};
    QTest::newRow("not the owner") << u"seller2"_s << good << false << u"forbidden"_s;
    QTest::newRow("another place") << u"seller"_s << QJsonObject{{u"path"_s, u"region"_s}, {u"done"_s, true}} << false << u"invalid"_s;
    QTest::newRow("no place") << u"seller"_s << QJsonObject{{u"done"_s, true}} << false << u"invalid"_s;
    QTest::newRow("not said whether") << u"seller"_s << QJsonObject{{u"path"_s, u""_s}} << false << u"invalid"_s;
    QTest::newRow("resubmitted") << u"seller"_s << good << true << u"stale"_s;
}

void TestRescindCommands::refusesTicks()
{
    QFETCH(QString, actor);
    QFETCH(QJsonObject, point);
    QFETCH(bool, isResubmitted);
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    point[u"approval_id"_s] = f.taskOf(deal, u"finance"_s);
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    if (isResubmitted)
        f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft(9'000'000)}, {u"plan"_s, f.plan(9'000'000)}});
    QTEST(f.refusal(u"tick_point"_s, actor, deal, point), "code");
}

void TestRescindCommands::takesTicksOffWithTheRequest()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 approval = f.taskOf(deal, u"finance"_s);
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    f.done(u"tick_point"_s, u"seller"_s, deal, {{u"approval_id"_s, approval}, {u"path"_s, u""_s}, {u"done"_s, true}});
    f.done(u"rescind"_s, u"finance"_s, deal, rescinding(f, deal, u"finance"_s));
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin still too low"_s);
    QCOMPARE(f.column(u"SELECT CASE WHEN is_done THEN 'done' ELSE 'open' END FROM revision_tick_list"_s), QStringList(u"open"_s));
}

QTEST_GUILESS_MAIN(TestRescindCommands)
#include "tst_rescind_commands.moc"
