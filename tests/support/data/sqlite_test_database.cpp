#include "support/data/sqlite_test_database.h"

#include "data/rows.h"
#include "data/sqlite/migrator.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QStringList textsOf(Connection &connection, const QString &sql)
{
    qsizetype columns = 0; // asked once: thousands of rows come of the calendars
    const auto rows = readRows(connection, sql, {}, [&columns](const Query &row) {
        if (columns == 0)
            columns = row.columnNames().size();
        QString text;
        for (int i = 0; i < columns; ++i)
            text += row.isNull(i) ? u"∅|"_s : row.text(i) + u'|';
        return text;
    });
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    return *rows;
}

void migrate(Connection &connection)
{
    if (const Status migrated = Migrator(connection).migrate(); !migrated)
        qFatal("%s", qPrintable(migrated.error().detail));
}

} // namespace

std::unique_ptr<SqliteTestDatabase> SqliteTestDatabase::copyOf(const QString &templateName, const Fill &fill)
{
    static QHash<QString, std::shared_ptr<SqliteTestDatabase>> templates;
    std::shared_ptr<SqliteTestDatabase> &original = templates[templateName];
    if (!original) {
        original.reset(new SqliteTestDatabase);
        migrate(original->owner());
        fill(*original);
        original->close(); // folds the WAL into the file
    }
    return std::make_unique<SqliteTestDatabase>(original->location().filePath);
}

SqliteTestDatabase::SqliteTestDatabase(const QString &copiedFile)
{
    if (!QFile::copy(copiedFile, location().filePath))
        qFatal("cannot copy %s", qPrintable(copiedFile));
}

Connection &SqliteTestDatabase::owner()
{
    if (!m_connection) {
        auto opened = Connection::open(location(), Connection::Role::Main);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_connection = std::move(*opened);
    }
    return *m_connection;
}

Connection &SqliteTestDatabase::as(const QString & /*username*/)
{
    return owner();
}

DatabaseLocation SqliteTestDatabase::location(const QString & /*username*/) const
{
    return {m_folder.filePath(u"deals.db"_s)};
}

void SqliteTestDatabase::close()
{
    m_connection.reset();
}

void SqliteTestDatabase::reloadLogic()
{
    textsOf(owner(), u"UPDATE stored_logic SET digest = 'other'"_s);
    migrate(owner());
}

QByteArray SqliteTestDatabase::fingerprint()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList tables = textsOf(owner(), u"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"_s);
    for (const QString &table : tables)
        hash.addData(textsOf(owner(), "SELECT * FROM "_L1 + table.chopped(1)).join(u'\n').toUtf8());
    return hash.result();
}

} // namespace dealdesk::test
