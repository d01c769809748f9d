#pragma once

#include "presentation/deal_page/approvals_model.h"
#include "presentation/deal_page/deal_page_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class ApprovalsTab;
}

/// Who is asked, why, by when and what they said; an open review can be claimed, given back and assigned here, one's own decision taken
/// back. Enter shows what an approver saw.
class ApprovalsTab : public QWidget {
    Q_OBJECT

public:
    explicit ApprovalsTab(DealPageModel *page, QWidget *parent = nullptr);
    ~ApprovalsTab() override;

    void refresh();

Q_SIGNALS:
    /// What its approver saw is to be shown.
    void asApprovedRequested(dealdesk::ApprovalId approval);

private:
    void prepareTable();
    void connectButtons();
    void showCurrent();
    void showButtons(const ApprovalRow *approval);
    void spanHeadings();
    void showAsApproved();
    void askForAssignee();
    void askBeforeRescinding();
    [[nodiscard]] const ApprovalRow *current() const;

    std::unique_ptr<Ui::ApprovalsTab> m_ui;
    DealPageModel *m_page;
    ApprovalsModel m_approvals;
};

} // namespace dealdesk
