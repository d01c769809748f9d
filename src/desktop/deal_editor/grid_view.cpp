#include "desktop/deal_editor/grid_view.h"

#include "desktop/deal_editor/grid_delegate.h"
#include "desktop/theme/spacing.h"
#include "presentation/deal_editor/clipboard_table.h"
#include "presentation/deal_editor/deal_grid_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace dealdesk {

GridView::GridView(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new GridDelegate(this));
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ContiguousSelection);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(true);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 6px 4px; }")); // in line with the cells' texts
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(spacing::kRowHeight);
    verticalHeader()->setHighlightSections(false);
}

void GridView::setGrid(DealGridModel *grid)
{
    m_grid = grid;
    setModel(grid);
    connect(grid, &QAbstractItemModel::rowsInserted, this, &GridView::fitHeight);
    connect(grid, &QAbstractItemModel::rowsRemoved, this, &GridView::fitHeight);
    fitHeight();
}

void GridView::fitHeight()
{
    const int rows = std::clamp(model()->rowCount(), 1, m_visibleRows);
    const int header = horizontalHeader()->sizeHint().height();
    setFixedHeight(header + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth());
}

QModelIndexList GridView::selectedCells() const
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid())
        cells.append(currentIndex());
    return cells;
}

void GridView::copySelection()
{
    QGuiApplication::clipboard()->setText(m_grid->copy(selectedCells()));
}

void GridView::cutSelection()
{
    copySelection();
    clearSelection();
}

void GridView::clearSelection()
{
    m_grid->clear(selectedCells());
}

/// A single cell fills the selection; a block goes in from the selection's top left cell on.
void GridView::pasteClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    const QModelIndexList cells = selectedCells();
    if (text.isEmpty() || cells.isEmpty())
        return;
    const QList<QStringList> block = cellsFromClipboard(text);
    if (cells.size() > 1 && block.size() == 1 && block.first().size() == 1) {
        m_grid->fill(cells, block.first().first());
        return;
    }
    const QModelIndex topLeft = *std::min_element(cells.begin(), cells.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return std::pair(a.row(), a.column()) < std::pair(b.row(), b.column());
    });
    Q_EMIT remark(m_grid->paste(topLeft, text));
}

void GridView::goTo(const QModelIndex &cell)
{
    setFocus(Qt::ShortcutFocusReason);
    choose(cell);
    scrollTo(cell);
}

/// Whatever keys are held: QTableView would add to the selection with Ctrl of a shortcut.
void GridView::choose(const QModelIndex &cell)
{
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect);
}

void GridView::moveDown()
{
    const int column = m_runColumn >= 0 ? m_runColumn : currentIndex().column();
    m_runColumn = -1;
    const QModelIndex below = model()->index(currentIndex().row() + 1, column);
    if (below.isValid())
        choose(below);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->matches(QKeySequence::Cut))
        cutSelection();
    else if (event->matches(QKeySequence::Paste))
        pasteClipboard();
    else if (event->matches(QKeySequence::Delete) || event->key() == Qt::Key_Backspace)
        clearSelection();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        moveDown();
    else if (event->modifiers() & Qt::ControlModifier && !event->text().isEmpty() && event->text().at(0) < u' ')
        event->ignore(); // a shortcut of the page, not the start of a text
    else {
        const bool moves = event->key() >= Qt::Key_Home && event->key() <= Qt::Key_PageDown;
        m_runColumn = moves ? -1 : m_runColumn;
        QTableView::keyPressEvent(event);
    }
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    m_runColumn = -1;
    QTableView::mousePressEvent(event);
}

void GridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QPersistentModelIndex edited = currentIndex();
    m_grid->form().endStep();
    if (hint == QAbstractItemDelegate::EditNextItem && m_runColumn < 0)
        m_runColumn = edited.column();
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache && edited == currentIndex())
        moveDown();
}

bool GridView::focusNextPrevChild(bool next)
{
    const QModelIndex current = currentIndex();
    const bool atEnd = current.row() == model()->rowCount() - 1 && current.column() == model()->columnCount() - 1;
    const bool atStart = current.row() == 0 && current.column() == 0;
    if (!current.isValid() || (next ? atEnd : atStart))
        return QWidget::focusNextPrevChild(next);
    if (next && m_runColumn < 0)
        m_runColumn = current.column();
    return QTableView::focusNextPrevChild(next);
}

} // namespace dealdesk
