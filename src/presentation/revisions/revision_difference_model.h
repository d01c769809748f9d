#pragma once

#include "presentation/revisions/revision_difference.h"

#include <QAbstractTableModel>
#include <QSet>

namespace dealdesk {

/// The difference between two revisions as a table: what in the first column, then a column per tier. Fields of the deal as a whole have
/// their value in the second column, for the view to span. Every group of the form starts with a heading row.
class RevisionDifferenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Filter { Everything, Changes, Scope };
    enum Roles {
        HeadingRole = Qt::UserRole + 1, ///< bool: a group's heading; spans the row
        SpanRole,                       ///< bool: the second column's value spans the row
        ChangedRole,                    ///< bool
        DirectionRole,                  ///< int of DifferenceCell::Direction
        BeforeRole,                     ///< QString; empty where there was nothing
        AfterRole,                      ///< likewise
        ScopeRole,                      ///< bool: among setScope()
        PathRole                        ///< QString
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSides(const RevisionContent &before, const RevisionContent &after);
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const { return m_filter; }
    /// The facts that somebody answers for, by path (ScopeFact::path).
    void setScope(const QStringList &paths);

    [[nodiscard]] const RevisionDifference &difference() const { return m_difference; }
    /// The rows of these cells under the columns' titles, tab-separated; all rows where none are given.
    [[nodiscard]] QString copyText(const QModelIndexList &cells = {}) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Shown {
        DifferenceRow::Group group;
        qsizetype row = -1; ///< -1: the heading of the group
    };

    void choose();
    [[nodiscard]] bool isShown(const DifferenceRow &row) const;
    [[nodiscard]] bool isInScope(const DifferenceCell &cell) const;
    [[nodiscard]] const DifferenceCell *cellAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant cellData(const QModelIndex &index, const DifferenceCell &cell, int role) const;
    [[nodiscard]] QString inWords(const QModelIndex &index, const DifferenceCell &cell) const;

    RevisionDifference m_difference;
    QList<Shown> m_shown;
    QSet<QString> m_scope;
    Filter m_filter = Filter::Everything;
};

} // namespace dealdesk
