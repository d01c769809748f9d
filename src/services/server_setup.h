#pragma once

#include "data/postgres/pg_deployment.h"
#include "services/account_service.h"

namespace dealdesk {

/// What `dealdeskctl migrate` does on a server besides migrating.
struct ServerSetup {
    bool reloads = false; ///< puts the stored logic back even where it looks current
    Deployment deployment;
    std::optional<NewAccount> admin; ///< the first administrator; without a password it is asked for
    /// Asked only when the administrator's login has to be made.
    std::function<std::optional<QString>()> adminPassword;
};

/// Sets the server's database up or brings it to this program's version, as its owner. Blocks: for the command line. Errors as at
/// PgMigrator; Forbidden with {"people"} when there are some already and a first administrator was asked for.
Status setUpServer(const DatabaseLocation &location, const ServerSetup &setup);

} // namespace dealdesk
