#pragma once

#include "presentation/inbox/inbox.h"
#include "presentation/inbox/inbox_filter_form.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;

namespace dealdesk {

class InboxFilterBar;

/// The left side of the inbox: its lanes, its filter, and the list, of which any number can be selected.
class TaskSide : public QWidget {
    Q_OBJECT

public:
    TaskSide(const AppContext &context, Inbox *inbox, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }
    /// In the order of the list.
    [[nodiscard]] QStringList selectedKeys() const;
    /// Only the current task is selected afterwards.
    void selectCurrentOnly();
    void focusSearch();

Q_SIGNALS:
    void selectionChanged();

private:
    QWidget *head(const Actor &actor);
    void buildList();
    void addListKeys();
    void showCurrent();
    void showCount();

    Inbox *m_inbox;
    InboxFilterForm m_form;
    InboxSavedFilters m_saved;
    QLabel *m_count = nullptr;
    QCheckBox *m_lowerLevels = nullptr;
    InboxFilterBar *m_filter = nullptr;
    QListView *m_list = nullptr;
};

} // namespace dealdesk
