#pragma once

#include "presentation/models/keyed_rows.h"
#include "services/approval_service.h"

#include <QDateTime>

namespace dealdesk {

/// The tasks of the inbox: overdue first, then by due date, those without one last. Rows change by difference.
class InboxModel : public KeyedRows<InboxTask> {
    Q_OBJECT

public:
    enum Roles { KeyRole = Qt::UserRole + 1, GroupRole, OverdueRole };

    using KeyedRows::KeyedRows;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// `now` decides which group a due date belongs to.
    void setTasks(QList<InboxTask> tasks, const QDateTime &now = QDateTime::currentDateTime());
    /// -1 when there is no such task.
    [[nodiscard]] int rowOf(const QString &key) const;
    /// "Overdue", "Due today", "Due tomorrow", "Later", "Without a date".
    [[nodiscard]] QString groupAt(int row) const;

private:
    QDateTime m_now = QDateTime::currentDateTime();
};

/// What kind of work a task is: "Finance review", "VP approval", "Contract", "Revision", "Signature".
QString taskTitle(const InboxTask &task);

/// "waiting 2 days, escalated"; empty on the day that it arrived.
QString ageOf(const InboxTask &task);

/// "claimed by Fiona Finance"; empty when nobody has.
QString claimOf(const InboxTask &task);

} // namespace dealdesk
