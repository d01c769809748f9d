#include "services/deal_service.h"

#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "services/command_outcome.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

DealService::DealService(Session &session) : m_session(session) {}

QCoro::Task<Result<DealState>> DealService::saveDraft(std::optional<DealId> deal, std::optional<qint64> version, DraftType type,
                                                      DealDraft draft, QString commandId) const
{
    return stateOf(
        m_session.command(u"cmd_save_draft"_s, deal, version, {{u"draft_type"_s, codeOf(type)}, {u"draft"_s, toJson(draft)}}, commandId));
}

QCoro::Task<Result<DealState>> DealService::submit(DealId deal, qint64 version, DealDraft draft, RoutingPlan plan, QString commandId) const
{
    return stateOf(
        m_session.command(u"cmd_submit_deal"_s, deal, version, {{u"draft"_s, toJson(draft)}, {u"plan"_s, toJson(plan)}}, commandId));
}

QCoro::Task<Result<DealState>> DealService::resubmit(DealId deal, qint64 version, DealDraft draft, RoutingPlan plan,
                                                     QList<ReapprovalStep> steps, QString commandId) const
{
    QJsonObject arguments{{u"draft"_s, toJson(draft)}, {u"plan"_s, toJson(plan)}};
    QJsonArray shown;
    for (const ReapprovalStep &step : std::as_const(steps))
        shown.append(QJsonObject{{u"approver"_s, approverCode(step.approver)}, {u"outcome"_s, codeOf(step.outcome)}});
    if (!shown.isEmpty())
        arguments.insert(u"reapproval"_s, shown);
    return stateOf(m_session.command(u"cmd_resubmit_deal"_s, deal, version, arguments, commandId));
}

QCoro::Task<Result<DealState>> DealService::askForScoping(DealId deal, qint64 version, DealDraft draft) const
{
    return stateOf(m_session.command(u"cmd_ask_for_scoping"_s, deal, version, {{u"draft"_s, toJson(draft)}}));
}

QCoro::Task<Result<DealState>> DealService::convertScoping(DealId deal, qint64 version) const
{
    return stateOf(m_session.command(u"cmd_convert_scoping"_s, deal, version, {}));
}

QCoro::Task<Result<DealState>> DealService::recall(DealId deal, qint64 version, QString reason) const
{
    return stateOf(m_session.command(u"cmd_recall_deal"_s, deal, version, {{u"reason"_s, reason}}));
}

QCoro::Task<Result<DealState>> DealService::renewDraft(DealId deal, qint64 version) const
{
    return stateOf(m_session.command(u"cmd_renew_draft"_s, deal, version, {}));
}

QCoro::Task<Result<DealState>> DealService::advance(DealId deal, qint64 version, DealStatus to, QString reason) const
{
    return stateOf(m_session.command(u"cmd_advance_deal"_s, deal, version, {{u"to"_s, codeOf(to)}, {u"reason"_s, reason}}));
}

QCoro::Task<Result<DealState>> DealService::markLost(DealId deal, qint64 version, QString reason) const
{
    return stateOf(m_session.command(u"cmd_mark_lost"_s, deal, version, {{u"reason"_s, reason}}));
}

QCoro::Task<Result<DealState>> DealService::revise(DealId deal, qint64 version, QString reason) const
{
    return stateOf(m_session.command(u"cmd_revise_deal"_s, deal, version, {{u"reason"_s, reason}}));
}

QCoro::Task<Result<DealState>> DealService::transfer(DealId deal, qint64 version, UserId newOwner) const
{
    return stateOf(m_session.command(u"cmd_transfer_deal"_s, deal, version, {{u"owner_id"_s, newOwner.value()}}));
}

QCoro::Task<Status> DealService::comment(DealId deal, QString body, std::optional<ApprovalId> approval) const
{
    const QJsonObject arguments{{u"body"_s, body}, {u"approval_id"_s, approval ? QJsonValue(approval->value()) : QJsonValue()}};
    return statusOf(m_session.command(u"cmd_comment"_s, deal, {}, arguments));
}

} // namespace dealdesk
