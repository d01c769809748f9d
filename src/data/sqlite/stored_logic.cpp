#include "data/sqlite/stored_logic.h"

#include "data/resource_text.h"
#include "data/rows.h"
#include "data/sqlite/sql_script.h"

#include <QCryptographicHash>
#include <QDir>
#include <QVersionNumber>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

StoredLogic::StoredLogic(Connection &connection, QString folder) : m_connection(connection), m_folder(std::move(folder)) {}

/// Views first, since guards and commands read them.
QStringList StoredLogic::files() const
{
    QStringList paths;
    for (const QString &part : {u"views"_s, u"guards"_s, u"commands"_s}) {
        const QString folder = m_folder + u'/' + part;
        const QStringList names = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names)
            paths.append(folder + u'/' + name);
    }
    return paths;
}

Result<QString> StoredLogic::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList paths = files();
    for (const QString &path : paths) {
        const auto text = resourceText(path);
        if (!text)
            return failure(text.error());
        hash.addData(text->toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

Status StoredLogic::load()
{
    const Result<QString> own = digest();
    if (!own)
        return failure(own.error());
    const Result<Loaded> present = loaded();
    if (!present)
        return failure(present.error());
    if (present->digest == *own)
        return Nothing{};
    return m_connection.inWriteTransaction([&]() -> Status {
        const Result<Loaded> now = loaded(); // another process may have come first
        if (!now)
            return failure(now.error());
        const auto ownVersion = QVersionNumber::fromString(QStringLiteral(DEALDESK_VERSION));
        if (now->digest == *own || QVersionNumber::fromString(now->version) > ownVersion)
            return Nothing{};
        return replace(*own);
    });
}

Result<StoredLogic::Loaded> StoredLogic::loaded()
{
    const auto table = readRows(m_connection, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'stored_logic'"_s, {},
                                [](const Query &row) { return row.text(0); });
    if (!table)
        return failure(table.error());
    if (table->isEmpty())
        return Loaded{};
    const auto rows = readRows(m_connection, u"SELECT digest, loaded_by FROM stored_logic"_s, {}, [](const Query &row) {
        return Loaded{row.text(0), row.text(1)};
    });
    if (!rows)
        return failure(rows.error());
    return rows->value(0);
}

Status StoredLogic::dropAll()
{
    const auto statements = readRows(m_connection,
                                     u"SELECT 'DROP ' || type || ' IF EXISTS \"' || name || '\"' FROM sqlite_schema "
                                     "WHERE type IN ('trigger', 'view') ORDER BY type"_s,
                                     {}, [](const Query &row) { return row.text(0); });
    if (!statements)
        return failure(statements.error());
    for (const QString &statement : *statements) {
        if (const Status dropped = m_connection.execute(statement, u"drop stored logic"_s); !dropped)
            return dropped;
    }
    return Nothing{};
}

Status StoredLogic::replace(const QString &digest)
{
    if (const Status dropped = dropAll(); !dropped)
        return dropped;
    const QStringList paths = files();
    for (const QString &path : paths) {
        const auto text = resourceText(path);
        if (!text)
            return failure(text.error());
        const QStringList statements = statementsOf(*text);
        for (const QString &statement : statements) {
            if (const Status done = m_connection.execute(statement, path.section(u'/', -2)); !done)
                return done;
        }
    }
    if (const Status created = m_connection.execute(u"CREATE TABLE IF NOT EXISTS stored_logic (id INTEGER PRIMARY KEY CHECK (id = 1), "
                                                    "digest TEXT NOT NULL, loaded_by TEXT NOT NULL, "
                                                    "loaded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))) STRICT"_s,
                                                    u"create stored_logic"_s);
        !created)
        return created;
    auto row = m_connection.prepare(u"INSERT OR REPLACE INTO stored_logic (id, digest, loaded_by) VALUES (1, ?, ?)"_s, u"stored_logic"_s);
    if (!row)
        return failure(row.error());
    spdlog::info("stored logic loaded from {} files", paths.size());
    return row->bind(digest).bind(QStringLiteral(DEALDESK_VERSION)).exec();
}

} // namespace dealdesk
