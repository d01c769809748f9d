#pragma once

#include "data/statement_cursor.h"

#include <atomic>
#include <memory>
#include <optional>

namespace dealdesk {

/// One execution of a prepared statement: forward only; logs its own failure with the statement's name, never with values.
/// Its end frees the statement for the next use, and with it the read lock of an unfinished read.
class Query {
public:
    /// `name` is for the log. Reading ends with Cancelled once `closing` is set.
    Query(std::unique_ptr<StatementCursor> cursor, QString name, std::shared_ptr<const std::atomic_bool> closing);

    /// Binds by position. A null QVariant is SQL NULL; a null QString is the empty text.
    Query &bind(const QVariant &value);
    template<typename T>
    Query &bind(const std::optional<T> &value)
    {
        return bind(value ? QVariant(*value) : QVariant());
    }
    Status exec();
    bool next();
    /// What ended the last exec() or next(): an unexpected end of rows is a failure, not an end.
    [[nodiscard]] Status status() const;

    [[nodiscard]] qint64 integer(int column) const { return m_cursor->integer(column); }
    [[nodiscard]] QString text(int column) const { return m_cursor->text(column); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] bool isNull(int column) const { return m_cursor->isNull(column); }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] QVariant value(int column) const { return m_cursor->value(column); }
    /// The names of the result's columns; empty before exec().
    [[nodiscard]] QStringList columnNames() const { return m_cursor->columnNames(); }

private:
    Status fail(Error error);

    std::unique_ptr<StatementCursor> m_cursor;
    QString m_name;
    std::shared_ptr<const std::atomic_bool> m_closing;
    QVariantList m_values;
    std::optional<Error> m_error;
};

} // namespace dealdesk
