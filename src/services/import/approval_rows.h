#pragma once

#include "domain/routing.h"
#include "services/import/people.h"

#include <QJsonArray>

namespace dealdesk {

/// A decision or another step on an approval.
struct ActionRecord {
    ActionType type = ActionType::Comment;
    QString performedBy; ///< username; empty when nobody is known
    QString performedByName;
    QString comments;
    QString createdAt;
};

/// An approval of the old data in our forms.
struct ApprovalRecord {
    QString sourceId;
    int stage = 1;
    Department department = Department::Trading;
    ApprovalStatus status = ApprovalStatus::Pending;
    ApprovalPriority priority = ApprovalPriority::Normal;
    QString assignedTo; ///< username
    QString dueDate;    ///< empty where the prototype had none
    QString comments;
    QString revisionReason;
    QString reviewerNotes;
    QString completedAt;
    QString createdAt;
    bool imported = true;
    QList<ActionRecord> actions;
    QList<DepartmentReason> reasons;
};

/// Who did something nobody is known to have done.
QString unknownPerson();

/// The approvals of a deal, one row each, with their actions.
QList<ApprovalRecord> readApprovals(QList<SourceRow> &sources, const QString &dealId, const DealDraft &draft, const People &people);

/// Takes back what no person of today could act on: a pending task stays assigned only to somebody who may decide it.
void checkAssignee(SourceRow &source, ApprovalRecord &approval, int requiredRank, const People &people);

} // namespace dealdesk
