#include "presentation/notices/notice_feed.h"

#include <QSet>

#include <algorithm>

namespace dealdesk {

NoticeFeed::NoticeFeed(std::shared_ptr<Session> session, QObject *parent)
    : QObject(parent), m_session(std::move(session)), m_service(*m_session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] { refresh(); });
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        // not started anew: while data changes all the time, it is read all the same
        if ((change.concernsDeals() || change.people) && !m_settle.isActive())
            m_settle.start();
    });
}

QCoro::Task<> NoticeFeed::refresh()
{
    const auto stop = m_reading.begin();
    const auto session = m_session;
    const auto task = m_service.list();
    const auto notices = co_await task;
    if (stop.stopped())
        co_return;
    if (!notices) {
        m_error = notices.error();
        Q_EMIT changed();
        co_return;
    }
    m_error.reset();
    take(*notices);
}

void NoticeFeed::take(const QList<Notice> &notices)
{
    QSet<QString> known;
    for (const Notice &notice : std::as_const(m_notices))
        known.insert(notice.key);
    // what moves up from beyond the limit is no news
    const QString newest = m_notices.isEmpty() ? QString() : m_notices.constFirst().occurredAt;
    QList<Notice> fresh;
    for (const Notice &notice : notices) {
        if (!notice.isRead && !known.contains(notice.key) && notice.occurredAt >= newest)
            fresh.append(notice);
    }
    const bool isFirst = !std::exchange(m_isReady, true);
    m_notices = notices;
    m_unread = int(std::count_if(notices.begin(), notices.end(), [](const Notice &notice) { return !notice.isRead; }));
    Q_EMIT changed();
    if (isFirst)
        Q_EMIT opened();
    else if (!fresh.isEmpty())
        Q_EMIT arrived(fresh);
}

QList<Notice> NoticeFeed::unread() const
{
    QList<Notice> unread = m_notices;
    unread.removeIf([](const Notice &notice) { return notice.isRead; });
    return unread;
}

QCoro::Task<> NoticeFeed::markAllRead()
{
    if (m_unread == 0)
        co_return;
    const auto stop = m_marking.begin();
    const auto session = m_session;
    const auto task = m_service.markRead(m_notices.constFirst().occurredAt);
    const auto marked = co_await task;
    if (stop.stopped())
        co_return;
    if (!marked) {
        m_error = marked.error();
        Q_EMIT changed();
        co_return;
    }
    const auto reading = refresh();
    co_await reading;
}

} // namespace dealdesk
