#pragma once

#include "core/environment.h"
#include "data/connection.h"
#include "services/signed_in.h"

namespace dealdesk {

/// What a server and this program tell each other first.
struct ServerHandshake {
    QString schemaVersion;
    int minimumClient = 0; ///< of data/client_contract.h
    int maximumClient = 0;
    QString maintenance; ///< why the administrators have closed it; empty: open
    Environment environment = Environment::Production;
    int step = 0;                   ///< the newest of its schema
    QString serverTime;             ///< UTC, ISO 8601
    std::optional<SignedIn> person; ///< whose login this is; nothing: nobody active
};

/// One round trip. DatabaseTooOld with an empty {"found"} where Deal Desk is not set up, AccountInactive where this login may not even ask.
Result<ServerHandshake> readHandshake(Connection &connection);

/// Why this program cannot work there: ClientTooOld, ClientTooNew, DatabaseTooOld with {"found", "supported"}, Maintenance, AccountInactive
/// with {"login"}. A server ahead of this program is fine as long as it serves its contract.
Status checkHandshake(const ServerHandshake &handshake, const QString &login);

} // namespace dealdesk
