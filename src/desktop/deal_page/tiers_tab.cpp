#include "desktop/deal_page/tiers_tab.h"

#include "deal_page/ui_tiers_tab.h"
#include "desktop/theme/colors.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/list_look.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kFigureRowHeight = 25;

/// Growth in green or red, the expected tier in bold.
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant meaning = index.data(TierFiguresModel::MeaningRole);
        if (meaning.isValid())
            option->palette.setColor(QPalette::Text, toneColors(toneOf(Meaning(meaning.toInt())), option->palette).foreground);
        option->font.setBold(index.data(TierFiguresModel::ExpectedRole).toBool());
    }
};

} // namespace

void applyFiguresLook(QTableView *table)
{
    applyListLook(table);
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->show();
    table->verticalHeader()->setDefaultSectionSize(kFigureRowHeight);
    table->verticalHeader()->setSectionsClickable(false);
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height() + TierFiguresModel::kFigureCount * kFigureRowHeight
                            + 2 * table->frameWidth());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setItemDelegate(new FigureDelegate(table));
}

TiersTab::TiersTab(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TiersTab>())
{
    m_ui->setupUi(this);
    setObjectName(u"tiersTab"_s);
    setTextSize(m_ui->tierIncentivesTitle, TextSize::Subheading);
    setThemeRole(m_ui->tierNote, "muted");
    m_ui->tierFigures->setModel(&m_figures);
    applyFiguresLook(m_ui->tierFigures);
    m_ui->tierIncentives->setModel(&m_incentives);
    applyListLook(m_ui->tierIncentives);
    m_ui->tierIncentives->setColumnWidth(IncentivesModel::TierColumn, 70);
    m_ui->tierIncentives->setColumnWidth(IncentivesModel::CategoryColumn, 170);
    m_ui->tierIncentives->setColumnWidth(IncentivesModel::SubCategoryColumn, 190);
    m_ui->tierIncentives->setColumnWidth(IncentivesModel::OptionColumn, 210);
    m_ui->tierIncentives->setColumnWidth(IncentivesModel::ValueColumn, 120);
    m_ui->tierIncentives->horizontalHeader()->setStretchLastSection(true);
}

TiersTab::~TiersTab() = default;

void TiersTab::setDeal(const DealDetail &deal, const RoutingPolicy &policy)
{
    m_figures.setDeal(deal.content, deal.history, policy.clientValueFactor);
    m_incentives.setDeal(deal.content);
    m_ui->tierIncentives->setVisible(m_incentives.rowCount() > 0);
    m_ui->tierIncentivesTitle->setText(m_incentives.rowCount() > 0 ? tr("Incentives") : tr("No incentives"));
    m_ui->tierNote->setText(deal.history == ClientHistory{}
                                ? tr("There is no data on this client's previous year, so growth is not computed. Tiers are "
                                     "alternatives; they are never added up.")
                                : tr("Growth is against the client's previous year. Tiers are alternatives; they are never added up."));
}

} // namespace dealdesk
