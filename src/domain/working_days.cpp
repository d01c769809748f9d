#include "domain/business_clock.h"

#include <QTimeZone>

#include <algorithm>

namespace dealdesk {

QList<WorkingDay> workingDays(const BusinessCalendar &calendar, const QDate &from, const QDate &until)
{
    const QTimeZone zone(calendar.timeZone.toLatin1());
    if (!zone.isValid() || calendar.closesAt <= calendar.opensAt)
        return {};
    const auto isHoliday = [&calendar](const QDate &day) {
        return std::any_of(calendar.holidays.cbegin(), calendar.holidays.cend(),
                           [&day](const Holiday &holiday) { return holiday.day == day; });
    };
    QList<WorkingDay> days;
    qint64 worked = 0;
    for (QDate day = from; day <= until; day = day.addDays(1)) {
        if (!calendar.workDays.contains(day.dayOfWeek()) || isHoliday(day))
            continue;
        const auto instant = [&](const QTime &time) { return QDateTime(day, time, zone).toUTC(); };
        const WorkingDay open{int(days.size()) + 1,       day,   instant(calendar.opensAt), instant(calendar.cutoffAt),
                              instant(calendar.closesAt), worked};
        if (open.cutoffAt <= open.opensAt || open.closesAt < open.cutoffAt)
            continue; // the clocks moved over its hours
        worked += open.opensAt.msecsTo(open.closesAt);
        days.append(open);
    }
    return days;
}

BusinessCalendar firstCalendarFor(std::optional<Region> region)
{
    BusinessCalendar calendar;
    calendar.name = QStringLiteral("Eastern");
    if (region == Region::Midwest) {
        calendar.name = QStringLiteral("Central");
        calendar.timeZone = QStringLiteral("America/Chicago");
    } else if (region == Region::West) {
        calendar.name = QStringLiteral("Pacific");
        calendar.timeZone = QStringLiteral("America/Los_Angeles");
    }
    return calendar;
}

BusinessClock firstClockFor(std::optional<Region> region, const QDate &day)
{
    return BusinessClock(workingDays(firstCalendarFor(region), day.addDays(-7), day.addDays(28)));
}

} // namespace dealdesk
