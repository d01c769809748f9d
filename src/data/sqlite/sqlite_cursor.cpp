#include "data/sqlite/sqlite_cursor.h"

#include "data/sqlite/native_error.h"

#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace dealdesk {

SqliteCursor::SqliteCursor(std::shared_ptr<PreparedStatement> statement) : m_statement(std::move(statement)) {}

SqliteCursor::~SqliteCursor()
{
    m_statement->query.finish();
}

Status SqliteCursor::exec(const QVariantList &values)
{
    // The driver keeps the values of the use before, so a missing one would not be noticed.
    const auto bound = int(values.size());
    if (m_statement->binds >= 0 && m_statement->binds != bound)
        return failure(ErrorCode::Internal, u"%1 values bound, %2 expected"_s.arg(bound).arg(m_statement->binds));
    for (int i = 0; i < bound; ++i)
        m_statement->query.bindValue(i, values.at(i));
    if (!m_statement->query.exec())
        return failure(errorFrom(m_statement->query.lastError()));
    m_statement->binds = bound;
    return Nothing{};
}

Result<bool> SqliteCursor::next()
{
    if (m_statement->query.next())
        return true;
    if (m_statement->query.lastError().isValid())
        return failure(errorFrom(m_statement->query.lastError()));
    return false;
}

QStringList SqliteCursor::columnNames() const
{
    QStringList names;
    const QSqlRecord record = m_statement->query.record();
    for (int i = 0; i < record.count(); ++i)
        names.append(record.fieldName(i));
    return names;
}

} // namespace dealdesk
