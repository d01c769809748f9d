#pragma once

#include "services/deal_service.h"

namespace dealdesk {

/// Why a task is in somebody's inbox; a task is in one lane of a person's inbox only, the first that fits.
enum class InboxLane {
    Mine,      ///< claimed by or assigned to oneself, and an owner's own jobs
    Queue,     ///< one's department's or level's shared queue, also what others there have claimed; legal's contracts
    Delegated, ///< somebody is away, and one decides for them
    Lower,     ///< of a level below, which one may decide instead
    Unattended ///< nobody at all may decide: an administrator has to find somebody
};
template<>
struct EnumCodes<InboxLane> {
    static constexpr std::array table = {std::pair{InboxLane::Mine, "mine"}, std::pair{InboxLane::Queue, "queue"},
                                         std::pair{InboxLane::Delegated, "delegated"}, std::pair{InboxLane::Lower, "lower"},
                                         std::pair{InboxLane::Unattended, "unattended"}};
};

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
    bool ownLevel = true; ///< one's own job: the lanes mine, queue and delegated
    InboxLane lane = InboxLane::Queue;
    std::optional<UserId> onBehalfOf; ///< decided as this person's delegate
    QString onBehalfOfName;
    bool escalated = false; ///< one business day overdue: somebody was added
    int waitingDays = 0;    ///< business days since it arrived
    int formerRevision = 0; ///< the revision that this department or level decided on last; 0: it sees the deal for the first time
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
    QString reason;                        ///< required for a revision and a rejection
    QStringList fields;                    ///< field paths meant
    std::optional<UserId> onBehalfOf = {}; ///< as this person's delegate; nothing: by one's own authority
};

class ApprovalService {
public:
    explicit ApprovalService(Session &session);

    /// Of all lanes, by due date.
    QCoro::Task<Result<QList<InboxTask>>> inbox() const;
    /// Of the lanes that are one's own job: mine, queue and delegated. From the same view as the list.
    QCoro::Task<Result<int>> inboxCount() const;
    QCoro::Task<Result<DealState>> decide(Decision decision, QString commandId = {}) const;
    /// Takes one's own decision back, until the next stage has acted: somebody decided in stage 2, legal started, or the owner edited.
    QCoro::Task<Result<DealState>> rescind(ApprovalId approval, DealId deal, QString reason) const;
    /// The owner's checklist: a point of a requested revision was dealt with, or not yet. `path` as in RevisionTick.
    QCoro::Task<Status> tick(ApprovalId approval, DealId deal, QString path, bool done) const;
    QCoro::Task<Status> claim(ApprovalId approval, DealId deal) const;
    QCoro::Task<Status> release(ApprovalId approval, DealId deal) const;
    QCoro::Task<Status> assign(ApprovalId approval, DealId deal, UserId assignee) const;

private:
    Session &m_session;
};

} // namespace dealdesk
