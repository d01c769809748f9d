#include "support/postgres/pg_database_pool.h"

#include "data/postgres/pg_migrator.h"
#include "support/postgres/kept_logins.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/pg_test_database.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

const QString kEmpty = u"template_"_s;

/// What puts a template's rows back, by template.
QHash<QString, QString> &restoring()
{
    static QHash<QString, QString> scripts;
    return scripts;
}

/// By template.
QHash<QString, QList<std::shared_ptr<PooledDatabase>>> &unused()
{
    static QHash<QString, QList<std::shared_ptr<PooledDatabase>>> databases;
    return databases;
}

/// A copy of a database does not take its rights along.
void create(const QString &name, const QString &from)
{
    Psql cluster = superuserAt(u"postgres"_s);
    cluster.must(u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY file_copy"_s.arg(name, from));
    if (from != u"template0")
        cluster.must(u"REVOKE ALL ON DATABASE %1 FROM PUBLIC; GRANT CONNECT ON DATABASE %1 TO dealdesk_user"_s.arg(name));
}

void makeEmptyTemplate()
{
    create(kEmpty, u"template0"_s);
    const auto connection = connectTo(socketLocation(kEmpty, u"postgres"_s));
    if (const Status migrated = PgMigrator(PgConnection::of(*connection)).migrate(); !migrated)
        qFatal("%s", qPrintable(migrated.error().detail));
}

/// Keeps a copy of every row in the schema "kept" and gives the script that puts them back, past the guards.
QString keepRows(const QString &database)
{
    Psql session = superuserAt(database);
    session.must(u"CREATE SCHEMA kept"_s);
    const PgAnswer tables = session.must(
        u"SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c "
        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' "
        "WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' GROUP BY c.relname"_s);
    QString script = u"BEGIN; SET LOCAL session_replication_role = replica;"_s;
    for (const auto &row : tables.rows) {
        const QString table = QString::fromUtf8(*row[0]);
        const QString columns = QString::fromUtf8(*row[1]);
        session.must(u"CREATE TABLE kept.%1 AS SELECT * FROM dealdesk.%1"_s.arg(table));
        script += u"DELETE FROM dealdesk.%1; INSERT INTO dealdesk.%1 (%2) OVERRIDING SYSTEM VALUE SELECT %2 FROM kept.%1;"_s.arg(table,
                                                                                                                                 columns);
    }
    const PgAnswer sequences = session.must(
        u"SELECT format('SELECT setval(%L, %s, %L);', s.schemaname || '.' || s.sequencename, coalesce(s.last_value, s.start_value), "
        "s.last_value IS NOT NULL) FROM pg_sequences s WHERE s.schemaname = 'dealdesk'"_s);
    return script + sequences.column().join(QString()) + "COMMIT"_L1;
}

void makeTemplate(const QString &name, const TestDatabase::Fill &fill)
{
    if (restoring().isEmpty())
        makeEmptyTemplate();
    const QString filled = name + "_filled"_L1;
    create(filled, kEmpty);
    if (fill) {
        PgTestDatabase database(std::make_shared<PooledDatabase>(PooledDatabase{filled, name}));
        fill(database);
        database.close();
    }
    restoring().insert(name, keepRows(filled));
    keepLogins(superuserAt(u"postgres"_s));
}

} // namespace

Psql superuserAt(const QString &database)
{
    return Psql(PgCluster::shared().connectionText(database));
}

std::unique_ptr<Connection> connectTo(const DatabaseLocation &location)
{
    auto opened = Connection::open(location, Connection::Role::Main);
    if (!opened)
        qFatal("%s: %s", qPrintable(location.key()), qPrintable(opened.error().detail));
    return std::move(*opened);
}

std::shared_ptr<PooledDatabase> takeDatabase(const QString &templateName, const TestDatabase::Fill &fill)
{
    PgCluster::shared(); // made before what is static here, and so ended after it
    const QString name = kEmpty + templateName;
    auto &databases = unused()[name];
    if (!restoring().contains(name))
        makeTemplate(name, fill);
    if (databases.isEmpty()) {
        static int count = 0;
        auto database = std::make_shared<PooledDatabase>(PooledDatabase{u"test_%1"_s.arg(++count), name});
        create(database->name, name + "_filled"_L1);
        return database;
    }
    const auto database = databases.takeLast();
    superuserAt(database->name).must(restoring().value(name));
    return database;
}

void giveBackDatabase(const std::shared_ptr<PooledDatabase> &database)
{
    if (restoreLogins(superuserAt(u"postgres"_s)))
        database->connections.clear();
    if (database->isSpoilt) {
        database->connections.clear();
        superuserAt(u"postgres"_s).must(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(database->name));
    } else {
        unused()[database->templateName].append(database);
    }
}

DatabaseLocation socketLocation(const QString &database, const QString &username)
{
    ServerLocation server;
    server.hosts = {{PgCluster::shared().socketFolder(), PgCluster::shared().port()}};
    server.database = database;
    server.username = username;
    server.tls = TlsMode::Off;
    server.secret = [] { return Result<QString>(u"correct horse"_s); };
    return {{}, std::make_shared<const ServerLocation>(server)};
}

} // namespace dealdesk::test
