#include "services/connections/connection_advice.h"

#include "services/connections/server_address.h"
#include "services/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct AdviceText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::ConnectionTest)
};

using Kind = ConnectionFinding::Kind;

constexpr int kReachMs = 3000;

ConnectionFinding problem(const QString &what, const QString &advice)
{
    return {Kind::Problem, what, advice};
}

ConnectionFinding denied(const QString &reason)
{
    if (reason == "password"_L1)
        return problem(AdviceText::tr("The server does not accept this user name with this password or token."),
                       AdviceText::tr("Check both. A token lives for an hour: fetch a fresh one."));
    if (reason == "database"_L1)
        return problem(AdviceText::tr("There is no database of this name on the server."),
                       AdviceText::tr("Check the name of the database. On a new server, IT makes it and runs dealdeskctl migrate."));
    return problem(AdviceText::tr("The server knows this login, but does not let it into this database from here."),
                   AdviceText::tr("Ask IT: pg_hba.conf must allow this login, database and network, with TLS."));
}

ConnectionFinding tlsRefused(const QString &reason)
{
    if (reason == "none"_L1)
        return problem(AdviceText::tr("The server does not offer TLS, so nothing was sent."),
                       AdviceText::tr("Ask IT to switch TLS on there."));
    if (reason == "host_name"_L1)
        return problem(AdviceText::tr("The server's certificate is for another name, so nothing was sent."),
                       AdviceText::tr("Write the host as the certificate has it, or ask IT for a certificate with this name."));
    if (reason == "expired"_L1)
        return problem(AdviceText::tr("The server's certificate has expired, so nothing was sent."),
                       AdviceText::tr("Ask IT to renew it, and check this machine's date."));
    return problem(AdviceText::tr("The server's certificate is from an authority that is not trusted here, so nothing was sent."),
                   AdviceText::tr("Ask IT for the authority's certificate and name its file as root certificate."));
}

ConnectionFinding tooOld(const QString &found)
{
    if (found.isEmpty())
        return problem(AdviceText::tr("Deal Desk is not set up in this database."), AdviceText::tr("IT runs dealdeskctl migrate there."));
    return problem(AdviceText::tr("The database's schema is older than this Deal Desk needs (step %1).").arg(found),
                   AdviceText::tr("Ask IT to run dealdeskctl migrate with the present version."));
}

ConnectionFinding whyUnreachable(const ServerAddress &address)
{
    if (address.host.startsWith(u'/')) {
        const bool isThere = QFileInfo::exists(u"%1/.s.PGSQL.%2"_s.arg(address.host).arg(address.port));
        return isThere ? problem(AdviceText::tr("The server behind the socket in %1 does not answer.").arg(address.host),
                                 AdviceText::tr("Look whether it is starting, stopping, or out of connections."))
                       : problem(AdviceText::tr("There is no socket for port %1 in %2.").arg(address.port).arg(address.host),
                                 AdviceText::tr("Start the server, or correct folder and port."));
    }
    if (QHostAddress(address.host).isNull()) {
        const QHostInfo found = QHostInfo::fromName(address.host);
        if (found.addresses().isEmpty())
            return problem(AdviceText::tr("The name %1 is not known.").arg(address.host),
                           AdviceText::tr("Check its spelling, and whether the VPN is on."));
    }
    QTcpSocket socket;
    socket.connectToHost(address.host, quint16(address.port));
    if (socket.waitForConnected(kReachMs))
        return problem(
            AdviceText::tr("Something listens at %1, but does not let anybody in.").arg(textOf(address)),
            AdviceText::tr("Check the port. If it is right, the server may be starting, overloaded, or a proxy without a server."));
    if (socket.error() == QAbstractSocket::ConnectionRefusedError)
        return problem(AdviceText::tr("%1 is there, but nobody listens at port %2.").arg(address.host).arg(address.port),
                       AdviceText::tr("Check the port, and whether PostgreSQL runs and listens to the network."));
    return problem(AdviceText::tr("%1 does not answer.").arg(address.host),
                   AdviceText::tr("Check the network or VPN, and whether a firewall lets port %1 through.").arg(address.port));
}

} // namespace

ConnectionFinding problemWith(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AccessDenied: return denied(error.data.value("reason"_L1).toString());
    case ErrorCode::TlsRefused: return tlsRefused(error.data.value("reason"_L1).toString());
    case ErrorCode::DatabaseTooOld: return tooOld(error.data.value("found"_L1).toString());
    case ErrorCode::AccountInactive:
        return problem(AdviceText::tr("The server knows this login, but it is not an active person of Deal Desk."),
                       AdviceText::tr("Ask an administrator to add you. In a new database, IT runs dealdeskctl migrate --admin NAME."));
    case ErrorCode::ServerUnreachable:
        if (!error.data.value("standby"_L1).toBool())
            return problem(sentenceFor(error), {});
        return problem(AdviceText::tr("Only a standby answers, which takes no writes."),
                       AdviceText::tr("Name all servers of the group as hosts; Deal Desk finds the one that writes."));
    case ErrorCode::DatabaseBusy:
        return problem(AdviceText::tr("The server has no connection left."),
                       AdviceText::tr("Try again; if it stays so, ask IT to allow more."));
    default: return problem(sentenceFor(error), {});
    }
}

QList<ConnectionFinding> whyUnreachable(QList<ServerAddress> hosts)
{
    QList<ConnectionFinding> findings;
    for (const ServerAddress &address : hosts)
        findings += whyUnreachable(address);
    return findings;
}

} // namespace dealdesk
