#pragma once

#include "data/database_location.h"
#include "services/doctor/finding.h"

namespace dealdesk {

/// Examines a deployment on a PostgreSQL server, as somebody who may migrate it. Changes nothing. Blocks: for the command line. Fails only
/// when it could not look at all.
Result<QList<Finding>> examine(const DatabaseLocation &location);

} // namespace dealdesk
