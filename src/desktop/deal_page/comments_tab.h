#pragma once

#include "presentation/deal_page/deal_page_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class CommentsTab;
}

/// What people wrote about the deal, and a place to write. What is typed is kept on this machine until it is sent.
class CommentsTab : public QWidget {
    Q_OBJECT

public:
    explicit CommentsTab(DealPageModel *page, QWidget *parent = nullptr);
    ~CommentsTab() override;

    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void keepTyped();
    void addComment(const CommentRow &comment);
    void updateButton();
    [[nodiscard]] QString settingsKey() const;

    std::unique_ptr<Ui::CommentsTab> m_ui;
    DealPageModel *m_page;
    QList<CommentRow> m_shown;
    QTimer m_pause;
};

} // namespace dealdesk
