#pragma once

#include "desktop/main_window/sections.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QToolButton;

namespace dealdesk {

/// The sections of the program, with the number of waiting tasks beside the inbox, and the bell with that of unread notices. Collapsed it
/// shows icons only.
class Sidebar : public QWidget {
    Q_OBJECT

public:
    Sidebar(const QList<Section> &sections, bool offersNewDeal, QWidget *parent = nullptr);

    void setCurrent(Section section);
    void setInboxCount(int count);
    void setNoticeCount(int count);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void sectionChosen(dealdesk::Section section);
    void newDealRequested();
    void noticesRequested();

private:
    void nameInbox();
    void nameNotices();

    QList<Section> m_sections;
    QListWidget *m_list = nullptr;
    QPushButton *m_newDeal = nullptr;
    QToolButton *m_notices = nullptr;
    int m_count = 0;
    int m_noticeCount = 0;
    bool m_collapsed = false;
};

} // namespace dealdesk
