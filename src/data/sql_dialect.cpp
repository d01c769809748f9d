#include "data/sql_dialect.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

QString SqlDialect::always() const
{
    return m_kind == Kind::Sqlite ? u"1"_s : u"true"_s;
}

QString SqlDialect::contains(const QString &text, const QString &needle) const
{
    return (m_kind == Kind::Sqlite ? u"instr(%1, %2)"_s : u"strpos(%1, %2) > 0"_s).arg(text, needle);
}

QString SqlDialect::lower(const QString &text) const
{
    return (m_kind == Kind::Sqlite ? u"lower(%1)"_s : u"lower(%1 COLLATE \"C\")"_s).arg(text);
}

QString SqlDialect::lastCharacter() const
{
    return m_kind == Kind::Sqlite ? u"char(1114111)"_s : u"chr(1114111)"_s;
}

QString SqlDialect::codePoint(const QString &text) const
{
    return (m_kind == Kind::Sqlite ? u"unicode(%1)"_s : u"ascii(%1)"_s).arg(text);
}

QString SqlDialect::joinInOrder() const
{
    return m_kind == Kind::Sqlite ? u"CROSS JOIN"_s : u"JOIN"_s;
}

QString SqlDialect::withoutIndex(const QString &column) const
{
    return m_kind == Kind::Sqlite ? u'+' + column : column;
}

} // namespace dealdesk
