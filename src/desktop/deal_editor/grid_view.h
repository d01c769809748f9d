#pragma once

#include <QTableView>

namespace dealdesk {

class DealGridModel;

/// A grid to type in as in a spreadsheet: typing or F2 edits, Tab goes along and out at the end, Enter down (after Tabs to where
/// they began), Delete clears, blocks are copied and pasted. As tall as its rows.
class GridView : public QTableView {
    Q_OBJECT

public:
    explicit GridView(QWidget *parent = nullptr);

    void setGrid(DealGridModel *grid);
    /// How many rows show before the grid scrolls.
    void setVisibleRows(int rows) { m_visibleRows = rows; }

public Q_SLOTS:
    void copySelection();
    void cutSelection();
    void pasteClipboard();
    void clearSelection();
    void goTo(const QModelIndex &cell);

Q_SIGNALS:
    /// What a paste left out.
    void remark(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool focusNextPrevChild(bool next) override;

private:
    void fitHeight();
    void choose(const QModelIndex &cell);
    void moveDown();
    [[nodiscard]] QModelIndexList selectedCells() const;

    DealGridModel *m_grid = nullptr;
    int m_visibleRows = 8;
    int m_runColumn = -1; ///< where a run of Tabs began: Enter goes back there, a row below
};

} // namespace dealdesk
