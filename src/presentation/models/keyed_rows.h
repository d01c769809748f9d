#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace dealdesk {

/// A flat model whose rows are replaced by difference: rows that stay keep their persistent indexes, so that selection, scroll position
/// and open editors survive a refresh. `Row` needs operator==; keys are unique.
template<typename Row, typename Base = QAbstractListModel>
class KeyedRows : public Base {
public:
    using Base::Base;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

protected:
    /// `keyOf(row)` gives what identifies a row, hashable.
    template<typename KeyOf>
    void replaceRows(const QList<Row> &next, KeyOf keyOf)
    {
        removeMissing(next, keyOf);
        for (qsizetype i = 0; i < next.size(); ++i)
            place(i, next.at(i), keyOf);
    }

private:
    template<typename KeyOf>
    void removeMissing(const QList<Row> &next, KeyOf keyOf)
    {
        using Key = std::decay_t<decltype(keyOf(next.front()))>;
        QSet<Key> kept;
        for (const Row &row : next)
            kept.insert(keyOf(row));
        for (auto i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (kept.contains(keyOf(m_rows.at(i))))
                continue;
            this->beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            this->endRemoveRows();
        }
    }

    template<typename KeyOf>
    void place(qsizetype target, const Row &row, KeyOf keyOf)
    {
        const auto key = keyOf(row);
        auto found = target;
        while (found < m_rows.size() && keyOf(m_rows.at(found)) != key)
            ++found;
        const auto to = int(target);
        if (found == m_rows.size()) {
            this->beginInsertRows({}, to, to);
            m_rows.insert(target, row);
            this->endInsertRows();
            return;
        }
        if (found != target) {
            this->beginMoveRows({}, int(found), int(found), {}, to);
            m_rows.move(found, target);
            this->endMoveRows();
        }
        if (!(m_rows.at(target) == row)) {
            m_rows[target] = row;
            Q_EMIT this->dataChanged(this->index(to, 0), this->index(to, columns() - 1));
        }
    }

    [[nodiscard]] int columns() const { return static_cast<const QAbstractItemModel *>(this)->columnCount(); } // private in list models

    QList<Row> m_rows;
};

} // namespace dealdesk
