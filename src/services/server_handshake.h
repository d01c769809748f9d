#pragma once

#include "data/connection.h"
#include "services/signed_in.h"

namespace dealdesk {

/// What a server and this program tell each other first.
struct ServerHandshake {
    QString schemaVersion;
    int minimumClient = 0; ///< of data/client_contract.h
    int maximumClient = 0;
    QString maintenance;            ///< why the administrators have closed it; empty: open
    QString environment;            ///< production, test, development
    std::optional<SignedIn> person; ///< whose login this is; nothing: nobody active
};

/// One round trip. DatabaseTooOld for a database that has not been set up.
Result<ServerHandshake> readHandshake(Connection &connection);

/// Why this program cannot work there: ClientTooOld, ClientTooNew, Maintenance, AccountInactive with {"login"}.
Status checkHandshake(const ServerHandshake &handshake, const QString &login);

} // namespace dealdesk
