#include "services/clock_ticker.h"

#include <QRandomGenerator>

#include <spdlog/spdlog.h>

namespace dealdesk {

ClockTicker::ClockTicker(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ClockTicker::tick);
    m_next.start(0);
}

std::chrono::milliseconds ClockTicker::pause()
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(45'000, 75'000));
}

QCoro::Task<> ClockTicker::tick()
{
    m_next.start(pause());
    if (m_session->workspace().state() != Workspace::State::Ready)
        co_return;
    const auto stop = m_ticking.begin();
    const auto session = m_session;
    const ClockService clock(*session);
    const auto task = clock.tick();
    const Result<int> steps = co_await task;
    if (stop.stopped())
        co_return;
    if (!steps && steps.error().code != ErrorCode::Cancelled)
        spdlog::warn("the business clock was not ticked: {}", steps.error().detail.toStdString());
    if (steps)
        Q_EMIT ticked(*steps);
}

} // namespace dealdesk
