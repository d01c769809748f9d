#pragma once

#include "presentation/deal_page/deal_page_model.h"

#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace dealdesk {

class ActionBar;
class ApprovalsTab;
class Banner;
class CommentsTab;
class DealHeader;
class DecisionBar;
class EmptyState;
class OverviewTab;
class RevisionsTab;
class TiersTab;

/// One deal: where it stands, everything about it, and what this person may do with it now. Its window title is the deal's reference.
class DealPage : public QWidget {
    Q_OBJECT

public:
    DealPage(const AppContext &context, DealId deal, QWidget *parent = nullptr);
    ~DealPage() override;

    [[nodiscard]] DealId deal() const { return m_model.id(); }

private:
    void build();
    void connectModel();
    void showState();
    void showDetail();
    void showActions();
    void take(DealAction action);
    void askForReason(DealAction action);
    void askBeforeSigning();
    void askForOwner();
    void showIncomplete(const QList<Violation> &violations);
    void showAsApproved(ApprovalId approval);
    void showTarget(const HistoryEvent &event);
    void copyReference();

    AppContext m_context;
    DealPageModel m_model;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_placeholder = nullptr;
    DealHeader *m_header = nullptr;
    ActionBar *m_actions = nullptr;
    DecisionBar *m_decision = nullptr;
    QTabWidget *m_tabs = nullptr;
    OverviewTab *m_overview = nullptr;
    TiersTab *m_tiers = nullptr;
    ApprovalsTab *m_approvals = nullptr;
    CommentsTab *m_comments = nullptr;
    RevisionsTab *m_revisions = nullptr;
    bool m_offersEditor = false; ///< what the banner's button does
};

} // namespace dealdesk
