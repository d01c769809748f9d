#pragma once

#include <QString>

namespace dealdesk {

/// The few expressions in which the client's statements differ between the databases.
class SqlDialect {
public:
    enum class Kind { Sqlite, PostgreSql };

    explicit constexpr SqlDialect(Kind kind) : m_kind(kind) {}

    [[nodiscard]] constexpr Kind kind() const { return m_kind; }
    /// Whether the database itself keeps from people what they may not see (row-level security); otherwise the statements do.
    [[nodiscard]] constexpr bool hidesRows() const { return m_kind == Kind::PostgreSql; }
    /// Whether the database chooses a plan by what it knows of its rows; otherwise it is asked how many rows there are first, and told.
    [[nodiscard]] constexpr bool knowsItsRows() const { return m_kind == Kind::PostgreSql; }

    /// A condition that every row meets.
    [[nodiscard]] QString always() const;
    /// A condition: `needle` stands somewhere in `text`.
    [[nodiscard]] QString contains(const QString &text, const QString &needle) const;
    /// In lower case as stored texts for searching are: ASCII letters only.
    [[nodiscard]] QString lower(const QString &text) const;
    /// After every other character.
    [[nodiscard]] QString lastCharacter() const;
    /// The number of a text's first character.
    [[nodiscard]] QString codePoint(const QString &text) const;
    /// The join that walks its left side in order, where the database has to be told.
    [[nodiscard]] QString joinInOrder() const;
    /// The column, so that its index is not used, where the database has to be told.
    [[nodiscard]] QString withoutIndex(const QString &column) const;

private:
    Kind m_kind;
};

} // namespace dealdesk
