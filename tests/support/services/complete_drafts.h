#pragma once

#include "domain/deal_draft.h"
#include "domain/incentive_catalog.h"
#include "domain/routing.h"

#include <QRandomGenerator>

namespace dealdesk::test {

/// A draft that may be submitted in a ServicesFixture: every field filled or lawfully empty, amounts on and around the policy's limits.
DealDraft completeDraft(QRandomGenerator &random, const IncentiveCatalog &catalog, const RoutingPolicy &policy);

} // namespace dealdesk::test
