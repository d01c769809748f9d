#pragma once

#include "data/sql_job.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

#include <deque>

namespace dealdesk {

/// How the database is doing, as the last job found it.
enum class DatabaseHealth { Ready, Busy, Unavailable };

/// Lives on the database's thread: opens the connection, works off the jobs in order, watches for changes by others.
class DatabaseWorker : public QObject {
    Q_OBJECT

public:
    DatabaseWorker(DatabaseLocation location, Connection::Role role);

    /// Any thread.
    void post(std::unique_ptr<SqlJob> job);
    /// Any thread: what waits, and what comes later, is answered with Cancelled; a read under way ends at its next row.
    void close();

    void openConnection();
    void closeConnection();

Q_SIGNALS:
    void changedElsewhere();
    void healthChanged(dealdesk::DatabaseHealth health);

private:
    void workOff();
    std::unique_ptr<SqlJob> take();
    void noteHealth(std::optional<ErrorCode> code);
    void watchForChanges();
    void lookForChanges();
    std::optional<qint64> dataVersion();

    const DatabaseLocation m_location;
    const Connection::Role m_role;
    const std::shared_ptr<std::atomic_bool> m_closing = std::make_shared<std::atomic_bool>(false);
    QMutex m_mutex;
    std::deque<std::unique_ptr<SqlJob>> m_jobs; ///< guarded by m_mutex

    // the database's thread only
    std::unique_ptr<Connection> m_connection;
    Error m_openError;
    DatabaseHealth m_health = DatabaseHealth::Ready;
    std::unique_ptr<QTimer> m_timer;
    std::optional<qint64> m_dataVersion;
};

} // namespace dealdesk
