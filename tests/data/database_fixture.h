#pragma once

#include "data/connection.h"
#include "data/rows.h"

#include <QTemporaryDir>
#include <QTest>

namespace dealdesk::test {

/// A folder that goes away, and files in it.
class DatabaseFolder {
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] DatabaseLocation location(const QString &name = QStringLiteral("deals.db")) const { return {path(name)}; }

private:
    QTemporaryDir m_folder;
};

/// Opens on the test's own thread; fails the test when it does not.
inline std::unique_ptr<Connection> openOrFail(const DatabaseLocation &location, Connection::Role role = Connection::Role::Main)
{
    auto opened = Connection::open(location, role);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

inline void executeAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        const Status done = connection.execute(statement, statement);
        if (!done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().detail));
    }
}

inline QList<QString> column(Connection &connection, const QString &sql)
{
    const auto rows = readRows(connection, sql, {}, [](const Query &row) { return row.text(0); });
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    return *rows;
}

} // namespace dealdesk::test
