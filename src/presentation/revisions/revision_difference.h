#pragma once

#include "domain/deal_draft.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// One side of a comparison: a revision as it was submitted, or the working draft with the path that it would take.
struct RevisionContent {
    DealDraft content;
    RoutingPlan plan;
    QString levelName; ///< of the plan's level

    friend bool operator==(const RevisionContent &, const RevisionContent &) = default;
};

RevisionContent contentOf(const RevisionRow &revision, const RoutingPolicy &policy);
/// The working draft, on the path that it would take now.
RevisionContent workingDraftOf(const DealDetail &deal, const RoutingPolicy &policy);

/// A cell on both sides, as people read it; a side is empty where the field, tier or incentive is not there.
struct DifferenceCell {
    /// For figures where one direction is better for us, as smart re-approval sees it (domain/reapproval.h).
    enum class Direction { None, Better, Worse };
    QString path; ///< stable; ScopeFact's where it is a fact of somebody's scope
    QString before;
    QString after;
    bool changed = false; ///< by value
    Direction direction = Direction::None;

    friend bool operator==(const DifferenceCell &, const DifferenceCell &) = default;
};

struct DifferenceRow {
    enum class Group { Deal, Tiers, Incentives, Approval, Texts };
    QString key; ///< stable, unique within a difference
    Group group = Group::Deal;
    QString title;
    QString detail;              ///< where the title alone does not tell: an incentive's category and sub-category
    QList<DifferenceCell> cells; ///< one per tier in the groups Tiers and Incentives, else exactly one
    bool perTier = false;
    bool computed = false; ///< follows from other rows

    [[nodiscard]] bool changed() const;

    friend bool operator==(const DifferenceRow &, const DifferenceRow &) = default;
};

struct RevisionDifference {
    QList<DifferenceRow> rows; ///< in the order of the form
    int tiersBefore = 0;
    int tiersAfter = 0;

    /// Changed cells that the owner wrote; what follows from them does not count.
    [[nodiscard]] int changeCount() const;

    friend bool operator==(const RevisionDifference &, const RevisionDifference &) = default;
};

/// Cell by cell. Tiers are told apart by number; incentives by what they are (category, sub-category, option and a running number among
/// equal ones of a tier), so that moving one is no change and choosing another option is (docs/decisions/0011).
RevisionDifference compareRevisions(const RevisionContent &before, const RevisionContent &after);

} // namespace dealdesk
