#include "services/clock_service.h"

#include "data/rows.h"

#include <QCoroFuture>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<qint64> readStepsDue(Connection &connection)
{
    const auto counts = readNamed(connection, u"clock_steps_due"_s, {}, [](const Query &row) { return row.integer(0); });
    return counts ? Result<qint64>(counts->value(0)) : failure(counts.error());
}

} // namespace

ClockService::ClockService(Session &session) : m_session(session) {}

QCoro::Task<Result<int>> ClockService::tick() const
{
    const QPointer<Session> session(&m_session);
    auto future = m_session.executor().run(&readStepsDue);
    const Result<qint64> due = co_await future;
    if (!due)
        co_return failure(due.error());
    if (!session)
        co_return failure(ErrorCode::Cancelled);
    if (*due == 0)
        co_return 0;
    auto task = session->command(u"cmd_tick"_s, {}, {}, {});
    const Result<QJsonObject> written = co_await task;
    co_return written ? Result<int>(written->value("steps"_L1).toInt()) : failure(written.error());
}

} // namespace dealdesk
