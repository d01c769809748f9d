#pragma once

#include "presentation/app_context.h"
#include "presentation/notices/notice_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class NoticesPage;
}

/// What happened that concerns the person, newest first. Enter or a double click opens the deal.
class NoticesPage : public QWidget {
    Q_OBJECT

public:
    /// `feed` outlives the page.
    NoticesPage(const AppContext &context, NoticeFeed *feed, QWidget *parent = nullptr);
    ~NoticesPage() override;

private:
    void showState();
    void openCurrent();

    std::unique_ptr<Ui::NoticesPage> m_ui;
    AppContext m_context;
    NoticeFeed *m_feed;
    NoticeModel m_notices;
};

} // namespace dealdesk
