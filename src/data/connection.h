#pragma once

#include "data/command.h"
#include "data/database_location.h"
#include "data/query.h"

#include <QHash>
#include <QList>

namespace dealdesk {

/// One connection, used only on the thread of its SqlExecutor. Statements prepared before are kept and used again.
class Connection {
public:
    enum class Role {
        Main,      ///< reads and writes; creates the file where there is none
        Background ///< reads only: exports, checks, backups
    };

    /// Opens with everything that the embedded database rests on (foreign keys, WAL, full sync, …), and verifies that it took.
    /// NetworkFileSystem, DatabaseCorrupt for a file that is no database, DatabaseUnavailable, DatabaseBusy.
    /// Reads end with Cancelled once `closing` is set.
    static Result<std::unique_ptr<Connection>> open(const DatabaseLocation &location, Role role,
                                                    std::shared_ptr<const std::atomic_bool> closing = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// `name` is for the log.
    Result<Query> prepare(const QString &sql, const QString &name);
    /// A statement of resources/sql/common/reads, by its file's name without ending.
    Result<Query> read(const QString &name);
    /// Prepared, carried out and forgotten: for schema statements.
    Status execute(const QString &sql, const QString &name);
    /// A pragma's first value, null where it has none.
    Result<QVariant> pragma(const QString &text);

    /// Carries out a command of the stored logic as one statement, and gives the JSON that it left in command_log. A busy database is
    /// tried once more with the same id. Refusals carry what is stored now, in the keys listed at their codes.
    Result<QJsonObject> command(const Command &command);

    /// Several reads of one state of the database. `work` is called as `Result<T>()`; it writes nothing.
    template<typename Work>
    auto inSnapshot(Work work) -> std::invoke_result_t<Work>
    {
        return inTransaction(QStringLiteral("BEGIN"), std::move(work));
    }
    /// Writes that belong together, with the write lock from the start; a failure undoes them all.
    template<typename Work>
    auto inWriteTransaction(Work work) -> std::invoke_result_t<Work>
    {
        return inTransaction(QStringLiteral("BEGIN IMMEDIATE"), std::move(work));
    }

    [[nodiscard]] bool isClosing() const { return m_closing && *m_closing; }
    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }
    /// How many statements the driver had to compile so far.
    [[nodiscard]] int compiledStatements() const { return m_compiled; }

    static constexpr int kKeptStatements = 64;

private:
    Connection(DatabaseLocation location, QString connectionName, std::shared_ptr<const std::atomic_bool> closing);
    Status configure(Role role);
    Status switchToWal();
    Status expectPragma(const QString &name, const QVariant &expected);
    Result<std::shared_ptr<PreparedStatement>> compile(const QString &sql, const QString &name);
    void keep(const QString &sql, const std::shared_ptr<PreparedStatement> &statement);
    Error withPresentState(Error error, const Command &command);
    Result<QJsonObject> resultOf(const Command &command);

    template<typename Work>
    auto inTransaction(const QString &begin, Work work) -> std::invoke_result_t<Work>
    {
        if (const Status begun = execute(begin, begin); !begun)
            return failure(begun.error());
        auto result = work();
        const Status ended = result ? execute(QStringLiteral("COMMIT"), QStringLiteral("commit")) : Status(failure(result.error()));
        if (ended)
            return result;
        execute(QStringLiteral("ROLLBACK"), QStringLiteral("rollback"));
        return failure(ended.error());
    }

    DatabaseLocation m_location;
    QString m_connectionName;
    std::shared_ptr<const std::atomic_bool> m_closing;
    QHash<QString, std::shared_ptr<PreparedStatement>> m_statements;
    QList<QString> m_recentlyUsed; ///< keys of m_statements, the oldest first
    int m_compiled = 0;
};

} // namespace dealdesk
