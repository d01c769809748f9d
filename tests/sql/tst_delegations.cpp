#include "command_fixture.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

/// Days from now.
QString instant(double days)
{
    return QDateTime::currentDateTimeUtc().addSecs(qint64(days * 86400)).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

QJsonObject absence(CommandFixture &f, const QString &delegator, const QString &delegate, double from = -1, double until = 1)
{
    return {{u"delegator_id"_s, f.user(delegator)},
            {u"delegate_id"_s, delegate.isEmpty() ? QJsonValue() : QJsonValue(f.user(delegate))},
            {u"starts_at"_s, instant(from)},
            {u"ends_at"_s, instant(until)},
            {u"scope"_s, u"all"_s},
            {u"out_of_office"_s, 1},
            {u"comment"_s, u"at the sea"_s}};
}

qint64 delegated(CommandFixture &f, const QString &delegator, const QString &delegate, const QJsonObject &further = {}, double from = -1,
                 double until = 1)
{
    QJsonObject arguments = absence(f, delegator, delegate, from, until);
    for (auto it = further.begin(); it != further.end(); ++it)
        arguments[it.key()] = it.value();
    return f.done(u"add_delegation"_s, delegator, {}, arguments).value("id"_L1).toInteger();
}

QJsonObject decisionFor(CommandFixture &f, qint64 deal, const QString &task, const QString &delegator, const QString &what = u"approve"_s)
{
    QJsonObject decision = f.decision(f.taskOf(deal, task), what, what == "approve"_L1 ? QString() : u"no"_s);
    if (!delegator.isEmpty())
        decision[u"on_behalf_of"_s] = f.user(delegator);
    return decision;
}

/// "lane[ for A]" of a person's rows about a deal.
QStringList lanes(CommandFixture &f, const QString &name, qint64 deal)
{
    return f.column(u"SELECT lane || coalesce(' for ' || on_behalf_of_name, '') FROM inbox WHERE user_id = ? AND deal_id = ?"_s,
                    {f.user(name), deal});
}

void change(CommandFixture &f, const QString &sql)
{
    QVERIFY2(f.connection().execute(sql, sql), qPrintable(sql));
}

} // namespace

/// Who decides for whom, and until when.
class TestDelegations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mayDecideStage2At480000_data();
    void mayDecideStage2At480000();
    void coversWhatWasDelegated_data();
    void coversWhatWasDelegated();
    void goesOneHop();
    void keepsDutiesApartThroughTheDelegator_data();
    void keepsDutiesApartThroughTheDelegator();
    void isNothingWithoutBothPeople();
    void saysForWhomInEveryLine();
    void refusesWhatIsNoDelegation_data();
    void refusesWhatIsNoDelegation();
    void isEndedOnceByWhoseItIs();
    void takesTasksInTheLaneOfADelegate();
    void showsADelegatorsTaskToSomebodyOfTheSameDepartment();
    void bringsLowerTasksUpForADelegate();
    void endsWithALeaver();
    void tellsWhoCovers();
};

/// The golden table: "Who may decide stage 2 at 480,000 (vp)".
void TestDelegations::mayDecideStage2At480000_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QString>("delegator");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("code");
    const QString makeVp = u"UPDATE users SET role = 'approver', department = NULL, approval_level = 'vp' WHERE username = '%1'"_s;
    QTest::newRow("vp") << u""_s << u""_s << u"vp"_s << u""_s;
    QTest::newRow("svp") << u""_s << u""_s << u"svp"_s << u""_s;
    QTest::newRow("director") << u""_s << u""_s << u"director"_s << u"forbidden"_s;
    QTest::newRow("manager") << u""_s << u""_s << u"manager"_s << u"forbidden"_s;
    QTest::newRow("admin") << u""_s << u""_s << u"admin"_s << u"forbidden"_s;
    QTest::newRow("the owner though a vp") << makeVp.arg(u"seller"_s) << u""_s << u"seller"_s << u"separation_of_duties"_s;
    QTest::newRow("a vp who decided in stage 1") << makeVp.arg(u"finance"_s) << u""_s << u"finance"_s << u"separation_of_duties"_s;
    QTest::newRow("a director with a vp's delegation") << u""_s << u"vp"_s << u"director"_s << u"forbidden"_s;
    QTest::newRow("a vp with an svp's delegation") << u""_s << u"svp"_s << u"vp"_s << u""_s;
    QTest::newRow("a reviewer with a vp's delegation") << u""_s << u"vp"_s << u"creative"_s << u"forbidden"_s;
    QTest::newRow("an svp with a vp's delegation") << u""_s << u"vp"_s << u"svp"_s << u""_s;
    QTest::newRow("a vp with a director's, who has no authority") << u""_s << u"director"_s << u"vp"_s << u"forbidden"_s;
}

void TestDelegations::mayDecideStage2At480000()
{
    QFETCH(QString, prepare);
    QFETCH(QString, delegator);
    QFETCH(QString, actor);
    CommandFixture f;
    const qint64 deal = f.dealInStage2(48'000'000);
    if (!prepare.isEmpty())
        change(f, prepare);
    if (!delegator.isEmpty())
        delegated(f, delegator, actor);
    QTEST(f.refusal(u"decide"_s, actor, deal, decisionFor(f, deal, u"vp"_s, delegator)), "code");
}

/// finance decides for trading, about a deal of 480,000.
void TestDelegations::coversWhatWasDelegated_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("until");
    QTest::addColumn<QJsonObject>("further");
    QTest::addColumn<QString>("code");
    const QJsonObject all;
    QTest::newRow("during") << -1.0 << 1.0 << all << u""_s;
    QTest::newRow("before it begins") << 0.5 << 1.0 << all << u"forbidden"_s;
    QTest::newRow("its department") << -1.0 << 1.0 << QJsonObject{{u"scope"_s, u"department"_s}, {u"department"_s, u"trading"_s}} << u""_s;
    QTest::newRow("another department") << -1.0 << 1.0 << QJsonObject{{u"scope"_s, u"department"_s}, {u"department"_s, u"creative"_s}}
                                        << u"forbidden"_s;
    QTest::newRow("a level") << -1.0 << 1.0 << QJsonObject{{u"scope"_s, u"level"_s}, {u"approval_level"_s, u"vp"_s}} << u"forbidden"_s;
    QTest::newRow("up to the amount") << -1.0 << 1.0 << QJsonObject{{u"limit_amount"_s, 48'000'000}} << u""_s;
    QTest::newRow("up to a cent less") << -1.0 << 1.0 << QJsonObject{{u"limit_amount"_s, 47'999'999}} << u"forbidden"_s;
    QTest::newRow("not out of office") << -1.0 << 1.0 << QJsonObject{{u"out_of_office"_s, 0}} << u""_s;
}

void TestDelegations::coversWhatWasDelegated()
{
    QFETCH(double, from);
    QFETCH(double, until);
    QFETCH(QJsonObject, further);
    QFETCH(QString, code);
    CommandFixture f;
    const qint64 deal = f.submittedDeal(48'000'000);
    const qint64 delegation = delegated(f, u"trading"_s, u"finance"_s, further, from, until);
    const bool may = code.isEmpty();
    const QStringList own{u"queue"_s};
    QCOMPARE(lanes(f, u"finance"_s, deal), may ? own + QStringList(u"delegated for trading Tester"_s) : own);
    const QJsonObject decision = decisionFor(f, deal, u"trading"_s, u"trading"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u"forbidden"_s); // somebody else's delegation
    QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decisionFor(f, deal, u"trading"_s, {})), u"forbidden"_s); // without saying so
    if (!may) {
        QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decision), code);
        return;
    }
    f.done(u"end_delegation"_s, u"trading"_s, {}, {{u"id"_s, delegation}});
    QCOMPARE(lanes(f, u"finance"_s, deal), own);
    QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decision), u"forbidden"_s); // ended
    delegated(f, u"trading"_s, u"finance"_s, further, from, until);
    QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decision), u""_s);
    // both a finance reviewer and the deal's stage 1 decider by now
    QCOMPARE(f.refusal(u"decide"_s, u"finance"_s, deal, decisionFor(f, deal, u"finance"_s, {})), u"separation_of_duties"_s);
    QCOMPARE(lanes(f, u"finance"_s, deal), QStringList());
}

void TestDelegations::goesOneHop()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    delegated(f, u"trading"_s, u"creative"_s);
    delegated(f, u"creative"_s, u"marketing"_s);
    for (const QString &delegator : {u"trading"_s, u"creative"_s})
        QCOMPARE(f.refusal(u"decide"_s, u"marketing"_s, deal, decisionFor(f, deal, u"trading"_s, delegator)), u"forbidden"_s);
    QCOMPARE(lanes(f, u"marketing"_s, deal), QStringList());
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decisionFor(f, deal, u"trading"_s, u"trading"_s)), u""_s);
}

void TestDelegations::keepsDutiesApartThroughTheDelegator_data()
{
    QTest::addColumn<QString>("conflict");
    const QString writes = u"INSERT INTO deal_editors (deal_id, user_id) SELECT 1, id FROM users WHERE username = '%1'"_s;
    QTest::newRow("the delegator wrote the deal") << writes.arg(u"vp"_s);
    QTest::newRow("the delegate wrote the deal") << writes.arg(u"svp"_s);
    QTest::newRow("the delegator owns it") << u"UPDATE deals SET owner_id = (SELECT id FROM users WHERE username = 'vp')"_s;
}

void TestDelegations::keepsDutiesApartThroughTheDelegator()
{
    QFETCH(QString, conflict);
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    delegated(f, u"vp"_s, u"svp"_s);
    change(f, conflict);
    QCOMPARE(f.refusal(u"decide"_s, u"svp"_s, deal, decisionFor(f, deal, u"vp"_s, u"vp"_s)), u"separation_of_duties"_s);
}

void TestDelegations::isNothingWithoutBothPeople()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    delegated(f, u"trading"_s, u"creative"_s);
    const QJsonObject decision = decisionFor(f, deal, u"trading"_s, u"trading"_s);
    const auto set = [&f](const QString &name, const QString &what) {
        change(f, u"UPDATE users SET %2 WHERE username = '%1'"_s.arg(name, what));
    };
    set(u"trading"_s, u"is_active = false"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u"forbidden"_s);
    QCOMPARE(lanes(f, u"creative"_s, deal), QStringList());
    set(u"trading"_s, u"is_active = true, department = 'legal'"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u"forbidden"_s);
    set(u"trading"_s, u"department = 'trading'"_s);
    set(u"creative"_s, u"role = 'seller'"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u"forbidden"_s);
    set(u"creative"_s, u"role = 'department_reviewer', is_active = false"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u"account_inactive"_s);
    set(u"creative"_s, u"is_active = true"_s);
    QCOMPARE(f.refusal(u"decide"_s, u"creative"_s, deal, decision), u""_s);
}

void TestDelegations::saysForWhomInEveryLine()
{
    CommandFixture f;
    delegated(f, u"trading"_s, u"creative"_s);
    delegated(f, u"vp"_s, u"svp"_s);
    const qint64 deal = f.submittedDeal();
    f.done(u"claim"_s, u"creative"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"trading"_s)}});
    f.done(u"decide"_s, u"creative"_s, deal, decisionFor(f, deal, u"trading"_s, u"trading"_s));
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.done(u"decide"_s, u"svp"_s, deal, decisionFor(f, deal, u"vp"_s, u"vp"_s));
    QCOMPARE(f.column(u"SELECT source || ' ' || what || ': ' || actor_name || coalesce(' for ' || on_behalf_of_name, '') FROM deal_history "
                      "WHERE what IN ('claim', 'under_review', 'approve', 'approved') ORDER BY source, id"_s),
             QStringList({u"action claim: creative Tester for trading Tester"_s, u"action approve: creative Tester for trading Tester"_s,
                          u"action approve: finance Tester"_s, u"action approve: svp Tester for vp Tester"_s,
                          u"status under_review: creative Tester for trading Tester"_s, u"status approved: svp Tester for vp Tester"_s}));
    QCOMPARE(f.column(u"SELECT completed_by_name || coalesce(' for ' || on_behalf_of_name, '') FROM approval_list ORDER BY id"_s),
             QStringList({u"creative Tester for trading Tester"_s, u"finance Tester"_s, u"svp Tester for vp Tester"_s}));
    QCOMPARE(f.column(u"SELECT performed_by_name || coalesce(' for ' || on_behalf_of_name, '') FROM report_status_history "
                      "WHERE new_status = 'approved'"_s),
             QStringList(u"svp Tester for vp Tester"_s));
    // the same person neither as themselves nor for another in the other stage
    const qint64 second = f.submittedDeal();
    f.done(u"decide"_s, u"creative"_s, second, decisionFor(f, second, u"trading"_s, u"trading"_s, u"request_revision"_s));
    QCOMPARE(f.value(u"SELECT on_behalf_of_name FROM deal_status_history WHERE status = 'negotiating'"_s).toString(), u"trading Tester"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM approval_conflicts WHERE approval_id = ? AND user_id = ?"_s,
                     {f.taskOf(second, u"finance"_s), f.user(u"trading"_s)})
                 .toInt(),
             1);
}

void TestDelegations::refusesWhatIsNoDelegation_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QJsonObject>("further");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &actor, const QJsonObject &further, const QString &code) {
        QTest::newRow(name) << actor << further << code;
    };
    row("one's own", u"trading"_s, {}, u""_s);
    row("an administrator's", u"admin"_s, {}, u""_s);
    row("of somebody else", u"finance"_s, {}, u"forbidden"_s);
    row("to oneself", u"trading"_s, {{u"delegate"_s, u"trading"_s}}, u"invalid"_s);
    row("to a seller", u"trading"_s, {{u"delegate"_s, u"seller"_s}}, u"invalid"_s);
    row("to an administrator", u"trading"_s, {{u"delegate"_s, u"admin"_s}}, u"invalid"_s);
    row("to nobody, out of office", u"trading"_s, {{u"delegate"_s, u""_s}}, u""_s);
    row("to nobody, in the office", u"trading"_s, {{u"delegate"_s, u""_s}, {u"out_of_office"_s, 0}}, u"invalid"_s);
    row("over", u"trading"_s, {{u"starts_at"_s, instant(-2)}, {u"ends_at"_s, instant(-1)}}, u"invalid"_s);
    row("ends before it begins", u"trading"_s, {{u"starts_at"_s, instant(2)}, {u"ends_at"_s, instant(1)}}, u"invalid"_s);
    row("for 400 days", u"trading"_s, {{u"starts_at"_s, instant(0)}, {u"ends_at"_s, instant(399.9)}}, u""_s);
    row("for longer", u"trading"_s, {{u"starts_at"_s, instant(0)}, {u"ends_at"_s, instant(401)}}, u"invalid"_s);
    row("without an end", u"trading"_s, {{u"ends_at"_s, QJsonValue()}}, u"invalid"_s);
    row("for ever", u"trading"_s, {{u"ends_at"_s, u"infinity"_s}}, u"invalid"_s);
    row("until some day", u"trading"_s, {{u"ends_at"_s, u"some day"_s}}, u"invalid"_s);
    row("another scope", u"trading"_s, {{u"scope"_s, u"half"_s}}, u"invalid"_s);
    row("a department without one", u"trading"_s, {{u"scope"_s, u"department"_s}}, u"invalid"_s);
    row("an unknown department", u"trading"_s, {{u"scope"_s, u"department"_s}, {u"department"_s, u"sales"_s}}, u"invalid"_s);
    row("everything, and a department", u"trading"_s, {{u"department"_s, u"trading"_s}}, u"invalid"_s);
    row("an unknown level", u"trading"_s, {{u"scope"_s, u"level"_s}, {u"approval_level"_s, u"king"_s}}, u"invalid"_s);
    row("less than nothing", u"trading"_s, {{u"limit_amount"_s, -1}}, u"invalid"_s);
    row("a limit in words", u"trading"_s, {{u"limit_amount"_s, u"much"_s}}, u"invalid"_s);
    row("a long comment", u"trading"_s, {{u"comment"_s, QString(2001, u'x')}}, u"invalid"_s);
}

void TestDelegations::refusesWhatIsNoDelegation()
{
    QFETCH(QString, actor);
    QFETCH(QJsonObject, further);
    CommandFixture f;
    QJsonObject arguments = absence(f, u"trading"_s,
                                    further.contains(u"delegate"_s) ? further.take(u"delegate"_s).toString() : u"creative"_s);
    for (auto it = further.begin(); it != further.end(); ++it)
        arguments[it.key()] = it.value();
    QTEST(f.refusal(u"add_delegation"_s, actor, {}, arguments), "code");
}

void TestDelegations::isEndedOnceByWhoseItIs()
{
    CommandFixture f;
    const QJsonObject id{{u"id"_s, delegated(f, u"trading"_s, u"creative"_s)}};
    QCOMPARE(f.refusal(u"end_delegation"_s, u"creative"_s, {}, id), u"forbidden"_s);
    QCOMPARE(f.refusal(u"end_delegation"_s, u"trading"_s, {}, {{u"id"_s, 4711}}), u"not_found"_s);
    f.done(u"end_delegation"_s, u"trading"_s, {}, id);
    QCOMPARE(f.refusal(u"end_delegation"_s, u"trading"_s, {}, id), u"stale"_s);
    QCOMPARE(f.refusal(u"end_delegation"_s, u"admin"_s, {}, {{u"id"_s, delegated(f, u"trading"_s, {})}}), u""_s);
    for (const QString &sql : {u"UPDATE delegations SET ends_at = '2099-01-01T00:00:00.000Z' WHERE id = 1"_s,
                               u"UPDATE delegations SET ended_at = NULL, ended_by = NULL WHERE id = 1"_s, u"DELETE FROM delegations"_s})
        QVERIFY2(!f.connection().execute(sql, sql), qPrintable(sql));
}

void TestDelegations::takesTasksInTheLaneOfADelegate()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QJsonObject task{{u"approval_id"_s, f.taskOf(deal, u"trading"_s)}};
    f.done(u"claim"_s, u"trading"_s, deal, task);
    QCOMPARE(f.refusal(u"claim"_s, u"creative"_s, deal, task), u"forbidden"_s);
    const qint64 delegation = delegated(f, u"trading"_s, u"creative"_s);
    QCOMPARE(lanes(f, u"creative"_s, deal), QStringList(u"delegated for trading Tester"_s));
    f.done(u"claim"_s, u"creative"_s, deal, task); // what the delegator holds
    QCOMPARE(lanes(f, u"creative"_s, deal), QStringList(u"mine for trading Tester"_s));
    QCOMPARE(lanes(f, u"trading"_s, deal), QStringList(u"queue"_s));
    QCOMPARE(f.refusal(u"claim"_s, u"trading"_s, deal, task), u"stale"_s);
    f.done(u"end_delegation"_s, u"trading"_s, {}, {{u"id"_s, delegation}}); // and hands it on
    QVERIFY(f.value(u"SELECT assigned_to FROM deal_approvals WHERE id = ?"_s, {task.value("approval_id"_L1).toInteger()}).isNull());
    QCOMPARE(f.value(u"SELECT action_type FROM approval_actions ORDER BY id DESC LIMIT 1"_s).toString(), u"release"_s);
    delegated(f, u"trading"_s, u"creative"_s);
    QJsonObject assignment = task;
    assignment[u"assignee_id"_s] = f.user(u"creative"_s);
    f.done(u"assign"_s, u"admin"_s, deal, assignment);
    QCOMPARE(lanes(f, u"creative"_s, deal), QStringList(u"mine for trading Tester"_s));
    // its time is over without anybody doing anything: the task is to be had again
    change(f, isOnPostgresql() ? u"ALTER TABLE delegations DISABLE TRIGGER USER"_s : u"DROP TRIGGER delegations_end"_s);
    change(f, u"UPDATE delegations SET starts_at = '2020-01-01T00:00:00.000Z', ends_at = '2020-01-02T00:00:00.000Z'"_s);
    QCOMPARE(lanes(f, u"creative"_s, deal), QStringList());
    f.done(u"claim"_s, u"trading"_s, deal, task);
    QCOMPARE(lanes(f, u"trading"_s, deal), QStringList(u"mine"_s));
    if (isOnPostgresql())
        change(f, u"ALTER TABLE delegations ENABLE TRIGGER USER"_s);
}

void TestDelegations::showsADelegatorsTaskToSomebodyOfTheSameDepartment()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    delegated(f, u"finance"_s, u"finance2"_s);
    QCOMPARE(lanes(f, u"finance2"_s, deal), QStringList(u"queue"_s)); // by their own authority
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}});
    QCOMPARE(lanes(f, u"finance2"_s, deal), QStringList(u"delegated for finance Tester"_s));
    QCOMPARE(f.refusal(u"decide"_s, u"finance2"_s, deal, decisionFor(f, deal, u"finance"_s, u"finance"_s)), u""_s);
}

void TestDelegations::bringsLowerTasksUpForADelegate()
{
    CommandFixture f;
    const qint64 deal = f.dealInStage2();
    QCOMPARE(lanes(f, u"svp"_s, deal), QStringList(u"lower"_s));
    delegated(f, u"vp"_s, u"svp"_s, {{u"scope"_s, u"level"_s}, {u"approval_level"_s, u"vp"_s}});
    QCOMPARE(lanes(f, u"svp"_s, deal), QStringList(u"delegated for vp Tester"_s));
    QCOMPARE(f.value(u"SELECT is_own_level FROM inbox WHERE user_id = ?"_s, {f.user(u"svp"_s)}).toInt(), 1);
    f.done(u"claim"_s, u"svp"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"vp"_s)}});
    QCOMPARE(lanes(f, u"svp"_s, deal), QStringList(u"mine"_s)); // by their own authority
    change(f,
           u"UPDATE deal_approvals SET remind_at = '2026-01-05T10:00:00.000Z', due_date = '2026-01-06T10:00:00.000Z', "
           "escalate_at = '2026-01-07T10:00:00.000Z' WHERE status = 'pending'"_s);
    f.done(u"tick"_s, u"svp"_s, {}, {});
    QCOMPARE(f.column(u"SELECT CASE WHEN escalated THEN 'yes' ELSE 'no' END FROM inbox WHERE user_id = ?"_s, {f.user(u"svp"_s)}),
             QStringList(u"yes"_s));
}

void TestDelegations::endsWithALeaver()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    delegated(f, u"trading"_s, u"creative"_s);
    delegated(f, u"marketing"_s, u"trading"_s);
    f.done(u"claim"_s, u"creative"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"trading"_s)}});
    const QJsonObject leaver{{u"id"_s, f.user(u"trading"_s)},
                             {u"username"_s, u"trading"_s},
                             {u"email"_s, f.value(u"SELECT email FROM users WHERE username = 'trading'"_s).toString()},
                             {u"role"_s, u"department_reviewer"_s},
                             {u"department"_s, u"trading"_s},
                             {u"is_active"_s, 0}};
    QVERIFY(f.runOn(f.value(u"SELECT version FROM users WHERE username = 'trading'"_s).toLongLong(), u"save_user"_s, u"admin"_s, leaver));
    QCOMPARE(f.value(u"SELECT count(*) FROM delegations WHERE ended_at IS NOT NULL AND ended_by = ?"_s, {f.user(u"admin"_s)}).toInt(), 2);
    QVERIFY(f.value(u"SELECT assigned_to FROM deal_approvals WHERE department = 'trading'"_s).isNull());
    QCOMPARE(f.value(u"SELECT action_type || ' by ' || performed_by_name FROM approval_actions ORDER BY id DESC LIMIT 1"_s).toString(),
             u"release by admin Tester"_s);
    QCOMPARE(f.column(u"SELECT lane FROM inbox WHERE user_id = ?"_s, {f.user(u"admin"_s)}), QStringList(u"unattended"_s));
}

void TestDelegations::tellsWhoCovers()
{
    CommandFixture f;
    const auto cover = [&f](const QString &of) {
        return f
            .value(u"SELECT people || ' ' || present || ' ' || covered || ' ' || CASE WHEN back_at IS NULL THEN '' ELSE 'back ' END || "
                   u"absent_names "
                   "FROM approval_cover WHERE coalesce(department, approval_level) = ?"_s,
                   {of})
            .toString();
    };
    QCOMPARE(cover(u"finance"_s), u"2 2 0 "_s);
    QCOMPARE(cover(u"director"_s), u"1 1 0 "_s);
    delegated(f, u"finance"_s, {});
    QCOMPARE(cover(u"finance"_s), u"2 1 0 finance Tester"_s);
    delegated(f, u"finance2"_s, u"creative"_s);
    QCOMPARE(cover(u"finance"_s), u"2 0 1 back finance Tester\nfinance2 Tester"_s);
    delegated(f, u"creative"_s, {}); // who is to decide is away as well
    QCOMPARE(cover(u"finance"_s), u"2 0 0 back finance Tester\nfinance2 Tester"_s);
    delegated(f, u"director"_s, u"manager"_s);
    QCOMPARE(cover(u"director"_s), u"1 0 0 back director Tester"_s);
    delegated(f, u"director"_s, u"vp"_s);
    QCOMPARE(cover(u"director"_s), u"1 0 1 back director Tester"_s);
    delegated(f, u"vp"_s, {}, {}, 1, 2); // not yet
    QCOMPARE(cover(u"vp"_s), u"1 1 0 "_s);
    QCOMPARE(
        f.value(u"SELECT count(*) FROM delegation_list WHERE delegator_name = 'director Tester' AND delegate_name IS NOT NULL"_s).toInt(),
        2);
}

QTEST_GUILESS_MAIN(TestDelegations)
#include "tst_delegations.moc"
