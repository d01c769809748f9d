#pragma once

#include "data/postgres/pg_placeholders.h"

#include <QHash>
#include <QList>

namespace dealdesk {

/// The statements of one session: prepared there by name, so that the server plans each once. The one unused longest makes room.
class PgStatements {
public:
    struct Statement {
        QByteArray name;
        NumberedSql sql;
        bool isPrepared = false; ///< on the server, as far as we know
    };

    explicit PgStatements(qsizetype most) : m_most(most) {}

    /// The statement for a text as the client writes it, new ones included.
    Statement &of(const QString &sql);
    /// Names on the server that made room since the last call.
    QList<QByteArray> takeDropped() { return std::exchange(m_dropped, {}); }
    /// Preparing it failed.
    void notPrepared(const QByteArray &name);
    /// The server is to be told to drop them all.
    void forgetAll();

private:
    qsizetype m_most;
    qint64 m_named = 0;
    QHash<QString, Statement> m_statements;
    QList<QString> m_recentlyUsed; ///< keys of m_statements, the oldest first
    QList<QByteArray> m_dropped;
};

} // namespace dealdesk
