#pragma once

#include "services/connections/connection_test.h"
#include "services/request_scope.h"

namespace dealdesk {

/// "Test connection" of a form: one at a time, and given up when another begins or when stop() is called.
class ConnectionTrial : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    QCoro::Task<> start(ConnectionProfile profile, QString username, QString secret);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const ConnectionReport &report() const { return m_report; }

Q_SIGNALS:
    /// Began, ended or was stopped.
    void changed();

private:
    bool m_running = false;
    ConnectionReport m_report;
    RequestScope m_request;
};

} // namespace dealdesk
