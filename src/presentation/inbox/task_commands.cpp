#include "presentation/inbox/task_commands.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::TaskCommands)
};

Decision decisionFor(const InboxTask &task, qint64 version, TaskAction action, const QString &text, const QStringList &fields)
{
    Decision decision;
    decision.approval = task.approval.value_or(ApprovalId());
    decision.deal = task.deal;
    decision.version = version;
    decision.onBehalfOf = task.onBehalfOf;
    if (action == TaskAction::Approve) {
        decision.comments = text;
        return decision;
    }
    decision.kind = action == TaskAction::Reject ? DecisionKind::Reject : DecisionKind::RequestRevision;
    decision.reason = text;
    decision.fields = fields;
    return decision;
}

Status statusOf(const Result<DealState> &result)
{
    if (!result)
        return failure(result.error());
    return {};
}

QCoro::Task<Status> decide(std::shared_ptr<Session> session, Decision decision)
{
    const ApprovalService service(*session);
    const auto task = service.decide(decision);
    const auto result = co_await task;
    co_return statusOf(result);
}

QCoro::Task<Status> advance(std::shared_ptr<Session> session, DealId deal, qint64 version, DealStatus to)
{
    const DealService service(*session);
    const auto task = service.advance(deal, version, to, {});
    const auto result = co_await task;
    co_return statusOf(result);
}

QCoro::Task<Status> comment(std::shared_ptr<Session> session, InboxTask inboxTask, QString body)
{
    const DealService service(*session);
    const auto task = service.comment(inboxTask.deal, body, inboxTask.approval);
    co_return co_await task;
}

QCoro::Task<Status> hold(std::shared_ptr<Session> session, InboxTask inboxTask, bool claim)
{
    const ApprovalService service(*session);
    const auto approval = inboxTask.approval.value_or(ApprovalId());
    const auto task = claim ? service.claim(approval, inboxTask.deal) : service.release(approval, inboxTask.deal);
    co_return co_await task;
}

QCoro::Task<Status> rescind(std::shared_ptr<Session> session, InboxTask inboxTask, QString reason)
{
    const ApprovalService service(*session);
    const auto task = service.rescind(inboxTask.approval.value_or(ApprovalId()), inboxTask.deal, reason);
    const auto result = co_await task;
    co_return statusOf(result);
}

} // namespace

QCoro::Task<Status> carryOut(std::shared_ptr<Session> session, InboxTask task, qint64 version, TaskAction action, QString text,
                             QStringList fields)
{
    switch (action) {
    case TaskAction::Approve:
    case TaskAction::RequestRevision:
    case TaskAction::Reject: return decide(session, decisionFor(task, version, action, text, fields));
    case TaskAction::Claim:
    case TaskAction::Release: return hold(session, task, action == TaskAction::Claim);
    case TaskAction::StartContract: return advance(session, task.deal, version, DealStatus::ContractDrafting);
    case TaskAction::SendToClient: return advance(session, task.deal, version, DealStatus::ClientReview);
    case TaskAction::MarkSigned: return advance(session, task.deal, version, DealStatus::Signed);
    case TaskAction::Rescind: return rescind(session, task, text);
    case TaskAction::Comment:
    case TaskAction::OpenEditor: break;
    }
    return comment(session, task, text);
}

QString pastTense(TaskAction action, const QString &reference)
{
    switch (action) {
    case TaskAction::Approve: return CommandText::tr("Approved %1").arg(reference);
    case TaskAction::RequestRevision: return CommandText::tr("Asked for a revision of %1").arg(reference);
    case TaskAction::Reject: return CommandText::tr("Rejected %1").arg(reference);
    case TaskAction::Claim: return CommandText::tr("Claimed %1").arg(reference);
    case TaskAction::Release: return CommandText::tr("Released %1").arg(reference);
    case TaskAction::StartContract: return CommandText::tr("Started the contract of %1").arg(reference);
    case TaskAction::SendToClient: return CommandText::tr("Sent %1 to the client").arg(reference);
    case TaskAction::MarkSigned: return CommandText::tr("Marked %1 as signed").arg(reference);
    case TaskAction::Rescind: return CommandText::tr("Took back the decision on %1").arg(reference);
    case TaskAction::Comment:
    case TaskAction::OpenEditor: break;
    }
    return CommandText::tr("Commented on %1").arg(reference);
}

QString imperative(TaskAction action, const QString &reference)
{
    switch (action) {
    case TaskAction::Approve: return CommandText::tr("Approve %1").arg(reference);
    case TaskAction::RequestRevision: return CommandText::tr("Request a revision of %1").arg(reference);
    case TaskAction::Reject: return CommandText::tr("Reject %1").arg(reference);
    case TaskAction::StartContract: return CommandText::tr("Start the contract of %1").arg(reference);
    case TaskAction::SendToClient: return CommandText::tr("Send %1 to the client").arg(reference);
    case TaskAction::MarkSigned: return CommandText::tr("Mark %1 as signed").arg(reference);
    default: return reference;
    }
}

bool completesTask(TaskAction action)
{
    switch (action) {
    case TaskAction::Comment:
    case TaskAction::Claim:
    case TaskAction::Release:
    case TaskAction::OpenEditor:
    case TaskAction::Rescind: return false;
    default: return true;
    }
}

bool mayBeRescinded(TaskAction action)
{
    return action == TaskAction::Approve || action == TaskAction::RequestRevision;
}

} // namespace dealdesk
