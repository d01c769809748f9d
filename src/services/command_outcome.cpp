#include "services/command_outcome.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

DealState dealStateFrom(const QJsonObject &result)
{
    DealState state;
    state.id = DealId(result.value("deal_id"_L1).toInteger());
    state.reference = result.value("reference_number"_L1).toString();
    state.version = result.value("version"_L1).toInteger();
    state.status = fromCode<DealStatus>(result.value("status"_L1).toString()).value_or(DealStatus::Draft);
    if (const QJsonValue made = result.value("new_deal_id"_L1); made.isDouble())
        state.newDeal = DealId(made.toInteger());
    return state;
}

} // namespace

QCoro::Task<Result<DealState>> stateOf(QCoro::Task<Result<QJsonObject>> command)
{
    const Result<QJsonObject> result = co_await command;
    if (!result)
        co_return failure(result.error());
    co_return dealStateFrom(*result);
}

QCoro::Task<Status> statusOf(QCoro::Task<Result<QJsonObject>> command)
{
    const Result<QJsonObject> result = co_await command;
    co_return result ? Status(Nothing{}) : failure(result.error());
}

} // namespace dealdesk
