#pragma once

#include "data/connection.h"
#include "data/postgres/pg_handles.h"

namespace dealdesk {

/// Connects and signs in, host by host in order until one takes it. Asks the location for its secret once.
/// ServerUnreachable with {"hosts"}, TlsRefused with {"reason"}, AccessDenied, DatabaseBusy (no session left), Invalid, Cancelled, and what
/// the secret's source says. Before TLS stands nothing that the other side says is believed or passed on.
Result<PgHandle> signIn(const ServerLocation &location, Connection::Role role, const std::shared_ptr<const std::atomic_bool> &closing);

} // namespace dealdesk
