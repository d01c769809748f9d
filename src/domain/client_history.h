#pragma once

#include "core/money.h"
#include "core/ratio.h"

#include <optional>

namespace dealdesk {

/// A client's previous year, from advertisers or agencies. Each figure is absent where there is no data; never made up.
struct ClientHistory {
    std::optional<Money> revenue;
    std::optional<Ratio> margin;
    std::optional<Money> profit;
    std::optional<Money> incentiveCost;
    std::optional<Money> clientValue;

    friend bool operator==(const ClientHistory &, const ClientHistory &) = default;
};

} // namespace dealdesk
