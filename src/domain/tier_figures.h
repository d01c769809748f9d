#pragma once

#include "domain/client_history.h"
#include "domain/deal_draft.h"

namespace dealdesk {

/// What is computed for a tier. A figure is absent while an input is ("no data").
struct TierFigures {
    std::optional<Money> grossProfit; ///< revenue × margin
    Money incentiveCost;
    std::optional<Money> adjustedGrossProfit; ///< gross profit − incentive cost
    std::optional<Ratio> adjustedGrossMargin; ///< adjusted gross profit / revenue
    Money clientValue;                        ///< factor × incentive cost
    std::optional<Ratio> revenueGrowth;       ///< against the client's previous year: 0.2 is +20 %
    std::optional<Ratio> marginGrowth;        ///< relative change of the margin, as the revenue's
    std::optional<Ratio> profitGrowth;        ///< adjusted gross profit against previous_year_profit

    friend bool operator==(const TierFigures &, const TierFigures &) = default;
};

/// domain.md "Computed per tier". A growth is absent where the previous year's figure is, or is not above zero: there is no
/// meaningful growth from nothing or from a loss.
TierFigures figuresOf(const Tier &tier, const ClientHistory &history, Ratio clientValueFactor);

} // namespace dealdesk
