#pragma once

#include <libpq-fe.h>

#include <memory>

namespace dealdesk {

struct PgFinish {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
struct PgClear {
    void operator()(PGresult *result) const { PQclear(result); }
};

using PgHandle = std::unique_ptr<PGconn, PgFinish>;
using PgResult = std::unique_ptr<PGresult, PgClear>;

} // namespace dealdesk
