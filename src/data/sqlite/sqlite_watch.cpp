#include "data/sqlite/sqlite_watch.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

SqliteWatch::SqliteWatch(Connection &connection) : m_connection(connection), m_version(version()) {}

Result<DataChange> SqliteWatch::look()
{
    const std::optional<qint64> now = version();
    if (!now || now == m_version)
        return DataChange();
    m_version = now;
    return DataChange::all();
}

std::optional<qint64> SqliteWatch::version()
{
    auto query = m_connection.prepare(u"PRAGMA data_version"_s, u"data_version"_s);
    if (!query || !query->exec() || !query->next())
        return std::nullopt;
    return query->integer(0);
}

} // namespace dealdesk
