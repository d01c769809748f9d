#pragma once

#include "data/connection.h"

namespace dealdesk {

/// Brings a database that was just opened to this program's schema and stored logic, with a backup before a migration of one that holds
/// data.
Status setUpDatabase(Connection &connection);

/// Looks for damage, and then makes the day's backup unless there is one: a damaged file must not displace good copies.
Status checkAndBackUp(Connection &connection);

} // namespace dealdesk
