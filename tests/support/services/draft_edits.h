#pragma once

#include "domain/deal_draft.h"
#include "domain/incentive_catalog.h"
#include "domain/routing.h"

#include <QRandomGenerator>

namespace dealdesk::test {

/// What an owner might do to a deal that comes back: nothing, a better or worse figure, another incentive, tier, client or term. Still
/// complete for a ServicesFixture.
DealDraft editedDraft(QRandomGenerator &random, DealDraft draft, const IncentiveCatalog &catalog, const RoutingPolicy &policy);

} // namespace dealdesk::test
