#pragma once

#include "desktop/theme/theme.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace dealdesk::settings {

// What the program remembers on this machine, per person of the operating system; nothing of it is business data.

ThemeChoice theme();
void setTheme(ThemeChoice choice);

/// Whether messages in the system's tray are wanted; they are by default.
bool trayMessages();
void setTrayMessages(bool wanted);

/// How long a decision in the inbox waits for being taken back before it is sent: inbox/holdSeconds, 10 unless set, at most 60; 0 sends at
/// once. Nobody is asked for it: it is for people who want more time, and for tests.
std::chrono::seconds decisionHold();

/// The connection used last, by its id, or the path of a file that is no connection; empty at the first start.
QString lastConnection();
void setLastConnection(const QString &idOrPath);

/// The user name that signed in last to a database: `database` is ConnectionProfile::target().
QString lastUser(const QString &database);
void setLastUser(const QString &database, const QString &username);

/// The frame as a person left it; `database` is DatabaseLocation::key().
struct FrameLayout {
    QByteArray geometry;
    bool sidebarCollapsed = false;
    QString section;      ///< code
    QStringList openTabs; ///< keys of the deals that were open
};
FrameLayout frameLayout(const QString &database, const QString &username);
void setFrameLayout(const QString &database, const QString &username, const FrameLayout &layout);

} // namespace dealdesk::settings
