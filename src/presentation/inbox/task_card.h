#pragma once

#include "presentation/revisions/since_decision.h"
#include "services/approval_service.h"
#include "services/reference_service.h"

#include <QDateTime>

namespace dealdesk {

/// What can be done with a task from the inbox.
enum class TaskAction {
    Approve,
    RequestRevision,
    Reject,
    Comment,
    Claim,
    Release,
    StartContract,
    SendToClient,
    MarkSigned,
    OpenEditor,
    Rescind ///< of a decision that was sent
};

struct CardComment {
    QString author;
    QString when;
    QString body;

    friend bool operator==(const CardComment &, const CardComment &) = default;
};

/// A task as the decision card shows it: everything in words.
struct TaskCard {
    QString key;
    QString title;  ///< "Finance review"
    QString deal;   ///< "DEAL-2026-014 · Spring launch"
    QString client; ///< "Northwind, offered by Sam Seller"
    DealStatus status = DealStatus::UnderReview;
    std::optional<SinceDecision> since; ///< what to read first; nothing the first time
    QStringList reasons;                ///< why it is asked, a sentence each
    QString behalf;                     ///< "You decide for Anna Adams"; empty by one's own authority
    QString due;                        ///< empty without a date
    bool overdue = false;
    QString age;       ///< "waiting 2 days, escalated"; empty on the first day
    QString claim;     ///< "Claimed by you"; empty where nobody can claim
    QStringList facts; ///< type, structure, region, term, revision
    QStringList incentives;
    QStringList verdicts; ///< how the other approvals of this revision stand
    QList<CardComment> comments;
    QList<TaskAction> actions; ///< the primary one first

    friend bool operator==(const TaskCard &, const TaskCard &) = default;
};

TaskCard cardFor(const InboxTask &task, const DealDetail &deal, const ReferenceData &reference, const Actor &actor, const QDateTime &now);

/// The actions on offer for a task, the primary one first.
QList<TaskAction> actionsFor(const InboxTask &task, const Actor &actor);

} // namespace dealdesk
