#pragma once

#include "core/environment.h"
#include "data/connection.h"

namespace dealdesk {

/// What an administrator says about a server's database as a whole; what is not given stays.
struct Deployment {
    std::optional<Environment> environment;
    std::optional<QString> maintenance; ///< what people are told while nobody may write; empty: open again
    std::optional<int> oldestClient;    ///< programs with an older kClientContract may not write any more
};

/// On a migrated database, by a member of dealdesk_owner. This program is let in whatever is given.
Status changeDeployment(Connection &connection, const Deployment &deployment);

/// Whether there is anybody yet, and whether the cluster has a login of that name.
struct FirstAdminNeeds {
    bool isNeeded = false;
    bool hasLogin = false;
};
Result<FirstAdminNeeds> firstAdminNeeds(Connection &connection, const QString &username);

} // namespace dealdesk
