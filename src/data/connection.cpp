#include "data/connection.h"

#include "data/postgres/pg_connection.h"
#include "data/resource_text.h"
#include "data/sqlite/sqlite_connection.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

Connection::Connection(DatabaseLocation location, std::shared_ptr<const std::atomic_bool> closing)
    : m_location(std::move(location)), m_closing(std::move(closing))
{
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseLocation &location, Role role,
                                                     std::shared_ptr<const std::atomic_bool> closing)
{
    if (location.isServer())
        return PgConnection::open(location, role, std::move(closing));
    return SqliteConnection::open(location, role, std::move(closing));
}

Result<QString> Connection::namedSql(const QString &name)
{
    return resourceText(u":/sql/common/reads/%1.sql"_s.arg(name));
}

Result<Query> Connection::read(const QString &name)
{
    auto sql = namedSql(name);
    return sql ? prepare(*sql, name) : Result<Query>(failure(sql.error()));
}

} // namespace dealdesk
