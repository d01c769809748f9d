#pragma once

#include "domain/deal_draft.h"

#include <optional>

namespace dealdesk {

/// What an incentive is, wherever it stands in its tier.
struct IncentiveIdentity {
    QString category;
    QString subCategory;
    QString option;
    int number = 1; ///< among equal ones of the same tier

    friend bool operator==(const IncentiveIdentity &, const IncentiveIdentity &) = default;
};

/// Nothing where the tier or the incentive is not there. `tier` counts from 0.
std::optional<Incentive> incentiveAt(const DealDraft &draft, int tier, const IncentiveIdentity &incentive);

/// Every incentive that either side has in any tier: those of `after` in their order, then those that are gone.
QList<IncentiveIdentity> identitiesOf(const DealDraft &before, const DealDraft &after);

/// "tiers[1].incentives[Financial/Rebates/Volume rebate#1]", as ScopeFact spells it.
QString pathOf(int tier, const IncentiveIdentity &incentive);

} // namespace dealdesk
