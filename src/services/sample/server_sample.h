#pragma once

#include "data/database_location.h"

namespace dealdesk {

/// Fills an empty database on a server with the sample office, each step by the login of whoever does it. `location` is that of the
/// database's owner. Blocks: for the command line. Forbidden where somebody is already, with {"environment"} in a database for production,
/// since everybody knows the sample's password, and with {"field"} when the cluster has a login of one of the sample's people already.
Status createServerSample(const DatabaseLocation &location);

} // namespace dealdesk
