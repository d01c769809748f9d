#pragma once

#include "core/result.h"

#include <QString>
#include <QVariant>

#include <atomic>
#include <memory>
#include <optional>

namespace dealdesk {

struct PreparedStatement;

/// One execution of a prepared statement: forward only; logs its own failure with the statement's name, never with values.
/// Its end frees the statement for the next use, and with it the read lock of an unfinished read.
class Query {
public:
    Query(Query &&) noexcept = default;
    Query &operator=(Query &&) noexcept = default;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    ~Query();

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

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    /// The names of the result's columns; empty before exec().
    [[nodiscard]] QStringList columnNames() const;

private:
    friend class Connection;
    Query(std::shared_ptr<PreparedStatement> statement, std::shared_ptr<const std::atomic_bool> closing);
    Status fail(Error error);

    std::shared_ptr<PreparedStatement> m_statement;
    std::shared_ptr<const std::atomic_bool> m_closing;
    int m_bound = 0;
    std::optional<Error> m_error;
};

} // namespace dealdesk
