#include "bench/postgresql/bench_server.h"

#include "data/postgres/pg_migrator.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

void must(bool works, const QString &what)
{
    if (!works)
        qFatal("%s", qPrintable(what));
}

} // namespace

BenchServer::BenchServer(int deals)
    : m_cluster({u"max_connections=700"_s, u"shared_buffers=1GB"_s, u"fsync=on"_s, u"full_page_writes=on"_s, u"max_wal_size=2GB"_s,
                 u"work_mem=8MB"_s, u"random_page_cost=1.1"_s})
{
    test::Psql(m_cluster.connectionText(u"postgres"_s)).must(u"CREATE DATABASE "_s + kDatabase);
    {
        auto connection = Connection::open(location(u"postgres"_s), Connection::Role::Main);
        must(connection.has_value(), u"The new cluster does not answer."_s);
        const Status migrated = PgMigrator(PgConnection::of(**connection)).migrate();
        must(migrated.has_value(), migrated ? QString() : migrated.error().detail);
    }
    QProcess seed;
    seed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    seed.start(u"psql"_s, {u"-Xq"_s, u"-v"_s, u"deals=%1"_s.arg(deals), u"-f"_s, QStringLiteral(SEED_SQL), connectionText(u"postgres"_s)});
    must(seed.waitForFinished(-1) && seed.exitCode() == 0, u"The deals could not be made."_s);
}

DatabaseLocation BenchServer::location(const QString &login) const
{
    auto server = std::make_shared<ServerLocation>();
    server->hosts = {{m_cluster.socketFolder(), m_cluster.port()}};
    server->database = kDatabase;
    server->username = login;
    server->tls = TlsMode::Off;
    return {{}, server};
}

QStringList BenchServer::logins(const QString &kind) const
{
    return owner().must(u"SELECT username FROM dealdesk.users WHERE username LIKE '%1%' AND is_active ORDER BY id"_s.arg(kind)).column();
}

} // namespace dealdesk::bench
