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

Result<DealPage> readPage(Connection &connection, const SqlText &statement, int limit)
{
    QList<QVariant> keys;
    auto rows = readRows(connection, statement.sql, statement.values, [&keys](const Query &row) {
        keys.append(row.value(kSortValueColumn));
        return dealRowFrom(row);
    });
    if (!rows)
        return failure(rows.error());
    DealPage page{std::move(*rows), {}};
    if (page.rows.size() > limit) {
        page.rows.resize(limit);
        page.next = DealKey{keys.at(limit - 1), page.rows.last().id};
    }
    return page;
}

} // namespace

QCoro::Task<Result<DealPage>> DealService::page(DealPageRequest request) const
{
    const SqlText statement = dealPageStatement(request, m_session.actor());
    auto job = [statement, limit = request.limit](Connection &connection) { return readPage(connection, statement, limit); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<qint64>> DealService::count(DealFilter filter) const
{
    const SqlText statement = dealCountStatement(filter, m_session.actor());
    auto job = [statement](Connection &connection) -> Result<qint64> {
        const auto rows = readRows(connection, statement.sql, statement.values, [](const Query &row) { return row.integer(0); });
        return rows ? Result<qint64>(rows->value(0)) : failure(rows.error());
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<QList<DealHit>>> DealService::search(QString text, int limit) const
{
    if (text.trimmed().isEmpty())
        co_return QList<DealHit>{};
    const SqlText statement = dealSearchStatement(text, limit, m_session.actor());
    auto job = [statement](Connection &connection) { return readRows(connection, statement.sql, statement.values, dealHitFrom); };
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
