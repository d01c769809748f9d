#include "presentation/deal_editor/snapshot_table_model.h"

#include <algorithm>

namespace dealdesk {

SnapshotTableModel::SnapshotTableModel(const QStringList &headers, QObject *parent) : QAbstractTableModel(parent), m_headers(headers) {}

int SnapshotTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SnapshotTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant SnapshotTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GridCell &cell = m_rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell.display;
    case Qt::EditRole: return cell.input;
    case Qt::TextAlignmentRole: return QVariant::fromValue(int((cell.numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case ProblemRole: return cell.problem;
    default: return {};
    }
}

QVariant SnapshotTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) {
        const bool numeric = !m_rows.isEmpty() && m_rows.first().at(section).numeric;
        return QVariant::fromValue(int((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::DisplayRole)
        return orientation == Qt::Horizontal ? m_headers.at(section) : rowTitle(section);
    return {};
}

Qt::ItemFlags SnapshotTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool editable = m_rows.at(index.row()).at(index.column()).editable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

void SnapshotTableModel::showRows(const QList<Row> &rows, int cameAt)
{
    const int before = int(m_rows.size());
    const int after = int(rows.size());
    if (after != before) {
        // Rows that are the same at both ends stay; what differs in number between them comes or goes.
        const int shorter = std::min(before, after);
        int head = 0;
        while (head < shorter && m_rows.at(head) == rows.at(head))
            ++head;
        int tail = 0;
        while (tail < shorter - head && m_rows.at(before - 1 - tail) == rows.at(after - 1 - tail))
            ++tail;
        const int first = cameAt >= 0 && cameAt <= before ? cameAt : shorter - tail;
        if (after > before) {
            beginInsertRows({}, first, first + after - before - 1);
            for (int row = first; row < first + after - before; ++row)
                m_rows.insert(row, rows.at(row));
            endInsertRows();
        } else {
            beginRemoveRows({}, first, first + before - after - 1);
            m_rows.remove(first, before - after);
            endRemoveRows();
        }
    }
    for (int row = 0; row < after; ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (m_rows.at(row).at(column) == rows.at(row).at(column))
                continue;
            m_rows[row][column] = rows.at(row).at(column);
            Q_EMIT dataChanged(index(row, column), index(row, column));
        }
    }
    if (before != after && after > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, after - 1);
}

} // namespace dealdesk
