#pragma once

#include "data/postgres/pg_connection.h"
#include "data/rows.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/proxy.h"
#include "support/postgres/psql.h"

#include <QTest>

namespace dealdesk::test {

/// A server's location through the socket, where everybody is trusted.
inline ServerLocation atSocket(const PgCluster &cluster, const QString &database, const QString &user = QStringLiteral("postgres"))
{
    ServerLocation server;
    server.hosts = {{cluster.socketFolder(), cluster.port()}};
    server.database = database;
    server.username = user;
    server.tls = TlsMode::Off;
    return server;
}

/// The same through a bad line.
inline ServerLocation through(const Proxy &proxy, const QString &database, const QString &user = QStringLiteral("postgres"))
{
    ServerLocation server;
    server.hosts = {{QStringLiteral("127.0.0.1"), proxy.port()}};
    server.database = database;
    server.username = user;
    server.tls = TlsMode::Off;
    return server;
}

inline Result<std::unique_ptr<Connection>> open(const ServerLocation &server, Connection::Role role = Connection::Role::Main,
                                                std::shared_ptr<const std::atomic_bool> closing = nullptr)
{
    return Connection::open({{}, std::make_shared<const ServerLocation>(server)}, role, std::move(closing));
}

/// Fails the test when it cannot be opened.
inline std::unique_ptr<Connection> openOrFail(const ServerLocation &server, Connection::Role role = Connection::Role::Main,
                                              std::shared_ptr<const std::atomic_bool> closing = nullptr)
{
    auto opened = open(server, role, std::move(closing));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

inline Result<QStringList> firstColumn(Connection &connection, const QString &sql, const QVariantList &values = {})
{
    return readRows(connection, sql, values, [](const Query &row) { return row.text(0); });
}

inline QString oneText(Connection &connection, const QString &sql, const QVariantList &values = {})
{
    const auto rows = firstColumn(connection, sql, values);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    return rows->value(0);
}

/// A database of its own in the program's cluster, with nothing but an empty schema "dealdesk"; made at the first call.
inline QString emptyDatabase()
{
    static const QString name = [] {
        Psql(PgCluster::shared().connectionText(QStringLiteral("postgres"))).must(QStringLiteral("CREATE DATABASE client"));
        Psql(PgCluster::shared().connectionText(QStringLiteral("client"))).must(QStringLiteral("CREATE SCHEMA dealdesk"));
        return QStringLiteral("client");
    }();
    return name;
}

} // namespace dealdesk::test
