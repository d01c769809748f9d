#pragma once

#include "data/postgres/pg_connection.h"

namespace dealdesk {

/// The rows of a statement, read as a whole.
class PgCursor : public StatementCursor {
public:
    PgCursor(PgConnection &connection, QString sql) : m_connection(connection), m_sql(std::move(sql)) {}
    /// Of a statement that was carried out.
    PgCursor(PgConnection &connection, PgResult rows) : m_connection(connection), m_rows(std::move(rows)) {}

    Status exec(const QVariantList &values) override;
    Result<bool> next() override;

    [[nodiscard]] QVariant value(int column) const override { return fieldValue(m_rows.get(), m_row, column); }
    [[nodiscard]] bool isNull(int column) const override { return PQgetisnull(m_rows.get(), m_row, column) == 1; }
    [[nodiscard]] qint64 integer(int column) const override { return fieldInteger(m_rows.get(), m_row, column); }
    [[nodiscard]] QString text(int column) const override { return fieldText(m_rows.get(), m_row, column); }
    [[nodiscard]] QStringList columnNames() const override;

protected:
    PgConnection &m_connection;
    QString m_sql;
    PgResult m_rows;
    int m_row = -1;
};

} // namespace dealdesk
