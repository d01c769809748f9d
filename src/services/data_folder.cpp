#include "services/data_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dealdesk {

QString inDataFolder(const QString &fileName)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return QDir(folder).absoluteFilePath(fileName);
}

QString defaultDatabase()
{
    return inDataFolder(u"deals.db"_s);
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"DealDesk"_s);
    QCoreApplication::setApplicationName(u"dealdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DEALDESK_VERSION));
}

} // namespace dealdesk
