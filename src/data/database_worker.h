#pragma once

#include "data/reconnect_pace.h"
#include "data/sql_job.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

#include <deque>

namespace dealdesk {

/// How the database is doing, as the last job found it. Reconnecting: a server's connection was lost.
enum class DatabaseHealth { Ready, Busy, Unavailable, Reconnecting };

/// Lives on the database's thread: opens the connection, and opens it again when a server's is lost; works off the jobs in order; watches
/// for changes by others.
class DatabaseWorker : public QObject {
    Q_OBJECT

public:
    DatabaseWorker(DatabaseLocation location, Connection::Role role);

    /// Any thread.
    void post(std::unique_ptr<SqlJob> job);
    /// Any thread: what waits, and what comes later, is answered with Cancelled; a read under way ends at its next row.
    void close();
    /// Any thread, while there is no connection: answers the jobs that have waited long enough for one.
    void refuseImpatient();

    void openConnection();
    void closeConnection();

    static constexpr int kPatienceMs = 2000;

Q_SIGNALS:
    void changedElsewhere(const dealdesk::DataChange &change);
    void healthChanged(dealdesk::DatabaseHealth health);
    void reconnected();

private:
    /// It may be in the middle of its signal.
    struct StopLater {
        void operator()(QTimer *timer) const
        {
            timer->stop();
            timer->deleteLater();
        }
    };

    void workOff();
    std::unique_ptr<SqlJob> take();
    void putBack(std::unique_ptr<SqlJob> job);
    void noteEnd(std::optional<ErrorCode> code);
    void setHealth(DatabaseHealth health);
    void setOpenError(Error error);
    void noteLost(const Connection *connection, const Error &why);
    void lost();
    void reconnect();
    void workOffWhatWaited();
    void watchForChanges();
    [[nodiscard]] bool reconnects() const { return m_location.isServer() && m_role == Connection::Role::Main; }

    const DatabaseLocation m_location;
    const Connection::Role m_role;
    const std::shared_ptr<std::atomic_bool> m_closing = std::make_shared<std::atomic_bool>(false);
    QMutex m_mutex;
    std::deque<std::unique_ptr<SqlJob>> m_jobs; ///< guarded by m_mutex
    Error m_openError;                          ///< guarded by m_mutex; written on the database's thread only
    std::atomic_bool m_isAway = false;          ///< a connection was lost and is to be opened again

    // the database's thread only
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QTimer, StopLater> m_reconnecting;
    ReconnectPace m_pace;
    DatabaseHealth m_health = DatabaseHealth::Ready;
};

} // namespace dealdesk
