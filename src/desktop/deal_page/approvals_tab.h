#pragma once

#include "presentation/deal_page/approvals_model.h"
#include "presentation/deal_page/deal_page_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class ApprovalsTab;
}

/// Who is asked, why, by when and what they said; an open review can be claimed, given back and assigned here.
class ApprovalsTab : public QWidget {
    Q_OBJECT

public:
    explicit ApprovalsTab(DealPageModel *page, QWidget *parent = nullptr);
    ~ApprovalsTab() override;

    void refresh();

private:
    void showCurrent();
    void askForAssignee();
    [[nodiscard]] const ApprovalRow *current() const;

    std::unique_ptr<Ui::ApprovalsTab> m_ui;
    DealPageModel *m_page;
    ApprovalsModel m_approvals;
};

} // namespace dealdesk
