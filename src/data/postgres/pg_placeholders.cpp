#include "data/postgres/pg_placeholders.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// Walks through a statement and copies it, with marks replaced.
class Numbering {
public:
    explicit Numbering(const QString &sql) : m_sql(sql) {}

    NumberedSql run()
    {
        while (m_at < m_sql.size())
            step();
        return {m_out.toUtf8(), m_highest};
    }

private:
    [[nodiscard]] bool lookingAt(QLatin1StringView text) const { return QStringView(m_sql).mid(m_at).startsWith(text); }
    [[nodiscard]] QChar at(qsizetype index) const { return index >= 0 && index < m_sql.size() ? m_sql.at(index) : QChar(); }

    void step()
    {
        const QChar c = m_sql.at(m_at);
        if (lookingAt("--"_L1))
            copyUntil(u"\n"_s, 2);
        else if (lookingAt("/*"_L1))
            copyUntil(u"*/"_s, 2);
        else if (c == u'\'' && hasEscapes())
            copyEscaped();
        else if (c == u'\'' || c == u'"')
            copyUntil(QString(c), 1); // a doubled quote ends and begins again at once, which comes to the same
        else if (c == u'$' && !isWordCharacter(at(m_at - 1)))
            copyDollarQuoted();
        else if (c == u'?')
            number();
        else
            copy(1);
    }

    static bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; }

    /// E'…' knows \' inside.
    [[nodiscard]] bool hasEscapes() const
    {
        const QChar before = at(m_at - 1);
        return (before == u'E' || before == u'e') && !isWordCharacter(at(m_at - 2));
    }

    void copy(qsizetype length)
    {
        m_out += QStringView(m_sql).mid(m_at, length);
        m_at += length;
    }

    void copyUntil(const QString &end, qsizetype from)
    {
        const qsizetype found = m_sql.indexOf(end, m_at + from);
        copy((found < 0 ? m_sql.size() : found + end.size()) - m_at);
    }

    void copyEscaped()
    {
        qsizetype end = m_at + 1;
        while (end < m_sql.size() && m_sql.at(end) != u'\'')
            end += m_sql.at(end) == u'\\' ? 2 : 1;
        copy(qMin(end + 1, m_sql.size()) - m_at);
    }

    void copyDollarQuoted()
    {
        qsizetype end = m_at + 1;
        while (isWordCharacter(at(end)) && at(end) != u'$')
            ++end;
        if (at(end) != u'$') {
            copy(1);
            return;
        }
        copyUntil(m_sql.mid(m_at, end + 1 - m_at), end + 1 - m_at);
    }

    void number()
    {
        qsizetype end = m_at + 1;
        while (at(end).isDigit())
            ++end;
        const int given = QStringView(m_sql).mid(m_at + 1, end - m_at - 1).toInt();
        const int number = given > 0 ? given : m_highest + 1;
        m_highest = qMax(m_highest, number);
        m_out += u'$' + QString::number(number);
        m_at = end;
    }

    const QString &m_sql;
    QString m_out;
    qsizetype m_at = 0;
    int m_highest = 0;
};

} // namespace

NumberedSql numberedSql(const QString &sql)
{
    return Numbering(sql).run();
}

} // namespace dealdesk
