#pragma once

#include "presentation/deal_editor/form_content.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// What a reviewer asked the owner to change.
struct RevisionRequest {
    QString from; ///< department or level, and the person
    QString reason;
    QList<FieldPath> fields; ///< the places meant
};

/// The deal as the database has it, below what is being edited.
struct DealBase {
    std::optional<DealId> deal; ///< nothing: never saved
    std::optional<qint64> version;
    QString reference;
    DealFacts facts; ///< of a new deal: a draft of the signed-in person
    DealDraft saved; ///< of a new deal: the empty draft
    QList<RevisionRequest> requests;
};

DealBase newBase(DraftType type, UserId owner);
DealBase baseOf(const DealDetail &detail);

} // namespace dealdesk
