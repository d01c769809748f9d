#pragma once

#include "services/connections/connection_test.h"

namespace dealdesk {

/// What an error of connecting means for somebody who tests a connection, and what to do.
ConnectionFinding problemWith(const Error &error);

/// Looks at each host by itself: whether its name resolves and whether anybody listens. Blocks for some seconds.
QList<ConnectionFinding> whyUnreachable(QList<ServerAddress> hosts);

} // namespace dealdesk
