#include "domain/term.h"

namespace dealdesk {

QDate termEndFor(QDate start, int months)
{
    if (!start.isValid() || months < 1)
        return {};
    const QDate anniversary = start.addMonths(months);
    return anniversary.day() == start.day() ? anniversary.addDays(-1) : anniversary;
}

std::optional<int> termMonths(QDate start, QDate end)
{
    if (!start.isValid() || !end.isValid() || end <= start)
        return std::nullopt;
    const int calendarMonths = (end.year() - start.year()) * 12 + end.month() - start.month();
    int months = calendarMonths + 1;
    while (months > 0 && termEndFor(start, months) > end)
        --months;
    return months;
}

} // namespace dealdesk
