#include "data/postgres/pg_row_stream.h"

namespace dealdesk {

PgRowStream::~PgRowStream()
{
    abandon();
}

Status PgRowStream::exec(const QVariantList &values)
{
    abandon();
    m_kept.clear();
    m_error.reset();
    m_rows.reset();
    auto use = m_connection.useOf(m_sql, values);
    if (!use)
        return failure(use.error());
    if (m_connection.m_stream)
        m_connection.m_stream->keepRest();
    if (const Status prepared = m_connection.prepareNow(m_sql); !prepared)
        return prepared;
    const PgStep step{{}, m_connection.m_statements.of(m_sql).name, std::move(use->values)};
    if (const Status started = m_connection.m_link->startRows(step); !started)
        return started;
    m_connection.m_stream = this;
    // The first row, or that there is none: from then on the columns are known, and whether it could be carried out at all.
    fetch();
    if (m_error)
        return failure(*m_error);
    m_rows.reset(PQcopyResult(m_kept.front().get(), PG_COPYRES_ATTRS));
    m_row = -1;
    return Nothing{};
}

void PgRowStream::fetch()
{
    auto row = m_connection.m_link->nextRow();
    const bool isRow = row && *row && PQresultStatus(row->get()) == PGRES_SINGLE_TUPLE;
    if (!isRow)
        m_connection.m_stream = nullptr;
    if (!row)
        m_error = row.error();
    else if (!*row)
        m_error = Error{ErrorCode::Internal, QStringLiteral("a statement without an answer"), {}};
    else if (PQresultStatus(row->get()) == PGRES_FATAL_ERROR)
        m_error = m_connection.errorOf(row->get());
    else
        m_kept.push_back(std::move(*row));
}

Result<bool> PgRowStream::next()
{
    if (m_kept.empty() && isReading())
        fetch();
    if (m_kept.empty())
        return m_error ? Result<bool>(failure(*m_error)) : Result<bool>(false);
    m_rows = std::move(m_kept.front());
    m_kept.pop_front();
    m_row = 0;
    return PQntuples(m_rows.get()) > 0;
}

void PgRowStream::keepRest()
{
    while (isReading())
        fetch();
}

void PgRowStream::abandon()
{
    constexpr int kFewRows = 100; // that are nearer than a cancellation
    for (int i = 0; i < kFewRows && isReading(); ++i) {
        m_kept.clear();
        fetch();
    }
    if (isReading())
        m_connection.m_link->cancel();
    while (isReading()) {
        m_kept.clear();
        fetch();
    }
}

} // namespace dealdesk
