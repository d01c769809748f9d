#pragma once

#include "command_fixture.h"

#include <QDateTime>

namespace dealdesk::test {

/// A desk on whose calendar it is a wanted time of the golden cases' week right now: the calendar's days are laid around the real now.
/// Times are written "Fri 16:30"; "+Mon" is the Monday of the week after.
class ClockDesk : public CommandFixture {
public:
    /// `holiday`: a day of the week, "Fri".
    explicit ClockDesk(const QString &now, const QString &holiday = {});

    /// The instant of a time, as the database writes it.
    [[nodiscard]] QString at(const QString &time) const;
    /// The week as `save_calendar` takes it, for the calendar of the region west.
    QJsonObject calendar(const QString &holiday = {});
    qint64 calendarVersion();
    /// A deal of this priority, submitted now.
    qint64 submittedAs(const QString &priority);
    /// An open task as if it had arrived then, with two business days: guards do not let anybody else do so.
    void arrived(qint64 task, const QString &time, const QString &remind, const QString &due, const QString &escalate);
    /// The deal went to its owner then.
    void wentToOwner(qint64 deal, const QString &time);
    /// A column of a task, as text.
    QString of(qint64 task, const QString &column);

private:
    void pastTheGuards(const QString &table, const QString &trigger, const QString &sql, const QVariantList &values);

    qint64 m_shift = 0; ///< milliseconds from the golden week to now
};

} // namespace dealdesk::test
