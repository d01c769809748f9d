#include "desktop/deal_list/deal_table_view.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/chip_delegate.h"
#include "presentation/deal_list/deal_list_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

DealTableView::DealTableView(QWidget *parent) : QTableView(parent), m_columnMenu(new QMenu(this))
{
    m_columnMenu->setObjectName(u"dealColumnMenu"_s);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(spacing::kRowHeight);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_columnMenu->popup(header->viewport()->mapToGlobal(at)); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &DealTableView::reportVisibleRows);
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT dealActivated(currentDeal()); });
}

void DealTableView::setDeals(DealListModel *model, const QString &settingsKey)
{
    m_deals = model;
    m_settingsKey = settingsKey;
    setModel(model);
    auto *delegate = new ChipDelegate(DealListModel::MeaningRole, this);
    delegate->setAlarm(DealListModel::OverdueRole, {int(DealColumn::NextDue)});
    setItemDelegate(delegate);
    restoreColumns();
    fillColumnMenu();
    QHeaderView *header = horizontalHeader();
    setSortingEnabled(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(columnOf(model->order())), model->isDescending() ? Qt::DescendingOrder : Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &DealTableView::requestOrder);
    connect(header, &QHeaderView::sectionResized, this, &DealTableView::saveColumns);
    connect(header, &QHeaderView::sectionMoved, this, &DealTableView::saveColumns);
    connect(model, &QAbstractItemModel::modelReset, this, &DealTableView::scrollToTop);
    connect(model, &QAbstractItemModel::modelReset, this, &DealTableView::reportVisibleRows, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DealTableView::reportVisibleRows, Qt::QueuedConnection);
}

DealId DealTableView::currentDeal() const
{
    return currentIndex().isValid() ? currentIndex().data(DealListModel::DealIdRole).value<DealId>() : DealId();
}

QList<int> DealTableView::selectedRowNumbers() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    const auto indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

QList<DealColumn> DealTableView::shownColumns() const
{
    QList<DealColumn> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(section))
            columns.append(DealColumn(section));
    }
    return columns;
}

void DealTableView::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentDeal().isValid()) {
        Q_EMIT dealActivated(currentDeal());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DealTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    reportVisibleRows();
}

void DealTableView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    reportVisibleRows();
}

void DealTableView::fillColumnMenu()
{
    m_columnMenu->clear();
    for (const DealColumn column : allOf<DealColumn>()) {
        QAction *action = m_columnMenu->addAction(titleOf(column));
        action->setObjectName(u"dealColumn_"_s + codeOf(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(int(column)));
        // The deal's reference stays, so that a row can always be told.
        action->setEnabled(column != DealColumn::Reference);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(int(column), !shown);
            saveColumns();
        });
    }
    m_columnMenu->addSeparator();
    m_columnMenu->addAction(tr("&Reset columns"), this, &DealTableView::resetColumns)->setObjectName(u"dealColumnsReset"_s);
}

void DealTableView::restoreColumns()
{
    QSettings settings;
    settings.beginGroup(m_settingsKey);
    const QStringList codes = settings.value("columns"_L1).toStringList();
    const QStringList widths = settings.value("widths"_L1).toStringList();
    QList<DealColumn> shown;
    for (const QString &code : codes) {
        if (const auto column = fromCode<DealColumn>(code))
            shown.append(*column);
    }
    QHeaderView *header = horizontalHeader();
    for (const DealColumn column : allOf<DealColumn>()) {
        const bool isShown = shown.isEmpty() ? isShownByDefault(column) : shown.contains(column);
        setColumnHidden(int(column), !isShown && column != DealColumn::Reference);
        setColumnWidth(int(column), defaultWidthOf(column));
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        header->moveSection(header->visualIndex(int(shown.at(i))), int(i));
        if (const int width = widths.value(i).toInt(); width > 0)
            setColumnWidth(int(shown.at(i)), width);
    }
}

void DealTableView::saveColumns() const
{
    QStringList codes;
    QStringList widths;
    const auto columns = shownColumns();
    for (const DealColumn column : columns) {
        codes.append(codeOf(column));
        widths.append(QString::number(columnWidth(int(column))));
    }
    QSettings settings;
    settings.beginGroup(m_settingsKey);
    settings.setValue("columns"_L1, codes);
    settings.setValue("widths"_L1, widths);
}

void DealTableView::resetColumns()
{
    {
        const QSignalBlocker blocker(horizontalHeader());
        for (const DealColumn column : allOf<DealColumn>())
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(int(column)), int(column));
        QSettings().remove(m_settingsKey + u"/columns"_s);
        restoreColumns();
    }
    fillColumnMenu();
    saveColumns();
    doItemsLayout();
}

void DealTableView::requestOrder(int section, Qt::SortOrder order)
{
    if (const auto sort = sortOf(DealColumn(section))) {
        Q_EMIT orderRequested(*sort, order == Qt::DescendingOrder);
        return;
    }
    const QSignalBlocker blocker(horizontalHeader());
    horizontalHeader()->setSortIndicator(int(columnOf(m_deals->order())),
                                         m_deals->isDescending() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void DealTableView::reportVisibleRows()
{
    if (!m_deals || !isVisible())
        return;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    m_deals->setVisibleRows(qMax(0, first), last < 0 ? m_deals->rowCount() : last);
}

} // namespace dealdesk
