#pragma once

#include "support/postgres/pg_database_pool.h"

namespace dealdesk::test {

/// A database of the program's cluster, with a connection per person. What a test made of its rows and of the logins is undone when it
/// goes; a test that changes more says so by spoil().
class PgTestDatabase final : public TestDatabase {
public:
    static std::unique_ptr<PgTestDatabase> copyOf(const QString &templateName, const Fill &fill);
    /// With the schema, stored logic and reference rows, and nobody in it.
    static std::unique_ptr<PgTestDatabase> empty() { return copyOf({}, {}); }
    explicit PgTestDatabase(std::shared_ptr<PooledDatabase> database) : m_database(std::move(database)) {}
    ~PgTestDatabase() override;

    Connection &owner() override;
    Connection &as(const QString &username) override;
    [[nodiscard]] DatabaseLocation location(const QString &username = {}) const override;
    void close() override;
    void reloadLogic() override;
    QByteArray fingerprint() override;

    [[nodiscard]] QString name() const { return m_database->name; }
    void spoil() { m_database->isSpoilt = true; }
    /// As at psql.
    [[nodiscard]] Psql psql(const QString &username = QStringLiteral("postgres")) const;

private:
    std::shared_ptr<PooledDatabase> m_database;
    bool m_isPooled = false;
    QString m_fingerprintSql;
};

} // namespace dealdesk::test
