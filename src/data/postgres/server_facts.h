#pragma once

#include "data/connection.h"

namespace dealdesk {

/// How a connection to a server came about, for people.
struct ServerFacts {
    QString version; ///< of PostgreSQL, "15.20"
    QString tls;     ///< "TLSv1.3"; empty: clear text
    ServerAddress address;
};

ServerFacts factsOf(Connection &connection);

} // namespace dealdesk
