#include "data/database_location.h"

#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace dealdesk {

QString DatabaseLocation::key() const
{
    if (!server)
        return filePath;
    QStringList hosts;
    for (const ServerAddress &address : server->hosts)
        hosts += u"%1:%2"_s.arg(address.host).arg(address.port);
    return u"postgresql://%1@%2/%3"_s.arg(server->username, hosts.join(u','), server->database);
}

QString DatabaseLocation::displayName() const
{
    if (!server)
        return QFileInfo(filePath).completeBaseName();
    return u"%1 · %2"_s.arg(server->database, server->hosts.isEmpty() ? QString() : server->hosts.first().host);
}

} // namespace dealdesk
