#include "presentation/deal_editor/change_requests.h"

#include "presentation/text/labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace dealdesk {

namespace {

QString nameOf(const ApprovalRow &approval)
{
    return approval.department ? label(*approval.department) : approval.levelName;
}

ChangeRequest requestOf(const ApprovalRow &approval)
{
    ChangeRequest request;
    request.approval = approval.id;
    request.from = nameOf(approval);
    if (!approval.completedByName.isEmpty()) {
        request.from = QCoreApplication::translate("ChangeRequests", "%1 (%2)", "department (person)")
                           .arg(request.from, approval.completedByName);
    }
    request.reason = approval.revisionReason.isEmpty() ? approval.comments : approval.revisionReason;
    return request;
}

std::optional<bool> tickOf(const QList<RevisionTick> &ticks, ApprovalId approval, const QString &path)
{
    for (const RevisionTick &tick : ticks) {
        if (tick.approval == approval && tick.path == path)
            return tick.isDone;
    }
    return std::nullopt;
}

bool isClient(Field field)
{
    return field == Field::Advertiser || field == Field::Agency;
}

bool isOfIncentives(Field field)
{
    return field == Field::Incentives || field == Field::IncentiveCategory || field == Field::IncentiveSubCategory
        || field == Field::IncentiveOption || field == Field::IncentiveValue || field == Field::IncentiveNotes;
}

/// Whether a change is one of the place's.
bool belongsTo(const FieldPath &place, const FieldPath &change)
{
    if (place == change || (isClient(place.field) && isClient(change.field)))
        return true;
    if (place.field == Field::ContractTerm)
        return change.field == Field::TermStart || change.field == Field::TermEnd;
    if (place.field == Field::Tiers)
        return change.tier >= 0 && (place.tier < 0 || place.tier == change.tier);
    if (place.field == Field::Incentives && place.tier == change.tier)
        return isOfIncentives(change.field) && (place.incentive < 0 || place.incentive == change.incentive);
    return false;
}

} // namespace

ChangeRequests changeRequestsOf(const DealDetail &detail)
{
    ChangeRequests all;
    if (detail.facts.status != DealStatus::Negotiating)
        return all;
    int latest = 0;
    for (const ApprovalRow &approval : detail.approvals)
        latest = std::max(latest, approval.revision);
    for (const RevisionRow &revision : detail.revisions) {
        if (revision.number == latest) {
            all.frozen = revision.content;
            all.path = revision.plan;
        }
    }
    for (const ApprovalRow &approval : detail.approvals) {
        if (approval.revision != latest)
            continue;
        if (approval.status == ApprovalStatus::Pending)
            all.unanswered.append(nameOf(approval));
        if (approval.status != ApprovalStatus::RevisionRequested)
            continue;
        all.requests.append(requestOf(approval));
        const QStringList paths = approval.revisionFields.isEmpty() ? QStringList{QString()} : approval.revisionFields;
        for (const QString &path : paths)
            all.points.append({approval.id, path, FieldPath::fromString(path), tickOf(detail.ticks, approval.id, path)});
    }
    return all;
}

QList<FieldChange> changesAt(const FieldPath &place, const DealDraft &before, const DealDraft &after)
{
    QList<FieldChange> changes = differences(before, after);
    changes.removeIf([&place](const FieldChange &change) { return !belongsTo(place, change.path); });
    return changes;
}

} // namespace dealdesk
