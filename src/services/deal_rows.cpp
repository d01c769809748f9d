#include "services/deal_rows.h"

#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "services/values_from.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QJsonObject objectFrom(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QStringList textsFrom(const QString &json)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

} // namespace

DealRow dealRowFrom(const Query &row)
{
    DealRow deal;
    deal.id = DealId(row.integer(0));
    deal.reference = row.text(1);
    deal.name = row.text(2);
    deal.client = row.text(3);
    deal.type = fromCode<DealType>(row.text(4)).value_or(DealType::Grow);
    deal.channel = fromCode<SalesChannel>(row.text(5)).value_or(SalesChannel::ClientDirect);
    deal.structure = fromCode<DealStructure>(row.text(6)).value_or(DealStructure::Tiered);
    deal.region = fromCode<Region>(row.text(7));
    deal.priority = fromCode<Priority>(row.text(8)).value_or(Priority::Medium);
    deal.status = fromCode<DealStatus>(row.text(9)).value_or(DealStatus::Draft);
    deal.draftType = fromCode<DraftType>(row.text(10)).value_or(DraftType::SubmissionDraft);
    deal.ownerId = UserId(row.integer(11));
    deal.ownerName = row.text(12);
    deal.topRevenue = optionalMoney(row, 13);
    deal.termStart = row.text(14);
    deal.termEnd = row.text(15);
    deal.revisionCount = static_cast<int>(row.integer(16));
    deal.openApprovals = static_cast<int>(row.integer(17));
    deal.totalApprovals = static_cast<int>(row.integer(18));
    deal.nextDue = row.text(19);
    deal.expired = row.flag(20);
    deal.needsAttention = fromCode<FlowIntelligence>(row.text(21)) == FlowIntelligence::NeedsAttention;
    deal.version = row.integer(22);
    deal.createdAt = row.text(23);
    deal.updatedAt = row.text(24);
    deal.lastStatusChange = row.text(25);
    return deal;
}

DealHit dealHitFrom(const Query &row)
{
    return {DealId(row.integer(0)), row.text(1), row.text(2), row.text(3), fromCode<DealStatus>(row.text(4)).value_or(DealStatus::Draft)};
}

ApprovalRow approvalRowFrom(const Query &row)
{
    ApprovalRow approval;
    approval.id = ApprovalId(row.integer(0));
    approval.revision = static_cast<int>(row.integer(1));
    approval.stage = static_cast<int>(row.integer(2));
    if (approval.stage == 1)
        approval.department = fromCode<Department>(row.text(3));
    approval.level = row.text(4);
    approval.levelName = row.text(5);
    approval.levelRank = row.isNull(6) ? -1 : static_cast<int>(row.integer(6));
    approval.status = fromCode<ApprovalStatus>(row.text(7)).value_or(ApprovalStatus::Pending);
    approval.priority = fromCode<ApprovalPriority>(row.text(8)).value_or(ApprovalPriority::Normal);
    approval.reasons = reasonsFrom(row.text(9));
    approval.assignee = optionalId<UserId>(row, 10);
    approval.assigneeName = row.text(11);
    approval.dueAt = row.text(12);
    approval.overdue = row.flag(13);
    approval.comments = row.text(14);
    approval.revisionReason = row.text(15);
    approval.revisionFields = textsFrom(row.text(16));
    approval.completedByName = row.text(17);
    approval.completedAt = row.text(18);
    approval.createdAt = row.text(19);
    approval.completedBy = optionalId<UserId>(row, 20);
    approval.imported = row.flag(21);
    approval.carriedFrom = optionalId<ApprovalId>(row, 22);
    approval.decidedRevision = static_cast<int>(row.integer(23));
    approval.onBehalfOfName = row.text(24);
    approval.deciderWrote = row.flag(25);
    approval.clockStartedAt = row.text(26);
    approval.remindAt = row.text(27);
    approval.escalateAt = row.text(28);
    approval.remindedAt = row.text(29);
    approval.escalatedAt = row.text(30);
    approval.escalatedTo = row.isNull(31) ? row.text(32) : row.text(31);
    return approval;
}

RevisionTick revisionTickFrom(const Query &row)
{
    return {ApprovalId(row.integer(0)), row.text(1), row.flag(2), row.text(3), row.text(4)};
}

CommentRow commentRowFrom(const Query &row)
{
    return {row.integer(0), optionalId<ApprovalId>(row, 1), row.text(2), row.text(3), row.text(4)};
}

RevisionRow revisionRowFrom(const Query &row)
{
    RevisionRow revision;
    revision.number = static_cast<int>(row.integer(0));
    revision.content = draftFromJson(objectFrom(row.text(1))).value_or(DealDraft{});
    revision.plan = planFromJson(objectFrom(row.text(2))).value_or(RoutingPlan{});
    revision.submittedByName = row.text(3);
    revision.submittedAt = row.text(4);
    return revision;
}

QList<DepartmentReason> reasonsFrom(const QString &json)
{
    return reasonsFromJson(QJsonDocument::fromJson(json.toUtf8()).array()).value_or(QList<DepartmentReason>{});
}

} // namespace dealdesk
