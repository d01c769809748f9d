#pragma once

#include "data/data_change.h"
#include "data/sqlite/sqlite_connection.h"

#include <QTimer>

namespace dealdesk {

/// Looks now and then whether another connection (process or thread) changed the file: PRAGMA data_version moved.
class SqliteWatch {
public:
    SqliteWatch(SqliteConnection &connection, Watcher watcher);

private:
    void look();
    std::optional<qint64> dataVersion();

    SqliteConnection &m_connection;
    Watcher m_watcher;
    std::optional<qint64> m_dataVersion;
    QTimer m_timer;
};

} // namespace dealdesk
