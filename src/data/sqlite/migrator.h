#pragma once

#include "data/connection.h"
#include "data/schema_steps.h"

namespace dealdesk {

/// Brings a database to the schema and the stored logic of this program. Two processes may start at once on one file.
class Migrator {
public:
    explicit Migrator(Connection &connection, QString folder = QStringLiteral(":/sql/sqlite"));

    struct State {
        bool isEmpty = true;  ///< a new file
        QString foundVersion; ///< of the newest step; empty in a new file
        QList<SchemaStep> pending;
        [[nodiscard]] bool needsBackup() const { return !isEmpty && !pending.isEmpty(); }
    };
    /// DatabaseTooNew with {"found", "supported"}; DatabaseCorrupt for somebody else's database.
    Result<State> state();

    /// Carries out the pending steps, each in a transaction of its own with its row in schema_version, then reloads the stored logic where
    /// it differs. An interrupted migration goes on where it was.
    Status migrate();

private:
    Status createVersionTable();
    Status apply(const SchemaStep &step);
    Result<bool> isApplied(const SchemaStep &step);

    Connection &m_connection;
    QString m_folder;
};

} // namespace dealdesk
