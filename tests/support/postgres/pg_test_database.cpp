#include "support/postgres/pg_test_database.h"

#include "data/postgres/pg_migrator.h"
#include "support/postgres/pg_cluster.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

const QString kSuperuser = u"postgres"_s;

} // namespace

std::unique_ptr<PgTestDatabase> PgTestDatabase::copyOf(const QString &templateName, const Fill &fill)
{
    auto database = std::make_unique<PgTestDatabase>(takeDatabase(templateName, fill));
    database->m_isPooled = true;
    return database;
}

PgTestDatabase::~PgTestDatabase()
{
    if (m_isPooled)
        giveBackDatabase(m_database);
}

Connection &PgTestDatabase::owner()
{
    return as(kSuperuser);
}

Connection &PgTestDatabase::as(const QString &username)
{
    std::shared_ptr<Connection> &connection = m_database->connections[username];
    if (!connection)
        connection = connectTo(location(username));
    return *connection;
}

DatabaseLocation PgTestDatabase::location(const QString &username) const
{
    return socketLocation(m_database->name, username.isEmpty() ? kSuperuser : username);
}

void PgTestDatabase::close()
{
    m_database->connections.clear();
}

Psql PgTestDatabase::psql(const QString &username) const
{
    return Psql(PgCluster::shared().connectionText(m_database->name, username));
}

void PgTestDatabase::reloadLogic()
{
    if (const Status reloaded = PgMigrator(PgConnection::of(owner())).migrate(PgMigrator::Reload::Always); !reloaded)
        qFatal("%s", qPrintable(reloaded.error().detail));
}

QByteArray PgTestDatabase::fingerprint()
{
    Psql session = psql();
    if (m_fingerprintSql.isEmpty()) {
        const QString hash = u"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM %1 t"_s;
        QStringList hashes{hash.arg(u"(SELECT rolname, rolcanlogin, rolpassword FROM pg_authid)"_s)};
        const QStringList tables = session.must(u"SELECT tablename FROM pg_tables WHERE schemaname = 'dealdesk' ORDER BY 1"_s).column();
        for (const QString &table : tables)
            hashes.append(hash.arg("dealdesk."_L1 + table));
        m_fingerprintSql = hashes.join(" UNION ALL "_L1) + " ORDER BY 1"_L1; // a server may read them at the same time
    }
    return session.must(m_fingerprintSql).column().join(u' ').toUtf8();
}

} // namespace dealdesk::test
