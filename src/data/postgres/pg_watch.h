#pragma once

#include "data/data_change.h"
#include "data/postgres/pg_connection.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace dealdesk {

/// Listens on the session that is there anyway, while its thread has nothing else to do. A notice only says "look": what changed is read
/// from the feed, from the oldest transaction on that was still open at the last look, so that nothing is missed. Notices of the own
/// session are left aside. An idle link is asked for a sign of life, so that one that is open on one side only is noticed within ten
/// seconds.
class PgWatch : public QObject {
    Q_OBJECT

public:
    PgWatch(PgConnection &connection, Watcher watcher);
    ~PgWatch() override;

    /// Listens first, then notes from where the feed is to be read; in one round trip.
    Status start();

private:
    void takeInput();
    void takeNotices();
    void lookSoon();
    void look();
    void checkLink();
    void stop();
    Result<DataChange> readFeed();

    PgConnection &m_connection;
    Watcher m_watcher;
    std::unique_ptr<QSocketNotifier> m_input;
    QTimer m_linkTimer;
    QTimer m_lookTimer; ///< runs while a look is due
    QElapsedTimer m_sinceLook;
    QString m_horizon;    ///< the oldest transaction that was open at the last look
    QSet<QString> m_told; ///< lines of the feed that may be read again
};

} // namespace dealdesk
