#include "data/sqlite/migrator.h"

#include "data/resource_text.h"
#include "data/rows.h"
#include "data/sqlite/sql_script.h"
#include "data/sqlite/stored_logic.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

Migrator::Migrator(Connection &connection, QString folder) : m_connection(connection), m_folder(std::move(folder)) {}

Result<Migrator::State> Migrator::state()
{
    auto steps = schemaSteps(m_folder + "/schema"_L1);
    if (!steps)
        return failure(steps.error());
    const auto tables = readRows(m_connection, u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s, {},
                                 [](const Query &row) { return row.text(0); });
    if (!tables)
        return failure(tables.error());
    if (tables->isEmpty())
        return State{true, {}, *steps};
    if (!tables->contains("schema_version"_L1))
        return failure(ErrorCode::DatabaseCorrupt, u"the file holds somebody else's tables"_s);

    const auto applied = readRows(m_connection, u"SELECT step, version FROM schema_version ORDER BY step"_s, {},
                                  [](const Query &row) { return std::pair(int(row.integer(0)), row.text(1)); });
    if (!applied)
        return failure(applied.error());
    State state{applied->isEmpty(), applied->isEmpty() ? QString() : applied->last().second, {}};
    const int known = steps->isEmpty() ? 0 : steps->last().number;
    if (!applied->isEmpty() && applied->last().first > known) {
        const QString supported = steps->isEmpty() ? QString() : steps->last().version;
        return failure(ErrorCode::DatabaseTooNew, u"step %1 found, %2 known"_s.arg(applied->last().first).arg(known),
                       {{u"found"_s, state.foundVersion}, {u"supported"_s, supported}});
    }
    for (const SchemaStep &step : std::as_const(*steps)) {
        const auto isThis = [&](const auto &row) { return row.first == step.number; };
        if (std::none_of(applied->begin(), applied->end(), isThis))
            state.pending.append(step);
    }
    return state;
}

Status Migrator::migrate()
{
    const Result<State> found = state();
    if (!found)
        return failure(found.error());
    if (!found->pending.isEmpty()) {
        if (const Status created = createVersionTable(); !created)
            return created;
    }
    for (const SchemaStep &step : found->pending) {
        if (const Status applied = apply(step); !applied)
            return applied;
    }
    return StoredLogic(m_connection, m_folder).load();
}

Status Migrator::createVersionTable()
{
    return m_connection.execute(
        u"CREATE TABLE IF NOT EXISTS schema_version ("
        "step INTEGER PRIMARY KEY, version TEXT NOT NULL, name TEXT NOT NULL, "
        "applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), applied_by TEXT NOT NULL) STRICT"_s,
        u"create schema_version"_s);
}

Result<bool> Migrator::isApplied(const SchemaStep &step)
{
    const auto rows = readRows(m_connection, u"SELECT 1 FROM schema_version WHERE step = ?"_s, {step.number},
                               [](const Query &) { return 0; });
    return rows ? Result<bool>(!rows->isEmpty()) : failure(rows.error());
}

Status Migrator::apply(const SchemaStep &step)
{
    const auto text = resourceText(step.path);
    if (!text)
        return failure(text.error());
    return m_connection.inWriteTransaction([&]() -> Status {
        // Under the write lock: another process may have come first.
        const Result<bool> applied = isApplied(step);
        if (!applied)
            return failure(applied.error());
        if (*applied)
            return Nothing{};
        const QStringList statements = statementsOf(*text);
        for (const QString &statement : statements) {
            if (const Status done = m_connection.execute(statement, u"schema step %1"_s.arg(step.number)); !done)
                return done;
        }
        spdlog::info("schema step {} ({}) applied", step.number, step.version.toStdString());
        auto row = m_connection.prepare(u"INSERT INTO schema_version (step, version, name, applied_by) VALUES (?, ?, ?, ?)"_s,
                                        u"schema_version"_s);
        if (!row)
            return failure(row.error());
        row->bind(step.number).bind(step.version).bind(step.name);
        return row->bind(QStringLiteral("Deal Desk " DEALDESK_VERSION)).exec();
    });
}

} // namespace dealdesk
