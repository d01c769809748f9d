#pragma once

#include "data/connection.h"

namespace dealdesk {

/// Every row that is left of a query that was carried out, as `make(query)` gives them. A read that was cut is a failure, never a shorter
/// list.
template<typename Make>
auto rowsLeft(Query &query, Make make) -> Result<QList<std::decay_t<std::invoke_result_t<Make &, const Query &>>>>
{
    QList<std::decay_t<std::invoke_result_t<Make &, const Query &>>> rows;
    while (query.next())
        rows.append(make(std::as_const(query)));
    if (const Status read = query.status(); !read)
        return failure(read.error());
    return rows;
}

/// The same into a list, for Connection::readTogether.
template<typename Make, typename T>
Status takeRows(Query &query, Make make, QList<T> &into)
{
    auto rows = rowsLeft(query, std::move(make));
    if (!rows)
        return failure(rows.error());
    into = std::move(*rows);
    return Nothing{};
}

/// The same of a query whose values are bound.
template<typename Make>
auto rowsOf(Query &query, Make make)
{
    using Rows = decltype(rowsLeft(query, make));
    if (const Status done = query.exec(); !done)
        return Rows(failure(done.error()));
    return rowsLeft(query, std::move(make));
}

/// The same from a statement's text and its values.
template<typename Make>
auto readRows(Connection &connection, const QString &sql, const QVariantList &values, Make make)
{
    using Rows = decltype(rowsOf(std::declval<Query &>(), make));
    auto query = connection.prepare(sql, sql);
    if (!query)
        return Rows(failure(query.error()));
    for (const QVariant &value : values)
        query->bind(value);
    return rowsOf(*query, std::move(make));
}

/// The same from a named statement of resources/sql/common/reads.
template<typename Make>
auto readNamed(Connection &connection, const QString &name, const QVariantList &values, Make make)
{
    using Rows = decltype(rowsOf(std::declval<Query &>(), make));
    auto query = connection.read(name);
    if (!query)
        return Rows(failure(query.error()));
    for (const QVariant &value : values)
        query->bind(value);
    return rowsOf(*query, std::move(make));
}

} // namespace dealdesk
