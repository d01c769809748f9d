#include "desktop/notices/tray_notices.h"

#include "desktop/theme/icons.h"
#include "presentation/notices/notice_text.h"

#include <QSystemTrayIcon>

namespace dealdesk {

TrayNotices::TrayNotices(const NoticeFeed *feed, std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : QObject(parent), m_feed(feed), m_reference(std::move(reference)), m_icon(new QSystemTrayIcon(applicationIcon(), this))
{
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayNotices::openRequested);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(m_feed, &NoticeFeed::opened, this, &TrayNotices::greet);
    connect(m_feed, &NoticeFeed::arrived, this, &TrayNotices::announce);
    connect(m_feed, &NoticeFeed::changed, this, &TrayNotices::showUnread);
    showUnread();
}

bool TrayNotices::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayNotices::setWanted(bool wanted)
{
    m_icon->setVisible(wanted && isAvailable());
}

void TrayNotices::greet()
{
    const auto digest = digestOf(m_feed->unread());
    if (digest && m_icon->isVisible())
        m_icon->showMessage(digest->title, digest->text, applicationIcon());
}

void TrayNotices::announce(const QList<Notice> &fresh)
{
    if (!m_icon->isVisible() || !m_reference->isReady())
        return;
    const auto announcements = announcementsOf(fresh, m_reference->current()->policy);
    for (const Announcement &announcement : announcements)
        m_icon->showMessage(announcement.title, announcement.text, applicationIcon());
}

void TrayNotices::showUnread()
{
    const int unread = m_feed->unreadCount();
    m_icon->setToolTip(unread > 0 ? tr("Deal Desk: %n notice(s) you have not read", nullptr, unread) : tr("Deal Desk"));
}

} // namespace dealdesk
