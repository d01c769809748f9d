#include "presentation/deal_page/tier_figures_model.h"

#include "presentation/text/format.h"

namespace dealdesk {

namespace {

using Figure = TierFiguresModel::Figure;

} // namespace

void TierFiguresModel::setDeal(const DealDraft &draft, const ClientHistory &history, Ratio clientValueFactor)
{
    QList<TierFigures> figures;
    for (const Tier &tier : draft.tiers)
        figures.append(figuresOf(tier, history, clientValueFactor));
    const bool sameShape = m_tiers.size() == draft.tiers.size();
    if (sameShape && m_tiers == draft.tiers && m_figures == figures && m_history == history)
        return;
    if (!sameShape)
        beginResetModel();
    m_tiers = draft.tiers;
    m_figures = figures;
    m_history = history;
    m_expected = draft.expectedTier() ? int(draft.expectedTier() - draft.tiers.constData()) : -1;
    if (!sameShape)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(kFigureCount - 1, columnCount() - 1));
}

int TierFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kFigureCount;
}

int TierFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiers.size()) + 1;
}

QVariant TierFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto figure = Figure(index.row());
    const bool isTier = index.column() > 0;
    const qsizetype tier = index.column() - 1;
    switch (role) {
    case Qt::DisplayRole: return isTier ? ofTier(figure, tier) : previousYear(figure);
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case ExpectedRole: return isTier && tier == m_expected;
    case MeaningRole: {
        const auto change = isTier ? growth(figure, tier) : std::nullopt;
        if (!change || change->millionths() == 0)
            return {};
        return int(change->millionths() > 0 ? Meaning::Positive : Meaning::Negative);
    }
    default: return {};
    }
}

QVariant TierFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((orientation == Qt::Horizontal ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal) {
        if (section == 0)
            return tr("Last year");
        return section - 1 == m_expected ? tr("Tier %1 (expected)").arg(section) : tr("Tier %1").arg(section);
    }
    switch (Figure(section)) {
    case Figure::Revenue: return tr("Annual revenue");
    case Figure::Margin: return tr("Gross margin");
    case Figure::GrossProfit: return tr("Gross profit");
    case Figure::IncentiveCost: return tr("Incentive cost");
    case Figure::AdjustedProfit: return tr("Profit after incentives");
    case Figure::AdjustedMargin: return tr("Margin after incentives");
    case Figure::ClientValue: return tr("Client value");
    case Figure::RevenueGrowth: return tr("Revenue growth");
    case Figure::MarginGrowth: return tr("Margin growth");
    case Figure::ProfitGrowth: return tr("Profit growth");
    }
    return {};
}

QString TierFiguresModel::previousYear(Figure figure) const
{
    switch (figure) {
    case Figure::Revenue: return formatMoney(m_history.revenue);
    case Figure::Margin: return formatPercent(m_history.margin);
    case Figure::IncentiveCost: return formatMoney(m_history.incentiveCost);
    case Figure::AdjustedProfit: return formatMoney(m_history.profit);
    case Figure::ClientValue: return formatMoney(m_history.clientValue);
    default: return {};
    }
}

QString TierFiguresModel::ofTier(Figure figure, qsizetype tier) const
{
    const TierFigures &figures = m_figures.at(tier);
    switch (figure) {
    case Figure::Revenue: return formatMoney(m_tiers.at(tier).annualRevenue);
    case Figure::Margin: return formatPercent(m_tiers.at(tier).grossMargin);
    case Figure::GrossProfit: return formatMoney(figures.grossProfit);
    case Figure::IncentiveCost: return formatMoney(figures.incentiveCost);
    case Figure::AdjustedProfit: return formatMoney(figures.adjustedGrossProfit);
    case Figure::AdjustedMargin: return formatPercent(figures.adjustedGrossMargin);
    case Figure::ClientValue: return formatMoney(figures.clientValue);
    case Figure::RevenueGrowth:
    case Figure::MarginGrowth:
    case Figure::ProfitGrowth: return formatGrowth(growth(figure, tier));
    }
    return {};
}

std::optional<Ratio> TierFiguresModel::growth(Figure figure, qsizetype tier) const
{
    const TierFigures &figures = m_figures.at(tier);
    switch (figure) {
    case Figure::RevenueGrowth: return figures.revenueGrowth;
    case Figure::MarginGrowth: return figures.marginGrowth;
    case Figure::ProfitGrowth: return figures.profitGrowth;
    default: return std::nullopt;
    }
}

void IncentivesModel::setDeal(const DealDraft &draft)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < draft.tiers.size(); ++i) {
        for (const Incentive &incentive : draft.tiers.at(i).incentives)
            rows.append({int(i) + 1, incentive});
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int IncentivesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IncentivesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncentivesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((index.column() == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Row &row = m_rows.at(index.row());
    switch (index.column()) {
    case TierColumn: return tr("Tier %1").arg(row.tier);
    case CategoryColumn: return row.incentive.category;
    case SubCategoryColumn: return row.incentive.subCategory;
    case OptionColumn: return row.incentive.option;
    case ValueColumn: return formatMoney(row.incentive.value);
    case NotesColumn: return row.incentive.notes;
    default: return {};
    }
}

QVariant IncentivesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TierColumn: return tr("Tier");
    case CategoryColumn: return tr("Category");
    case SubCategoryColumn: return tr("Sub-category");
    case OptionColumn: return tr("Option");
    case ValueColumn: return tr("Value");
    case NotesColumn: return tr("Notes");
    default: return {};
    }
}

} // namespace dealdesk
