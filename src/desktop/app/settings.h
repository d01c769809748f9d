#pragma once

#include "desktop/theme/theme.h"

#include <QByteArray>
#include <QStringList>

namespace dealdesk::settings {

// What the program remembers on this machine, per person of the operating system; nothing of it is business data.

ThemeChoice theme();
void setTheme(ThemeChoice choice);

/// The database opened last; empty at the first start.
QString lastDatabase();
void setLastDatabase(const QString &filePath);

/// The user name that signed in last to a database.
QString lastUser(const QString &database);
void setLastUser(const QString &database, const QString &username);

/// The frame as a person left it.
struct FrameLayout {
    QByteArray geometry;
    bool sidebarCollapsed = false;
    QString section;      ///< code
    QStringList openTabs; ///< keys of the deals that were open
};
FrameLayout frameLayout(const QString &database, const QString &username);
void setFrameLayout(const QString &database, const QString &username, const FrameLayout &layout);

} // namespace dealdesk::settings
