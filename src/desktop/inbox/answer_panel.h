#pragma once

#include "presentation/inbox/task_card.h"

#include <QWidget>

#include <memory>

class QAbstractItemModel;

namespace dealdesk {

namespace Ui {
class AnswerPanel;
}

/// Where a comment, the reason of a revision with the fields meant, or the reason of a rejection is written. Ctrl+Enter sends, Escape
/// puts the panel away and keeps the text.
class AnswerPanel : public QWidget {
    Q_OBJECT

public:
    /// What is being written: nothing while the panel is away.
    struct State {
        std::optional<TaskAction> purpose; ///< Comment, RequestRevision or Reject
        QString text;
    };

    AnswerPanel(QAbstractItemModel *meantFields, QWidget *parent = nullptr);
    ~AnswerPanel() override;

    void openFor(TaskAction purpose);
    void putAway();
    void setState(const State &state);
    [[nodiscard]] State state() const;

Q_SIGNALS:
    void sent(dealdesk::TaskAction purpose, const QString &text);
    void putAwayByUser();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void arrange(TaskAction purpose);

    std::unique_ptr<Ui::AnswerPanel> m_ui;
    std::optional<TaskAction> m_purpose;
};

} // namespace dealdesk
