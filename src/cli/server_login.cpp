#include "cli/server_login.h"

#include "cli/cli_text.h"
#include "cli/terminal.h"
#include "services/connections/key_store.h"
#include "services/connections/profile_store.h"

#include <QCoroTask>

namespace dealdesk {

namespace {

/// What the program's own connections keep for this server and login.
std::optional<QString> keptSecret(const ServerLocation &server)
{
    ConnectionProfile wanted;
    wanted.kind = ProfileKind::PostgreSql;
    wanted.hosts = server.hosts;
    wanted.database = server.database;
    const QList<ConnectionProfile> profiles = ProfileStore().profiles();
    for (const ConnectionProfile &profile : profiles) {
        if (!profile.isServer() || !profile.remembersSecret || profile.target() != wanted.target())
            continue;
        const KeyStore store;
        auto reading = store.read(KeyStore::keyOf(profile.id, server.username));
        if (const auto secret = QCoro::waitFor(reading))
            return *secret;
    }
    return std::nullopt;
}

Result<QString> secretFor(const ServerLocation &server, const CliOptions::Login &login)
{
    if (login.withoutPassword)
        return QString();
    if (!login.passwordFromStdin) {
        if (const auto kept = keptSecret(server))
            return *kept;
    }
    const auto typed = readPassword(CliText::tr("Password of %1 at %2:").arg(server.username, server.hosts.first().host),
                                    login.passwordFromStdin);
    if (!typed)
        return failure(ErrorCode::BadCredentials, CliText::tr("no password was given"));
    return *typed;
}

} // namespace

DatabaseLocation locationOf(const CliOptions &options)
{
    if (!options.server)
        return {options.database};
    ServerLocation server = *options.server;
    // Connecting happens on the database's thread as well; the key store and the terminal are for this one.
    const auto secret = std::make_shared<const Result<QString>>(secretFor(server, options.login));
    server.secret = [secret] { return *secret; };
    return {{}, std::make_shared<const ServerLocation>(server)};
}

} // namespace dealdesk
