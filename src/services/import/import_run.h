#pragma once

#include "data/connection.h"
#include "services/import/import_plan.h"

namespace dealdesk {

// The database's side of an import; on the thread of the import's own connection.

/// What planning has to know.
Result<ImportSurroundings> readSurroundings(Connection &connection, const QStringList &references, const Actor &importer);

/// How the database answered one row.
struct RowOutcome {
    bool alreadyThere = false;
    std::optional<Error> refusal; ///< a rule or constraint that the row breaks
};

/// Sends rows, each a command, all within one transaction: a row that the database refuses leaves the others. A failure of the database
/// itself, or of the right to import, undoes them all and is the result.
Result<QList<RowOutcome>> sendRows(Connection &connection, const QList<PlannedRow> &rows, const Actor &importer);

} // namespace dealdesk
