#pragma once

#include "domain/values.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTime>

#include <optional>

namespace dealdesk {

struct Holiday {
    QDate day;
    QString name;

    friend bool operator==(const Holiday &, const Holiday &) = default;
};

/// When a region works (domain.md "Clock"): the wall clock of its time zone.
struct BusinessCalendar {
    QString name;
    QString timeZone = QStringLiteral("America/New_York"); ///< IANA
    QList<int> workDays = {1, 2, 3, 4, 5};                 ///< ISO: Monday is 1
    QTime opensAt = QTime(9, 0);
    QTime cutoffAt = QTime(16, 0); ///< what arrives after it counts as the next working day's
    QTime closesAt = QTime(17, 0);
    QList<Holiday> holidays;

    friend bool operator==(const BusinessCalendar &, const BusinessCalendar &) = default;
};

/// One working day as instants in UTC; a row of calendar_days.
struct WorkingDay {
    int number = 1; ///< 1, 2, 3, … without gaps
    QDate day;
    QDateTime opensAt;
    QDateTime cutoffAt;
    QDateTime closesAt;
    qint64 workedBefore = 0; ///< milliseconds of working time on all days before

    friend bool operator==(const WorkingDay &, const WorkingDay &) = default;
};

/// The calendar worked out from `from` to `until`, both inclusive. Empty for an unknown zone or one without working days.
QList<WorkingDay> workingDays(const BusinessCalendar &calendar, const QDate &from, const QDate &until);

/// The calendar that a new database has for a region, without holidays: for what has a due date before it meets a database.
BusinessCalendar firstCalendarFor(std::optional<Region> region);

/// Business days that a priority allows: urgent 1, high 2, normal 3 (domain.md "Clock").
int businessDaysFor(ApprovalPriority priority);

/// When a task's clock begins, and its steps: reminder at half of the working time, overdue, and escalated at the close of the business day
/// after.
struct TaskClock {
    QDateTime startedAt;
    QDateTime remindAt;
    QDateTime dueAt;
    QDateTime escalateAt;

    friend bool operator==(const TaskClock &, const TaskClock &) = default;
};

/// Instants and positions on a calendar that was worked out. Everything that asks for a due date goes through here, as the stored logic
/// goes through calendar_days (resources/sql/*/views/02_clock.sql). Never fails: outside of the days that were worked out, working time is
/// time.
class BusinessClock {
public:
    explicit BusinessClock(QList<WorkingDay> days);

    /// The close of the Nth business day after the day that `start` counts to; N days later where no such day was worked out.
    [[nodiscard]] QDateTime dueAfter(const QDateTime &start, int businessDays) const;
    /// The clock of a task that arrives then.
    [[nodiscard]] TaskClock clockOf(const QDateTime &arrival, int businessDays) const;
    /// The same clock after the task was out of the reviewers' hands for a while.
    [[nodiscard]] TaskClock moved(const TaskClock &clock, const QDateTime &pausedAt, const QDateTime &resumedAt) const;
    /// Working time from one instant to another, in milliseconds; negative where `to` is before `from`.
    [[nodiscard]] qint64 workingTime(const QDateTime &from, const QDateTime &to) const;
    /// The first instant at which that much working time has passed; `start` itself for none.
    [[nodiscard]] QDateTime after(const QDateTime &start, qint64 workingMilliseconds) const;

private:
    [[nodiscard]] qsizetype dayOfArrival(const QDateTime &arrival) const;
    [[nodiscard]] qint64 positionOf(const QDateTime &instant) const;
    [[nodiscard]] QDateTime instantAt(qint64 position) const;

    QList<WorkingDay> m_days;
};

/// On the first calendar of a region, worked out around `day` for as long as due dates reach.
BusinessClock firstClockFor(std::optional<Region> region, const QDate &day);

} // namespace dealdesk
