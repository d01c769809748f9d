#pragma once

#include "domain/reapproval.h"
#include "presentation/revisions/revision_difference.h"

namespace dealdesk {

/// A change in a sentence: "Tier 2, gross margin: 35 % → 32 % (worse)", "Tier 1: Volume rebate of 5,000 USD added".
struct ChangeSentence {
    QString text;
    DifferenceCell::Direction direction = DifferenceCell::Direction::None;
    QString path;         ///< of the cell; of a tier that came or went as a whole "tiers[2]"
    bool inScope = false; ///< of the approver whose decision it came after; always false without one

    friend bool operator==(const ChangeSentence &, const ChangeSentence &) = default;
};

/// What the owner changed, in the order of the form, without what follows from it; empty for equal contents.
QList<ChangeSentence> changeSentences(const RevisionContent &before, const RevisionContent &after);

/// What changed since a department, or business, decided about a deal last.
struct SinceDecision {
    ApprovalId approval; ///< the decision
    int revision = 1;    ///< that it was about
    QString headline;    ///< "Since Finance approved revision 1 (Fay Finance, 12.05.2026 10:30)"
    RevisionContent before;
    RevisionContent after;         ///< the current revision
    QList<ChangeSentence> changes; ///< what the approver answers for first; may be empty: nothing changed

    friend bool operator==(const SinceDecision &, const SinceDecision &) = default;
};

/// Nothing where that approver sees the deal for the first time, or where nobody knows which figures were decided on (the old data).
std::optional<SinceDecision> sinceLastDecision(const DealDetail &deal, Approver approver, const RoutingPolicy &policy);

} // namespace dealdesk
