#pragma once

#include "presentation/models/keyed_rows.h"

#include <QAbstractTableModel>

#include <functional>

namespace dealdesk {

/// A column of an administration list: what it is called and what it says about a record.
template<typename Record>
struct RecordColumn {
    QString title;
    std::function<QString(const Record &)> text;
    bool isNumber = false;
};

/// Records of one kind as a table; rows change by difference. InactiveRole: the record is kept for the past only.
template<typename Record>
class RecordTable : public KeyedRows<Record, QAbstractTableModel> {
public:
    static constexpr int InactiveRole = Qt::UserRole + 1;

    RecordTable(QList<RecordColumn<Record>> columns, std::function<bool(const Record &)> isActive, QObject *parent = nullptr)
        : KeyedRows<Record, QAbstractTableModel>(parent), m_columns(std::move(columns)), m_isActive(std::move(isActive))
    {
    }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid))
            return {};
        const auto &column = m_columns.at(index.column());
        const Record &record = this->rowAt(index.row());
        if (role == Qt::DisplayRole)
            return column.text(record);
        if (role == Qt::TextAlignmentRole && column.isNumber)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        if (role == InactiveRole)
            return !m_isActive(record);
        return {};
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue((m_columns.at(section).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }

    /// `keyOf(record)` as in KeyedRows.
    template<typename KeyOf>
    void setRecords(const QList<Record> &records, KeyOf keyOf)
    {
        this->replaceRows(records, keyOf);
    }

private:
    QList<RecordColumn<Record>> m_columns;
    std::function<bool(const Record &)> m_isActive;
};

} // namespace dealdesk
