#pragma once

#include "data/connection.h"
#include "data/sqlite/prepared_statement.h"

#include <QHash>

namespace dealdesk {

class SqliteWatch;

/// The embedded database, through Qt's driver.
class SqliteConnection final : public Connection {
public:
    /// Opens with everything that the embedded database rests on (foreign keys, WAL, full sync, …), and verifies that it took.
    /// NetworkFileSystem, DatabaseCorrupt for a file that is no database, DatabaseUnavailable, DatabaseBusy.
    static Result<std::unique_ptr<Connection>> open(const DatabaseLocation &location, Role role,
                                                    std::shared_ptr<const std::atomic_bool> closing);
    /// The connection as what it is; for work that only an embedded database knows.
    static SqliteConnection &of(Connection &connection) { return dynamic_cast<SqliteConnection &>(connection); }
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Result<Query> prepare(const QString &sql, const QString &name) override;
    Status execute(const QString &sql, const QString &name) override;
    Result<QJsonObject> command(const Command &command) override;
    Status readTogether(const QList<NamedRead> &reads, const Consume &consume) override;
    Status startWatching(Watcher watcher) override;
    [[nodiscard]] const SqlDialect &dialect() const override;

    /// A pragma's first value, null where it has none.
    Result<QVariant> pragma(const QString &text);

protected:
    [[nodiscard]] QString beginOfSnapshot() const override { return QStringLiteral("BEGIN"); }
    /// With the write lock from the start.
    [[nodiscard]] QString beginOfWriting() const override { return QStringLiteral("BEGIN IMMEDIATE"); }

private:
    SqliteConnection(DatabaseLocation location, QString connectionName, std::shared_ptr<const std::atomic_bool> closing);
    Status configure(Role role);
    Status switchToWal();
    Status expectPragma(const QString &name, const QVariant &expected);
    Result<Query> prepare(const QString &sql, const QString &name, std::shared_ptr<const std::atomic_bool> closing);
    Result<std::shared_ptr<PreparedStatement>> compile(const QString &sql, const QString &name);
    void keep(const QString &sql, const std::shared_ptr<PreparedStatement> &statement);
    Error withPresentState(Error error, const Command &command);
    /// Told even while everything closes, since it was written.
    Result<QJsonObject> resultOf(const Command &command);

    QString m_connectionName;
    QHash<QString, std::shared_ptr<PreparedStatement>> m_statements;
    QList<QString> m_recentlyUsed; ///< keys of m_statements, the oldest first
    std::unique_ptr<SqliteWatch> m_watch;
};

} // namespace dealdesk
