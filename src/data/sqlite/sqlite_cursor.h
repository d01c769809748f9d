#pragma once

#include "data/sqlite/prepared_statement.h"
#include "data/statement_cursor.h"

#include <memory>

namespace dealdesk {

/// Drives one statement of the Qt SQL driver; several may share a kept one, never at the same time.
class SqliteCursor final : public StatementCursor {
public:
    explicit SqliteCursor(std::shared_ptr<PreparedStatement> statement);
    ~SqliteCursor() override;
    SqliteCursor(const SqliteCursor &) = delete;
    SqliteCursor &operator=(const SqliteCursor &) = delete;

    Status exec(const QVariantList &values) override;
    Result<bool> next() override;
    [[nodiscard]] QVariant value(int column) const override { return m_statement->query.value(column); }
    [[nodiscard]] bool isNull(int column) const override { return m_statement->query.isNull(column); }
    [[nodiscard]] QStringList columnNames() const override;

private:
    std::shared_ptr<PreparedStatement> m_statement;
};

} // namespace dealdesk
