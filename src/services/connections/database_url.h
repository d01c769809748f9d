#pragma once

#include "data/database_location.h"

namespace dealdesk {

/// Whether the text means a server rather than a file: "postgresql://…" or "postgres://…".
bool isServerUrl(const QString &text);

/// postgresql://USER@HOST:PORT,HOST:PORT/DATABASE?sslmode=…&sslrootcert=FILE as libpq has it; a socket's folder as a percent-encoded host.
/// The database is "dealdesk" and the TLS mode verify-full unless given; USER may be missing. No secret is set: whoever connects adds it.
/// MalformedInput with a sentence for people in {"reason"}, also for a password (others on the machine see command lines), for a parameter
/// other than these two, and for clear text to another machine.
Result<ServerLocation> serverFromUrl(const QString &url);

} // namespace dealdesk
