#include "domain/business_clock.h"

#include <QTimeZone>

#include <algorithm>

namespace dealdesk {

int businessDaysFor(ApprovalPriority priority)
{
    switch (priority) {
    case ApprovalPriority::Urgent: return 1;
    case ApprovalPriority::High: return 2;
    case ApprovalPriority::Normal: break;
    }
    return 3;
}

BusinessClock::BusinessClock(QList<WorkingDay> days) : m_days(std::move(days)) {}

/// The day that what arrives then counts to: what arrives after the cut-off is the next one's.
qsizetype BusinessClock::dayOfArrival(const QDateTime &arrival) const
{
    const auto day = std::lower_bound(m_days.cbegin(), m_days.cend(), arrival,
                                      [](const WorkingDay &candidate, const QDateTime &instant) { return candidate.cutoffAt < instant; });
    return day - m_days.cbegin();
}

QDateTime BusinessClock::dueAfter(const QDateTime &start, int businessDays) const
{
    return clockOf(start, businessDays).dueAt;
}

TaskClock BusinessClock::clockOf(const QDateTime &arrival, int businessDays) const
{
    const qsizetype first = dayOfArrival(arrival);
    // the whole ladder is read from the calendar, or none of it
    if (first + businessDays + 1 >= m_days.size()) {
        const QDateTime start = arrival.toUTC();
        return {start, start.addSecs(qint64(businessDays) * 43200), start.addDays(businessDays), start.addDays(businessDays + 1)};
    }
    TaskClock clock;
    clock.startedAt = std::max(arrival.toUTC(), m_days.at(first).opensAt);
    clock.dueAt = m_days.at(first + businessDays).closesAt;
    clock.remindAt = instantAt((positionOf(clock.startedAt) + positionOf(clock.dueAt)) / 2);
    clock.escalateAt = m_days.at(first + businessDays + 1).closesAt;
    return clock;
}

TaskClock BusinessClock::moved(const TaskClock &clock, const QDateTime &pausedAt, const QDateTime &resumedAt) const
{
    const qint64 pause = std::max<qint64>(0, workingTime(pausedAt, resumedAt));
    return {after(clock.startedAt, pause), after(clock.remindAt, pause), after(clock.dueAt, pause), after(clock.escalateAt, pause)};
}

qint64 BusinessClock::workingTime(const QDateTime &from, const QDateTime &to) const
{
    return positionOf(to) - positionOf(from);
}

QDateTime BusinessClock::after(const QDateTime &start, qint64 workingMilliseconds) const
{
    return workingMilliseconds == 0 ? start.toUTC() : instantAt(positionOf(start) + workingMilliseconds);
}

/// Working time from the first day's opening to then. Before that and after the last day's close, time is working time.
qint64 BusinessClock::positionOf(const QDateTime &instant) const
{
    if (m_days.isEmpty())
        return instant.toMSecsSinceEpoch();
    const auto next = std::upper_bound(m_days.cbegin(), m_days.cend(), instant,
                                       [](const QDateTime &wanted, const WorkingDay &candidate) { return wanted < candidate.opensAt; });
    if (next == m_days.cbegin())
        return m_days.first().opensAt.msecsTo(instant);
    const WorkingDay &day = *std::prev(next);
    const QDateTime until = next == m_days.cend() ? instant : std::min(instant, day.closesAt);
    return day.workedBefore + day.opensAt.msecsTo(until);
}

/// The first instant of a position: the close of a day rather than the opening of the next.
QDateTime BusinessClock::instantAt(qint64 position) const
{
    if (m_days.isEmpty())
        return QDateTime::fromMSecsSinceEpoch(position, QTimeZone::utc());
    const auto next = std::lower_bound(m_days.cbegin(), m_days.cend(), position,
                                       [](const WorkingDay &candidate, qint64 wanted) { return candidate.workedBefore < wanted; });
    const WorkingDay &day = next == m_days.cbegin() ? *next : *std::prev(next);
    return day.opensAt.addMSecs(position - day.workedBefore);
}

} // namespace dealdesk
