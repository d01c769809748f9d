#pragma once

#include "domain/deal_draft.h"
#include "services/import/source_row.h"

namespace dealdesk {

/// A deal of the old data in our forms: what its owner wrote, and where it stands.
struct DealRecord {
    DealDraft draft;
    QString reference; ///< empty: the next one is given
    QString owner;     ///< username
    DealStatus status = DealStatus::Draft;
    std::optional<DraftType> draftType;
    std::optional<FlowIntelligence> flow;
    qint64 revisionCount = 0;
    bool isRevision = false;
    QString parentId; ///< the prototype's number of the parent
    QString revisionReason;
    QString lastRevisedAt;
    QString draftExpiresAt;
    QString lastStatusChange;
    QString createdAt;
    QString updatedAt;
    std::optional<Money> previousYearRevenue;
    std::optional<Ratio> previousYearMargin;
};

/// Reads the columns of a deal, without its tiers.
DealRecord readDeal(SourceRow &source);

/// Reads a scoping request of the prototype: a deal that asks for early guidance. Its e-mail address is the client's, not the owner's.
DealRecord readScopingRequest(SourceRow &source);

/// Whether a deal in this status was ever sent to review.
bool wasSubmitted(DealStatus status);

/// Whether the owner can still complete the deal in this status, so that a submission's rules need not hold yet.
bool canBeCompleted(DealStatus status);

} // namespace dealdesk
