#pragma once

#include "services/workspace.h"

namespace dealdesk {

/// What an administrator wants to know of the server that they work on.
struct ServerInfo {
    QString host; ///< that serves this session, with its port
    QString database;
    QString serverVersion; ///< of PostgreSQL
    QString tls;           ///< "TLSv1.3"; empty: clear text
    QString schemaVersion;
    Environment environment = Environment::Production;
    int minimumClient = 0;
    int maximumClient = 0;
};

/// One round trip on the session's own connection.
QCoro::Task<Result<ServerInfo>> describeServer(std::shared_ptr<Workspace> workspace);

} // namespace dealdesk
