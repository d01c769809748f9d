#include "presentation/inbox/bulk_results.h"

#include <algorithm>

namespace dealdesk {

QVariant BulkResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(row);
    case Qt::ToolTipRole: return textOf(row).toHtmlEscaped();
    case StateRole: return QVariant::fromValue(row.state);
    default: return {};
    }
}

QString BulkResults::textOf(const Row &row) const
{
    if (row.state == State::Refused)
        return tr("%1: refused. %2", "deal; why").arg(row.deal, row.sentence);
    const bool isDone = row.state == State::Done;
    switch (row.action) {
    case TaskAction::Approve: return (isDone ? tr("%1: approved") : tr("%1: to be approved")).arg(row.deal);
    case TaskAction::Reject: return (isDone ? tr("%1: rejected") : tr("%1: to be rejected")).arg(row.deal);
    default: return (isDone ? tr("%1: a revision is requested") : tr("%1: a revision will be requested")).arg(row.deal);
    }
}

void BulkResults::add(const QList<HeldDecision> &decisions)
{
    const auto first = rowCount();
    beginInsertRows({}, first, first + int(decisions.size()) - 1);
    for (const HeldDecision &decision : decisions)
        m_rows.append({decision.task.key,
                       tr("%1 %2", "reference, name").arg(decision.task.reference, decision.task.name),
                       decision.action,
                       State::Waiting,
                       {}});
    endInsertRows();
}

void BulkResults::settle(const QString &taskKey, State state, const QString &sentence)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.key != taskKey || row.state != State::Waiting)
            continue;
        row.state = state;
        row.sentence = sentence;
        Q_EMIT dataChanged(index(i), index(i));
    }
}

template<typename Predicate>
void BulkResults::removeIf(Predicate predicate)
{
    for (auto i = rowCount() - 1; i >= 0; --i) {
        if (!predicate(m_rows.at(i)))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
}

void BulkResults::takeBack(const QList<HeldDecision> &decisions)
{
    removeIf([&decisions](const Row &row) {
        return row.state == State::Waiting && std::any_of(decisions.cbegin(), decisions.cend(), [&row](const HeldDecision &decision) {
                   return decision.task.key == row.key;
               });
    });
}

void BulkResults::dismiss()
{
    removeIf([](const Row &row) { return row.state != State::Waiting; });
}

bool BulkResults::isWaiting(const QString &taskKey) const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [&taskKey](const Row &row) { return row.key == taskKey && row.state == State::Waiting; });
}

int BulkResults::count(State state) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [state](const Row &row) { return row.state == state; }));
}

QString BulkResults::summary() const
{
    QStringList parts;
    const int refused = count(State::Refused);
    const int waiting = count(State::Waiting);
    parts << tr("%1 of %2 done").arg(count(State::Done)).arg(m_rows.size());
    if (refused > 0)
        parts << tr("%1 refused").arg(refused);
    if (waiting > 0)
        parts << tr("%1 to be sent").arg(waiting);
    return parts.join(tr(", "));
}

} // namespace dealdesk
