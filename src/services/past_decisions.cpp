#include "services/past_decisions.h"

#include <algorithm>

namespace dealdesk {

namespace {

bool isDecided(const ApprovalRow &approval)
{
    return approval.status == ApprovalStatus::Approved || approval.status == ApprovalStatus::RevisionRequested;
}

bool isNewer(const ApprovalRow &a, const ApprovalRow &b)
{
    return std::pair(a.revision, a.id) > std::pair(b.revision, b.id);
}

/// The newest decided approval of each approver.
QList<ApprovalRow> lastWords(const QList<ApprovalRow> &approvals)
{
    QList<ApprovalRow> last;
    for (const ApprovalRow &approval : approvals) {
        if (!isDecided(approval))
            continue;
        const auto known = std::find_if(last.begin(), last.end(),
                                        [&approval](const ApprovalRow &other) { return approverOf(other) == approverOf(approval); });
        if (known == last.end())
            last += approval;
        else if (isNewer(approval, *known))
            *known = approval;
    }
    return last;
}

const ApprovalRow *rowOf(const QList<ApprovalRow> &approvals, ApprovalId id)
{
    const auto found = std::find_if(approvals.begin(), approvals.end(), [id](const ApprovalRow &row) { return row.id == id; });
    return found == approvals.end() ? nullptr : &*found;
}

const RevisionRow *revisionOf(const DealDetail &deal, int number)
{
    const auto found = std::find_if(deal.revisions.begin(), deal.revisions.end(),
                                    [number](const RevisionRow &row) { return row.number == number; });
    return found == deal.revisions.end() ? nullptr : &*found;
}

PastDecision decisionFrom(const DealDetail &deal, const ApprovalRow &last, UserId sender)
{
    const ApprovalRow *carried = last.carriedFrom ? rowOf(deal.approvals, *last.carriedFrom) : nullptr;
    const ApprovalRow &looked = carried ? *carried : last;
    PastDecision decision;
    decision.approver = approverOf(last);
    decision.approval = looked.id;
    decision.approved = last.status == ApprovalStatus::Approved;
    decision.imported = looked.imported;
    decision.deciderWrote = last.deciderWrote || last.completedBy == sender;
    decision.decidedByName = last.completedByName;
    decision.level = looked.level;
    decision.levelRank = looked.levelRank;
    decision.revision = looked.revision;
    if (const RevisionRow *revision = revisionOf(deal, looked.revision)) {
        decision.content = revision->content;
        decision.plan = revision->plan;
    }
    return decision;
}

} // namespace

Approver approverOf(const ApprovalRow &approval)
{
    return approval.stage == 1 ? approval.department : Approver();
}

QList<PastDecision> pastDecisions(const DealDetail &deal, UserId sender)
{
    QList<PastDecision> past;
    for (const ApprovalRow &last : lastWords(deal.approvals))
        past += decisionFrom(deal, last, sender);
    return past;
}

QList<ReapprovalStep> previewReapproval(const DealDetail &deal, UserId sender, const DealDraft &draft, const RoutingPolicy &policy)
{
    if (deal.revisions.isEmpty())
        return {};
    return planReapproval(draft, planRouting(draft, policy), policy, pastDecisions(deal, sender));
}

QList<ScopeFact> factsDecidedOn(const DealDetail &deal, const ApprovalRow &approval, const RoutingPolicy &policy)
{
    const RevisionRow *revision = revisionOf(deal, approval.decidedRevision);
    return revision ? scopeFacts(approverOf(approval), revision->content, revision->plan, policy) : QList<ScopeFact>();
}

} // namespace dealdesk
