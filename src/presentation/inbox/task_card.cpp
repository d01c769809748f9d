#include "presentation/inbox/task_card.h"

#include "domain/term.h"
#include "presentation/inbox/inbox_model.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/routing_text.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::TaskCard)
};

QString titleOf(const InboxTask &task, const RoutingPolicy &policy)
{
    if (task.kind == InboxTask::Kind::Approval && task.stage == 2) {
        for (const ApprovalLevel &level : policy.levels) {
            if (level.code == task.level)
                return CardText::tr("%1 approval").arg(level.displayName);
        }
    }
    return taskTitle(task);
}

QString whoDecides(const ApprovalRow &approval)
{
    return approval.stage == 1 && approval.department ? label(*approval.department) : approval.levelName;
}

/// What reviewers want changed, with the fields that they mean.
QStringList wishesOf(const DealDetail &deal)
{
    QStringList wishes;
    for (const ApprovalRow &approval : deal.approvals) {
        if (approval.revision != deal.revisionCount + 1 || approval.status != ApprovalStatus::RevisionRequested)
            continue;
        QStringList places;
        for (const QString &field : approval.revisionFields) {
            if (const auto path = FieldPath::fromString(field))
                places << placeOf(*path);
        }
        const auto wish = CardText::tr("%1: “%2”").arg(whoDecides(approval), approval.revisionReason);
        wishes << (places.isEmpty() ? wish : CardText::tr("%1 Meant: %2.").arg(wish, places.join(CardText::tr(", "))));
    }
    return wishes;
}

QStringList reasonsOf(const InboxTask &task, const DealDetail &deal, const ReferenceData &reference)
{
    switch (task.kind) {
    case InboxTask::Kind::Contract:
        return {deal.facts.status == DealStatus::Approved
                    ? CardText::tr("Everybody has approved: legal drafts the contract.")
                    : CardText::tr("The contract is being drafted: send it to the client when it is ready.")};
    case InboxTask::Kind::Signature: return {CardText::tr("The contract is with the client: mark the deal as signed when it comes back.")};
    case InboxTask::Kind::Revision:
        return QStringList(CardText::tr("A revision was requested: change the deal and resubmit it.")) + wishesOf(deal);
    case InboxTask::Kind::Approval: break;
    }
    QStringList reasons;
    if (task.stage == 2 && !deal.revisions.isEmpty())
        reasons << businessReasonText(deal.revisions.constLast().plan, reference.policy);
    if (task.stage == 1 && task.department && !task.reasons.isEmpty())
        reasons << reasonText(DepartmentStep{*task.department, task.reasons});
    if (task.lane == InboxLane::Unattended)
        reasons << CardText::tr("Nobody may decide this: assign somebody on the deal's page, or find somebody with the authority.");
    if (task.lane == InboxLane::Lower)
        reasons << CardText::tr("A lower level's task: your level may decide it as well.");
    return reasons;
}

QString claimText(const InboxTask &task, const Actor &actor)
{
    if (task.kind != InboxTask::Kind::Approval)
        return {};
    if (!task.assignee)
        return CardText::tr("Shared queue: nobody has claimed it");
    return *task.assignee == actor.id ? CardText::tr("Claimed by you") : CardText::tr("Claimed by %1").arg(task.assigneeName);
}

QStringList factsOf(const DealDetail &deal)
{
    const DealDraft &draft = deal.content;
    QStringList facts = {label(draft.type), label(draft.channel), label(draft.structure)};
    if (draft.region)
        facts << label(*draft.region);
    if (const auto months = termMonths(draft.termStart, draft.termEnd))
        facts << CardText::tr("%1 to %2 (%n months)", nullptr, *months).arg(formatDate(draft.termStart), formatDate(draft.termEnd));
    if (deal.revisionCount > 0)
        facts << CardText::tr("Revision %1").arg(deal.revisionCount + 1);
    return facts;
}

QStringList incentivesOf(const DealDraft &draft)
{
    QStringList lines;
    for (int tier = 0; tier < draft.tiers.size(); ++tier) {
        for (const Incentive &incentive : draft.tiers.at(tier).incentives) {
            auto line = CardText::tr("Tier %1: %2, %3: %4")
                            .arg(QString::number(tier + 1), incentive.category, incentive.option, formatMoney(incentive.value));
            if (!incentive.notes.isEmpty())
                line = CardText::tr("%1 (%2)").arg(line, incentive.notes);
            lines << line;
        }
    }
    return lines;
}

QStringList verdictsOf(const InboxTask &task, const DealDetail &deal)
{
    QStringList lines;
    for (const ApprovalRow &approval : deal.approvals) {
        if (approval.revision != deal.revisionCount + 1 || task.approval == approval.id)
            continue;
        const auto who = whoDecides(approval);
        auto line = approval.completedByName.isEmpty()
            ? CardText::tr("%1: %2").arg(who, label(approval.status))
            : CardText::tr("%1: %2 by %3").arg(who, label(approval.status), approval.completedByName);
        const auto said = approval.revisionReason.isEmpty() ? approval.comments : approval.revisionReason;
        if (!said.isEmpty())
            line = CardText::tr("%1: “%2”").arg(line, said);
        lines << line;
    }
    return lines;
}

QList<CardComment> commentsOf(const DealDetail &deal, const QDateTime &now)
{
    QList<CardComment> comments;
    for (const CommentRow &comment : deal.comments)
        comments << CardComment{comment.author, formatRelative(comment.createdAt, now), comment.body};
    return comments;
}

} // namespace

QList<TaskAction> actionsFor(const InboxTask &task, const Actor &actor)
{
    switch (task.kind) {
    case InboxTask::Kind::Contract:
        return {task.status == DealStatus::Approved ? TaskAction::StartContract : TaskAction::SendToClient, TaskAction::Comment};
    case InboxTask::Kind::Revision: return {TaskAction::OpenEditor, TaskAction::Comment};
    case InboxTask::Kind::Signature: return {TaskAction::MarkSigned, TaskAction::Comment};
    case InboxTask::Kind::Approval: break;
    }
    if (task.lane == InboxLane::Unattended)
        return {TaskAction::Comment};
    QList<TaskAction> actions = {TaskAction::Approve, TaskAction::RequestRevision};
    if (task.stage == 2)
        actions << TaskAction::Reject;
    actions << TaskAction::Comment;
    if (!task.assignee)
        actions << TaskAction::Claim;
    else if (*task.assignee == actor.id)
        actions << TaskAction::Release;
    return actions;
}

TaskCard cardFor(const InboxTask &task, const DealDetail &deal, const ReferenceData &reference, const Actor &actor, const QDateTime &now)
{
    TaskCard card;
    card.key = task.key;
    card.title = titleOf(task, reference.policy);
    card.deal = CardText::tr("%1 · %2").arg(deal.reference, deal.content.name);
    card.client = CardText::tr("%1, offered by %2").arg(deal.content.clientName(), deal.ownerName);
    card.status = deal.facts.status;
    if (task.kind == InboxTask::Kind::Approval)
        card.since = sinceLastDecision(deal, task.stage == 1 ? Approver(task.department) : Approver(), reference.policy);
    card.reasons = reasonsOf(task, deal, reference);
    if (!task.dueAt.isEmpty())
        card.due = CardText::tr("Due %1 (%2)").arg(formatInstant(task.dueAt), formatRelative(task.dueAt, now));
    card.overdue = task.overdue;
    card.age = ageOf(task);
    if (!task.onBehalfOfName.isEmpty())
        card.behalf = CardText::tr("You decide for %1").arg(task.onBehalfOfName);
    card.claim = claimText(task, actor);
    card.facts = factsOf(deal);
    card.incentives = incentivesOf(deal.content);
    card.verdicts = verdictsOf(task, deal);
    card.comments = commentsOf(deal, now);
    card.actions = actionsFor(task, actor);
    return card;
}

} // namespace dealdesk
