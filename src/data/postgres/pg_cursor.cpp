#include "data/postgres/pg_cursor.h"

namespace dealdesk {

Status PgCursor::exec(const QVariantList &values)
{
    m_rows.reset();
    m_row = -1;
    auto use = m_connection.useOf(m_sql, values);
    if (!use)
        return failure(use.error());
    std::vector<PgConnection::Use> uses;
    uses.push_back(std::move(*use));
    auto outcome = m_connection.run(uses, PgConnection::As::OneStatement, PgLink::OnClosing::Cancel);
    if (outcome.error)
        return failure(std::move(*outcome.error));
    m_rows = std::move(outcome.results.front());
    return Nothing{};
}

Result<bool> PgCursor::next()
{
    const int count = PQntuples(m_rows.get());
    m_row = qMin(m_row + 1, count);
    return m_row < count;
}

QStringList PgCursor::columnNames() const
{
    QStringList names;
    for (int i = 0; i < PQnfields(m_rows.get()); ++i)
        names.append(QString::fromUtf8(PQfname(m_rows.get(), i)));
    return names;
}

} // namespace dealdesk
