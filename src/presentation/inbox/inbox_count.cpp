#include "presentation/inbox/inbox_count.h"

namespace dealdesk {

InboxCount::InboxCount(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session))
{
    connect(m_session.get(), &Session::dataChanged, this, [this] { refresh(); });
}

QCoro::Task<> InboxCount::refresh()
{
    const auto stop = m_loading.begin();
    const auto session = m_session;
    const ApprovalService service(*session);
    const auto task = service.inboxCount();
    const auto count = co_await task;
    if (stop.stopped() || !count)
        co_return;
    if (*count == m_value)
        co_return;
    m_value = *count;
    Q_EMIT changed(m_value);
}

} // namespace dealdesk
