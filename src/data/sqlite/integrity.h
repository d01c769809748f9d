#pragma once

#include "data/connection.h"

namespace dealdesk {

/// PRAGMA quick_check, table by table, so that closing need not wait for the whole. DatabaseCorrupt says in its detail what was found.
Status checkIntegrity(Connection &connection);

} // namespace dealdesk
