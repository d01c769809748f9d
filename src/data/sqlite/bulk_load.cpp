#include "data/sqlite/bulk_load.h"

#include "data/resource_text.h"
#include "data/rows.h"
#include "data/sqlite/sql_script.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Guard {
    QString name;
    QString sql;
};

// Triggers on tables; those on views are commands and stay.
Result<QList<Guard>> guardsOf(Connection &connection)
{
    const QString sql = u"SELECT g.name, g.sql FROM sqlite_schema g JOIN sqlite_schema t ON t.name = g.tbl_name AND t.type = 'table' "
                        "WHERE g.type = 'trigger' ORDER BY g.name"_s;
    return readRows(connection, sql, {}, [](const Query &row) { return Guard{row.text(0), row.text(1)}; });
}

Status refuseUnlessEmpty(Connection &connection)
{
    const auto deals = readRows(connection, u"SELECT 1 FROM deals LIMIT 1"_s, {}, [](const Query &) { return true; });
    if (!deals)
        return failure(deals.error());
    return deals->isEmpty() ? Status(Nothing{}) : failure(ErrorCode::Invalid, u"there are deals already"_s);
}

Status executeAll(Connection &connection, const QStringList &statements, const QString &name)
{
    for (const QString &statement : statements) {
        if (connection.isClosing())
            return failure(ErrorCode::Cancelled);
        if (const Status done = connection.execute(statement, name); !done)
            return done;
    }
    return Nothing{};
}

} // namespace

Status bulkLoad(Connection &connection, const QString &name, const QHash<QString, QString> &values)
{
    auto script = resourceText(u":/sql/sqlite/seed/%1.sql"_s.arg(name));
    if (!script)
        return failure(script.error());
    for (auto it = values.begin(); it != values.end(); ++it)
        script->replace(u':' + it.key(), it.value());
    return connection.inWriteTransaction([&]() -> Status {
        if (const Status empty = refuseUnlessEmpty(connection); !empty)
            return empty;
        const auto guards = guardsOf(connection);
        if (!guards)
            return failure(guards.error());
        QStringList aside;
        QStringList back;
        for (const Guard &guard : *guards) {
            aside += u"DROP TRIGGER \"%1\""_s.arg(guard.name);
            back += guard.sql;
        }
        if (const Status done = executeAll(connection, aside, u"put guards aside"_s); !done)
            return done;
        if (const Status done = executeAll(connection, statementsOf(*script), name); !done)
            return done;
        return executeAll(connection, back, u"put guards back"_s);
    });
}

} // namespace dealdesk
