#include "data/sqlite/integrity.h"

#include "data/rows.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

Status checkIntegrity(Connection &connection)
{
    const auto checks = readRows(connection,
                                 u"SELECT 'PRAGMA quick_check(\"' || name || '\")' FROM sqlite_schema "
                                 "WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'"_s,
                                 {}, [](const Query &row) { return row.text(0); });
    if (!checks)
        return failure(checks.error());
    for (const QString &check : *checks) {
        if (connection.isClosing())
            return failure(ErrorCode::Cancelled);
        const auto findings = readRows(connection, check, {}, [](const Query &row) { return row.text(0); });
        if (!findings)
            return failure(findings.error());
        if (*findings != QStringList{u"ok"_s})
            return failure(ErrorCode::DatabaseCorrupt, findings->join(u'\n').left(2000));
    }
    return Nothing{};
}

} // namespace dealdesk
