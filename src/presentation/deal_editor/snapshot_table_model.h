#pragma once

#include <QAbstractTableModel>
#include <QList>

namespace dealdesk {

/// What one cell of an editor's grid shows.
struct GridCell {
    QString display;
    QString input;   ///< what an editor starts with, and what is copied
    QString problem; ///< the sentence beside the cell; empty when all is well
    bool editable = true;
    bool numeric = false;

    friend bool operator==(const GridCell &, const GridCell &) = default;
};

/// A table that is told its whole content after each change and passes on only the difference, so that selection, scroll position and
/// an open editor survive.
class SnapshotTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int ProblemRole = Qt::UserRole + 1;

    explicit SnapshotTableModel(const QStringList &headers, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    using Row = QList<GridCell>;
    /// `cameAt`: where new rows were inserted, when the content alone does not tell.
    void showRows(const QList<Row> &rows, int cameAt = -1);
    [[nodiscard]] virtual QString rowTitle(int row) const = 0;

private:
    QStringList m_headers;
    QList<Row> m_rows;
};

} // namespace dealdesk
