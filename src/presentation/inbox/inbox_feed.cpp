#include "presentation/inbox/inbox_feed.h"

#include <algorithm>

namespace dealdesk {

InboxFeed::InboxFeed(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session)), m_held(m_session)
{
    // What waits for whom depends on all deals, people and levels.
    connect(m_session.get(), &Session::dataChanged, this, [this] { refresh(); });
    connect(&m_held, &HeldDecisions::changed, this, &InboxFeed::changed);
    connect(&m_held, &HeldDecisions::taken, this, [this](const HeldDecision &decision) {
        m_leaving.insert(decision.task.key);
        refresh();
    });
    connect(&m_held, &HeldDecisions::refused, this, [this] { refresh(); });
}

QCoro::Task<> InboxFeed::refresh()
{
    const auto stop = m_reading.begin();
    const auto session = m_session;
    const QSet<QString> leaving = m_leaving;
    const ApprovalService service(*session);
    const auto task = service.inbox();
    const auto tasks = co_await task;
    if (stop.stopped())
        co_return;
    if (!tasks) {
        Q_EMIT failed(tasks.error());
        co_return;
    }
    m_tasks = *tasks;
    m_leaving -= leaving;
    m_loaded = true;
    Q_EMIT changed();
}

QList<InboxTask> InboxFeed::tasks() const
{
    QList<InboxTask> waiting;
    std::copy_if(m_tasks.cbegin(), m_tasks.cend(), std::back_inserter(waiting),
                 [this](const InboxTask &task) { return !m_held.contains(task.key) && !m_leaving.contains(task.key); });
    return waiting;
}

int InboxFeed::count() const
{
    const auto waiting = tasks();
    return int(std::count_if(waiting.cbegin(), waiting.cend(), [](const InboxTask &task) { return task.lane != InboxLane::Lower; }));
}

} // namespace dealdesk
