#include "clock_desk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// The golden cases of the clock against the stored logic (tests/unit/tst_business_clock.cpp has them against the domain): due dates, the
/// pause while a deal is with its owner, and the steps that a tick writes.
class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void due_data();
    void due();
    void theLadder();
    void standsStillWithTheOwner();
    void goesOnWhereItStood();
    void beginsAnewForWhoDecided();
    void goesOnAfterARecall();
    void writesEachStepOnce();
    void tellsWhenMissedStepsWereDue();
    void addsTheDefaultAssignee();
    void addsNobodyWhoMayNotDecide();
    void addsTheNextLevel();
    void remindsNobodyTwice();
    void letsNobodyElseWriteSteps_data();
    void letsNobodyElseWriteSteps();
    void fallsBackToCalendarDays();
    void needsAttentionAfterThreeBusinessDays();
};

void TestClock::due_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("holiday");
    QTest::addColumn<QString>("priority");
    QTest::addColumn<QString>("due");
    QTest::newRow("Friday before the cut-off") << u"Fri 15:00"_s << QString() << u"critical"_s << u"+Mon 17:00"_s;
    QTest::newRow("Friday after the cut-off") << u"Fri 16:30"_s << QString() << u"critical"_s << u"+Tue 17:00"_s;
    QTest::newRow("Saturday") << u"Sat 11:00"_s << QString() << u"critical"_s << u"+Tue 17:00"_s;
    QTest::newRow("before a holiday") << u"Thu 12:00"_s << u"Fri"_s << u"critical"_s << u"+Mon 17:00"_s;
    QTest::newRow("on a holiday") << u"Wed 12:00"_s << u"Wed"_s << u"critical"_s << u"Fri 17:00"_s;
    QTest::newRow("high") << u"Mon 09:00"_s << QString() << u"high"_s << u"Wed 17:00"_s;
    QTest::newRow("medium") << u"Thu 10:00"_s << QString() << u"medium"_s << u"+Tue 17:00"_s;
    QTest::newRow("low") << u"Thu 08:00"_s << QString() << u"low"_s << u"+Tue 17:00"_s;
}

void TestClock::due()
{
    QFETCH(QString, now);
    QFETCH(QString, holiday);
    QFETCH(QString, priority);
    QFETCH(QString, due);
    ClockDesk f(now, holiday);
    const qint64 deal = f.submittedAs(priority);
    QCOMPARE(f.column(u"SELECT due_date FROM deal_approvals WHERE deal_id = ? ORDER BY id"_s, {deal}), QStringList(2, f.at(due)));
}

void TestClock::theLadder()
{
    ClockDesk f(u"Sat 11:00"_s);
    const qint64 task = f.taskOf(f.submittedAs(u"critical"_s), u"finance"_s);
    QCOMPARE(f.of(task, u"clock_started_at"_s), f.at(u"+Mon 09:00"_s));
    QCOMPARE(f.of(task, u"remind_at"_s), f.at(u"+Mon 17:00"_s));
    QCOMPARE(f.of(task, u"escalate_at"_s), f.at(u"+Wed 17:00"_s));
    QCOMPARE(f.value(u"SELECT c.name FROM deal_approvals a JOIN calendars c ON c.id = a.calendar_id WHERE a.id = ?"_s, {task}).toString(),
             u"Pacific"_s);
}

void TestClock::standsStillWithTheOwner()
{
    ClockDesk f(u"Thu 18:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 task = f.taskOf(deal, u"finance"_s);
    f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    const QString steps = u"SELECT count(*) FROM clock_steps_due"_s;
    QCOMPARE(f.value(steps).toInt(), 3);
    QCOMPARE(f.value(u"SELECT CASE WHEN is_overdue THEN 1 ELSE 0 END FROM approval_list WHERE id = ?"_s, {task}).toInt(), 1);
    f.decide(u"trading"_s, deal, u"trading"_s, u"request_revision"_s, u"The margin"_s);
    QCOMPARE(f.value(steps).toInt(), 0);
    QCOMPARE(f.value(u"SELECT CASE WHEN is_overdue THEN 1 ELSE 0 END FROM approval_list WHERE id = ?"_s, {task}).toInt(), 0);
    QCOMPARE(f.value(u"SELECT count(*) FROM inbox WHERE approval_id = ? AND NOT is_overdue"_s, {task}).toInt(),
             f.value(u"SELECT count(*) FROM inbox WHERE approval_id = ?"_s, {task}).toInt());
    QCOMPARE(f.value(u"SELECT flow_intelligence FROM deal_list WHERE id = ?"_s, {deal}).toString(), u"on_track"_s);
    QCOMPARE(f.done(u"tick"_s, u"seller2"_s, {}, {}).value("steps"_L1).toInt(), 0);
}

/// Golden: Monday 09:00, two days; with the owner from Monday 12:00 to Wednesday 12:00.
void TestClock::goesOnWhereItStood()
{
    ClockDesk f(u"Wed 12:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 former = f.taskOf(deal, u"finance"_s);
    f.arrived(former, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    f.decide(u"trading"_s, deal, u"trading"_s, u"request_revision"_s, u"The margin"_s);
    f.wentToOwner(deal, u"Mon 12:00"_s);
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}});
    const qint64 task = f.taskOf(deal, u"finance"_s);
    QVERIFY(task != former);
    QCOMPARE(f.value(u"SELECT former_id FROM continued_tasks WHERE approval_id = ?"_s, {task}).toLongLong(), former);
    // what passed between laying the calendar and the command is working time, too: less than a minute
    QVERIFY(f.of(task, u"due_date"_s) >= f.at(u"Fri 17:00"_s) && f.of(task, u"due_date"_s) < f.at(u"+Mon 09:01"_s));
    QVERIFY(f.of(task, u"remind_at"_s) >= f.at(u"Thu 13:00"_s) && f.of(task, u"remind_at"_s) < f.at(u"Thu 13:01"_s));
    QVERIFY(f.of(task, u"escalate_at"_s) >= f.at(u"+Mon 17:00"_s) && f.of(task, u"escalate_at"_s) < f.at(u"+Tue 09:01"_s));
    f.arrived(task, u"Wed 12:00"_s, u"Thu 13:00"_s, u"Fri 17:00"_s, u"+Mon 17:00"_s);
    const auto resumed = [&](const QString &column) {
        return f.value(u"SELECT %1 FROM resumed_clocks WHERE approval_id = ?"_s.arg(column), {former}).toString();
    };
    QCOMPARE(resumed(u"due_at"_s), f.at(u"Fri 17:00"_s));
    QCOMPARE(resumed(u"remind_at"_s), f.at(u"Thu 13:00"_s));
    QCOMPARE(resumed(u"escalate_at"_s), f.at(u"+Mon 17:00"_s));
    QCOMPARE(resumed(u"clock_started_at"_s), f.at(u"Tue 17:00"_s));
}

void TestClock::beginsAnewForWhoDecided()
{
    ClockDesk f(u"Wed 12:00"_s);
    const qint64 deal = f.submittedAs(u"critical"_s);
    f.decide(u"trading"_s, deal, u"trading"_s, u"request_revision"_s, u"The margin"_s);
    f.wentToOwner(deal, u"Mon 12:00"_s);
    QJsonObject draft = CommandFixture::draft();
    draft[u"priority"_s] = u"critical"_s;
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}});
    const qint64 task = f.taskOf(deal, u"trading"_s);
    QCOMPARE(f.of(task, u"due_date"_s), f.at(u"Thu 17:00"_s));
    QVERIFY(f.of(task, u"clock_started_at"_s) >= f.at(u"Wed 12:00"_s));
}

void TestClock::goesOnAfterARecall()
{
    ClockDesk f(u"Wed 12:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    f.arrived(f.taskOf(deal, u"trading"_s), u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    f.done(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"Wait"_s}});
    f.wentToOwner(deal, u"Tue 09:00"_s);
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}});
    const QString due = f.of(f.taskOf(deal, u"trading"_s), u"due_date"_s);
    QVERIFY2(due >= f.at(u"Fri 12:00"_s) && due < f.at(u"Fri 12:01"_s), qPrintable(due));
}

void TestClock::writesEachStepOnce()
{
    ClockDesk f(u"Tue 14:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 task = f.taskOf(deal, u"finance"_s);
    QCOMPARE(f.done(u"tick"_s, u"seller"_s, {}, {}).value("steps"_L1).toInt(), 0);
    f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    QCOMPARE(f.column(u"SELECT step FROM clock_steps_due"_s), QStringList{u"reminder"_s});
    QCOMPARE(f.done(u"tick"_s, u"seller"_s, {}, {}).value("steps"_L1).toInt(), 1);
    QCOMPARE(f.done(u"tick"_s, u"finance"_s, {}, {}).value("steps"_L1).toInt(), 0);
    QCOMPARE(f.column(u"SELECT step FROM approval_clock_steps"_s), QStringList{u"reminder"_s});
    QVERIFY(!f.value(u"SELECT reminded_at FROM approval_list WHERE id = ?"_s, {task}).isNull());
    QCOMPARE(f.value(u"SELECT version FROM deals WHERE id = ?"_s, {deal}).toInt(), 2);
    f.decide(u"finance"_s, deal, u"finance"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM clock_steps_due"_s).toInt(), 0);
}

/// All clients were closed for a week.
void TestClock::tellsWhenMissedStepsWereDue()
{
    ClockDesk f(u"+Thu 10:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    const QString opened = f.value(u"SELECT max(changed_at) FROM deal_status_history"_s).toString();
    f.arrived(f.taskOf(deal, u"finance"_s), u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    QCOMPARE(f.done(u"tick"_s, u"seller2"_s, {}, {}).value("steps"_L1).toInt(), 3);
    QCOMPARE(f.column(u"SELECT step FROM approval_clock_steps ORDER BY due_at"_s),
             (QStringList{u"reminder"_s, u"overdue"_s, u"escalation"_s}));
    QCOMPARE(f.column(u"SELECT due_at FROM approval_clock_steps ORDER BY due_at"_s),
             (QStringList{f.at(u"Tue 13:00"_s), f.at(u"Wed 17:00"_s), f.at(u"Thu 17:00"_s)}));
    QCOMPARE(f.value(u"SELECT count(*) FROM approval_clock_steps WHERE noticed_at >= ?"_s, {opened}).toInt(), 3);
    QCOMPARE(f.value(u"SELECT flow_intelligence FROM deal_list WHERE id = ?"_s, {deal}).toString(), u"needs_attention"_s);
}

void TestClock::addsTheDefaultAssignee()
{
    ClockDesk f(u"Fri 10:00"_s);
    const QJsonObject finance{{u"department"_s, u"finance"_s},
                              {u"display_name"_s, u"Finance"_s},
                              {u"default_assignee"_s, f.user(u"finance2"_s)},
                              {u"incentive_types"_s, QJsonArray{u"Financial"_s, u"Resources"_s}},
                              {u"always_required"_s, 1},
                              {u"is_active"_s, 1}};
    QVERIFY(f.runOn(f.value(u"SELECT version FROM approval_departments WHERE department = 'finance'"_s).toLongLong(), u"save_department"_s,
                    u"admin"_s, finance));
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 task = f.taskOf(deal, u"finance"_s);
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, task}});
    f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    f.done(u"tick"_s, u"seller"_s, {}, {});
    QCOMPARE(f.value(u"SELECT escalated_to FROM approval_clock_steps WHERE step = 'escalation'"_s).toLongLong(), f.user(u"finance2"_s));
    // the first keeps the task
    QCOMPARE(f.of(task, u"assigned_to"_s).toLongLong(), f.user(u"finance"_s));
    QCOMPARE(f.column(u"SELECT performed_by_name || ': ' || comments FROM approval_actions WHERE action_type = 'escalate'"_s),
             QStringList{u"Deal Desk: finance2 Tester"_s});
    QVERIFY(f.value(u"SELECT performed_by FROM approval_actions WHERE action_type = 'escalate'"_s).isNull());
    QCOMPARE(f.value(u"SELECT escalated_to_name FROM approval_list WHERE id = ?"_s, {task}).toString(), u"finance2 Tester"_s);
}

/// The default assignee went to another department.
void TestClock::addsNobodyWhoMayNotDecide()
{
    ClockDesk f(u"Fri 10:00"_s);
    const QJsonObject finance{{u"department"_s, u"finance"_s},
                              {u"display_name"_s, u"Finance"_s},
                              {u"default_assignee"_s, f.user(u"trading"_s)},
                              {u"incentive_types"_s, QJsonArray{u"Financial"_s, u"Resources"_s}},
                              {u"always_required"_s, 1},
                              {u"is_active"_s, 1}};
    QVERIFY(f.runOn(f.value(u"SELECT version FROM approval_departments WHERE department = 'finance'"_s).toLongLong(), u"save_department"_s,
                    u"admin"_s, finance));
    const qint64 deal = f.submittedAs(u"high"_s);
    const qint64 task = f.taskOf(deal, u"finance"_s);
    f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    f.done(u"tick"_s, u"seller"_s, {}, {});
    QCOMPARE(f.value(u"SELECT count(*) FROM approval_clock_steps WHERE step = 'escalation' AND escalated_to IS NULL"_s).toInt(), 1);
}

void TestClock::addsTheNextLevel()
{
    ClockDesk f(u"Fri 10:00"_s);
    for (const auto &[cents, level] : {std::pair{qint64(48'000'000), u"svp"_s}, std::pair{qint64(90'000'000), QString()}}) {
        const qint64 deal = f.dealInStage2(cents);
        const qint64 task = f.taskOf(deal, CommandFixture::levelFor(cents));
        f.arrived(task, u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
        QCOMPARE(f.done(u"tick"_s, u"seller"_s, {}, {}).value("steps"_L1).toInt(), 3);
        QCOMPARE(
            f.value(u"SELECT escalated_level FROM approval_clock_steps WHERE step = 'escalation' AND approval_id = ?"_s, {task}).toString(),
            level);
        QCOMPARE(f.value(u"SELECT count(*) FROM approval_actions WHERE action_type = 'escalate' AND approval_id = ?"_s, {task}).toInt(), 1);
    }
}

void TestClock::remindsNobodyTwice()
{
    ClockDesk f(u"Tue 14:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    f.arrived(f.taskOf(deal, u"finance"_s), u"Mon 09:00"_s, u"Tue 13:00"_s, u"Wed 17:00"_s, u"Thu 17:00"_s);
    QCOMPARE(f.done(u"tick"_s, u"seller"_s, {}, {}).value("steps"_L1).toInt(), 1);
    f.done(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"Wait"_s}});
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}});
    QCOMPARE(f.done(u"tick"_s, u"seller"_s, {}, {}).value("steps"_L1).toInt(), 0);
}

void TestClock::letsNobodyElseWriteSteps_data()
{
    QTest::addColumn<QString>("sql");
    const QString columns = u"INSERT INTO approval_clock_steps (approval_id, deal_id, step, due_at) SELECT "_s;
    QTest::newRow("not due") << columns + u"id, deal_id, 'overdue', due_date FROM deal_approvals WHERE department = 'trading'"_s;
    QTest::newRow("due at another time") << columns
            + u"id, deal_id, 'overdue', created_at FROM deal_approvals WHERE department = 'finance'"_s;
    QTest::newRow("changed") << u"UPDATE approval_clock_steps SET due_at = noticed_at"_s;
    QTest::newRow("taken away") << u"DELETE FROM approval_clock_steps"_s;
    QTest::newRow("days") << u"DELETE FROM calendar_days"_s;
    QTest::newRow("holidays") << u"INSERT INTO calendar_holidays (calendar_id, day) VALUES (1, '2026-12-25')"_s;
    QTest::newRow("regions") << u"DELETE FROM calendar_regions"_s;
    QTest::newRow("a calendar") << u"DELETE FROM calendars"_s;
    QTest::newRow("an escalation told")
        << u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by_name) SELECT id, deal_id, 'escalate', 'Deal Desk' FROM deal_approvals WHERE department = 'trading'"_s;
}

void TestClock::letsNobodyElseWriteSteps()
{
    QFETCH(QString, sql);
    ClockDesk f(u"Thu 10:00"_s);
    const qint64 deal = f.submittedAs(u"high"_s);
    f.arrived(f.taskOf(deal, u"finance"_s), u"Mon 09:00"_s, u"Tue 13:00"_s, u"Thu 11:00"_s, u"Fri 17:00"_s);
    f.done(u"tick"_s, u"seller"_s, {}, {});
    const QByteArray before = f.fingerprint();
    QVERIFY(!f.connection().execute(sql, sql));
    QCOMPARE(f.fingerprint(), before);
}

void TestClock::fallsBackToCalendarDays()
{
    ClockDesk f(u"Mon 09:00"_s);
    QJsonObject spent = f.calendar();
    QJsonArray days = spent.value("days"_L1).toArray();
    while (days.size() > 3)
        days.removeLast();
    spent.insert(u"days"_s, days);
    QVERIFY(f.runOn(f.calendarVersion(), u"save_calendar"_s, u"admin"_s, spent));
    const qint64 task = f.taskOf(f.submittedAs(u"critical"_s), u"finance"_s);
    const auto started = QDateTime::fromString(f.of(task, u"clock_started_at"_s), Qt::ISODateWithMs);
    const auto seconds = [&](const QString &column) {
        return started.secsTo(QDateTime::fromString(f.of(task, column), Qt::ISODateWithMs));
    };
    QCOMPARE(seconds(u"remind_at"_s), qint64(12 * 3600));
    QCOMPARE(seconds(u"due_date"_s), qint64(24 * 3600));
    QCOMPARE(seconds(u"escalate_at"_s), qint64(48 * 3600));
}

void TestClock::needsAttentionAfterThreeBusinessDays()
{
    ClockDesk f(u"Thu 10:00"_s);
    const qint64 deal = f.submittedAs(u"low"_s);
    const auto flowSince = [&](const QString &moved) {
        f.connection().execute(u"UPDATE deals SET updated_at = '%1'"_s.arg(f.at(moved)), u"moved"_s);
        return f.value(u"SELECT flow_intelligence FROM deal_list WHERE id = ?"_s, {deal}).toString();
    };
    QCOMPARE(flowSince(u"Mon 16:00"_s), u"needs_attention"_s);
    QCOMPARE(flowSince(u"Tue 09:00"_s), u"on_track"_s);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
