#include "domain/tier_figures.h"

namespace dealdesk {

namespace {

template<typename Figure>
std::optional<Ratio> growth(std::optional<Figure> now, std::optional<Figure> before)
{
    if (!now || !before || *before <= Figure())
        return std::nullopt;
    return Ratio::of(*now - *before, *before);
}

} // namespace

TierFigures figuresOf(const Tier &tier, const ClientHistory &history, Ratio clientValueFactor)
{
    TierFigures figures;
    figures.incentiveCost = tier.incentiveCost();
    figures.clientValue = figures.incentiveCost * clientValueFactor;
    if (tier.annualRevenue && tier.grossMargin) {
        figures.grossProfit = *tier.annualRevenue * *tier.grossMargin;
        figures.adjustedGrossProfit = *figures.grossProfit - figures.incentiveCost;
        figures.adjustedGrossMargin = Ratio::of(*figures.adjustedGrossProfit, *tier.annualRevenue);
    }
    figures.revenueGrowth = growth(tier.annualRevenue, history.revenue);
    figures.marginGrowth = growth(tier.grossMargin, history.margin);
    figures.profitGrowth = growth(figures.adjustedGrossProfit, history.profit);
    return figures;
}

} // namespace dealdesk
