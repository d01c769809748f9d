#pragma once

#include "desktop/inbox/answer_panel.h"
#include "presentation/inbox/inbox.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace dealdesk {

class Banner;
class DecisionCard;
class DifferencePage;
class EmptyState;
class SeveralView;
class TaskButtons;
class TaskSide;

/// The list of what waits on the left, the decision card on the right, below them what is decided and not sent yet. Keys: J, K and the
/// arrows move; A, R, X, C, L act; D shows the difference; U takes back; Enter opens.
class InboxPage : public QWidget {
    Q_OBJECT

public:
    explicit InboxPage(AppContext context, QWidget *parent = nullptr);
    ~InboxPage() override;

private:
    void build();
    QWidget *cardSide();
    void addKeys();
    void connectInbox();
    void connectParts();

    // What is in front.
    [[nodiscard]] bool isSeveral() const;
    [[nodiscard]] QString subject() const; ///< what an answer would be about
    void showSubject();
    void showCard();
    void showList();
    void toggleDifference();

    // What is done.
    void act(TaskAction action);
    void answer(TaskAction purpose, const QString &text);
    void takeBack();
    void openDeal();
    void announce(const QString &sentence);
    void leaveAnswer();

    AppContext m_context;
    Inbox m_inbox;
    QStackedWidget *m_stack = nullptr; ///< list and card; nothing; the difference
    QStackedWidget *m_right = nullptr; ///< no task; one; several
    EmptyState *m_empty = nullptr;
    EmptyState *m_noTask = nullptr;
    QWidget *m_lists = nullptr;
    DifferencePage *m_difference = nullptr;
    TaskSide *m_side = nullptr;
    Banner *m_banner = nullptr;
    DecisionCard *m_card = nullptr;
    SeveralView *m_several = nullptr;
    AnswerPanel *m_answer = nullptr;
    QWidget *m_bar = nullptr;
    TaskButtons *m_buttons = nullptr;
    QTimer m_announcement;
    QString m_shownSubject;
    bool m_isRescinding = false;
    QHash<QString, AnswerPanel::State> m_unsent; ///< what was typed and not sent, by what it is about
};

} // namespace dealdesk
