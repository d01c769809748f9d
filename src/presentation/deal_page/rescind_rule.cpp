#include "presentation/deal_page/rescind_rule.h"

#include <QCoreApplication>

#include <algorithm>

namespace dealdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RescindRule)
};

bool isDecided(ApprovalStatus status)
{
    return status == ApprovalStatus::Approved || status == ApprovalStatus::RevisionRequested || status == ApprovalStatus::Rejected;
}

bool businessDecided(const DealDetail &deal, int revision)
{
    return std::any_of(deal.approvals.cbegin(), deal.approvals.cend(), [revision](const ApprovalRow &other) {
        return other.stage == 2 && other.revision == revision && isDecided(other.status);
    });
}

RescindHindrance hindranceOfApproval(const DealDetail &deal, const ApprovalRow &approval)
{
    if (approval.stage == 2)
        return deal.facts.status == DealStatus::Approved ? RescindHindrance::None : RescindHindrance::NextStageActed;
    const bool isWithPeople = deal.facts.status == DealStatus::Submitted || deal.facts.status == DealStatus::UnderReview
        || deal.facts.status == DealStatus::Negotiating;
    return isWithPeople ? RescindHindrance::None : RescindHindrance::NextStageActed;
}

} // namespace

RescindHindrance hindranceOfRescind(const DealDetail &deal, const ApprovalRow &approval, UserId person)
{
    if (!isDecided(approval.status) || approval.completedBy != person || approval.imported)
        return RescindHindrance::NotOwnDecision;
    if (approval.revision != deal.revisionCount + 1)
        return RescindHindrance::OlderRevision;
    if (approval.carriedFrom)
        return RescindHindrance::CarriedForward;
    if (approval.status == ApprovalStatus::Rejected)
        return RescindHindrance::Rejected;
    if (approval.stage == 1 && businessDecided(deal, approval.revision))
        return RescindHindrance::NextStageActed;
    if (approval.status == ApprovalStatus::Approved)
        return hindranceOfApproval(deal, approval);
    const auto current = std::find_if(deal.revisions.cbegin(), deal.revisions.cend(),
                                      [&](const RevisionRow &revision) { return revision.number == approval.revision; });
    const bool isUnchanged = current != deal.revisions.cend() && current->content == deal.content;
    return deal.facts.status == DealStatus::Negotiating && isUnchanged ? RescindHindrance::None : RescindHindrance::OwnerChangedTheDeal;
}

QString explanation(RescindHindrance hindrance)
{
    switch (hindrance) {
    case RescindHindrance::None:
    case RescindHindrance::NotOwnDecision: return {};
    case RescindHindrance::OlderRevision: return Words::tr("You decided on an earlier revision; the owner has sent in a newer one since.");
    case RescindHindrance::CarriedForward:
        return Words::tr("You decided on an earlier revision; your approval was carried forward from there.");
    case RescindHindrance::Rejected: return Words::tr("A rejection is final.");
    case RescindHindrance::NextStageActed: return Words::tr("Others have gone on from your decision, so it cannot be taken back any more.");
    case RescindHindrance::OwnerChangedTheDeal: return Words::tr("The owner has changed the deal since, so the request stands.");
    }
    return {};
}

} // namespace dealdesk
