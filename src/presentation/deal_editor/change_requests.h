#pragma once

#include "domain/draft_diff.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// A department or level that sent the deal back, and why.
struct ChangeRequest {
    ApprovalId approval;
    QString from; ///< department or level, and the person
    QString reason;

    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

/// One thing that a request names.
struct ChangePoint {
    ApprovalId approval;
    QString path;                   ///< as RevisionTick::path
    std::optional<FieldPath> place; ///< nothing: the request as a whole
    std::optional<bool> ticked;     ///< what the owner said; nothing: has not said
};

/// What all reviewers of the latest revision asked the owner to change: one list, whoever asked.
struct ChangeRequests {
    QList<ChangeRequest> requests;
    QList<ChangePoint> points; ///< request by request
    QStringList unanswered;    ///< departments and levels that are still looking at the deal
    DealDraft frozen;          ///< the revision that they looked at
    RoutingPlan path;          ///< its way of approval
};

ChangeRequests changeRequestsOf(const DealDetail &detail);

/// The differences at a place: of the field itself, or of all that belongs to the tier, incentive or client that it means.
QList<FieldChange> changesAt(const FieldPath &place, const DealDraft &before, const DealDraft &after);

} // namespace dealdesk
