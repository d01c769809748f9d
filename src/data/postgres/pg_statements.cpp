#include "data/postgres/pg_statements.h"

namespace dealdesk {

PgStatements::Statement &PgStatements::of(const QString &sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end()) {
        m_recentlyUsed.removeOne(sql);
        m_recentlyUsed.append(sql);
        return *known;
    }
    if (m_statements.size() >= m_most) {
        const Statement oldest = m_statements.take(m_recentlyUsed.takeFirst());
        if (oldest.isPrepared)
            m_dropped.append(oldest.name);
    }
    m_recentlyUsed.append(sql);
    return *m_statements.insert(sql, {"s" + QByteArray::number(++m_named), numberedSql(sql)});
}

void PgStatements::notPrepared(const QByteArray &name)
{
    for (Statement &statement : m_statements) {
        if (statement.name == name)
            statement.isPrepared = false;
    }
}

void PgStatements::forgetAll()
{
    m_statements.clear();
    m_recentlyUsed.clear();
    m_dropped.clear();
}

} // namespace dealdesk
