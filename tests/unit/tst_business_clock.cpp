#include "domain/business_clock.h"

#include <QTest>
#include <QTimeZone>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHour = 3'600'000;

/// 2026-01-05 is a Monday. `time` as "Mon 09:00", counted from that week on; "+Mon" is the Monday after.
QDateTime eastern(const QString &time)
{
    static const QStringList days{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    const QString text = time.startsWith(u'+') ? time.mid(1) : time;
    const int day = int(days.indexOf(text.left(3))) + (time.startsWith(u'+') ? 7 : 0);
    return QDateTime(QDate(2026, 1, 5).addDays(day), QTime::fromString(text.mid(4), u"HH:mm"_s), QTimeZone("America/New_York"));
}

BusinessCalendar calendarWith(const QList<Holiday> &holidays = {})
{
    BusinessCalendar calendar;
    calendar.holidays = holidays;
    return calendar;
}

BusinessClock clockWith(const QList<Holiday> &holidays = {})
{
    return BusinessClock(workingDays(calendarWith(holidays), QDate(2025, 12, 1), QDate(2026, 12, 31)));
}

} // namespace

/// The table "Clock" of the golden cases, and what lies beside it. tests/sql/tst_clock.cpp has the same cases against the stored logic.
class TestBusinessClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void due_data();
    void due();
    void dueOverTheChangeOfClocks();
    void eightBusinessHours();
    void withTheOwner();
    void theLadder();
    void countsWorkingTime();
    void positionsAndInstantsAreInverse();
    void goesOnWithoutDays();
    void worksOutDays();
    void refusesWhatIsNoCalendar();
    void daysByPriority();
    void firstCalendars();
};

void TestBusinessClock::due_data()
{
    QTest::addColumn<QString>("arrival");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("due");
    QTest::newRow("Friday before the cut-off") << u"Fri 15:00"_s << 1 << u"+Mon 17:00"_s;
    QTest::newRow("Friday after the cut-off") << u"Fri 16:30"_s << 1 << u"+Tue 17:00"_s;
    QTest::newRow("at the cut-off") << u"Fri 16:00"_s << 1 << u"+Mon 17:00"_s;
    QTest::newRow("Saturday") << u"Sat 11:00"_s << 1 << u"+Tue 17:00"_s;
    QTest::newRow("before the day opens") << u"Mon 07:00"_s << 1 << u"Tue 17:00"_s;
    QTest::newRow("two days") << u"Mon 09:00"_s << 2 << u"Wed 17:00"_s;
    QTest::newRow("three days over a weekend") << u"Thu 10:00"_s << 3 << u"+Tue 17:00"_s;
}

void TestBusinessClock::due()
{
    QFETCH(const QString, arrival);
    QFETCH(const int, days);
    QFETCH(const QString, due);
    QCOMPARE(clockWith().dueAfter(eastern(arrival), days), eastern(due));
    QCOMPARE(clockWith().dueAfter(eastern(arrival), days).offsetFromUtc(), 0);
}

void TestBusinessClock::dueOverTheChangeOfClocks()
{
    // the clocks go forward on Sunday, 8 March 2026, and back on 1 November
    const QTimeZone zone("America/New_York");
    QCOMPARE(clockWith().dueAfter(QDateTime(QDate(2026, 3, 6), QTime(15, 0), zone), 1).toString(Qt::ISODate), u"2026-03-09T21:00:00Z"_s);
    QCOMPARE(clockWith().dueAfter(QDateTime(QDate(2026, 10, 30), QTime(15, 0), zone), 1).toString(Qt::ISODate), u"2026-11-02T22:00:00Z"_s);
    QCOMPARE(clockWith({{QDate(2026, 1, 9), u"Day off"_s}}).dueAfter(eastern(u"Thu 12:00"_s), 1), eastern(u"+Mon 17:00"_s));
}

void TestBusinessClock::eightBusinessHours()
{
    QCOMPARE(clockWith().after(eastern(u"Mon 10:00"_s), 8 * kHour), eastern(u"Tue 10:00"_s));
    QCOMPARE(clockWith().after(eastern(u"Mon 09:00"_s), 8 * kHour), eastern(u"Mon 17:00"_s));
    QCOMPARE(clockWith().after(eastern(u"Sat 11:00"_s), kHour), eastern(u"+Mon 10:00"_s));
    QCOMPARE(clockWith().after(eastern(u"Sat 11:00"_s), 0), eastern(u"Sat 11:00"_s));
}

void TestBusinessClock::withTheOwner()
{
    const BusinessClock clock = clockWith();
    const TaskClock before = clock.clockOf(eastern(u"Mon 09:00"_s), 2);
    QCOMPARE(before.dueAt, eastern(u"Wed 17:00"_s));
    const TaskClock after = clock.moved(before, eastern(u"Mon 12:00"_s), eastern(u"Wed 12:00"_s));
    QCOMPARE(after.dueAt, eastern(u"Fri 17:00"_s));
    QCOMPARE(after.remindAt, eastern(u"Thu 13:00"_s));
    QCOMPARE(after.escalateAt, eastern(u"+Mon 17:00"_s));
    QCOMPARE(clock.workingTime(after.startedAt, after.dueAt), clock.workingTime(before.startedAt, before.dueAt));
    QCOMPARE(clock.moved(before, eastern(u"Sat 12:00"_s), eastern(u"Sun 12:00"_s)), before);
}

void TestBusinessClock::theLadder()
{
    const TaskClock onMonday = clockWith().clockOf(eastern(u"Mon 10:00"_s), 1);
    QCOMPARE(onMonday.startedAt, eastern(u"Mon 10:00"_s));
    QCOMPARE(onMonday.remindAt, eastern(u"Tue 09:30"_s)); // 15 hours in all
    QCOMPARE(onMonday.dueAt, eastern(u"Tue 17:00"_s));
    QCOMPARE(onMonday.escalateAt, eastern(u"Wed 17:00"_s));
    const TaskClock late = clockWith().clockOf(eastern(u"Fri 16:30"_s), 1);
    QCOMPARE(late.startedAt, eastern(u"+Mon 09:00"_s));
    QCOMPARE(late.remindAt, eastern(u"+Mon 17:00"_s));
    QCOMPARE(late.escalateAt, eastern(u"+Wed 17:00"_s));
}

void TestBusinessClock::countsWorkingTime()
{
    QCOMPARE(clockWith().workingTime(eastern(u"Mon 12:00"_s), eastern(u"Wed 12:00"_s)), 16 * kHour);
    QCOMPARE(clockWith().workingTime(eastern(u"Fri 16:30"_s), eastern(u"+Mon 09:30"_s)), kHour);
    QCOMPARE(clockWith().workingTime(eastern(u"Sat 10:00"_s), eastern(u"Sun 10:00"_s)), qint64(0));
    QCOMPARE(clockWith().workingTime(eastern(u"Tue 12:00"_s), eastern(u"Mon 12:00"_s)), -8 * kHour);
}

void TestBusinessClock::positionsAndInstantsAreInverse()
{
    const BusinessClock clock = clockWith({{QDate(2026, 1, 7), {}}});
    const QDateTime start = eastern(u"Mon 09:00"_s);
    for (qint64 time = 1; time < 100 * kHour; time += 37 * 60'000)
        QCOMPARE(clock.workingTime(start, clock.after(start, time)), time);
}

void TestBusinessClock::goesOnWithoutDays()
{
    const QDateTime noon(QDate(2026, 1, 5), QTime(12, 0), QTimeZone::utc());
    for (const BusinessClock &clock :
         {BusinessClock({}), BusinessClock(workingDays(calendarWith(), QDate(2024, 1, 1), QDate(2024, 2, 1)))}) {
        const TaskClock task = clock.clockOf(noon, 2);
        QCOMPARE(task, (TaskClock{noon, noon.addDays(1), noon.addDays(2), noon.addDays(3)}));
        QCOMPARE(clock.moved(task, noon, noon.addDays(1)).dueAt, noon.addDays(3));
    }
    const BusinessClock later(workingDays(calendarWith(), QDate(2027, 1, 1), QDate(2027, 2, 1)));
    QCOMPARE(later.workingTime(noon, noon.addDays(1)), 24 * kHour);
}

void TestBusinessClock::worksOutDays()
{
    BusinessCalendar calendar = calendarWith({{QDate(2026, 3, 10), u"Day off"_s}});
    calendar.workDays = {2, 6};
    const QList<WorkingDay> days = workingDays(calendar, QDate(2026, 3, 3), QDate(2026, 3, 17));
    QStringList found;
    for (const WorkingDay &day : days)
        found += u"%1 %2 %3 %4"_s.arg(day.number)
                     .arg(day.day.toString(Qt::ISODate), day.opensAt.toString(Qt::ISODate))
                     .arg(day.workedBefore / kHour);
    QCOMPARE(found,
             (QStringList{u"1 2026-03-03 2026-03-03T14:00:00Z 0"_s, u"2 2026-03-07 2026-03-07T14:00:00Z 8"_s,
                          u"3 2026-03-14 2026-03-14T13:00:00Z 16"_s, u"4 2026-03-17 2026-03-17T13:00:00Z 24"_s}));
}

void TestBusinessClock::refusesWhatIsNoCalendar()
{
    BusinessCalendar nowhere;
    nowhere.timeZone = u"Mars/Olympus"_s;
    QVERIFY(workingDays(nowhere, QDate(2026, 1, 1), QDate(2026, 2, 1)).isEmpty());
    BusinessCalendar idle;
    idle.workDays.clear();
    QVERIFY(workingDays(idle, QDate(2026, 1, 1), QDate(2026, 2, 1)).isEmpty());
    BusinessCalendar backwards;
    backwards.closesAt = backwards.opensAt;
    QVERIFY(workingDays(backwards, QDate(2026, 1, 1), QDate(2026, 2, 1)).isEmpty());
}

void TestBusinessClock::daysByPriority()
{
    QCOMPARE(businessDaysFor(ApprovalPriority::Urgent), 1);
    QCOMPARE(businessDaysFor(ApprovalPriority::High), 2);
    QCOMPARE(businessDaysFor(ApprovalPriority::Normal), 3);
}

void TestBusinessClock::firstCalendars()
{
    const QDateTime noonInUtc(QDate(2026, 1, 5), QTime(15, 0), QTimeZone::utc());
    const auto due = [&](std::optional<Region> region) {
        return firstClockFor(region, noonInUtc.date()).dueAfter(noonInUtc, 1).toString(Qt::ISODate);
    };
    QCOMPARE(due(std::nullopt), u"2026-01-06T22:00:00Z"_s);
    QCOMPARE(due(Region::South), u"2026-01-06T22:00:00Z"_s);
    QCOMPARE(due(Region::Midwest), u"2026-01-06T23:00:00Z"_s);
    QCOMPARE(due(Region::West), u"2026-01-07T01:00:00Z"_s);
}

QTEST_GUILESS_MAIN(TestBusinessClock)
#include "tst_business_clock.moc"
