#pragma once

#include <QString>

namespace dealdesk::test {

/// Lays the tables and the stored logic of this checkout into an empty database, as the migrating superuser would.
void loadPgScripts(const QString &connectionText);

} // namespace dealdesk::test
