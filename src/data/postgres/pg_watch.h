#pragma once

#include "data/change_watch.h"
#include "data/postgres/pg_connection.h"

#include <QElapsedTimer>

namespace dealdesk {

/// Listens on the session that is there anyway. A notice only says "look": what changed is read from the feed, from the oldest transaction
/// on that was still open at the last look, so that nothing is missed. Notices of the own session are left aside. An idle link is asked for
/// a sign of life, so that one that is open on one side only is noticed within ten seconds.
class PgWatch final : public ChangeWatch {
public:
    /// Listens first, then notes from where the feed is to be read; in one round trip.
    static Result<std::unique_ptr<ChangeWatch>> start(PgConnection &connection);

    Result<DataChange> look() override;
    /// Notices come along with any answer, and looking costs nothing without one.
    [[nodiscard]] bool hasNews() const override { return true; }
    [[nodiscard]] std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(400); }
    [[nodiscard]] qintptr socket() const override { return m_link.socket(); }

private:
    PgWatch(PgConnection &connection, QString horizon);
    Status checkLink();
    Result<DataChange> readFeed();

    PgConnection &m_connection;
    PgLink &m_link;
    QString m_horizon;    ///< the oldest transaction that was open at the last look
    QSet<QString> m_told; ///< lines of the feed that may be read again
    QElapsedTimer m_sinceRead;
    bool m_isNoticed = false;
};

} // namespace dealdesk
