#pragma once

#include "data/command.h"
#include "data/data_change.h"
#include "data/database_location.h"
#include "data/query.h"
#include "data/sql_dialect.h"

#include <QList>

#include <functional>

namespace dealdesk {

/// A read of Connection::readTogether.
struct NamedRead {
    QString name; ///< of resources/sql/common/reads without ending; only for the log when `sql` is given
    QVariantList values;
    QString sql; ///< a statement made by the caller; empty: the named one
};

/// One connection to one kind of database, used only on the thread of its SqlExecutor. Statements prepared before are kept and used again.
class Connection {
public:
    enum class Role {
        Main,      ///< reads and writes; creates the file where there is none
        Background ///< reads only: exports, checks, backups
    };

    /// What can go wrong is listed at each kind of connection. Reads end with Cancelled once `closing` is set.
    static Result<std::unique_ptr<Connection>> open(const DatabaseLocation &location, Role role,
                                                    std::shared_ptr<const std::atomic_bool> closing = nullptr);
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// `name` is for the log.
    virtual Result<Query> prepare(const QString &sql, const QString &name) = 0;
    /// A statement of resources/sql/common/reads, by its file's name without ending.
    Result<Query> read(const QString &name);
    /// Prepared, carried out and forgotten: for schema statements.
    virtual Status execute(const QString &sql, const QString &name) = 0;

    /// Carries out a command of the stored logic as one statement, and gives the JSON that it left in command_log. What a busy database
    /// refused is tried again with the same id. Refusals carry what is stored now, in the keys listed at their codes.
    virtual Result<QJsonObject> command(const Command &command) = 0;

    /// Gets the rows of the read at `index`, which was carried out; a failure ends the reading.
    using Consume = std::function<Status(qsizetype index, Query &rows)>;
    /// Several reads of one state of the database, in one round trip where there is a network.
    virtual Status readTogether(const QList<NamedRead> &reads, const Consume &consume) = 0;

    /// Several reads of one state of the database. `work` is called as `Result<T>()`; it writes nothing. Within another transaction both
    /// are a part of that one.
    template<typename Work>
    auto inSnapshot(Work work) -> std::invoke_result_t<Work>
    {
        return inTransaction(beginOfSnapshot(), std::move(work));
    }
    /// Writes that belong together; a failure undoes them all.
    template<typename Work>
    auto inWriteTransaction(Work work) -> std::invoke_result_t<Work>
    {
        return inTransaction(beginOfWriting(), std::move(work));
    }

    /// From now on tells what others change, and when the connection is lost; once for a connection. The watcher is called on this thread,
    /// between jobs. On a server what is read after this is not older than what will be told.
    virtual Status startWatching(Watcher watcher) = 0;

    [[nodiscard]] virtual const SqlDialect &dialect() const = 0;
    [[nodiscard]] bool isClosing() const { return m_closing && *m_closing; }
    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }
    /// How many statements the database had to compile so far.
    [[nodiscard]] int compiledStatements() const { return m_compiled; }

    static constexpr int kKeptStatements = 64;

protected:
    Connection(DatabaseLocation location, std::shared_ptr<const std::atomic_bool> closing);

    [[nodiscard]] virtual QString beginOfSnapshot() const = 0;
    [[nodiscard]] virtual QString beginOfWriting() const = 0;
    [[nodiscard]] const std::shared_ptr<const std::atomic_bool> &closing() const { return m_closing; }
    /// The text of a statement of resources/sql/common/reads.
    static Result<QString> namedSql(const QString &name);
    void countCompiled() { ++m_compiled; }
    [[nodiscard]] bool isInTransaction() const { return m_isInTransaction; }

private:
    template<typename Work>
    auto inTransaction(const QString &begin, Work work) -> std::invoke_result_t<Work>
    {
        if (m_isInTransaction)
            return work();
        if (const Status begun = execute(begin, begin); !begun)
            return failure(begun.error());
        m_isInTransaction = true;
        auto result = work();
        m_isInTransaction = false;
        const Status ended = result ? execute(QStringLiteral("COMMIT"), QStringLiteral("commit")) : Status(failure(result.error()));
        if (ended)
            return result;
        execute(QStringLiteral("ROLLBACK"), QStringLiteral("rollback"));
        return failure(ended.error());
    }

    DatabaseLocation m_location;
    std::shared_ptr<const std::atomic_bool> m_closing;
    int m_compiled = 0;
    bool m_isInTransaction = false;
};

} // namespace dealdesk
