#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTime>

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
    QList<int> workDays = {1, 2, 3, 4, 5};                  ///< ISO: Monday is 1
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

/// Instants and positions on a calendar that was worked out. Everything that asks for a due date goes through here, as the stored logic
/// goes through calendar_days.
class BusinessClock {
public:
    explicit BusinessClock(QList<WorkingDay> days);

    /// The close of the Nth business day after the day that `start` counts to.
    [[nodiscard]] QDateTime dueAfter(const QDateTime &start, int businessDays) const;
    /// Working time from one instant to another, in milliseconds.
    [[nodiscard]] qint64 workingTime(const QDateTime &from, const QDateTime &to) const;
    /// The instant at which that much working time has passed.
    [[nodiscard]] QDateTime after(const QDateTime &start, qint64 workingMilliseconds) const;

private:
    QList<WorkingDay> m_days;
};

} // namespace dealdesk
