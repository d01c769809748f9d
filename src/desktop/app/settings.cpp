#include "desktop/app/settings.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk::settings {

namespace {

/// Paths are not fit for keys: their digest is.
QString databaseGroup(const QString &database)
{
    const auto digest = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return "databases/"_L1 + QString::fromLatin1(digest);
}

QString frameGroup(const QString &database, const QString &username)
{
    const auto digest = QCryptographicHash::hash(username.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return databaseGroup(database) + "/frames/"_L1 + QString::fromLatin1(digest);
}

} // namespace

ThemeChoice theme()
{
    return fromCode<ThemeChoice>(QSettings().value(u"theme"_s).toString()).value_or(ThemeChoice::System);
}

void setTheme(ThemeChoice choice)
{
    QSettings().setValue(u"theme"_s, QString(codeOf(choice)));
}

bool trayMessages()
{
    return QSettings().value(u"trayMessages"_s, true).toBool();
}

void setTrayMessages(bool wanted)
{
    QSettings().setValue(u"trayMessages"_s, wanted);
}

std::chrono::seconds decisionHold()
{
    constexpr int kUsual = 10;
    constexpr int kMost = 60;
    return std::chrono::seconds(std::clamp(QSettings().value(u"inbox/holdSeconds"_s, kUsual).toInt(), 0, kMost));
}

QString lastConnection()
{
    return QSettings().value(u"lastConnection"_s).toString();
}

void setLastConnection(const QString &idOrPath)
{
    QSettings().setValue(u"lastConnection"_s, idOrPath);
}

QString lastUser(const QString &database)
{
    return QSettings().value(databaseGroup(database) + "/lastUser"_L1).toString();
}

void setLastUser(const QString &database, const QString &username)
{
    QSettings().setValue(databaseGroup(database) + "/lastUser"_L1, username);
}

FrameLayout frameLayout(const QString &database, const QString &username)
{
    QSettings stored;
    stored.beginGroup(frameGroup(database, username));
    return {.geometry = stored.value(u"geometry"_s).toByteArray(),
            .sidebarCollapsed = stored.value(u"sidebarCollapsed"_s).toBool(),
            .section = stored.value(u"section"_s).toString(),
            .openTabs = stored.value(u"openTabs"_s).toStringList()};
}

void setFrameLayout(const QString &database, const QString &username, const FrameLayout &layout)
{
    QSettings stored;
    stored.beginGroup(frameGroup(database, username));
    stored.setValue(u"geometry"_s, layout.geometry);
    stored.setValue(u"sidebarCollapsed"_s, layout.sidebarCollapsed);
    stored.setValue(u"section"_s, layout.section);
    stored.setValue(u"openTabs"_s, layout.openTabs);
}

} // namespace dealdesk::settings
