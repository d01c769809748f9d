#include "data/query.h"

#include "data/native_error.h"
#include "data/prepared_statement.h"

#include <QSqlRecord>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

Query::Query(std::shared_ptr<PreparedStatement> statement, std::shared_ptr<const std::atomic_bool> closing)
    : m_statement(std::move(statement)), m_closing(std::move(closing))
{
}

Query::~Query()
{
    if (m_statement)
        m_statement->query.finish();
}

Query &Query::bind(const QVariant &value)
{
    // The driver takes a null QString for NULL, but an empty text of a form is a text.
    const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    m_statement->query.bindValue(m_bound++, isNullText ? QVariant(u""_s) : value);
    return *this;
}

Status Query::fail(Error error)
{
    if (error.code != ErrorCode::Cancelled)
        spdlog::warn("statement {} failed: {}", m_statement->name.toStdString(), error.detail.toStdString());
    m_error = error;
    return failure(std::move(error));
}

Status Query::exec()
{
    m_error.reset();
    const int bound = std::exchange(m_bound, 0);
    // The driver keeps the values of the use before, so a missing one would not be noticed.
    if (m_statement->binds >= 0 && m_statement->binds != bound)
        return fail({ErrorCode::Internal, u"%1 values bound, %2 expected"_s.arg(bound).arg(m_statement->binds), {}});
    if (!m_statement->query.exec())
        return fail(errorFrom(m_statement->query.lastError()));
    m_statement->binds = bound;
    return Nothing{};
}

bool Query::next()
{
    if (m_closing && *m_closing) {
        m_error = Error{ErrorCode::Cancelled, u"the connection is closing"_s, {}};
        return false;
    }
    if (m_statement->query.next())
        return true;
    if (m_statement->query.lastError().isValid())
        fail(errorFrom(m_statement->query.lastError()));
    return false;
}

Status Query::status() const
{
    return m_error ? Status(failure(*m_error)) : Status(Nothing{});
}

qint64 Query::integer(int column) const
{
    return m_statement->query.value(column).toLongLong();
}

QString Query::text(int column) const
{
    return m_statement->query.value(column).toString();
}

bool Query::flag(int column) const
{
    return integer(column) != 0;
}

bool Query::isNull(int column) const
{
    return m_statement->query.isNull(column);
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QVariant Query::value(int column) const
{
    return m_statement->query.value(column);
}

QStringList Query::columnNames() const
{
    QStringList names;
    const QSqlRecord record = m_statement->query.record();
    for (int i = 0; i < record.count(); ++i)
        names.append(record.fieldName(i));
    return names;
}

} // namespace dealdesk
