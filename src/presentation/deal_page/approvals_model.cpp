#include "presentation/deal_page/approvals_model.h"

#include "presentation/text/format.h"
#include "presentation/text/routing_text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

void ApprovalsModel::setDeal(const DealDetail &deal, const RoutingPolicy &policy)
{
    m_policy = policy;
    m_plans.clear();
    for (const RevisionRow &revision : deal.revisions)
        m_plans.insert(revision.number, revision.plan);
    QList<ApprovalRow> rows = deal.approvals;
    std::stable_sort(rows.begin(), rows.end(), [](const ApprovalRow &a, const ApprovalRow &b) {
        return std::tuple(-a.revision, a.stage, a.id) < std::tuple(-b.revision, b.stage, b.id);
    });
    replaceRows(rows, [](const ApprovalRow &row) { return row.id.value(); });
}

int ApprovalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApprovalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ApprovalRow &row = rowAt(index.row());
    if (role == MeaningRole && index.column() == StatusColumn)
        return int(meaningOf(row.status));
    if (role == OverdueRole)
        return row.overdue && row.status == ApprovalStatus::Pending;
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn)
        return reasonOf(row);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RevisionColumn: return QLocale().toString(row.revision);
    case StageColumn: return row.stage == 1 ? tr("1 Departments") : tr("2 Business");
    case WhoColumn: return nameOf(row);
    case StatusColumn: return label(row.status);
    case DueColumn: return row.status == ApprovalStatus::Pending ? formatInstant(row.dueAt) : QString();
    case AssigneeColumn: return row.assigneeName;
    case DecidedColumn:
        return row.completedAt.isEmpty() ? QString() : tr("%1, %2").arg(row.completedByName, formatInstant(row.completedAt));
    case ReasonColumn: return reasonOf(row);
    default: return {};
    }
}

QVariant ApprovalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RevisionColumn: return tr("Revision");
    case StageColumn: return tr("Stage");
    case WhoColumn: return tr("Asked");
    case StatusColumn: return tr("Status");
    case DueColumn: return tr("Due");
    case AssigneeColumn: return tr("Assigned to");
    case DecidedColumn: return tr("Decided");
    case ReasonColumn: return tr("Why");
    default: return {};
    }
}

QString ApprovalsModel::reasonOf(const ApprovalRow &approval) const
{
    if (approval.stage == 2) {
        const auto plan = m_plans.constFind(approval.revision);
        return plan == m_plans.cend() ? QString() : businessReasonText(*plan, m_policy);
    }
    QStringList reasons;
    for (const DepartmentReason &reason : approval.reasons)
        reasons.append(reasonText(reason));
    return reasons.join(u"; "_s);
}

QStringList ApprovalsModel::wordsOf(const ApprovalRow &approval)
{
    QStringList words;
    if (!approval.revisionReason.isEmpty())
        words.append(tr("Reason: %1").arg(approval.revisionReason));
    QStringList places;
    for (const QString &field : approval.revisionFields) {
        const auto path = FieldPath::fromString(field);
        places.append(path ? placeOf(*path) : field);
    }
    if (!places.isEmpty())
        words.append(tr("Concerns: %1").arg(places.join(u"; "_s)));
    if (!approval.comments.isEmpty())
        words.append(approval.comments);
    return words;
}

QString ApprovalsModel::nameOf(const ApprovalRow &approval)
{
    if (approval.department)
        return label(*approval.department);
    return approval.levelName.isEmpty() ? approval.level : approval.levelName;
}

bool isStageOpen(const DealDetail &deal, const ApprovalRow &approval)
{
    if (approval.stage == 1)
        return true;
    return std::none_of(deal.approvals.cbegin(), deal.approvals.cend(), [&](const ApprovalRow &other) {
        return other.stage == 1 && other.revision == approval.revision && other.status != ApprovalStatus::Approved
            && other.status != ApprovalStatus::NotRequired;
    });
}

ApprovalFacts factsOf(const DealDetail &deal, const ApprovalRow &approval, UserId person)
{
    ApprovalFacts facts;
    facts.stage = approval.stage;
    facts.department = approval.department;
    facts.requiredRank = approval.levelRank;
    facts.status = approval.status;
    facts.actorWroteTheDeal = deal.facts.owner == person;
    facts.dealIsUnderReview = (deal.facts.status == DealStatus::Submitted || deal.facts.status == DealStatus::UnderReview)
        && isStageOpen(deal, approval);
    return facts;
}

} // namespace dealdesk
