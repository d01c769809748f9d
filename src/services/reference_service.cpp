#include "services/reference_service.h"

#include "services/reference_rows.h"

#include <QCoroFuture>

namespace dealdesk {

namespace {

using Shared = std::shared_ptr<const ReferenceData>;

void addClients(ReferenceData &data, const QList<ClientRecord> &clients)
{
    for (const ClientRecord &client : clients) {
        (client.isAgency ? data.agencyHistory : data.advertiserHistory).insert(client.name, client.history);
        if (!client.isActive)
            continue;
        if (client.isAgency)
            data.clients.agencies.insert(client.name, client.type);
        else
            data.clients.advertisers.append(client.name);
    }
}

Result<Shared> readAll(Connection &connection)
{
    return connection.inSnapshot([&]() -> Result<Shared> {
        auto data = readReferenceData(connection);
        return data ? Result<Shared>(std::make_shared<const ReferenceData>(std::move(*data))) : failure(data.error());
    });
}

} // namespace

Result<ReferenceData> readReferenceData(Connection &connection)
{
    auto policy = readPolicy(connection);
    if (!policy)
        return failure(policy.error());
    auto catalog = readCatalog(connection);
    if (!catalog)
        return failure(catalog.error());
    auto clients = readClients(connection);
    if (!clients)
        return failure(clients.error());
    auto people = readPeople(connection);
    if (!people)
        return failure(people.error());
    ReferenceData data;
    data.policy = std::move(*policy);
    data.catalog = catalogFrom(*catalog);
    data.people = std::move(*people);
    addClients(data, *clients);
    return data;
}

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
