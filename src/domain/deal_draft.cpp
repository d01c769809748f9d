#include "domain/deal_draft.h"

namespace dealdesk {

Money Tier::incentiveCost() const
{
    Money cost;
    for (const Incentive &incentive : incentives)
        cost += incentive.value.value_or(Money());
    return cost;
}

const Tier *DealDraft::expectedTier() const
{
    if (tiers.isEmpty())
        return nullptr;
    return &tiers.at(tiers.size() > 1 ? 1 : 0);
}

const QString &DealDraft::clientName() const
{
    return channel == SalesChannel::ClientDirect ? advertiserName : agencyName;
}

} // namespace dealdesk
