#include "data/query.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

Query::Query(std::unique_ptr<StatementCursor> cursor, QString name, std::shared_ptr<const std::atomic_bool> closing)
    : m_cursor(std::move(cursor)), m_name(std::move(name)), m_closing(std::move(closing))
{
}

Query &Query::bind(const QVariant &value)
{
    // Drivers take a null QString for NULL, but an empty text of a form is a text.
    const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    m_values.append(isNullText ? QVariant(u""_s) : value);
    return *this;
}

Status Query::fail(Error error)
{
    if (error.code != ErrorCode::Cancelled)
        spdlog::warn("statement {} failed: {}", m_name.toStdString(), error.detail.toStdString());
    m_error = error;
    return failure(std::move(error));
}

Status Query::exec()
{
    m_error.reset();
    const Status done = m_cursor->exec(std::exchange(m_values, {}));
    return done ? done : fail(done.error());
}

bool Query::next()
{
    if (m_closing && *m_closing) {
        m_error = Error{ErrorCode::Cancelled, u"the connection is closing"_s, {}};
        return false;
    }
    const Result<bool> stepped = m_cursor->next();
    if (!stepped)
        fail(stepped.error());
    return stepped.value_or(false);
}

Status Query::status() const
{
    return m_error ? Status(failure(*m_error)) : Status(Nothing{});
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

} // namespace dealdesk
