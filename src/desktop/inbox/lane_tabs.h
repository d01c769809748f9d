#pragma once

#include "presentation/inbox/task_list.h"

#include <QTabBar>

namespace dealdesk {

/// The lanes of the inbox, each with the number of tasks that it shows.
class LaneTabs : public QTabBar {
    Q_OBJECT

public:
    LaneTabs(TaskList *list, Actor actor, QWidget *parent = nullptr);

private:
    void show();

    TaskList *m_list;
    Actor m_actor;
    QList<TaskList::Lane> m_shown;
};

} // namespace dealdesk
