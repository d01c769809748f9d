#pragma once

#include "data/postgres/pg_cursor.h"

#include <deque>

namespace dealdesk {

/// The rows of a statement, read one by one as they come: for exports, which need not fit into memory. Another statement on the same
/// connection makes it keep what is left, so that neither is cut short.
class PgRowStream final : public PgCursor {
public:
    PgRowStream(PgConnection &connection, QString sql) : PgCursor(connection, std::move(sql)) {}
    ~PgRowStream() override;
    PgRowStream(const PgRowStream &) = delete;
    PgRowStream &operator=(const PgRowStream &) = delete;

    Status exec(const QVariantList &values) override;
    Result<bool> next() override;

    /// Takes everything that is left from the link.
    void keepRest();

private:
    void fetch();
    void abandon();
    [[nodiscard]] bool isReading() const { return m_connection.m_stream == this; }

    std::deque<PgResult> m_kept; ///< one row each; the last has none
    std::optional<Error> m_error;
};

} // namespace dealdesk
