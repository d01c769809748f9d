#pragma once

#include "data/database_worker.h"

#include <QFuture>
#include <QObject>
#include <QThread>

namespace dealdesk {

/// Owns one thread and one connection on it. A unit of work is one job on that thread; jobs run in order. Every job answers: if the
/// database could not be opened with why, and after the executor closes with Cancelled.
///
/// A server's connection that was lost is opened again by itself. Jobs wait for that, but not for long: then they are answered with
/// ServerUnreachable, or with what the server said to the attempt.
class SqlExecutor : public QObject {
    Q_OBJECT

public:
    explicit SqlExecutor(DatabaseLocation location, Connection::Role role = Connection::Role::Main, QObject *parent = nullptr);
    /// Waits for the job under way, but not for ever: a statement that takes longer ends with the process.
    ~SqlExecutor() override;

    /// `job` is called on the database's thread as `Result<T>(Connection &)`. Await the future as a plain variable, and never cancel it.
    /// When the line breaks under it, it is called again on the next connection: it must not mind.
    template<typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(std::move(job), true);
    }
    /// The same for a job that must know when the line broke under it, because what it did then is open: ConnectionLost.
    template<typename Job>
    auto runOnce(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(std::move(job), false);
    }

    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }

Q_SIGNALS:
    /// Another connection (process or thread) wrote something; or this one was away and may have missed it.
    void changedElsewhere(const dealdesk::DataChange &change);
    void healthChanged(dealdesk::DatabaseHealth health);
    /// There is a new connection in place of one that was lost.
    void reconnected();

private:
    template<typename Job>
    auto post(Job job, bool isRepeatable) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        auto promised = std::make_unique<PromisedJob<Job>>(std::move(job), isRepeatable);
        auto future = promised->future();
        m_worker->post(std::move(promised));
        return future;
    }
    void noteHealth(DatabaseHealth health);

    const DatabaseLocation m_location;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<DatabaseWorker> m_worker;
    std::unique_ptr<QTimer> m_impatience; ///< while there is no connection: the database's thread may be busy connecting
};

} // namespace dealdesk
