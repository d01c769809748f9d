#pragma once

#include "data/command.h"
#include "services/deal_query_builder.h"

#include <QHash>

#include <memory>

struct pg_conn;

namespace dealdesk::bench {

/// The limit: the same statements by libpq alone, prepared once, text in and out, every value looked at. For one thread.
class RawSession {
public:
    explicit RawSession(const QString &connectionText);

    /// The number of rows. Several statements are one pipeline: one round trip.
    qsizetype read(const QList<SqlText> &statements);
    qsizetype read(const SqlText &statement) { return read(QList<SqlText>{statement}); }
    /// Whether it was carried out.
    bool command(const Command &command);

private:
    QByteArray prepared(const QString &sql);

    std::unique_ptr<pg_conn, void (*)(pg_conn *)> m_connection;
    QHash<QString, QByteArray> m_names;
};

} // namespace dealdesk::bench
