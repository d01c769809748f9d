#include "services/connections/database_url.h"

#include "services/connections/server_address.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct UrlText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::DatabaseUrl)
};

tl::unexpected<Error> malformed(const QString &reason)
{
    return failure(ErrorCode::MalformedInput, u"the address of the database"_s, {{u"reason"_s, reason}});
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Status readHosts(const QString &text, ServerLocation &server)
{
    for (const QString &part : text.split(u',')) {
        const auto address = serverAddressFrom(decoded(part));
        if (!address)
            return malformed(UrlText::tr("“%1” is not a host.").arg(decoded(part)));
        server.hosts += *address;
    }
    return {};
}

Status readParameters(const QString &text, ServerLocation &server)
{
    const auto items = QUrlQuery(text).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == "sslrootcert"_L1) {
            server.rootCertificate = value;
            continue;
        }
        const auto mode = fromCode<TlsMode>(value);
        if (name != "sslmode"_L1)
            return malformed(UrlText::tr("The parameter “%1” is not known; sslmode and sslrootcert are.").arg(name));
        if (!mode)
            return malformed(UrlText::tr("sslmode is one of verify-full, verify-ca, require and disable."));
        server.tls = *mode;
    }
    return {};
}

Status checkClearText(const ServerLocation &server)
{
    const bool isLocal = std::all_of(server.hosts.begin(), server.hosts.end(), [](const auto &at) { return isOnThisMachine(at.host); });
    if (server.tls == TlsMode::Off && !isLocal)
        return malformed(UrlText::tr("sslmode=disable is for this machine only; others are reached through TLS."));
    return {};
}

} // namespace

bool isServerUrl(const QString &text)
{
    return text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1);
}

Result<ServerLocation> serverFromUrl(const QString &url)
{
    if (!isServerUrl(url))
        return malformed(UrlText::tr("An address begins with postgresql://."));
    const QString rest = url.section(u"://"_s, 1);
    const QString beforeQuery = rest.section(u'?', 0, 0);
    const QString authority = beforeQuery.section(u'/', 0, 0);
    const QString database = decoded(beforeQuery.section(u'/', 1));
    const QString who = authority.contains(u'@') ? authority.section(u'@', 0, -2) : QString();
    if (who.contains(u':'))
        return malformed(UrlText::tr("A password has no place in an address, where others can read it. Leave it out; it is asked for."));

    ServerLocation server;
    server.username = decoded(who);
    server.database = database.isEmpty() ? u"dealdesk"_s : database;
    if (!server.username.isEmpty() && !isLoginName(server.username))
        return malformed(UrlText::tr("“%1” is not a user name.").arg(server.username));
    if (!isDatabaseName(server.database))
        return malformed(UrlText::tr("“%1” is not the name of a database.").arg(server.database));
    const Status hosts = readHosts(authority.section(u'@', -1), server);
    const Status parameters = hosts ? readParameters(rest.section(u'?', 1), server) : hosts;
    const Status good = parameters ? checkClearText(server) : parameters;
    if (!good)
        return failure(good.error());
    return server;
}

} // namespace dealdesk
