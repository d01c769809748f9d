#pragma once

#include "core/ids.h"
#include "domain/client_history.h"
#include "domain/deal_actions.h"
#include "domain/deal_draft.h"
#include "domain/routing.h"
#include "services/history_event.h"

#include <QJsonArray>

namespace dealdesk {

struct ApprovalRow {
    ApprovalId id;
    int revision = 1;
    int stage = 1;
    std::optional<Department> department; ///< stage 1
    QString level;                        ///< stage 2: code
    QString levelName;
    int levelRank = -1;
    ApprovalStatus status = ApprovalStatus::Pending;
    ApprovalPriority priority = ApprovalPriority::Normal;
    QList<DepartmentReason> reasons;
    std::optional<UserId> assignee;
    QString assigneeName;
    QString dueAt;
    bool overdue = false;
    QString comments;
    QString revisionReason;
    QStringList revisionFields; ///< field paths
    QString completedByName;
    QString completedAt;
    QString createdAt;
    std::optional<UserId> completedBy;
    bool imported = false;                 ///< decided in the prototype, about figures that nobody knows
    std::optional<ApprovalId> carriedFrom; ///< the approval that looked at the figures; set where this one is carried forward
    int decidedRevision = 1;               ///< the revision whose figures were decided on: its own, or carriedFrom's
    QString onBehalfOfName;                ///< completedBy decided as this person's delegate; empty otherwise
    bool deciderWrote = false;             ///< whoever decided has written or owned the deal since
    QString clockStartedAt;                ///< empty, like the next two, in tasks from before there were calendars
    QString remindAt;
    QString escalateAt;
    QString remindedAt;  ///< when somebody's program noticed; empty until then
    QString escalatedAt; ///< likewise
    QString escalatedTo; ///< name of the person or level that was added

    friend bool operator==(const ApprovalRow &, const ApprovalRow &) = default;
};

/// A point of a requested revision that the owner has ticked, or unticked. `path` is one of the request's fields, empty for the request as
/// a whole.
struct RevisionTick {
    ApprovalId approval;
    QString path;
    bool isDone = false;
    QString byName;
    QString at;

    friend bool operator==(const RevisionTick &, const RevisionTick &) = default;
};

struct CommentRow {
    qint64 id = 0;
    std::optional<ApprovalId> approval;
    QString author;
    QString body;
    QString createdAt;

    friend bool operator==(const CommentRow &, const CommentRow &) = default;
};

struct RevisionRow {
    int number = 1;
    DealDraft content;
    RoutingPlan plan;
    QString submittedByName;
    QString submittedAt;

    friend bool operator==(const RevisionRow &, const RevisionRow &) = default;
};

/// How many events of its story come with a deal.
inline constexpr int kStoryPage = 200;

/// Everything that a deal's page shows, read in one round trip.
struct DealDetail {
    DealId id;
    QString reference;
    DealDraft content;
    DealFacts facts;
    QString ownerName;
    QString submittedByName;
    qint64 version = 0;
    int revisionCount = 0;
    bool isRevision = false;
    std::optional<DealId> parent;
    QString parentReference;
    QString createdAt;
    QString updatedAt;
    QString lastStatusChange;
    QString draftExpiresAt;
    bool needsAttention = false;
    std::optional<Money> routingAmount;
    QString routingLevel;
    ClientHistory history; ///< as the client stands now while a draft, as submitted afterwards
    QList<ApprovalRow> approvals;
    QList<CommentRow> comments;
    QList<RevisionRow> revisions;
    QList<RevisionTick> ticks;
    HistoryEventPage story; ///< its newest events
};

} // namespace dealdesk
