#include "domain/business_days.h"

#include <QTimeZone>

namespace dealdesk {

namespace {

bool isBusinessDay(QDate day)
{
    return day.dayOfWeek() <= Qt::Friday;
}

QDate sameOrNextBusinessDay(QDate day)
{
    while (!isBusinessDay(day))
        day = day.addDays(1);
    return day;
}

} // namespace

int businessDaysFor(ApprovalPriority priority)
{
    switch (priority) {
    case ApprovalPriority::Urgent: return 1;
    case ApprovalPriority::High: return 2;
    case ApprovalPriority::Normal: break;
    }
    return 3;
}

QDateTime dueAfter(const QDateTime &start, int businessDays)
{
    QDate day = sameOrNextBusinessDay(start.toUTC().date());
    for (int i = 0; i < businessDays; ++i)
        day = sameOrNextBusinessDay(day.addDays(1));
    return QDateTime(day, QTime(23, 59, 59, 999), QTimeZone::utc());
}

} // namespace dealdesk
