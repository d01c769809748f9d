#pragma once

#include "desktop/main_window/sections.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace dealdesk {

/// The sections of the program, with the number of waiting tasks beside the inbox. Collapsed it shows icons only.
class Sidebar : public QWidget {
    Q_OBJECT

public:
    Sidebar(const QList<Section> &sections, bool offersNewDeal, QWidget *parent = nullptr);

    void setCurrent(Section section);
    void setInboxCount(int count);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void sectionChosen(dealdesk::Section section);
    void newDealRequested();

private:
    void nameInbox();

    QList<Section> m_sections;
    QListWidget *m_list = nullptr;
    QPushButton *m_newDeal = nullptr;
    int m_count = 0;
    bool m_collapsed = false;
};

} // namespace dealdesk
