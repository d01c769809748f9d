#pragma once

namespace dealdesk {

/// The few expressions in which the client's statements differ between the databases.
class SqlDialect {
public:
    enum class Kind { Sqlite, PostgreSql };

    explicit constexpr SqlDialect(Kind kind) : m_kind(kind) {}

    [[nodiscard]] constexpr Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

} // namespace dealdesk
