#include "data/database_worker.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kWatchIntervalMs = 400;

DatabaseHealth healthAfter(std::optional<ErrorCode> code)
{
    if (!code)
        return DatabaseHealth::Ready;
    switch (*code) {
    case ErrorCode::DatabaseBusy: return DatabaseHealth::Busy;
    case ErrorCode::DatabaseUnavailable:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DiskFull: return DatabaseHealth::Unavailable;
    default: return DatabaseHealth::Ready;
    }
}

} // namespace

DatabaseWorker::DatabaseWorker(DatabaseLocation location, Connection::Role role) : m_location(std::move(location)), m_role(role) {}

void DatabaseWorker::post(std::unique_ptr<SqlJob> job)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!*m_closing) {
            m_jobs.push_back(std::move(job));
            QMetaObject::invokeMethod(this, &DatabaseWorker::workOff, Qt::QueuedConnection);
            return;
        }
    }
    job->refuse({ErrorCode::Cancelled, u"the database is closed"_s, {}});
}

void DatabaseWorker::close()
{
    std::deque<std::unique_ptr<SqlJob>> waiting;
    {
        const QMutexLocker lock(&m_mutex);
        *m_closing = true;
        waiting.swap(m_jobs);
    }
    for (const auto &job : waiting)
        job->refuse({ErrorCode::Cancelled, u"the database is closing"_s, {}});
}

void DatabaseWorker::openConnection()
{
    auto opened = Connection::open(m_location, m_role, m_closing);
    if (opened) {
        m_connection = std::move(*opened);
        if (m_role == Connection::Role::Main)
            watchForChanges();
    } else {
        m_openError = opened.error();
        spdlog::error("the database could not be opened: {}", m_openError.detail.toStdString());
    }
}

void DatabaseWorker::closeConnection()
{
    m_timer.reset();
    m_connection.reset();
}

std::unique_ptr<SqlJob> DatabaseWorker::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_jobs.empty())
        return nullptr;
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

/// One job per call: each post() asks for one call, and the timer gets its turn in between.
void DatabaseWorker::workOff()
{
    const auto job = take();
    if (!job)
        return;
    if (m_connection)
        noteHealth(job->run(*m_connection));
    else
        job->refuse(m_openError);
}

void DatabaseWorker::noteHealth(std::optional<ErrorCode> code)
{
    if (code == ErrorCode::Cancelled)
        return;
    const DatabaseHealth health = healthAfter(code);
    if (health == m_health)
        return;
    m_health = health;
    Q_EMIT healthChanged(health);
}

void DatabaseWorker::watchForChanges()
{
    m_dataVersion = dataVersion();
    m_timer = std::make_unique<QTimer>();
    QObject::connect(m_timer.get(), &QTimer::timeout, this, &DatabaseWorker::lookForChanges);
    m_timer->start(kWatchIntervalMs);
}

void DatabaseWorker::lookForChanges()
{
    const std::optional<qint64> version = dataVersion();
    if (!version || version == m_dataVersion)
        return;
    m_dataVersion = version;
    Q_EMIT changedElsewhere();
}

std::optional<qint64> DatabaseWorker::dataVersion()
{
    auto query = m_connection->prepare(u"PRAGMA data_version"_s, u"data_version"_s);
    if (!query || !query->exec() || !query->next())
        return std::nullopt;
    return query->integer(0);
}

} // namespace dealdesk
