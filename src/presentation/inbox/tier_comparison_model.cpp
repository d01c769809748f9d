#include "presentation/inbox/tier_comparison_model.h"

#include "presentation/text/format.h"
#include "presentation/text/user_input.h"

namespace dealdesk {

namespace {

/// Without the currency, which the title names: five tiers must fit beside each other.
QString amount(const std::optional<Money> &money)
{
    return money ? moneyForInput(*money) : formatMoney(money);
}

} // namespace

int TierComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_tiers.isEmpty() ? 0 : FigureCount;
}

int TierComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiers.size()) + 1;
}

QVariant TierComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto figure = Figure(index.row());
    const int tier = index.column() - 1;
    switch (role) {
    case Qt::DisplayRole: return tier < 0 ? lastYear(figure) : ofTier(tier, figure);
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case DirectionRole: {
        const auto change = tier < 0 ? std::nullopt : growth(tier, figure);
        if (!change || change->millionths() == 0)
            return 0;
        return change->millionths() > 0 ? 1 : -1;
    }
    case ExpectedRole: return tier >= 0 && tier == (m_tiers.size() > 1 ? 1 : 0);
    default: return {};
    }
}

QVariant TierComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (orientation == Qt::Horizontal)
        return section == 0 ? tr("Last year") : tr("Tier %1").arg(section);
    switch (Figure(section)) {
    case Revenue: return tr("Annual revenue");
    case Margin: return tr("Gross margin");
    case GrossProfit: return tr("Gross profit");
    case IncentiveCost: return tr("Incentive cost");
    case AdjustedProfit: return tr("Profit after incentives");
    case AdjustedMargin: return tr("Margin after incentives");
    case ClientValue: return tr("Client value");
    case RevenueGrowth: return tr("Revenue growth");
    case MarginGrowth: return tr("Margin growth");
    case ProfitGrowth: return tr("Profit growth");
    case FigureCount: break;
    }
    return {};
}

void TierComparisonModel::setTiers(const QList<Tier> &tiers, const ClientHistory &history, Ratio clientValueFactor)
{
    QList<TierFigures> figures;
    for (const Tier &tier : tiers)
        figures << figuresOf(tier, history, clientValueFactor);
    if (tiers == m_tiers && figures == m_figures && history == m_history)
        return;
    beginResetModel();
    m_tiers = tiers;
    m_figures = figures;
    m_history = history;
    endResetModel();
}

QString TierComparisonModel::lastYear(Figure figure) const
{
    switch (figure) {
    case Revenue: return amount(m_history.revenue);
    case Margin: return formatPercent(m_history.margin);
    case IncentiveCost: return amount(m_history.incentiveCost);
    case AdjustedProfit: return amount(m_history.profit);
    case ClientValue: return amount(m_history.clientValue);
    default: return {};
    }
}

QString TierComparisonModel::ofTier(int tier, Figure figure) const
{
    const Tier &entered = m_tiers.at(tier);
    const TierFigures &figures = m_figures.at(tier);
    switch (figure) {
    case Revenue: return amount(entered.annualRevenue);
    case Margin: return formatPercent(entered.grossMargin);
    case GrossProfit: return amount(figures.grossProfit);
    case IncentiveCost: return amount(figures.incentiveCost);
    case AdjustedProfit: return amount(figures.adjustedGrossProfit);
    case AdjustedMargin: return formatPercent(figures.adjustedGrossMargin);
    case ClientValue: return amount(figures.clientValue);
    default: return formatGrowth(growth(tier, figure));
    }
}

std::optional<Ratio> TierComparisonModel::growth(int tier, Figure figure) const
{
    const TierFigures &figures = m_figures.at(tier);
    switch (figure) {
    case RevenueGrowth: return figures.revenueGrowth;
    case MarginGrowth: return figures.marginGrowth;
    case ProfitGrowth: return figures.profitGrowth;
    default: return std::nullopt;
    }
}

} // namespace dealdesk
