#include "services/server_info.h"

#include "data/postgres/server_facts.h"
#include "services/connections/server_address.h"
#include "services/server_handshake.h"

#include <QCoroFuture>

namespace dealdesk {

namespace {

Result<ServerInfo> infoOf(Connection &connection)
{
    const auto handshake = readHandshake(connection);
    if (!handshake)
        return failure(handshake.error());
    const ServerFacts facts = factsOf(connection);
    return ServerInfo{.host = textOf(facts.address),
                      .database = connection.location().server->database,
                      .serverVersion = facts.version,
                      .tls = facts.tls,
                      .schemaVersion = handshake->schemaVersion,
                      .environment = handshake->environment,
                      .minimumClient = handshake->minimumClient,
                      .maximumClient = handshake->maximumClient};
}

} // namespace

QCoro::Task<Result<ServerInfo>> describeServer(std::shared_ptr<Workspace> workspace)
{
    auto future = workspace->executor().run(&infoOf);
    co_return co_await future;
}

} // namespace dealdesk
