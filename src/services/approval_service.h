#pragma once

#include "services/deal_service.h"

namespace dealdesk {

/// What waits in somebody's inbox.
struct InboxTask {
    enum class Kind { Approval, Contract, Revision, Signature };
    Kind kind = Kind::Approval;
    QString key; ///< stable: "approval-17", "revision-5"
    std::optional<ApprovalId> approval;
    DealId deal;
    QString reference;
    QString name;
    QString client;
    DealStatus status = DealStatus::UnderReview;
    ApprovalPriority priority = ApprovalPriority::Normal;
    int stage = 1;
    std::optional<Department> department;
    QString level;
    bool ownLevel = true; ///< false: a lower level's task, which a higher one may decide
    QString dueAt;
    bool overdue = false;
    std::optional<UserId> assignee;
    QString assigneeName;
    QString ownerName;
    std::optional<Money> topRevenue;
    std::optional<Money> routingAmount;
    int revisionCount = 0;
    QString since;
    QList<DepartmentReason> reasons;
    qint64 version = 0; ///< of the deal

    friend bool operator==(const InboxTask &, const InboxTask &) = default;
};

enum class DecisionKind { Approve, RequestRevision, Reject };

struct Decision {
    ApprovalId approval;
    DealId deal;
    qint64 version = 0; ///< of the deal as it was on the screen
    DecisionKind kind = DecisionKind::Approve;
    QString comments;
    QString reason;     ///< required for a revision and a rejection
    QStringList fields; ///< field paths meant
};

class ApprovalService {
public:
    explicit ApprovalService(Session &session);

    /// By due date; the tasks of lower levels only on request.
    QCoro::Task<Result<QList<InboxTask>>> inbox(bool includeLowerLevels) const;
    /// From the same view as the list.
    QCoro::Task<Result<int>> inboxCount() const;
    QCoro::Task<Result<DealState>> decide(Decision decision, QString commandId = {}) const;
    QCoro::Task<Status> claim(ApprovalId approval, DealId deal) const;
    QCoro::Task<Status> release(ApprovalId approval, DealId deal) const;
    QCoro::Task<Status> assign(ApprovalId approval, DealId deal, UserId assignee) const;

private:
    Session &m_session;
};

} // namespace dealdesk
