#include "services/approval_service.h"

#include "data/rows.h"
#include "services/command_outcome.h"
#include "services/deal_rows.h"
#include "services/values_from.h"

#include <QCoroFuture>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

InboxTask::Kind kindFrom(const QString &code)
{
    if (code == "contract"_L1)
        return InboxTask::Kind::Contract;
    if (code == "revision"_L1)
        return InboxTask::Kind::Revision;
    if (code == "signature"_L1)
        return InboxTask::Kind::Signature;
    return InboxTask::Kind::Approval;
}

InboxTask taskFrom(const Query &row)
{
    InboxTask task;
    task.kind = kindFrom(row.text(0));
    task.key = row.text(1);
    task.approval = optionalId<ApprovalId>(row, 2);
    task.deal = DealId(row.integer(3));
    task.reference = row.text(4);
    task.name = row.text(5);
    task.client = row.text(6);
    task.status = fromCode<DealStatus>(row.text(7)).value_or(DealStatus::UnderReview);
    task.priority = fromCode<ApprovalPriority>(row.text(8)).value_or(ApprovalPriority::Normal);
    task.stage = row.isNull(9) ? 1 : static_cast<int>(row.integer(9));
    task.department = task.stage == 2 ? std::nullopt : fromCode<Department>(row.text(10));
    task.level = row.text(11);
    task.ownLevel = row.flag(12);
    task.lane = fromCode<InboxLane>(row.text(13)).value_or(InboxLane::Queue);
    task.onBehalfOf = optionalId<UserId>(row, 14);
    task.onBehalfOfName = row.text(15);
    task.escalated = row.flag(16);
    task.waitingDays = static_cast<int>(row.integer(17));
    task.formerRevision = static_cast<int>(row.integer(18));
    task.dueAt = row.text(19);
    task.overdue = row.flag(20);
    task.assignee = optionalId<UserId>(row, 21);
    task.assigneeName = row.text(22);
    task.ownerName = row.text(23);
    task.topRevenue = optionalMoney(row, 24);
    task.routingAmount = optionalMoney(row, 25);
    task.revisionCount = static_cast<int>(row.integer(26));
    task.since = row.text(27);
    task.reasons = reasonsFrom(row.text(28));
    task.version = row.integer(29);
    return task;
}

QString codeOfDecision(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve: return u"approve"_s;
    case DecisionKind::RequestRevision: return u"request_revision"_s;
    case DecisionKind::Reject: return u"reject"_s;
    }
    return {};
}

} // namespace

ApprovalService::ApprovalService(Session &session) : m_session(session) {}

QCoro::Task<Result<QList<InboxTask>>> ApprovalService::inbox() const
{
    auto job = [me = m_session.actor().id.value()](Connection &connection) { return readNamed(connection, u"inbox"_s, {me}, taskFrom); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<int>> ApprovalService::inboxCount() const
{
    auto job = [me = m_session.actor().id.value()](Connection &connection) -> Result<int> {
        const auto rows = readNamed(connection, u"inbox_count"_s, {me}, [](const Query &row) { return static_cast<int>(row.integer(0)); });
        return rows ? Result<int>(rows->value(0)) : failure(rows.error());
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<DealState>> ApprovalService::decide(Decision decision, QString commandId) const
{
    QJsonObject arguments{{u"approval_id"_s, decision.approval.value()},
                          {u"decision"_s, codeOfDecision(decision.kind)},
                          {u"comments"_s, decision.comments},
                          {u"reason"_s, decision.reason},
                          {u"fields"_s, QJsonArray::fromStringList(decision.fields)}};
    if (decision.onBehalfOf)
        arguments.insert(u"on_behalf_of"_s, decision.onBehalfOf->value());
    return stateOf(m_session.command(u"cmd_decide"_s, decision.deal, decision.version, arguments, commandId));
}

QCoro::Task<Result<DealState>> ApprovalService::rescind(ApprovalId approval, DealId deal, QString reason) const
{
    return stateOf(m_session.command(u"cmd_rescind"_s, deal, {}, {{u"approval_id"_s, approval.value()}, {u"reason"_s, reason}}));
}

QCoro::Task<Status> ApprovalService::tick(ApprovalId approval, DealId deal, QString path, bool done) const
{
    return statusOf(
        m_session.command(u"cmd_tick_point"_s, deal, {}, {{u"approval_id"_s, approval.value()}, {u"path"_s, path}, {u"done"_s, done}}));
}

QCoro::Task<Status> ApprovalService::claim(ApprovalId approval, DealId deal) const
{
    return statusOf(m_session.command(u"cmd_claim"_s, deal, {}, {{u"approval_id"_s, approval.value()}}));
}

QCoro::Task<Status> ApprovalService::release(ApprovalId approval, DealId deal) const
{
    return statusOf(m_session.command(u"cmd_release"_s, deal, {}, {{u"approval_id"_s, approval.value()}}));
}

QCoro::Task<Status> ApprovalService::assign(ApprovalId approval, DealId deal, UserId assignee) const
{
    return statusOf(
        m_session.command(u"cmd_assign"_s, deal, {}, {{u"approval_id"_s, approval.value()}, {u"assignee_id"_s, assignee.value()}}));
}

} // namespace dealdesk
