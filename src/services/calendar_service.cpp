#include "services/calendar_service.h"

#include "data/rows.h"
#include "services/command_outcome.h"

#include <QCoroFuture>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kTime = "HH:mm"_L1;
/// How many years after this one due dates are known for.
constexpr int kYearsAhead = 10;

struct HolidayRow {
    qint64 calendar = 0;
    Holiday holiday;
};

QTime timeFrom(const QString &text)
{
    return QTime::fromString(text, kTime);
}

CalendarRecord calendarFrom(const Query &row)
{
    CalendarRecord record;
    record.id = row.integer(0);
    record.calendar.name = row.text(1);
    record.calendar.timeZone = row.text(2);
    record.calendar.workDays.clear();
    for (const QChar day : row.text(3))
        record.calendar.workDays.append(day.digitValue());
    record.calendar.opensAt = timeFrom(row.text(4));
    record.calendar.cutoffAt = timeFrom(row.text(5));
    record.calendar.closesAt = timeFrom(row.text(6));
    record.isDefault = row.flag(7);
    for (const QString &code : row.text(8).split(u',', Qt::SkipEmptyParts)) {
        if (const auto region = fromCode<Region>(code))
            record.regions.append(*region);
    }
    record.workedOutUntil = QDate::fromString(row.text(9), Qt::ISODate);
    record.version = row.integer(10);
    return record;
}

HolidayRow holidayFrom(const Query &row)
{
    return {row.integer(0), {QDate::fromString(row.text(1), Qt::ISODate), row.text(2)}};
}

Result<QList<CalendarRecord>> readCalendars(Connection &connection)
{
    QList<CalendarRecord> calendars;
    QList<HolidayRow> holidays;
    const QList<NamedRead> reads = {{u"calendars"_s, {}, {}}, {u"calendar_holidays"_s, {}, {}}};
    const auto consume = [&](qsizetype index, Query &rows) {
        return index == 0 ? takeRows(rows, calendarFrom, calendars) : takeRows(rows, holidayFrom, holidays);
    };
    if (const Status read = connection.readTogether(reads, consume); !read)
        return failure(read.error());
    QHash<qint64, QList<Holiday>> byCalendar;
    for (const HolidayRow &row : std::as_const(holidays))
        byCalendar[row.calendar].append(row.holiday);
    for (CalendarRecord &record : calendars)
        record.calendar.holidays = byCalendar.value(record.id);
    return calendars;
}

QJsonArray holidaysOf(const BusinessCalendar &calendar)
{
    QJsonArray holidays;
    for (const Holiday &holiday : calendar.holidays)
        holidays.append(QJsonObject{{u"day"_s, holiday.day.toString(Qt::ISODate)}, {u"name"_s, holiday.name.trimmed()}});
    return holidays;
}

QString instantText(const QDateTime &instant)
{
    return instant.toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

/// From the beginning of last year, so that what is still open has its days.
QJsonArray daysOf(const BusinessCalendar &calendar, int thisYear)
{
    QJsonArray days;
    for (const WorkingDay &day : workingDays(calendar, QDate(thisYear - 1, 1, 1), QDate(thisYear + kYearsAhead, 12, 31))) {
        days.append(
            QJsonArray{day.day.toString(Qt::ISODate), instantText(day.opensAt), instantText(day.cutoffAt), instantText(day.closesAt)});
    }
    return days;
}

QJsonObject argumentsOf(const CalendarRecord &record)
{
    const BusinessCalendar &calendar = record.calendar;
    QString workDays;
    for (const int day : calendar.workDays)
        workDays += QString::number(day);
    QJsonArray regions;
    for (const Region region : record.regions)
        regions.append(QString(codeOf(region)));
    return {{u"id"_s, record.id > 0 ? QJsonValue(record.id) : QJsonValue()},
            {u"name"_s, calendar.name.trimmed()},
            {u"time_zone"_s, calendar.timeZone},
            {u"work_days"_s, workDays},
            {u"opens_at"_s, calendar.opensAt.toString(kTime)},
            {u"cutoff_at"_s, calendar.cutoffAt.toString(kTime)},
            {u"closes_at"_s, calendar.closesAt.toString(kTime)},
            {u"is_default"_s, record.isDefault ? 1 : 0},
            {u"regions"_s, regions},
            {u"holidays"_s, holidaysOf(calendar)},
            {u"days"_s, daysOf(calendar, QDate::currentDate().year())}};
}

} // namespace

CalendarService::CalendarService(Session &session) : m_session(session) {}

QCoro::Task<Result<QList<CalendarRecord>>> CalendarService::list() const
{
    auto future = m_session.executor().run(&readCalendars);
    co_return co_await future;
}

QCoro::Task<Status> CalendarService::save(CalendarRecord record) const
{
    const auto version = record.id > 0 ? std::optional(record.version) : std::nullopt;
    return statusOf(m_session.command(u"cmd_save_calendar"_s, {}, version, argumentsOf(record)));
}

} // namespace dealdesk
