#pragma once

#include "services/import/deal_record.h"
#include "services/import/history_rows.h"
#include "services/import/tier_rows.h"

namespace dealdesk {

/// A deal with everything below it: imported as a whole or quarantined as a whole, since half a deal is another deal.
struct ImportedDeal {
    SourceRow deal;
    QList<SourceRow> tiers;
    QList<SourceRow> approvals;
    QList<SourceRow> history;
    QList<SourceRow> comments;
    DealRecord record;
    QList<ApprovalRecord> approvalRecords;
    QList<StatusRecord> historyRecords;
    QList<CommentRecord> commentRecords;

    [[nodiscard]] QList<SourceRow> all() const;
    [[nodiscard]] bool isRefused() const;
    /// Sent to review at some time, with something to decide on.
    [[nodiscard]] bool isRouted() const { return wasSubmitted(record.status) && !record.draft.tiers.isEmpty(); }
};

/// Collects a deal's rows from the capture and reads them.
ImportedDeal readImportedDeal(const SourceRow &deal, const QString &dealId, const Capture &capture, const OptionPlaces &places,
                              const People &people);

/// Refuses what a deal in its status must not be. What the owner can still complete may break a submission's rules; what depends on
/// today's lists (clients, agency types, catalogue) is history and kept.
void checkDeal(ImportedDeal &rows, const ReferenceData &reference);

/// Brings status and approvals together where the prototype left them in a state that our rules do not know. Gives the plan that the
/// deal was, or is now, routed with.
RoutingPlan settleApprovals(ImportedDeal &rows, const RoutingPolicy &policy, const People &people, const QDateTime &now);

/// The row of cmd_import. `ownerName` is the owner's display name.
QJsonObject importRow(const ImportedDeal &rows, const RoutingPlan &plan, const QString &parentKey, const ImportSurroundings &surroundings,
                      const QString &ownerName);

} // namespace dealdesk
