#pragma once

#include "domain/reapproval.h"
#include "presentation/revisions/revision_difference.h"

namespace dealdesk {

/// Exactly what an approver saw, and what they answered: the revision that was decided on, or that waits for a decision.
struct AsApproved {
    ApprovalId approval;
    int revision = 1;
    QString approver; ///< "Finance", "VP"
    QString title;    ///< "What Finance decided on: revision 1"
    QString answer;   ///< "Approved by Fay Finance for Tom Trader, 12.05.2026 10:30", and what they wrote, a line each
    RevisionContent content;
    QStringList scope; ///< paths of what the approver answers for

    friend bool operator==(const AsApproved &, const AsApproved &) = default;
};

/// Nothing where the approval is not there, was not required, or nobody knows what it saw (the old data).
std::optional<AsApproved> asApproved(const DealDetail &deal, ApprovalId approval, const RoutingPolicy &policy);

} // namespace dealdesk
