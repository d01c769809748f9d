#pragma once

#include "data/database_location.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/psql.h"

namespace dealdesk::bench {

/// A throw-away cluster as a deployment has it (syncs to disk, room for 700 sessions) with ten years of deals, by the migrator and by
/// tests/bench/postgresql/seed.sql. Everybody of the seed has a login of their own.
class BenchServer {
public:
    /// Ends the program where that fails.
    explicit BenchServer(int deals);

    [[nodiscard]] test::PgCluster &cluster() { return m_cluster; }
    [[nodiscard]] DatabaseLocation location(const QString &login) const;
    [[nodiscard]] QString connectionText(const QString &login) const { return m_cluster.connectionText(kDatabase, login); }
    [[nodiscard]] QString socketFolder() const { return m_cluster.socketFolder(); }
    [[nodiscard]] quint16 port() const { return m_cluster.port(); }
    [[nodiscard]] test::Psql owner() const { return test::Psql(connectionText(QStringLiteral("postgres"))); }
    /// Logins of a kind: "seller", "finance".
    [[nodiscard]] QStringList logins(const QString &kind) const;

    inline static const QString kDatabase = QStringLiteral("desk");

private:
    test::PgCluster m_cluster;
};

} // namespace dealdesk::bench
