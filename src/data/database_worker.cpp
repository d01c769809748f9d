#include "data/database_worker.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

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

/// Whether only a person can change that.
bool needsSomebody(ErrorCode code)
{
    return code == ErrorCode::AccessDenied || code == ErrorCode::TlsRefused;
}

} // namespace

DatabaseWorker::DatabaseWorker(DatabaseLocation location, Connection::Role role) : m_location(std::move(location)), m_role(role) {}

void DatabaseWorker::post(std::unique_ptr<SqlJob> job)
{
    job->patience.setRemainingTime(kPatienceMs);
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

void DatabaseWorker::refuseImpatient()
{
    if (!m_isAway)
        return;
    std::deque<std::unique_ptr<SqlJob>> refused;
    Error why;
    {
        const QMutexLocker lock(&m_mutex);
        why = m_openError;
        for (auto job = m_jobs.begin(); job != m_jobs.end();) {
            if (!(*job)->patience.hasExpired()) {
                ++job;
                continue;
            }
            refused.push_back(std::move(*job));
            job = m_jobs.erase(job);
        }
    }
    for (const auto &job : refused)
        job->refuse(why);
}

void DatabaseWorker::openConnection()
{
    auto opened = Connection::open(m_location, m_role, m_closing);
    if (opened) {
        m_connection = std::move(*opened);
        if (m_role == Connection::Role::Main)
            watchForChanges();
    } else {
        setOpenError(opened.error());
        spdlog::error("the database could not be opened: {}", opened.error().detail.toStdString());
    }
}

void DatabaseWorker::closeConnection()
{
    m_reconnecting.reset();
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

/// A job that is to be run again on the next connection keeps its turn.
void DatabaseWorker::putBack(std::unique_ptr<SqlJob> job)
{
    job->patience.setRemainingTime(kPatienceMs);
    const QMutexLocker lock(&m_mutex);
    if (!*m_closing)
        m_jobs.push_front(std::move(job));
}

/// One job per call: each post() asks for one call, and the timer gets its turn in between.
void DatabaseWorker::workOff()
{
    if (m_isAway)
        return;
    auto job = take();
    if (!job)
        return;
    if (!m_connection) {
        job->refuse(m_openError);
        return;
    }
    const std::optional<ErrorCode> code = job->run(*m_connection, reconnects());
    if (!job->isAnswered())
        putBack(std::move(job));
    noteEnd(code);
}

void DatabaseWorker::noteEnd(std::optional<ErrorCode> code)
{
    if (code == ErrorCode::Cancelled)
        return;
    if (code && isLineBroken(*code) && reconnects())
        return lost();
    if (!code)
        m_pace.reset();
    setHealth(healthAfter(code));
}

void DatabaseWorker::setHealth(DatabaseHealth health)
{
    if (health == m_health)
        return;
    m_health = health;
    Q_EMIT healthChanged(health);
}

void DatabaseWorker::setOpenError(Error error)
{
    const QMutexLocker lock(&m_mutex);
    m_openError = std::move(error);
}

void DatabaseWorker::noteLost(const Connection *connection, const Error &why)
{
    if (connection == m_connection.get())
        noteEnd(why.code);
}

void DatabaseWorker::lost()
{
    spdlog::warn("the connection to the server was lost");
    closeConnection();
    setOpenError({ErrorCode::ServerUnreachable, u"the connection was lost"_s, {}});
    m_isAway = true;
    m_reconnecting.reset(new QTimer);
    m_reconnecting->setSingleShot(true);
    QObject::connect(m_reconnecting.get(), &QTimer::timeout, this, &DatabaseWorker::reconnect);
    m_reconnecting->start(m_pace.next());
    setHealth(DatabaseHealth::Reconnecting);
}

void DatabaseWorker::reconnect()
{
    auto opened = Connection::open(m_location, m_role, m_closing);
    if (*m_closing)
        return;
    if (!opened) {
        if (needsSomebody(opened.error().code))
            m_pace.slowDown();
        setOpenError(opened.error());
        m_reconnecting->start(m_pace.next());
        return;
    }
    m_reconnecting.reset();
    m_connection = std::move(*opened);
    m_isAway = false;
    watchForChanges();
    if (m_isAway)
        return;
    setHealth(DatabaseHealth::Ready);
    Q_EMIT reconnected();
    Q_EMIT changedElsewhere(DataChange::all());
    workOffWhatWaited();
}

void DatabaseWorker::workOffWhatWaited()
{
    const QMutexLocker lock(&m_mutex);
    for (std::size_t waiting = 0; waiting < m_jobs.size(); ++waiting)
        QMetaObject::invokeMethod(this, &DatabaseWorker::workOff, Qt::QueuedConnection);
}

void DatabaseWorker::watchForChanges()
{
    const Status watching = m_connection->startWatching({[this](const DataChange &change) { Q_EMIT changedElsewhere(change); },
                                                         [this, shown = m_connection.get()](const Error &why) {
                                                             // Queued: what calls this goes with the connection.
                                                             QMetaObject::invokeMethod(
                                                                 this, [this, shown, why] { noteLost(shown, why); }, Qt::QueuedConnection);
                                                         }});
    if (watching)
        return;
    spdlog::warn("changes by others are not seen: {}", watching.error().detail.toStdString());
    noteEnd(watching.error().code);
}

} // namespace dealdesk
