#pragma once

#include "data/database_worker.h"

#include <QFuture>
#include <QObject>
#include <QThread>

namespace dealdesk {

/// Owns one thread and one connection on it. A unit of work is one job on that thread; jobs run in order. Every job answers: if the
/// database could not be opened with why, and after the executor closes with Cancelled.
class SqlExecutor : public QObject {
    Q_OBJECT

public:
    explicit SqlExecutor(DatabaseLocation location, Connection::Role role = Connection::Role::Main, QObject *parent = nullptr);
    /// Waits for the job under way, but not for ever: a statement that takes longer ends with the process.
    ~SqlExecutor() override;

    /// `job` is called on the database's thread as `Result<T>(Connection &)`. Await the future as a plain variable, and never cancel it.
    template<typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        auto promised = std::make_unique<PromisedJob<Job>>(std::move(job));
        auto future = promised->future();
        m_worker->post(std::move(promised));
        return future;
    }

    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }

Q_SIGNALS:
    /// Another connection (process or thread) changed the file: PRAGMA data_version moved.
    void changedElsewhere();
    void healthChanged(dealdesk::DatabaseHealth health);

private:
    const DatabaseLocation m_location;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<DatabaseWorker> m_worker;
};

} // namespace dealdesk
