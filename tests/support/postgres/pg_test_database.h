#pragma once

#include "support/data/test_database.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/psql.h"

#include <QHash>

namespace dealdesk::test {

/// A database of the program's cluster. Logins belong to the whole cluster: those of the template are there in every database, and what a
/// test made of them is undone when its database goes.
class PgTestDatabase final : public TestDatabase {
public:
    static std::unique_ptr<PgTestDatabase> copyOf(const QString &templateName, const Fill &fill);
    /// With the schema, stored logic and reference rows, and nobody in it.
    static std::unique_ptr<PgTestDatabase> empty() { return copyOf({}, {}); }
    ~PgTestDatabase() override;

    Connection &owner() override;
    Connection &as(const QString &username) override;
    [[nodiscard]] DatabaseLocation location(const QString &username = {}) const override;
    void close() override;
    QByteArray fingerprint() override;

    [[nodiscard]] QString name() const { return m_name; }
    /// As at psql; without a name: as the cluster's superuser.
    [[nodiscard]] Psql psql(const QString &username = QStringLiteral("postgres")) const;

private:
    explicit PgTestDatabase(const QString &templateName);

    QString m_name;
    QHash<QString, std::shared_ptr<Connection>> m_connections;
    QString m_fingerprintSql;
};

} // namespace dealdesk::test
