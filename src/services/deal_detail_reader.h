#pragma once

#include "data/connection.h"
#include "domain/actor.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// Everything that a deal's page shows, in one snapshot. NotFound also for a deal that the actor may not see yet. On the database's thread.
Result<DealDetail> readDealDetail(Connection &connection, DealId deal, const Actor &actor);

} // namespace dealdesk
