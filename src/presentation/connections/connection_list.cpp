#include "presentation/connections/connection_list.h"

#include "presentation/text/labels.h"
#include "services/connections/database_url.h"
#include "services/connections/server_address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

ConnectionList::ConnectionList(ProfileStore store, const QString &localFile, QObject *parent)
    : KeyedRows<ConnectionProfile>(parent), m_store(std::move(store))
{
    m_local.id = kLocalId;
    m_local.name = tr("This machine");
    m_local.kind = ProfileKind::EmbeddedFile;
    m_local.filePath = localFile;
    m_local.isReadOnly = true;
    reload();
}

QVariant ConnectionList::data(const QModelIndex &index, int role) const
{
    const ConnectionProfile &profile = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return profile.name;
    case Qt::ToolTipRole: return describe(profile);
    case Qt::AccessibleTextRole:
        return profile.environment == Environment::Production ? profile.name : tr("%1, %2").arg(profile.name, label(profile.environment));
    case IdRole: return profile.id;
    case EnvironmentRole: return int(profile.environment);
    case ServerRole: return profile.isServer();
    default: return {};
    }
}

std::optional<ConnectionProfile> ConnectionList::profile(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? std::nullopt : std::optional(rowAt(row));
}

std::optional<ConnectionProfile> ConnectionList::find(const QString &idOrName) const
{
    if (const auto exact = profile(idOrName))
        return exact;
    const auto named = std::find_if(rows().begin(), rows().end(), [&idOrName](const ConnectionProfile &profile) {
        return profile.name.compare(idOrName, Qt::CaseInsensitive) == 0;
    });
    return named == rows().end() ? std::nullopt : std::optional(*named);
}

int ConnectionList::rowOf(const QString &id) const
{
    const auto found = std::find_if(rows().begin(), rows().end(), [&id](const ConnectionProfile &profile) { return profile.id == id; });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QString ConnectionList::freeName(const QString &name) const
{
    QString free = name;
    for (int number = 2; find(free); ++number)
        free = tr("%1 (%2)").arg(name).arg(number);
    return free;
}

Status ConnectionList::save(const ConnectionProfile &profile)
{
    const Status saved = m_store.save(profile);
    reload();
    return saved;
}

Status ConnectionList::remove(const QString &id)
{
    const Status removed = m_store.remove(id);
    reload();
    return removed;
}

ConnectionProfile ConnectionList::visit(const ConnectionProfile &profile)
{
    const auto same = std::find_if(rows().begin(), rows().end(), [&profile](const ConnectionProfile &known) {
        return known.id != kVisitedId && known.target() == profile.target() && known.tls == profile.tls
            && known.rootCertificate == profile.rootCertificate;
    });
    if (same != rows().end())
        return *same;
    m_visited = profile;
    m_visited->id = kVisitedId;
    m_visited->isReadOnly = true;
    reload();
    return *m_visited;
}

void ConnectionList::reload()
{
    QList<ConnectionProfile> all = {m_local};
    all += m_store.profiles();
    if (m_visited)
        all += *m_visited;
    replaceRows(all, [](const ConnectionProfile &profile) { return profile.id; });
}

Result<ConnectionProfile> profileOf(const QString &fileOrUrl)
{
    ConnectionProfile profile;
    if (!isServerUrl(fileOrUrl)) {
        profile.kind = ProfileKind::EmbeddedFile;
        profile.filePath = QDir().absoluteFilePath(fileOrUrl);
        profile.name = QFileInfo(fileOrUrl).completeBaseName();
        return profile;
    }
    const auto server = serverFromUrl(fileOrUrl);
    if (!server)
        return failure(server.error());
    profile.kind = ProfileKind::PostgreSql;
    profile.hosts = server->hosts;
    profile.database = server->database;
    profile.username = server->username;
    profile.tls = server->tls;
    profile.rootCertificate = server->rootCertificate;
    profile.name = ConnectionList::tr("%1 on %2").arg(server->database, server->hosts.first().host);
    return profile;
}

QString describe(const ConnectionProfile &profile)
{
    if (!profile.isServer())
        return QDir::toNativeSeparators(profile.filePath);
    return ConnectionList::tr("%1 on %2. %3").arg(profile.database, textOf(profile.hosts), label(profile.tls));
}

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Production: return {};
    case Environment::Test: return ConnectionList::tr("TEST – nothing that you do here is real");
    case Environment::Development: return ConnectionList::tr("DEVELOPMENT – nothing that you do here is real, and it may go at any time");
    }
    return {};
}

} // namespace dealdesk
