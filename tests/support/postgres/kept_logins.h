#pragma once

#include "support/postgres/psql.h"

namespace dealdesk::test {

/// Remembers who may sign in now, and with what.
void keepLogins(Psql cluster);
/// Makes that so again; false when it was.
bool restoreLogins(Psql cluster);

} // namespace dealdesk::test
