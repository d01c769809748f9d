#include "presentation/connections/connection_trial.h"

namespace dealdesk {

QCoro::Task<> ConnectionTrial::start(ConnectionProfile profile, QString username, QString secret)
{
    const auto stop = m_request.begin();
    m_running = true;
    m_report = {};
    Q_EMIT changed();
    const auto task = testConnection(profile, username, secret);
    const ConnectionReport report = co_await task;
    if (stop.stopped())
        co_return;
    m_running = false;
    m_report = report;
    Q_EMIT changed();
}

void ConnectionTrial::stop()
{
    m_request.stop();
    m_running = false;
    m_report = {};
    Q_EMIT changed();
}

} // namespace dealdesk
