#pragma once

#include "desktop/inbox/answer_panel.h"
#include "presentation/inbox/inbox.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;
class QStackedWidget;

namespace dealdesk {

class Banner;
class DecisionCard;
class EmptyState;
class TaskButtons;

/// The list of what waits on the left, the decision card on the right. Keys: J, K, arrows move; A, R, X, C, L act; Enter opens.
class InboxPage : public QWidget {
    Q_OBJECT

public:
    explicit InboxPage(AppContext context, QWidget *parent = nullptr);
    ~InboxPage() override;

private:
    QWidget *listSide();
    QWidget *cardSide();
    void addKeys();
    void connectInbox();
    void act(TaskAction action);
    void showCurrent();
    void showCard();
    void showList();
    void announce(const QString &sentence);
    void leaveAnswer();

    AppContext m_context;
    Inbox m_inbox;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_count = nullptr;
    QCheckBox *m_lowerLevels = nullptr;
    Banner *m_banner = nullptr;
    DecisionCard *m_card = nullptr;
    AnswerPanel *m_answer = nullptr;
    TaskButtons *m_buttons = nullptr;
    QTimer m_announcement;
    QString m_shownKey;
    QHash<QString, AnswerPanel::State> m_unsent; ///< what was typed for a task and not sent, by its key
};

} // namespace dealdesk
