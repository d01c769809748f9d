#pragma once

#include "sql/command_fixture.h"
#include "support/postgres/pg_test_database.h"

#include <map>

namespace dealdesk::test {

/// People of a CommandFixture on PostgreSQL, each with a connection of their own, who send commands at the same moment. Further people:
/// trading2, and as many sellers as are asked for.
class Race {
public:
    Race();

    [[nodiscard]] CommandFixture &desk() { return m_fixture; }
    [[nodiscard]] PgTestDatabase &database() { return static_cast<PgTestDatabase &>(m_fixture.database()); }

    /// On the version that is stored now, with a new id.
    Command command(const QString &name, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments);
    Command decision(const QString &actor, qint64 deal, qint64 task, const QString &what = QStringLiteral("approve"));

    struct Entry {
        QString actor;
        Command command;
        int lane = 0; ///< one person's second connection, third, …
    };
    /// Carries them out from a thread each, all let go at once; results in the order of the entries.
    QList<Result<QJsonObject>> run(const QList<Entry> &entries);

    /// "" or why not just one came through, or why the others were refused with another code than this.
    static QString oneOf(const QList<Result<QJsonObject>> &results, ErrorCode refusedWith);

    /// seller_1, seller_2, …
    void addSellers(int count);
    /// How often the server had to end a deadlock; all that have ended are counted.
    qint64 deadlocks();

private:
    Connection &connectionOf(const QString &actor, int lane);

    CommandFixture m_fixture;
    std::map<std::pair<QString, int>, std::unique_ptr<Connection>> m_connections;
};

} // namespace dealdesk::test
