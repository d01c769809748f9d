#include "data/sql_executor.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kLongestWaitMs = 5000;
constexpr int kImpatienceMs = 250;
} // namespace

SqlExecutor::SqlExecutor(DatabaseLocation location, Connection::Role role, QObject *parent)
    : QObject(parent)
    , m_location(std::move(location))
    , m_thread(std::make_unique<QThread>())
    , m_worker(std::make_unique<DatabaseWorker>(m_location, role))
{
    m_thread->setObjectName(role == Connection::Role::Main ? u"database"_s : u"database-reader"_s);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker.get(), &DatabaseWorker::openConnection);
    // finished() comes from the thread itself, whose event loop has ended: a direct call closes where it was opened.
    connect(m_thread.get(), &QThread::finished, m_worker.get(), &DatabaseWorker::closeConnection, Qt::DirectConnection);
    connect(m_worker.get(), &DatabaseWorker::changedElsewhere, this, &SqlExecutor::changedElsewhere);
    connect(m_worker.get(), &DatabaseWorker::healthChanged, this, &SqlExecutor::noteHealth);
    connect(m_worker.get(), &DatabaseWorker::reconnected, this, &SqlExecutor::reconnected);
    m_thread->start();
}

SqlExecutor::~SqlExecutor()
{
    m_worker->close();
    m_thread->quit();
    if (m_thread->wait(kLongestWaitMs))
        return;
    spdlog::warn("a statement is still running; its thread is left to the end of the process");
    static_cast<void>(m_worker.release());
    static_cast<void>(m_thread.release());
}

void SqlExecutor::noteHealth(DatabaseHealth health)
{
    if (health == DatabaseHealth::Reconnecting) {
        m_impatience = std::make_unique<QTimer>();
        connect(m_impatience.get(), &QTimer::timeout, this, [this] { m_worker->refuseImpatient(); });
        m_impatience->start(kImpatienceMs);
    } else {
        m_impatience.reset();
    }
    Q_EMIT healthChanged(health);
}

} // namespace dealdesk
