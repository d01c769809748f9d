#pragma once

#include "core/result.h"

#include <QStringList>
#include <QVariant>

namespace dealdesk {

/// One dialect's way through one prepared statement and its rows; Query is its face. Its end frees the statement for the next use.
class StatementCursor {
public:
    StatementCursor() = default;
    virtual ~StatementCursor() = default;
    StatementCursor(const StatementCursor &) = delete;
    StatementCursor &operator=(const StatementCursor &) = delete;

    /// Carries the statement out with these values, from the start.
    virtual Status exec(const QVariantList &values) = 0;
    /// Steps to the next row; false after the last.
    virtual Result<bool> next() = 0;

    // of the present row
    [[nodiscard]] virtual QVariant value(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const { return value(column).toLongLong(); }
    [[nodiscard]] virtual QString text(int column) const { return value(column).toString(); }

    [[nodiscard]] virtual QStringList columnNames() const = 0;
};

} // namespace dealdesk
