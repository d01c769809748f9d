#include "services/history_service.h"

#include "data/rows.h"
#include "services/history_query.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Where the database has no statistics it is asked first whose name it can be: there are few names and many events, and a name that is
// nobody's would read them all.
Result<QStringList> readNames(Connection &connection, const QString &typed)
{
    const SqlText statement = historyActorsStatement(typed, connection.dialect());
    return readRows(connection, statement.sql, statement.values, [](const Query &row) { return row.text(0); });
}

Result<HistoryEventPage> readPage(Connection &connection, const HistoryFilter &filter, const std::optional<HistoryKey> &after, int limit,
                                  const Actor &actor)
{
    std::optional<QString> onlyName;
    if (!connection.dialect().knowsItsRows() && !filter.actorName.trimmed().isEmpty()) {
        const auto names = readNames(connection, filter.actorName);
        if (!names)
            return failure(names.error());
        if (names->isEmpty())
            return HistoryEventPage{};
        if (names->size() == 1)
            onlyName = names->first();
    }
    const SqlText statement = historyPageStatement(filter, after, limit, actor, connection.dialect(), onlyName);
    auto events = readRows(connection, statement.sql, statement.values, historyEventFrom);
    if (!events)
        return failure(events.error());
    return historyPageOf(std::move(*events), limit);
}

} // namespace

HistoryService::HistoryService(Session &session) : m_session(session) {}

QCoro::Task<Result<HistoryEventPage>> HistoryService::page(HistoryFilter filter, std::optional<HistoryKey> after, int limit) const
{
    auto job = [filter, after, limit, actor = m_session.actor()](Connection &connection) {
        return readPage(connection, filter, after, limit, actor);
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<QList<HistoryEvent>>> HistoryService::story(DealId deal) const
{
    const Actor &actor = m_session.actor();
    auto job = [deal, me = actor.id.value(), seesAll = actor.role == Role::Admin](Connection &connection) {
        return readNamed(connection, u"deal_story"_s, {deal.value(), me, seesAll}, historyEventFrom);
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
