#pragma once

#include "data/connection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace dealdesk {

/// Where a database is. Embedded: a file; servers follow.
struct DatabaseLocation {
    QString filePath;
};

/// Owns one thread and one connection on it. A unit of work is one job on that thread; jobs run in order. Every job answers: after the executor
/// closes, and for a job whose caller gave up, with Cancelled.
class SqlExecutor : public QObject {
    Q_OBJECT

public:
    explicit SqlExecutor(DatabaseLocation location, QObject *parent = nullptr);
    ~SqlExecutor() override;

    /// `job` is called on the database's thread as `Result<T>(Connection &)`. Await the future as a plain variable.
    template<typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job, Connection &>>;

    [[nodiscard]] const DatabaseLocation &location() const;

Q_SIGNALS:
    /// Another connection (process or thread) changed the file: PRAGMA data_version moved.
    void changedElsewhere();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace dealdesk
