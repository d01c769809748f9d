#include "services/reference_service.h"

#include "services/reference_rows.h"

#include <QCoroFuture>

namespace dealdesk {

namespace {

using Shared = std::shared_ptr<const ReferenceData>;

Result<Shared> readAll(Connection &connection)
{
    auto data = readReferenceData(connection);
    return data ? Result<Shared>(std::make_shared<const ReferenceData>(std::move(*data))) : failure(data.error());
}

} // namespace

ClientHistory ReferenceData::historyFor(const DealDraft &draft) const
{
    const auto &histories = draft.channel == SalesChannel::ClientDirect ? advertiserHistory : agencyHistory;
    return histories.value(draft.clientName());
}

ReferenceService::ReferenceService(Session &session) : m_session(session) {}

QCoro::Task<Result<std::shared_ptr<const ReferenceData>>> ReferenceService::load() const
{
    auto future = m_session.executor().run(&readAll);
    co_return co_await future;
}

} // namespace dealdesk
