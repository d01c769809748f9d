#include "support/postgres/pg_test_database.h"

#include "support/postgres/pg_script.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

const QString kSuperuser = u"postgres"_s;

/// Where databases and logins are made and removed.
Psql &cluster()
{
    static Psql session(PgCluster::shared().connectionText(u"postgres"_s));
    return session;
}

int &databases()
{
    static int count = 0;
    return count;
}

/// Who may sign in, and how.
QList<QList<std::optional<QByteArray>>> logins()
{
    return cluster()
        .must(u"SELECT rolname, rolcanlogin, rolpassword FROM pg_authid WHERE rolname !~ '^(pg_|postgres$|dealdesk_)' ORDER BY 1"_s)
        .rows;
}

QHash<QByteArray, QList<std::optional<QByteArray>>> &templateLogins()
{
    static QHash<QByteArray, QList<std::optional<QByteArray>>> logins;
    return logins;
}

void keepLogins()
{
    for (const auto &login : logins())
        templateLogins().insert(*login[0], login);
}

/// As they were when the templates were made.
void restoreLogins()
{
    for (const auto &login : logins()) {
        const QString name = QString::fromUtf8(*login[0]);
        const auto before = templateLogins().constFind(*login[0]);
        if (before == templateLogins().constEnd()) {
            cluster().must(u"DROP ROLE \"%1\""_s.arg(name));
        } else if (*before != login) {
            const QString password = before->at(2) ? u"'%1'"_s.arg(QString::fromUtf8(*before->at(2))) : u"NULL"_s;
            cluster().must(u"ALTER ROLE \"%1\" LOGIN PASSWORD %2; GRANT dealdesk_user TO \"%1\""_s.arg(name, password));
        }
    }
}

/// A copy of a database does not take its rights along.
void create(const QString &name, const QString &from)
{
    cluster().must(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, from));
    if (from != u"template0")
        cluster().must(u"REVOKE ALL ON DATABASE %1 FROM PUBLIC; GRANT CONNECT ON DATABASE %1 TO dealdesk_user"_s.arg(name));
}

} // namespace

std::unique_ptr<PgTestDatabase> PgTestDatabase::copyOf(const QString &templateName, const Fill &fill)
{
    static QStringList made;
    const QString name = u"template_"_s + templateName;
    if (made.isEmpty()) {
        create(u"template_"_s, u"template0"_s);
        loadPgScripts(PgCluster::shared().connectionText(u"template_"_s));
        made.append(u"template_"_s);
    }
    if (!made.contains(name)) {
        const std::unique_ptr<PgTestDatabase> original(new PgTestDatabase(u"template_"_s));
        fill(*original);
        keepLogins();
        original->close();
        create(name, original->name());
        made.append(name);
    }
    return std::unique_ptr<PgTestDatabase>(new PgTestDatabase(name));
}

PgTestDatabase::PgTestDatabase(const QString &templateName) : m_name(u"test_%1"_s.arg(++databases()))
{
    create(m_name, templateName);
}

PgTestDatabase::~PgTestDatabase()
{
    close();
    cluster().must(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_name));
    if (cluster().must(u"SELECT count(*) FROM pg_database WHERE datname LIKE 'test\\_%'"_s).integer() == 0)
        restoreLogins();
}

Connection &PgTestDatabase::owner()
{
    return as(kSuperuser);
}

Connection &PgTestDatabase::as(const QString &username)
{
    std::shared_ptr<Connection> &connection = m_connections[username];
    if (!connection) {
        auto opened = Connection::open(location(username), Connection::Role::Main);
        if (!opened)
            qFatal("%s: %s", qPrintable(username), qPrintable(opened.error().detail));
        connection = std::move(*opened);
    }
    return *connection;
}

DatabaseLocation PgTestDatabase::location(const QString &username) const
{
    ServerLocation server;
    server.hosts = {{PgCluster::shared().socketFolder(), PgCluster::shared().port()}};
    server.database = m_name;
    server.username = username.isEmpty() ? kSuperuser : username;
    server.tls = TlsMode::Off;
    server.secret = [] { return Result<QString>(u"correct horse"_s); };
    return {{}, std::make_shared<const ServerLocation>(server)};
}

void PgTestDatabase::close()
{
    m_connections.clear();
}

Psql PgTestDatabase::psql(const QString &username) const
{
    return Psql(PgCluster::shared().connectionText(m_name, username));
}

QByteArray PgTestDatabase::fingerprint()
{
    Psql session = psql();
    if (m_fingerprintSql.isEmpty()) {
        const QString hash = u"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM %1 t"_s;
        QStringList hashes{hash.arg(u"(SELECT rolname, rolcanlogin, rolpassword FROM pg_authid)"_s)};
        for (const QString &table : session.must(u"SELECT tablename FROM pg_tables WHERE schemaname = 'dealdesk' ORDER BY 1"_s).column())
            hashes.append(hash.arg("dealdesk."_L1 + table));
        m_fingerprintSql = hashes.join(" UNION ALL "_L1);
    }
    return session.must(m_fingerprintSql).column().join(u' ').toUtf8();
}

} // namespace dealdesk::test
