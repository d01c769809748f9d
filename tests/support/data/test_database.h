#pragma once

#include "data/connection.h"

#include <functional>

namespace dealdesk::test {

/// Whether this program's fixtures are on a PostgreSQL server, by the environment variable DEALDESK_TEST_DATABASE: "postgresql", or
/// "sqlite" as without it. ctest runs the contract's suites on both.
bool isOnPostgresql();

/// A database of its own under a fixture: a copy of a template that is made once per program.
class TestDatabase {
public:
    /// Fills a template, which has the schema, the stored logic and the reference rows already.
    using Fill = std::function<void(TestDatabase &)>;
    static std::unique_ptr<TestDatabase> copyOf(const QString &templateName, const Fill &fill);

    virtual ~TestDatabase() = default;
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    /// Reads everything, and writes what the guards let pass. Knows no row-level security.
    virtual Connection &owner() = 0;
    /// What somebody's commands and reads go through. On SQLite the owner's.
    virtual Connection &as(const QString &username) = 0;
    /// For opening by other means, as somebody.
    [[nodiscard]] virtual DatabaseLocation location(const QString &username = {}) const = 0;
    /// Closes the connections, so that the database is as it would be without this program.
    virtual void close() = 0;
    /// Drops the stored logic and loads it again.
    virtual void reloadLogic() = 0;
    /// A hash of every row of every table, and of who may sign in.
    virtual QByteArray fingerprint() = 0;

protected:
    TestDatabase() = default;
};

/// What `save_user` takes as somebody's password: on PostgreSQL that of "correct horse".
QString testVerifier();

} // namespace dealdesk::test
