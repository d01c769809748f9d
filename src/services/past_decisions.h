#pragma once

#include "domain/reapproval.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// The last word of every approver about a deal that its owner has back: what planReapproval() compares with. `sender` sends it in.
QList<PastDecision> pastDecisions(const DealDetail &deal, UserId sender);

/// What becomes of everybody's approval when `draft` is sent in by `sender`; empty before there is a first revision.
QList<ReapprovalStep> previewReapproval(const DealDetail &deal, UserId sender, const DealDraft &draft, const RoutingPolicy &policy);

/// What an approval was about: its approver's facts in the revision that was decided on, or is to be. Empty without that revision.
QList<ScopeFact> factsDecidedOn(const DealDetail &deal, const ApprovalRow &approval, const RoutingPolicy &policy);

Approver approverOf(const ApprovalRow &approval);

} // namespace dealdesk
