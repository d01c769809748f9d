#include "data/rows.h"
#include "services/deal_detail_reader.h"
#include "services/deal_query_builder.h"
#include "services/deal_rows.h"
#include "services/deal_service.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

// The reading half of DealService; each read is one job.
namespace dealdesk {

namespace {

constexpr int kSortValueColumn = 26;

Result<qint64> readCount(Connection &connection, const SqlText &statement)
{
    const auto rows = readRows(connection, statement.sql, statement.values, [](const Query &row) { return row.integer(0); });
    return rows ? Result<qint64>(rows->value(0)) : failure(rows.error());
}

Result<Spread> readSpread(Connection &connection, const DealFilter &filter, const Actor &actor)
{
    const std::optional<SqlText> statement = dealSpreadStatement(filter, actor, connection.dialect());
    if (!statement)
        return Spread::Many;
    const Result<qint64> left = readCount(connection, *statement);
    if (!left)
        return failure(left.error());
    return *left < spreadLimit(filter) ? Spread::Few : Spread::Many;
}

Result<DealListPage> readPage(Connection &connection, const DealPageRequest &request, const Actor &actor)
{
    const Result<Spread> spread = readSpread(connection, request.filter, actor);
    if (!spread)
        return failure(spread.error());
    const SqlText statement = dealPageStatement(request, actor, connection.dialect(), *spread);
    QList<QVariant> keys;
    auto rows = readRows(connection, statement.sql, statement.values, [&keys](const Query &row) {
        keys.append(row.value(kSortValueColumn));
        return dealRowFrom(row);
    });
    if (!rows)
        return failure(rows.error());
    DealListPage page{std::move(*rows), {}};
    if (page.rows.size() > request.limit) {
        page.rows.resize(request.limit);
        page.next = DealKey{keys.at(request.limit - 1), page.rows.last().id};
    }
    return page;
}

Result<qint64> countDeals(Connection &connection, const DealFilter &filter, const Actor &actor)
{
    const Result<Spread> spread = readSpread(connection, filter, actor);
    if (!spread)
        return failure(spread.error());
    return readCount(connection, dealCountStatement(filter, actor, connection.dialect(), *spread));
}

} // namespace

QCoro::Task<Result<DealListPage>> DealService::page(DealPageRequest request) const
{
    auto job = [request, actor = m_session.actor()](Connection &connection) { return readPage(connection, request, actor); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<qint64>> DealService::count(DealFilter filter) const
{
    auto job = [filter, actor = m_session.actor()](Connection &connection) { return countDeals(connection, filter, actor); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<QList<DealHit>>> DealService::search(QString text, int limit) const
{
    if (text.trimmed().isEmpty())
        co_return QList<DealHit>{};
    auto job = [text, limit, actor = m_session.actor()](Connection &connection) {
        const SqlText statement = dealSearchStatement(text, limit, actor, connection.dialect());
        return readRows(connection, statement.sql, statement.values, dealHitFrom);
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<DealDetail>> DealService::detail(DealId deal) const
{
    auto job = [deal, actor = m_session.actor()](Connection &connection) { return readDealDetail(connection, deal, actor); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
