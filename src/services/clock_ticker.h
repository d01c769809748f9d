#pragma once

#include "services/clock_service.h"
#include "services/request_scope.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace dealdesk {

/// Ticks the business clock while somebody is signed in: at once, and then about every minute, each program at its own moment. Only while
/// the database is ready: neither in maintenance nor while the line is away. What fails is logged and tried again at the next tick.
class ClockTicker : public QObject {
    Q_OBJECT

public:
    explicit ClockTicker(std::shared_ptr<Session> session, QObject *parent = nullptr);

    /// Until the next tick: between 45 and 75 seconds.
    static std::chrono::milliseconds pause();

Q_SIGNALS:
    void ticked(int steps);

private:
    QCoro::Task<> tick();

    std::shared_ptr<Session> m_session;
    QTimer m_next;
    RequestScope m_ticking;
};

} // namespace dealdesk
