#include "presentation/inbox/inbox_model.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <algorithm>

namespace dealdesk {

namespace {

bool dueBefore(const InboxTask &a, const InboxTask &b)
{
    if (a.overdue != b.overdue)
        return a.overdue;
    if (a.dueAt.isEmpty() != b.dueAt.isEmpty())
        return b.dueAt.isEmpty();
    return a.dueAt < b.dueAt; // ISO, UTC: text order is time order
}

QString spoken(const InboxTask &task, const QString &group)
{
    QStringList parts{InboxModel::tr("%1: %2, %3, %4").arg(taskTitle(task), task.reference, task.name, task.client),
                      InboxModel::tr("%1, due %2").arg(group, formatInstant(task.dueAt))};
    for (const QString &part : {ageOf(task), claimOf(task)}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (!task.onBehalfOfName.isEmpty())
        parts << InboxModel::tr("for %1").arg(task.onBehalfOfName);
    return parts.join(InboxModel::tr(". "));
}

} // namespace

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InboxTask &task = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return tr("%1 %2").arg(task.reference, task.name);
    case Qt::AccessibleTextRole: return spoken(task, groupAt(index.row()));
    case Qt::ToolTipRole: return tr("%1, %2").arg(task.name, task.client);
    case KeyRole: return task.key;
    case GroupRole: return groupAt(index.row());
    case OverdueRole: return task.overdue;
    default: return {};
    }
}

void InboxModel::setTasks(QList<InboxTask> tasks, const QDateTime &now)
{
    m_now = now;
    std::stable_sort(tasks.begin(), tasks.end(), dueBefore);
    replaceRows(tasks, [](const InboxTask &task) { return task.key; });
}

int InboxModel::rowOf(const QString &key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row).key == key)
            return row;
    }
    return -1;
}

QString InboxModel::groupAt(int row) const
{
    const InboxTask &task = rowAt(row);
    if (task.overdue)
        return tr("Overdue");
    if (task.dueAt.isEmpty())
        return tr("Without a date");
    const auto days = m_now.toLocalTime().date().daysTo(instantFrom(task.dueAt).toLocalTime().date());
    if (days <= 0)
        return tr("Due today");
    return days == 1 ? tr("Due tomorrow") : tr("Later");
}

QString taskTitle(const InboxTask &task)
{
    switch (task.kind) {
    case InboxTask::Kind::Contract: return InboxModel::tr("Contract");
    case InboxTask::Kind::Revision: return InboxModel::tr("Revision");
    case InboxTask::Kind::Signature: return InboxModel::tr("Signature");
    case InboxTask::Kind::Approval: break;
    }
    if (task.stage == 1 && task.department)
        return InboxModel::tr("%1 review").arg(label(*task.department));
    return InboxModel::tr("Business approval");
}

QString ageOf(const InboxTask &task)
{
    QStringList parts;
    if (task.waitingDays > 0)
        parts << InboxModel::tr("waiting %n day(s)", nullptr, task.waitingDays);
    if (task.escalated)
        parts << InboxModel::tr("escalated");
    return parts.join(InboxModel::tr(", "));
}

QString claimOf(const InboxTask &task)
{
    return task.assignee ? InboxModel::tr("claimed by %1").arg(task.assigneeName) : QString();
}

} // namespace dealdesk
