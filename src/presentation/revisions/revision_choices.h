#pragma once

#include "presentation/revisions/revision_difference.h"

namespace dealdesk {

/// Something that can be one side of a comparison.
struct RevisionChoice {
    int number = 0; ///< of the revision; 0: the working draft
    QString title;  ///< "Revision 2", "Your working draft"
    QString origin; ///< "submitted by Sam Seller, 12.05.2026 10:30"
    RevisionContent content;

    friend bool operator==(const RevisionChoice &, const RevisionChoice &) = default;
};

/// Oldest first. The working draft comes last, for the owner, while the deal is back with them.
QList<RevisionChoice> revisionChoices(const DealDetail &deal, UserId viewer, const RoutingPolicy &policy);

} // namespace dealdesk
