#pragma once

#include "support/data/test_database.h"

#include <QTemporaryDir>

namespace dealdesk::test {

/// A file in a folder that goes away.
class SqliteTestDatabase final : public TestDatabase {
public:
    static std::unique_ptr<SqliteTestDatabase> copyOf(const QString &templateName, const Fill &fill);
    /// A copy of a file that nobody has open.
    explicit SqliteTestDatabase(const QString &copiedFile);

    Connection &owner() override;
    Connection &as(const QString &username) override;
    [[nodiscard]] DatabaseLocation location(const QString &username = {}) const override;
    void close() override;
    void reloadLogic() override;
    QByteArray fingerprint() override;

private:
    SqliteTestDatabase() = default;

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

} // namespace dealdesk::test
