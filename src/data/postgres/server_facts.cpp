#include "data/postgres/server_facts.h"

#include "data/postgres/pg_connection.h"

namespace dealdesk {

ServerFacts factsOf(Connection &connection)
{
    PGconn *handle = PgConnection::of(connection).link().handle();
    ServerFacts facts;
    facts.version = QString::fromUtf8(PQparameterStatus(handle, "server_version")).section(u' ', 0, 0);
    if (PQsslInUse(handle) != 0)
        facts.tls = QString::fromUtf8(PQsslAttribute(handle, "protocol"));
    facts.address = {QString::fromUtf8(PQhost(handle)), QByteArray(PQport(handle)).toInt()};
    return facts;
}

} // namespace dealdesk
