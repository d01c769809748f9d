#pragma once

#include "presentation/notices/notice_feed.h"
#include "presentation/reference/reference_store.h"

#include <QObject>

class QSystemTrayIcon;

namespace dealdesk {

/// Says in the system's tray what has arrived, where there is a tray and the person wants it; elsewhere the window's bell does alone.
class TrayNotices : public QObject {
    Q_OBJECT

public:
    TrayNotices(const NoticeFeed *feed, std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    static bool isAvailable();
    void setWanted(bool wanted);

Q_SIGNALS:
    /// The message or the icon was clicked.
    void openRequested();

private:
    void greet();
    void announce(const QList<Notice> &fresh);
    void showUnread();

    const NoticeFeed *m_feed;
    std::shared_ptr<ReferenceStore> m_reference;
    QSystemTrayIcon *m_icon;
};

} // namespace dealdesk
