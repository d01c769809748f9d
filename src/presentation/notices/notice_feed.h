#pragma once

#include "services/notice_service.h"
#include "services/request_scope.h"

#include <QObject>
#include <QTimer>

namespace dealdesk {

/// A person's notices, read once for every place that shows them, and again as data changes: however much changes at once, one read
/// follows. What was not there at the last reading is said to have arrived.
class NoticeFeed : public QObject {
    Q_OBJECT

public:
    explicit NoticeFeed(std::shared_ptr<Session> session, QObject *parent = nullptr);

    QCoro::Task<> refresh();
    QCoro::Task<> markAllRead();

    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; } ///< newest first
    [[nodiscard]] QList<Notice> unread() const;
    [[nodiscard]] int unreadCount() const { return m_unread; }
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< of the last reading

    static constexpr int kSettleMs = 300;

Q_SIGNALS:
    void changed();
    /// The first reading after signing in is over.
    void opened();
    /// Unread ones that were not there before, newest first; never those of the first reading.
    void arrived(const QList<dealdesk::Notice> &fresh);

private:
    void take(const QList<Notice> &notices);

    std::shared_ptr<Session> m_session;
    NoticeService m_service;
    RequestScope m_reading;
    RequestScope m_marking;
    QTimer m_settle;
    QList<Notice> m_notices;
    std::optional<Error> m_error;
    int m_unread = 0;
    bool m_isReady = false;
};

} // namespace dealdesk
