#pragma once

#include "services/import/approval_rows.h"

namespace dealdesk {

/// A change of status that the prototype told.
struct StatusRecord {
    DealStatus status = DealStatus::Draft;
    QString performedBy; ///< username; empty when nobody, or not exactly one person, is known by the name
    QString performedByName;
    QString comments;
    QString changedAt;
};

struct CommentRecord {
    QString author; ///< username
    QString authorName;
    QString body;
    QString createdAt;
};

/// The history of a deal, oldest first. Rows that tell of an approval go to that approval's actions and count there.
QList<StatusRecord> readHistory(QList<SourceRow> &sources, QList<ApprovalRecord> &approvals, const People &people);

QList<CommentRecord> readComments(QList<SourceRow> &sources, const People &people);

} // namespace dealdesk
