#pragma once

#include "data/postgres/pg_connection.h"
#include "data/schema_steps.h"

namespace dealdesk {

/// Sets a PostgreSQL database up, and brings it to the schema and the stored logic of this program. Everything happens in one transaction
/// under a lock: several may start at once, and an interrupted one has done nothing. The connection is that of the login that migrates: the
/// database's owner, with CREATEROLE, no superuser.
class PgMigrator {
public:
    /// `serverVersion` as PQserverVersion() gives it; 0: the server's own.
    explicit PgMigrator(PgConnection &connection, QString folder = QStringLiteral(":/sql/postgresql"), int serverVersion = 0);

    struct State {
        bool isEmpty = true;
        QString foundVersion; ///< of the newest step; empty in an empty database
        QList<SchemaStep> pending;
        bool isLogicCurrent = false; ///< or from a newer program, which is left as it is
    };
    /// DatabaseTooNew with {"found", "supported"}; DatabaseCorrupt for somebody else's schema "dealdesk".
    Result<State> state();

    enum class Reload {
        WhenDifferent,
        Always ///< also puts back what somebody changed by hand
    };
    /// Waits for others' locks a short while each time, and tries again: people may be at work. DatabaseBusy when that did not help.
    Status migrate(Reload reload = Reload::WhenDifferent);

    /// SHA-256 (hex) of the stored logic that this program brings along.
    Result<QString> digest() const;

private:
    Status migrateOnce(Reload reload);
    Status beginAlone();
    Status loadLogic();
    Status apply(const SchemaStep &step);
    Status applySteps(const QList<SchemaStep> &steps);
    Status recordLogic();
    Status runFolder(const QString &part);
    Status runAs(const QString &role, const QString &part);
    Status become(const QString &role);
    Result<bool> isLogicCurrent(bool isEmpty);
    [[nodiscard]] QStringList filesOf(const QString &part) const;
    [[nodiscard]] QString forServer(QString script) const;
    [[nodiscard]] bool hasInvokerViews() const;

    PgConnection &m_connection;
    QString m_folder;
    int m_serverVersion;
};

} // namespace dealdesk
