#include "race.h"

#include <QUuid>

#include <barrier>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

Race::Race()
{
    const auto made = m_fixture.runOn({}, u"save_user"_s, u"admin"_s,
                                      {{u"username"_s, u"trading2"_s},
                                       {u"email"_s, u"trading2@example.com"_s},
                                       {u"role"_s, u"department_reviewer"_s},
                                       {u"department"_s, u"trading"_s},
                                       {u"is_active"_s, true},
                                       {u"password"_s, testVerifier()}});
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
}

Command Race::command(const QString &name, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments)
{
    std::optional<qint64> version;
    if (deal)
        version = m_fixture.value(u"SELECT version FROM deals WHERE id = ?"_s, {*deal}).toLongLong();
    return {"cmd_"_L1 + name, QUuid::createUuid().toString(QUuid::WithoutBraces), m_fixture.user(actor), deal, version, arguments};
}

Command Race::decision(const QString &actor, qint64 deal, qint64 task, const QString &what)
{
    return command(u"decide"_s, actor, deal, m_fixture.decision(task, what, u"so that it ends"_s));
}

Connection &Race::connectionOf(const QString &actor, int lane)
{
    auto &connection = m_connections[{actor, lane}];
    if (!connection) {
        auto opened = Connection::open(database().location(actor), Connection::Role::Main);
        if (!opened)
            qFatal("%s: %s", qPrintable(actor), qPrintable(opened.error().detail));
        connection = std::move(*opened);
    }
    return *connection;
}

QList<Result<QJsonObject>> Race::run(const QList<Entry> &entries)
{
    std::vector<Result<QJsonObject>> results(size_t(entries.size()), failure(ErrorCode::Internal));
    std::barrier start(entries.size());
    std::vector<std::jthread> runners;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        Connection &connection = connectionOf(entries[i].actor, entries[i].lane);
        runners.emplace_back([&connection, &start, &command = entries[i].command, &result = results[size_t(i)]] {
            start.arrive_and_wait();
            result = connection.command(command);
        });
    }
    runners.clear();
    return {results.begin(), results.end()};
}

QString Race::oneOf(const QList<Result<QJsonObject>> &results, ErrorCode refusedWith)
{
    int through = 0;
    for (const auto &result : results) {
        if (result)
            ++through;
        else if (result.error().code != refusedWith)
            return u"refused with %1: %2"_s.arg(int(result.error().code)).arg(result.error().detail);
    }
    return through == 1 ? QString() : u"%1 came through"_s.arg(through);
}

void Race::addSellers(int count)
{
    database().psql().must(u"INSERT INTO dealdesk.users (username, email, role)"
                           " SELECT 'seller_' || n, 'seller_' || n || '@example.com', 'seller' FROM generate_series(1, %1) n"_s.arg(count));
    for (int i = 1; i <= count; ++i)
        database().psql().must(u"CREATE ROLE seller_%1 LOGIN IN ROLE dealdesk_user"_s.arg(i));
}

qint64 Race::deadlocks()
{
    m_connections.clear(); // a session tells what happened to it when it ends
    return database().psql().must(u"SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"_s).integer();
}

} // namespace dealdesk::test
