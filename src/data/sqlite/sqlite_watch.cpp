#include "data/sqlite/sqlite_watch.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kIntervalMs = 400;
}

SqliteWatch::SqliteWatch(SqliteConnection &connection, Watcher watcher)
    : m_connection(connection), m_watcher(std::move(watcher)), m_dataVersion(dataVersion())
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(kIntervalMs);
}

void SqliteWatch::look()
{
    const std::optional<qint64> version = dataVersion();
    if (!version || version == m_dataVersion)
        return;
    m_dataVersion = version;
    m_watcher.changed(DataChange::all());
}

std::optional<qint64> SqliteWatch::dataVersion()
{
    auto query = m_connection.prepare(u"PRAGMA data_version"_s, u"data_version"_s);
    if (!query || !query->exec() || !query->next())
        return std::nullopt;
    return query->integer(0);
}

} // namespace dealdesk
