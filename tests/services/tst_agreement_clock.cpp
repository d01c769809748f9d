#include "support/services/services_fixture.h"

#include "data/rows.h"
#include "services/calendar_service.h"
#include "services/clock_ticker.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QDateTime instant(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

WorkingDay dayFrom(const Query &row)
{
    return {int(row.integer(0)),  QDate::fromString(row.text(1), Qt::ISODate),
            instant(row.text(2)), instant(row.text(3)),
            instant(row.text(4)), row.integer(5)};
}

struct StoredClock {
    QString priority;
    TaskClock clock;
};

StoredClock clockFrom(const Query &row)
{
    return {row.text(0), {instant(row.text(1)), instant(row.text(2)), instant(row.text(3)), instant(row.text(4))}};
}

/// Any hours, days and zone; holidays about now.
BusinessCalendar anyCalendar(QRandomGenerator &random)
{
    static const QStringList zones{u"America/New_York"_s, u"America/Los_Angeles"_s, u"Europe/Berlin"_s,    u"Asia/Kolkata"_s,
                                   u"Asia/Tokyo"_s,       u"Australia/Lord_Howe"_s, u"Pacific/Auckland"_s, u"America/St_Johns"_s,
                                   u"Africa/Cairo"_s,     u"Pacific/Kiritimati"_s};
    BusinessCalendar calendar;
    calendar.name = u"Pacific"_s;
    calendar.timeZone = zones.at(random.bounded(zones.size()));
    calendar.workDays.clear();
    for (int day = 1; day <= 7; ++day) {
        if (random.bounded(10) < 7)
            calendar.workDays.append(day);
    }
    if (calendar.workDays.isEmpty())
        calendar.workDays.append(3);
    calendar.opensAt = QTime(random.bounded(4, 14), random.bounded(60));
    calendar.cutoffAt = calendar.opensAt.addSecs(60 * random.bounded(1, 300));
    calendar.closesAt = calendar.cutoffAt.addSecs(60 * random.bounded(0, 240));
    for (int i = -5; i < 15; ++i) {
        if (random.bounded(5) == 0)
            calendar.holidays.append({QDate::currentDate().addDays(i), {}});
    }
    return calendar;
}

} // namespace

/// The clock of the domain and that of the stored logic, on the same calendars.
class TestAgreementClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<ServicesFixture>(); }
    void worksOutTheFirstCalendars();
    void countsOnAnyCalendar();
    void paces();
    void ticksAtOnce();

private:
    Connection &owner() { return m_fixture->database().owner(); }

    std::unique_ptr<ServicesFixture> m_fixture;
};

void TestAgreementClock::worksOutTheFirstCalendars()
{
    const QList<CalendarRecord> calendars = awaitValue(CalendarService(m_fixture->admin()).list());
    QCOMPARE(calendars.size(), 3);
    const int year = QDateTime::currentDateTimeUtc().date().year();
    for (const CalendarRecord &record : calendars) {
        const auto stored = readRows(
            owner(),
            u"SELECT day_number, day, opens_at, cutoff_at, closes_at, worked_before FROM calendar_days WHERE calendar_id = ? ORDER BY day_number"_s,
            {record.id}, dayFrom);
        QVERIFY(stored);
        QVERIFY2(*stored == workingDays(record.calendar, QDate(year - 1, 1, 1), QDate(year + 10, 12, 31)),
                 qPrintable(record.calendar.name));
        for (const Region region : record.regions)
            QCOMPARE(firstCalendarFor(region), record.calendar);
        QCOMPARE(record.isDefault, record.calendar == firstCalendarFor(std::nullopt));
    }
}

void TestAgreementClock::countsOnAnyCalendar()
{
    for (const Priority priority : allOf<Priority>()) {
        DealDraft draft = ServicesFixture::completeDraft();
        draft.region = Region::West;
        draft.priority = priority;
        QVERIFY(await(DealService(m_fixture->seller()).saveDraft({}, {}, DraftType::SubmissionDraft, draft)));
    }
    QRandomGenerator random(4711);
    const CalendarService service(m_fixture->admin());
    for (int i = 0; i < 40; ++i) {
        CalendarRecord record;
        for (const CalendarRecord &candidate : awaitValue(service.list())) {
            if (candidate.regions.contains(Region::West))
                record = candidate;
        }
        record.calendar = anyCalendar(random);
        const Status saved = await(service.save(record));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        const int year = QDate::currentDate().year();
        const BusinessClock clock(workingDays(record.calendar, QDate(year - 1, 1, 1), QDate(year + 10, 12, 31)));
        const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
        const auto stored = readRows(owner(),
                                     u"SELECT c.priority, c.clock_started_at, c.remind_at, c.due_at, c.escalate_at FROM deal_clock c "
                                     "JOIN deals d ON d.id = c.deal_id WHERE d.region = 'west'"_s,
                                     {}, clockFrom);
        const QDateTime after = QDateTime::currentDateTimeUtc().addMSecs(1);
        QVERIFY(stored);
        QCOMPARE(stored->size(), 4);
        for (const StoredClock &row : *stored) {
            const int days = businessDaysFor(fromCode<ApprovalPriority>(row.priority).value());
            const QString what = u"%1 at %2"_s.arg(record.calendar.timeZone, row.clock.startedAt.toString(Qt::ISODateWithMs));
            QVERIFY2(row.clock == clock.clockOf(row.clock.startedAt, days), qPrintable(what));
            QVERIFY2(row.clock.startedAt >= clock.clockOf(before, days).startedAt
                         && row.clock.startedAt <= clock.clockOf(after, days).startedAt,
                     qPrintable(what));
        }
    }
}

void TestAgreementClock::paces()
{
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(ClockTicker::pause() >= std::chrono::seconds(45));
        QVERIFY(ClockTicker::pause() < std::chrono::seconds(75));
    }
}

void TestAgreementClock::ticksAtOnce()
{
    m_fixture->submit(ServicesFixture::completeDraft(), m_fixture->seller());
    const QString late = u"UPDATE deal_approvals SET remind_at = created_at, due_date = created_at, escalate_at = created_at"_s;
    QVERIFY(owner().execute(late, late));
    ClockTicker first(m_fixture->session(u"seller2"_s));
    QSignalSpy ticked(&first, &ClockTicker::ticked);
    QTRY_COMPARE(ticked.size(), 1);
    QCOMPARE(ticked.first().first().toInt(), 6);
    ClockTicker second(m_fixture->session(u"finance"_s));
    QSignalSpy tickedAgain(&second, &ClockTicker::ticked);
    QTRY_COMPARE(tickedAgain.size(), 1);
    QCOMPARE(tickedAgain.first().first().toInt(), 0);
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestAgreementClock)
#include "tst_agreement_clock.moc"
