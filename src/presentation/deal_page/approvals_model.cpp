#include "presentation/deal_page/approvals_model.h"

#include "presentation/revisions/since_decision.h"
#include "presentation/text/approval_text.h"
#include "presentation/text/format.h"
#include "presentation/text/routing_text.h"
#include "services/past_decisions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QStringList placesOf(const QStringList &fields)
{
    QStringList places;
    for (const QString &field : fields) {
        const auto path = FieldPath::fromString(field);
        places.append(path ? placeOf(*path) : field);
    }
    return places;
}

QList<ApprovalLine> linesOf(QList<ApprovalRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const ApprovalRow &a, const ApprovalRow &b) {
        return std::tuple(-a.revision, a.stage, a.id) < std::tuple(-b.revision, b.stage, b.id);
    });
    const bool several = !rows.isEmpty() && rows.constFirst().revision != rows.constLast().revision;
    QList<ApprovalLine> lines;
    for (const ApprovalRow &row : std::as_const(rows)) {
        if (several && (lines.isEmpty() || lines.constLast().revision != row.revision))
            lines.append({row.revision, std::nullopt});
        lines.append({row.revision, row});
    }
    return lines;
}

/// "Since Finance approved revision 1 (…): tier 2, gross margin: 35 % → 32 % (worse)"; empty where it is asked for the first time.
QString sinceText(const DealDetail &deal, const ApprovalRow &approval, const RoutingPolicy &policy)
{
    const auto since = sinceLastDecision(deal, approverOf(approval), policy);
    if (!since)
        return {};
    QStringList changes;
    for (const ChangeSentence &change : since->changes) {
        if (change.inScope)
            changes.append(change.text);
    }
    return changes.isEmpty() ? ApprovalsModel::tr("%1, nothing of theirs has changed.").arg(since->headline)
                             : ApprovalsModel::tr("%1: %2").arg(since->headline, changes.join(u"; "_s));
}

} // namespace

void ApprovalsModel::setDeal(const DealDetail &deal, const RoutingPolicy &policy)
{
    m_policy = policy;
    m_current = deal.revisionCount + 1;
    m_stopped = deal.facts.status == DealStatus::Negotiating;
    m_plans.clear();
    for (const RevisionRow &revision : deal.revisions)
        m_plans.insert(revision.number, revision.plan);
    m_since.clear();
    for (const ApprovalRow &approval : deal.approvals) {
        if (approval.status == ApprovalStatus::Pending && approval.revision == m_current)
            m_since.insert(approval.id, sinceText(deal, approval, policy));
    }
    replaceRows(linesOf(deal.approvals),
                [](const ApprovalLine &line) { return line.approval ? line.approval->id.value() : -line.revision; });
}

const ApprovalRow *ApprovalsModel::approvalAt(int row) const
{
    const ApprovalLine &line = rowAt(row);
    return line.approval ? &*line.approval : nullptr;
}

int ApprovalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApprovalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ApprovalRow *row = approvalAt(index.row());
    if (!row)
        return headingData(index, role);
    const bool isLate = row->status == ApprovalStatus::Pending && row->overdue && !m_stopped;
    switch (role) {
    case MeaningRole:
        return index.column() == StatusColumn ? QVariant(int(isLate ? Meaning::Negative : meaningOf(row->status))) : QVariant();
    case OverdueRole: return isLate;
    case HeadingRole: return false;
    case Qt::ToolTipRole:
        return index.column() == ReasonColumn || index.column() == AnswerColumn ? text(*row, index.column()).toHtmlEscaped() : QVariant();
    case Qt::DisplayRole: return text(*row, index.column());
    default: return {};
    }
}

QVariant ApprovalsModel::headingData(const QModelIndex &index, int role) const
{
    if (role == HeadingRole)
        return true;
    if (role != Qt::DisplayRole || index.column() != 0)
        return {};
    const int revision = rowAt(index.row()).revision;
    return revision == m_current ? tr("Revision %1 (current)").arg(revision) : tr("Revision %1").arg(revision);
}

QString ApprovalsModel::text(const ApprovalRow &approval, int column) const
{
    const bool isOpen = approval.status == ApprovalStatus::Pending;
    switch (column) {
    case StageColumn: return approval.stage == 1 ? tr("1 Departments") : tr("2 Business");
    case WhoColumn: return approverName(approval);
    case StatusColumn: return statusText(approval);
    case DueColumn: return !isOpen ? QString() : m_stopped ? tr("stopped") : formatInstant(approval.dueAt);
    case AssigneeColumn: return approval.assigneeName;
    case AnswerColumn: return isOpen ? tr("Waiting since %1").arg(formatInstant(approval.createdAt)) : decisionText(approval);
    case ReasonColumn: return reasonOf(approval);
    default: return {};
    }
}

QVariant ApprovalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StageColumn: return tr("Stage");
    case WhoColumn: return tr("Asked");
    case StatusColumn: return tr("Status");
    case DueColumn: return tr("Due");
    case AssigneeColumn: return tr("Assigned to");
    case AnswerColumn: return tr("Answer");
    case ReasonColumn: return tr("Why asked");
    default: return {};
    }
}

Qt::ItemFlags ApprovalsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return approvalAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

QString ApprovalsModel::reasonOf(const ApprovalRow &approval) const
{
    if (approval.status == ApprovalStatus::NotRequired)
        return tr("asked on an earlier revision, not needed for this one");
    if (approval.stage == 2) {
        const auto plan = m_plans.constFind(approval.revision);
        return plan == m_plans.cend() ? QString() : businessReasonText(*plan, m_policy);
    }
    QStringList reasons;
    for (const DepartmentReason &reason : approval.reasons)
        reasons.append(reasonText(reason));
    return reasons.join(u"; "_s);
}

QStringList ApprovalsModel::wordsOf(const ApprovalRow &approval, const QDateTime &now) const
{
    QStringList words;
    const QString reason = reasonOf(approval);
    words.append(reason.isEmpty() ? approverName(approval) : tr("%1: %2").arg(approverName(approval), reason));
    for (const QString &text : {m_since.value(approval.id), decisionText(approval)}) {
        if (!text.isEmpty())
            words.append(text);
    }
    if (!approval.revisionReason.isEmpty())
        words.append(tr("Reason: %1").arg(approval.revisionReason));
    if (const QStringList places = placesOf(approval.revisionFields); !places.isEmpty())
        words.append(tr("Concerns: %1").arg(places.join(u"; "_s)));
    if (!approval.comments.isEmpty())
        words.append(approval.status == ApprovalStatus::Pending ? tr("Taken back: %1").arg(approval.comments) : approval.comments);
    return words + QStringList(clockTexts(approval, m_stopped, now).join(u' '));
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
    // Open reviews go on while the owner has the deal, so that everything that is asked for comes at once.
    const bool isWithPeople = deal.facts.status == DealStatus::Submitted || deal.facts.status == DealStatus::UnderReview
        || deal.facts.status == DealStatus::Negotiating;
    facts.dealIsUnderReview = isWithPeople && isStageOpen(deal, approval);
    return facts;
}

} // namespace dealdesk
