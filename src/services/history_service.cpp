#include "services/history_service.h"

#include "data/rows.h"
#include "services/history_query.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<HistoryEventPage> readPage(Connection &connection, const SqlText &statement, int limit)
{
    auto events = readRows(connection, statement.sql, statement.values, historyEventFrom);
    if (!events)
        return failure(events.error());
    HistoryEventPage page{std::move(*events), {}};
    if (page.events.size() > limit) {
        page.events.resize(limit);
        const HistoryEvent &last = page.events.constLast();
        page.next = HistoryKey{last.occurredAt, last.source, last.id};
    }
    return page;
}

} // namespace

HistoryService::HistoryService(Session &session) : m_session(session) {}

QCoro::Task<Result<HistoryEventPage>> HistoryService::page(HistoryFilter filter, std::optional<HistoryKey> after, int limit) const
{
    const SqlText statement = historyPageStatement(filter, after, limit, m_session.actor());
    auto job = [statement, limit](Connection &connection) { return readPage(connection, statement, limit); };
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
