#include "command_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Whom the view `notices` tells of what: one row per event and person, never of one's own doings.
class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksADepartment();
    void asksALevel();
    void tellsWhoWasGivenATask();
    void tellsTheOwnerOfDecisions();
    void tellsOfComments();
    void tellsOfTheClock();
    void keepsTheClockInTheHistory();
    void tellsDelegates();
    void forgetsAfterTwoWeeks();
    void marksRead();
    void refusesMarks();
};

namespace {

/// "kind approver actor text" of somebody's notices, the oldest first.
QStringList told(CommandFixture &f, const QString &name)
{
    return f.column(u"SELECT kind || ' ' || coalesce(approver, '-') || ' ' || coalesce(actor_name, '-') || ' ' || coalesce(text, '-') "
                    "FROM notices WHERE user_id = ? ORDER BY occurred_at, key"_s,
                    {f.user(name)});
}

void sql(CommandFixture &f, const QString &statement)
{
    QVERIFY2(f.connection().execute(statement, u"test"_s), qPrintable(statement));
}

} // namespace

void TestNotices::asksADepartment()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    QCOMPARE(told(f, u"finance"_s), QStringList(u"asked finance seller Tester -"_s));
    QCOMPARE(told(f, u"finance2"_s), told(f, u"finance"_s));
    QCOMPARE(told(f, u"creative"_s), QStringList());
    QCOMPARE(told(f, u"seller"_s), QStringList());
    QCOMPARE(f.value(u"SELECT reference_number || ' ' || deal_name FROM notices WHERE user_id = ?"_s, {f.user(u"finance"_s)}).toString(),
             f.value(u"SELECT reference_number || ' ' || deal_name FROM deals"_s).toString());
    f.decide(u"finance"_s, deal, u"finance"_s);
    QCOMPARE(told(f, u"finance2"_s), QStringList()); // an invitation lapses with its task
}

void TestNotices::asksALevel()
{
    CommandFixture f;
    f.dealInStage2();
    QCOMPARE(told(f, u"vp"_s), QStringList(u"asked vp trading Tester -"_s));
    QCOMPARE(told(f, u"svp"_s), QStringList()); // may, but is not asked
}

void TestNotices::tellsWhoWasGivenATask()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QJsonObject task{{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}, {u"assignee_id"_s, f.user(u"finance2"_s)}};
    f.done(u"assign"_s, u"admin"_s, deal, task);
    QCOMPARE(told(f, u"finance2"_s), QStringList({u"asked finance seller Tester -"_s, u"assigned finance admin Tester -"_s}));
    QCOMPARE(told(f, u"finance"_s), QStringList(u"asked finance seller Tester -"_s));
    f.done(u"release"_s, u"finance2"_s, deal, task);
    f.done(u"claim"_s, u"finance2"_s, deal, task);
    QCOMPARE(told(f, u"finance2"_s), QStringList(u"asked finance seller Tester -"_s)); // now it was one's own doing
}

void TestNotices::tellsTheOwnerOfDecisions()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.decide(u"finance"_s, deal, u"finance"_s, u"request_revision"_s, u"margin too low"_s);
    f.done(u"rescind"_s, u"finance"_s, deal,
           {{u"approval_id"_s, f.value(u"SELECT id FROM deal_approvals WHERE status = 'revision_requested'"_s).toLongLong()},
            {u"reason"_s, u"misread"_s}});
    f.decide(u"finance"_s, deal, u"finance"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    QCOMPARE(told(f, u"seller"_s),
             QStringList({u"revision_requested finance finance Tester margin too low"_s, u"rescinded finance finance Tester misread"_s}));
    f.decide(u"vp"_s, deal, u"vp"_s);
    QCOMPARE(told(f, u"seller"_s).constLast(), u"approved vp vp Tester -"_s);
    QCOMPARE(told(f, u"legal"_s), QStringList(u"approved vp vp Tester -"_s));
    // taken back and given again, it is one turn of legal's, and two things that happened to the owner's deal
    f.done(
        u"rescind"_s, u"vp"_s, deal,
        {{u"approval_id"_s, f.value(u"SELECT id FROM deal_approvals WHERE approval_stage = 2"_s).toLongLong()}, {u"reason"_s, QString()}});
    f.decide(u"vp"_s, deal, u"vp"_s);
    QCOMPARE(told(f, u"legal"_s), QStringList(u"approved vp vp Tester -"_s));
    f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"contract_drafting"_s}});
    QCOMPARE(told(f, u"legal"_s), QStringList());
    QCOMPARE(told(f, u"seller"_s).size(), 5);
    const qint64 other = f.dealInStage2();
    f.decide(u"vp"_s, other, u"vp"_s, u"reject"_s, u"not worth it"_s);
    QCOMPARE(told(f, u"seller"_s).constLast(), u"rejected vp vp Tester not worth it"_s);
}

void TestNotices::tellsOfComments()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"comment"_s, u"creative"_s, deal, {{u"body"_s, u"which campaign?"_s}});
    f.done(u"comment"_s, u"seller"_s, deal, {{u"body"_s, u"the summer's"_s}});
    QCOMPARE(told(f, u"seller"_s), QStringList(u"commented - creative Tester which campaign?"_s));
    QVERIFY(!told(f, u"finance"_s).contains(u"commented - seller Tester the summer's"_s));
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}});
    QVERIFY(told(f, u"finance"_s).contains(u"commented - seller Tester the summer's"_s));
    QCOMPARE(told(f, u"creative"_s), QStringList());
}

void TestNotices::tellsOfTheClock()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 task = f.taskOf(deal, u"finance"_s);
    sql(f, u"UPDATE approval_departments SET default_assignee = %1 WHERE department = 'finance'"_s.arg(f.user(u"finance2"_s)));
    const auto step = [&](const QString &column) {
        sql(f, u"UPDATE deal_approvals SET %1 = created_at WHERE id = %2"_s.arg(column).arg(task));
        QCOMPARE(f.done(u"tick"_s, u"seller2"_s, {}, {}).value("steps"_L1).toInt(), 1);
    };
    step(u"remind_at"_s);
    QCOMPARE(told(f, u"finance"_s).constLast(), u"reminder finance - -"_s);
    QCOMPARE(told(f, u"finance2"_s).constLast(), u"reminder finance - -"_s); // nobody's: the queue's
    QCOMPARE(told(f, u"seller"_s), QStringList());
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, task}});
    QVERIFY(!told(f, u"finance2"_s).contains(u"reminder finance - -"_s));
    step(u"due_date"_s);
    QCOMPARE(told(f, u"seller"_s), QStringList(u"overdue finance - -"_s));
    step(u"escalate_at"_s);
    QCOMPARE(told(f, u"finance2"_s).constLast(), u"escalated finance - finance2 Tester"_s);
    QCOMPARE(told(f, u"seller"_s).constLast(), u"escalated finance - finance2 Tester"_s);
    QVERIFY(!told(f, u"finance"_s).contains(u"escalated finance - finance2 Tester"_s));
    f.decide(u"finance"_s, deal, u"finance"_s);
    QCOMPARE(told(f, u"finance2"_s), QStringList());
    QCOMPARE(told(f, u"seller"_s).size(), 2);
}

void TestNotices::keepsTheClockInTheHistory()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    for (const QString &instant : {u"remind_at"_s, u"due_date"_s, u"escalate_at"_s}) {
        sql(f, u"UPDATE deal_approvals SET %1 = created_at WHERE department = 'finance'"_s.arg(instant));
        QCOMPARE(f.done(u"tick"_s, u"seller2"_s, {}, {}).value("steps"_L1).toInt(), 1);
    }
    QCOMPARE(
        f.column(u"SELECT source || ' ' || what || ' ' || detail || ' ' || actor_name FROM deal_history "
                 "WHERE deal_id = ? AND (source = 'clock' OR what = 'escalate') ORDER BY occurred_at, what DESC"_s,
                 {deal}),
        QStringList({u"clock reminder finance Deal Desk"_s, u"clock overdue finance Deal Desk"_s, u"action escalate finance Deal Desk"_s}));
    QVERIFY(f.column(u"SELECT name FROM history_actors"_s).contains(u"Deal Desk"_s));
}

void TestNotices::tellsDelegates()
{
    CommandFixture f;
    const auto delegation = [&f](const QString &from, const QString &to) {
        const QString now = f.value(u"SELECT max(created_at) FROM users"_s).toString();
        const auto at = [&now](const QString &days) {
            return QDateTime::fromString(now, Qt::ISODateWithMs).addDays(days.toInt()).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
        };
        sql(f,
            u"INSERT INTO delegations (delegator_id, delegate_id, starts_at, ends_at, comment, created_by) VALUES (%1, %2, '%3', '%4', 'away', %1)"_s
                .arg(QString::number(f.user(u"vp"_s)), QString::number(f.user(u"svp"_s)), at(from), at(to)));
    };
    delegation(u"1"_s, u"5"_s);
    QCOMPARE(told(f, u"svp"_s), QStringList()); // not yet
    delegation(u"-1"_s, u"5"_s);
    QCOMPARE(told(f, u"svp"_s), QStringList(u"delegated - vp Tester away"_s));
    QCOMPARE(f.value(u"SELECT on_behalf_of_name FROM notices WHERE user_id = ?"_s, {f.user(u"svp"_s)}).toString(), u"vp Tester"_s);
    QCOMPARE(told(f, u"vp"_s), QStringList());
}

void TestNotices::forgetsAfterTwoWeeks()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QString author = QString::number(f.user(u"creative"_s));
    for (const auto &[body, days] : {std::pair{u"recent"_s, -13}, std::pair{u"old"_s, -15}}) {
        const QString at = QDateTime::currentDateTimeUtc().addDays(days).toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
        sql(f,
            u"INSERT INTO deal_comments (deal_id, author_id, author_name, body, created_at) VALUES (%1, %2, 'creative Tester', '%3', '%4')"_s
                .arg(QString::number(deal), author, body, at));
    }
    QCOMPARE(told(f, u"seller"_s), QStringList(u"commented - creative Tester recent"_s));
}

void TestNotices::marksRead()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const auto unread = [&f](const QString &name) {
        return f.value(u"SELECT count(*) FROM notices WHERE user_id = ? AND NOT is_read"_s, {f.user(name)}).toInt();
    };
    f.done(u"comment"_s, u"creative"_s, deal, {{u"body"_s, u"first"_s}});
    const QString first = f.value(u"SELECT max(occurred_at) FROM notices WHERE user_id = ?"_s, {f.user(u"seller"_s)}).toString();
    QTest::qWait(2); // instants have milliseconds
    f.done(u"comment"_s, u"creative"_s, deal, {{u"body"_s, u"second"_s}});
    QCOMPARE(unread(u"seller"_s), 2);
    QCOMPARE(f.done(u"read_notices"_s, u"seller"_s, {}, {{u"up_to"_s, first}}).isEmpty(), false);
    QCOMPARE(unread(u"seller"_s), 1);
    QCOMPARE(unread(u"finance"_s), 1); // everybody reads for themselves
    const QString second = f.value(u"SELECT max(occurred_at) FROM notices WHERE user_id = ?"_s, {f.user(u"seller"_s)}).toString();
    f.done(u"read_notices"_s, u"seller"_s, {}, {{u"up_to"_s, second}});
    f.done(u"read_notices"_s, u"seller"_s, {}, {{u"up_to"_s, first}}); // a slower window
    QCOMPARE(unread(u"seller"_s), 0);
}

void TestNotices::refusesMarks()
{
    CommandFixture f;
    QCOMPARE(f.refusal(u"read_notices"_s, u"seller"_s, {}, {}), u"invalid"_s);
    QCOMPARE(f.refusal(u"read_notices"_s, u"seller"_s, {}, {{u"up_to"_s, u"yesterday"_s}}), u"invalid"_s);
    QCOMPARE(f.refusal(u"read_notices"_s, u"seller"_s, {}, {{u"up_to"_s, u"2999-01-01T00:00:00.000Z"_s}}), u"invalid"_s);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
