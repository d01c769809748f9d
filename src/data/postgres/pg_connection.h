#pragma once

#include "data/connection.h"
#include "data/postgres/pg_link.h"
#include "data/postgres/pg_statements.h"

namespace dealdesk {

class PgRowStream;
class PgWatch;

/// A session on a PostgreSQL server, through libpq itself: values are true parameters, a statement is prepared by its first use, and each
/// call is one round trip. See docs/decisions/0009-libpq-for-postgresql.md.
class PgConnection final : public Connection {
public:
    /// Errors as at signIn().
    static Result<std::unique_ptr<Connection>> open(const DatabaseLocation &location, Role role,
                                                    std::shared_ptr<const std::atomic_bool> closing);
    /// The connection as what it is; for work that only a server knows.
    static PgConnection &of(Connection &connection) { return dynamic_cast<PgConnection &>(connection); }
    ~PgConnection() override;
    PgConnection(const PgConnection &) = delete;
    PgConnection &operator=(const PgConnection &) = delete;

    Result<Query> prepare(const QString &sql, const QString &name) override;
    Status execute(const QString &sql, const QString &name) override;
    /// ConnectionLost when it was sent and its outcome is not known: to be sent again, with the same id, on another connection.
    /// ServerUnreachable when the link was lost before. The result has "unconfirmed": true when it was saved but the server could not
    /// confirm its copy on a standby.
    Result<QJsonObject> command(const Command &command) override;
    Status readTogether(const QList<NamedRead> &reads, const Consume &consume) override;
    Status startWatching(Watcher watcher) override;
    [[nodiscard]] const SqlDialect &dialect() const override;

    /// A script of several statements, without values.
    Status runScript(const QString &script, const QString &name);
    [[nodiscard]] PgLink &link() { return *m_link; }

protected:
    [[nodiscard]] QString beginOfSnapshot() const override { return QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    [[nodiscard]] QString beginOfWriting() const override { return QStringLiteral("BEGIN"); }

private:
    friend class PgCursor;
    friend class PgRowStream;

    /// A statement with its values.
    struct Use {
        QString sql;
        std::vector<PgValue> values;
    };
    struct Outcome {
        std::vector<PgResult> results; ///< of each use
        std::optional<Error> error;
        bool isOutdated = false; ///< a statement has to be prepared anew
        bool mayWorkNow = false;
    };
    enum class As { OneStatement, Snapshot };

    PgConnection(DatabaseLocation location, Role role, std::unique_ptr<PgLink> link, std::shared_ptr<const std::atomic_bool> closing);
    Result<Use> useOf(const QString &sql, const QVariantList &values);
    /// One round trip; prepared again by itself where the server had to forget a statement.
    Outcome run(const std::vector<Use> &uses, As as, PgLink::OnClosing onClosing);
    Outcome runOnce(const std::vector<Use> &uses, As as, PgLink::OnClosing onClosing);
    std::vector<PgStep> stepsFor(const std::vector<Use> &uses, As as);
    void addPreparing(const QString &sql, std::vector<PgStep> &steps);
    Status prepareNow(const QString &sql);
    void readAnswers(const std::vector<PgStep> &steps, PgAnswers answers, Outcome &outcome);
    void noteFailure(const PGresult *result, Outcome &outcome);
    /// Of a failed answer; a server that became a standby is left.
    Error errorOf(const PGresult *result);
    void endFailedSnapshot();

    Role m_role;
    std::unique_ptr<PgLink> m_link;
    PgStatements m_statements{kKeptStatements};
    PgRowStream *m_stream = nullptr; ///< being read
    std::unique_ptr<PgWatch> m_watch;
};

} // namespace dealdesk
