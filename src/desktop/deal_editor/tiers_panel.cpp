#include "desktop/deal_editor/tiers_panel.h"

#include "desktop/deal_editor/grid_view.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/card.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

TiersPanel::TiersPanel(DealForm &form, QWidget *parent)
    : QWidget(parent), m_form(form), m_tiers(form), m_incentives(form), m_tierGrid(new GridView(this)), m_incentiveGrid(new GridView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kMedium);
    buildTierGrid();
    buildIncentiveGrid();
    connect(&form, &DealForm::contentChanged, this, &TiersPanel::updateButtons);
    for (GridView *grid : {m_tierGrid, m_incentiveGrid}) {
        connect(grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &TiersPanel::updateButtons);
        connect(grid, &GridView::remark, this, &TiersPanel::remark);
    }
    updateButtons();
}

void TiersPanel::buildTierGrid()
{
    auto *card = new Card(tr("Tiers"), this);
    layout()->addWidget(card);
    m_tierGrid->setObjectName(u"tierGrid"_s);
    m_tierGrid->setAccessibleName(tr("Tiers"));
    m_tierGrid->setGrid(&m_tiers);
    m_tierGrid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_addTier = addButton(u"addTierButton"_s, tr("Add tier"), tr("Add a tier (Ctrl+T)"), QKeySequence(Qt::CTRL | Qt::Key_T));
    m_moveUp = addTool(u"moveTierUpButton"_s, "arrow-up"_L1, tr("Move the tier up (Ctrl+Shift+Up)"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up));
    m_moveDown = addTool(u"moveTierDownButton"_s, "arrow-down"_L1, tr("Move the tier down (Ctrl+Shift+Down)"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down));
    m_removeTier = addTool(u"removeTierButton"_s, "trash-2"_L1, tr("Remove the tier and its incentives (Ctrl+Shift+T)"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_moveUp, m_moveDown, m_removeTier, m_addTier})
        card->header()->addWidget(button);
    card->body()->addWidget(m_tierGrid);
    connect(m_addTier, &QAbstractButton::clicked, this, &TiersPanel::addTier);
    connect(m_removeTier, &QAbstractButton::clicked, this, &TiersPanel::removeTier);
    connect(m_moveUp, &QAbstractButton::clicked, this, [this] { moveTier(-1); });
    connect(m_moveDown, &QAbstractButton::clicked, this, [this] { moveTier(1); });
    connect(m_tierGrid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_incentives.preferTier(std::max(0, current.row())); });
}

void TiersPanel::buildIncentiveGrid()
{
    auto *card = new Card(tr("Incentives"), this);
    layout()->addWidget(card);
    m_incentiveGrid->setObjectName(u"incentiveGrid"_s);
    m_incentiveGrid->setAccessibleName(tr("Incentives"));
    m_incentiveGrid->setGrid(&m_incentives);
    m_incentiveGrid->setVisibleRows(9);
    m_incentiveGrid->verticalHeader()->hide();
    QHeaderView *header = m_incentiveGrid->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(IncentiveGridModel::TierColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(IncentiveGridModel::ValueColumn, QHeaderView::Fixed);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    header->resizeSection(IncentiveGridModel::TierColumn, 7 * digit);
    header->resizeSection(IncentiveGridModel::ValueColumn, 14 * digit);
    m_addIncentive = addButton(u"addIncentiveButton"_s, tr("Add incentive"), tr("Add an incentive to the current tier (Ctrl+I)"),
                               QKeySequence(Qt::CTRL | Qt::Key_I));
    m_removeIncentive = addTool(u"removeIncentiveButton"_s, "trash-2"_L1, tr("Remove the selected incentives (Ctrl+Shift+I)"),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    card->header()->addWidget(m_removeIncentive);
    card->header()->addWidget(m_addIncentive);
    card->body()->addWidget(m_incentiveGrid);
    connect(m_addIncentive, &QAbstractButton::clicked, this, &TiersPanel::addIncentive);
    connect(m_removeIncentive, &QAbstractButton::clicked, this, &TiersPanel::removeIncentives);
    connect(&m_incentives, &IncentiveGridModel::lineMoved, m_incentiveGrid, &GridView::goTo, Qt::QueuedConnection);
}

QPushButton *TiersPanel::addButton(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut)
{
    auto *button = new QPushButton(icon("plus"_L1), text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    addShortcut(button, shortcut);
    return button;
}

QAbstractButton *TiersPanel::addTool(const QString &name, QLatin1StringView iconName, const QString &toolTip, const QKeySequence &shortcut)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setFocusPolicy(Qt::TabFocus);
    button->setObjectName(name);
    button->setAccessibleName(toolTip);
    button->setToolTip(toolTip);
    addShortcut(button, shortcut);
    return button;
}

/// A shortcut of the button itself would click it a moment later, when typing has gone on, and take its mnemonic's place.
void TiersPanel::addShortcut(QAbstractButton *button, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(button->objectName() + "Shortcut"_L1);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, button, [button] { button->click(); });
    addAction(action);
}

int TiersPanel::currentTier() const
{
    if (m_incentiveGrid->hasFocus() || m_incentiveGrid->isAncestorOf(QApplication::focusWidget())) {
        if (const auto path = m_incentives.pathAt(m_incentiveGrid->currentIndex()))
            return path->tier;
    }
    return std::max(0, m_tierGrid->currentIndex().row());
}

void TiersPanel::addTier()
{
    m_form.addTier();
    m_tierGrid->goTo(m_tiers.index(m_tiers.rowCount() - 1, TierGridModel::RevenueColumn));
}

void TiersPanel::removeTier()
{
    if (m_tierGrid->currentIndex().isValid())
        m_form.removeTier(m_tierGrid->currentIndex().row());
}

void TiersPanel::moveTier(int by)
{
    const QModelIndex current = m_tierGrid->currentIndex();
    const QModelIndex target = current.siblingAtRow(current.row() + by);
    if (!target.isValid())
        return;
    m_form.moveTier(current.row(), target.row());
    m_tierGrid->goTo(target);
}

void TiersPanel::addIncentive()
{
    if (const auto path = m_form.addIncentive(currentTier()))
        m_incentiveGrid->goTo(m_incentives.indexOf(*path));
}

void TiersPanel::removeIncentives()
{
    QList<FieldPath> paths;
    for (const QModelIndex &cell : m_incentiveGrid->selectionModel()->selectedIndexes()) {
        const auto path = m_incentives.pathAt(cell.siblingAtColumn(IncentiveGridModel::TierColumn));
        if (path && !m_incentives.isNewRow(cell.row()) && !paths.contains(*path))
            paths.append(*path);
    }
    m_form.removeIncentives(paths);
}

void TiersPanel::updateButtons()
{
    const QModelIndex tier = m_tierGrid->currentIndex();
    m_addTier->setEnabled(m_form.canAddTier());
    m_removeTier->setEnabled(tier.isValid());
    m_moveUp->setEnabled(tier.isValid() && tier.row() > 0);
    m_moveDown->setEnabled(tier.isValid() && tier.row() + 1 < m_tiers.rowCount());
    m_addIncentive->setEnabled(m_tiers.rowCount() > 0);
    const QModelIndex line = m_incentiveGrid->currentIndex();
    m_removeIncentive->setEnabled(line.isValid() && !m_incentives.isNewRow(line.row()));
}

bool TiersPanel::goTo(const FieldPath &path)
{
    if (const QModelIndex cell = m_tiers.indexOf(path); cell.isValid()) {
        m_tierGrid->goTo(cell);
        return true;
    }
    const QModelIndex cell = path.tier >= 0 ? m_incentives.indexOf(path) : QModelIndex();
    if (!cell.isValid())
        return false;
    m_incentiveGrid->goTo(cell);
    return true;
}

} // namespace dealdesk
