#include "data/sqlite/sql_script.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// Walks through a script and hands out one statement at a time.
class Splitter {
public:
    explicit Splitter(const QString &script) : m_script(script) {}

    QStringList split()
    {
        while (m_at < m_script.size())
            step();
        finishStatement();
        return m_statements;
    }

private:
    [[nodiscard]] bool lookingAt(QLatin1StringView text) const { return QStringView(m_script).mid(m_at).startsWith(text); }

    void step()
    {
        const QChar c = m_script.at(m_at);
        if (lookingAt("--"_L1))
            skipComment(u"\n"_s);
        else if (lookingAt("/*"_L1))
            skipComment(u"*/"_s);
        else if (c == u'\'' || c == u'"' || c == u'`')
            copyQuoted(c);
        else if (c == u'[')
            copyQuoted(u']');
        else if (c.isLetter() || c == u'_')
            copyWord();
        else if (c == u';' && m_depth == 0)
            endStatement();
        else
            copy(1);
    }

    void copy(qsizetype length)
    {
        m_statement += QStringView(m_script).mid(m_at, length);
        m_at += length;
    }

    /// Inside a statement a comment stays, so that the stored text of a view or trigger keeps its explanation.
    void skipComment(const QString &end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        const qsizetype next = found < 0 ? m_script.size() : found + end.size();
        if (m_statement.trimmed().isEmpty())
            m_at = next;
        else
            copy(next - m_at);
    }

    /// A doubled quote ends and begins again at once, which comes to the same.
    void copyQuoted(QChar end)
    {
        const qsizetype found = m_script.indexOf(end, m_at + 1);
        copy((found < 0 ? m_script.size() : found + 1) - m_at);
    }

    void copyWord()
    {
        qsizetype end = m_at;
        while (end < m_script.size() && (m_script.at(end).isLetterOrNumber() || m_script.at(end) == u'_'))
            ++end;
        noteWord(m_script.mid(m_at, end - m_at).toUpper());
        copy(end - m_at);
    }

    void noteWord(const QString &word)
    {
        ++m_words;
        // CREATE [TEMP | TEMPORARY] TRIGGER
        if (word == "TRIGGER"_L1 && m_words <= 3 && m_firstWord == "CREATE"_L1)
            m_isTrigger = true;
        if (m_words == 1)
            m_firstWord = word;
        if (!m_isTrigger)
            return;
        if (word == "BEGIN"_L1 || word == "CASE"_L1)
            ++m_depth;
        else if (word == "END"_L1)
            --m_depth;
    }

    void endStatement()
    {
        ++m_at;
        finishStatement();
    }

    void finishStatement()
    {
        const QString statement = m_statement.trimmed();
        if (!statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
        m_firstWord.clear();
        m_words = 0;
        m_depth = 0;
        m_isTrigger = false;
    }

    const QString &m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QStringList m_statements;
    QString m_firstWord;
    int m_words = 0;
    int m_depth = 0;
    bool m_isTrigger = false;
};

} // namespace

QStringList statementsOf(const QString &script)
{
    return Splitter(script).split();
}

} // namespace dealdesk
