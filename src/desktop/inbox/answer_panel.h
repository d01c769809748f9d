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
        std::optional<TaskAction> purpose; ///< Comment, RequestRevision, Reject or Rescind
        QString text;
        QString title = {}; ///< where it is not the purpose's own
        bool withFields = true;
    };

    AnswerPanel(QAbstractItemModel *meantFields, QWidget *parent = nullptr);
    ~AnswerPanel() override;

    /// `withFields`: whether a revision request can name fields; the same fields are not in several deals.
    void openFor(TaskAction purpose, bool withFields = true);
    /// `what`: the decision that is taken back, "Approved DEAL-2026-014".
    void openForRescinding(const QString &what);
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
    void arrange(const State &state);

    std::unique_ptr<Ui::AnswerPanel> m_ui;
    std::optional<TaskAction> m_purpose;
    QString m_title;
    bool m_withFields = true;
};

} // namespace dealdesk
