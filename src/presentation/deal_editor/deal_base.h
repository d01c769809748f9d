#pragma once

#include "domain/reapproval.h"
#include "presentation/deal_editor/change_requests.h"
#include "presentation/deal_editor/form_content.h"

namespace dealdesk {

/// The deal as the database has it, below what is being edited.
struct DealBase {
    std::optional<DealId> deal; ///< nothing: never saved
    std::optional<qint64> version;
    QString reference;
    DealFacts facts; ///< of a new deal: a draft of the signed-in person
    DealDraft saved; ///< of a new deal: the empty draft
    ChangeRequests changes;
    std::optional<QList<PastDecision>> past; ///< what approvers said so far; nothing for a deal that cannot be resubmitted now
};

DealBase newBase(DraftType type, UserId owner);
DealBase baseOf(const DealDetail &detail);

} // namespace dealdesk
