#include "services/import/imported_deal.h"

#include "domain/draft_json.h"
#include "domain/plan_json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template<typename E>
QJsonValue codeOrNull(std::optional<E> value)
{
    return value ? QJsonValue(codeOf(*value)) : QJsonValue(QJsonValue::Null);
}

// When the others first saw it: its submission or scoping, else its beginning.
QString visibleSince(const ImportedDeal &rows)
{
    if (rows.record.status == DealStatus::Draft)
        return {};
    const auto first = std::find_if(rows.historyRecords.begin(), rows.historyRecords.end(), [](const StatusRecord &step) {
        return step.status == DealStatus::Submitted || step.status == DealStatus::Scoping;
    });
    return first != rows.historyRecords.end() ? first->changedAt : rows.record.createdAt;
}

QString draftExpiry(const DealRecord &record)
{
    if (record.status != DealStatus::Draft || !record.draftExpiresAt.isEmpty())
        return record.draftExpiresAt;
    return instantText(QDateTime::fromString(record.updatedAt, Qt::ISODateWithMs).addDays(kDraftLifetimeDays));
}

QJsonObject dealColumns(const ImportedDeal &rows, const RoutingPlan &plan, const QString &parentKey)
{
    const DealRecord &record = rows.record;
    const bool isEditable = record.status == DealStatus::Draft || record.status == DealStatus::Negotiating;
    QJsonObject deal = toJson(record.draft);
    deal.remove("tiers"_L1);
    deal.insert("reference_number"_L1, orNull(record.reference));
    deal.insert("owner"_L1, record.owner);
    deal.insert("submitted_by"_L1, wasSubmitted(record.status) ? QJsonValue(record.owner) : QJsonValue(QJsonValue::Null));
    deal.insert("status"_L1, codeOf(record.status));
    deal.insert("draft_type"_L1, codeOrNull(record.draftType));
    deal.insert("flow_intelligence"_L1, codeOrNull(record.flow));
    deal.insert("revision_count"_L1, record.revisionCount);
    deal.insert("is_revision"_L1, record.isRevision);
    deal.insert("parent_key"_L1, orNull(parentKey));
    deal.insert("revision_reason"_L1, orNull(record.revisionReason));
    deal.insert("last_revised_at"_L1, orNull(record.lastRevisedAt));
    deal.insert("can_edit"_L1, isEditable);
    deal.insert("draft_expires_at"_L1, orNull(draftExpiry(record)));
    deal.insert("last_status_change"_L1, record.lastStatusChange);
    deal.insert("visible_since"_L1, orNull(visibleSince(rows)));
    deal.insert("routing_amount"_L1, rows.isRouted() ? QJsonValue(plan.amount.cents()) : QJsonValue(QJsonValue::Null));
    deal.insert("routing_level"_L1, rows.isRouted() ? orNull(plan.level) : QJsonValue(QJsonValue::Null));
    deal.insert("previous_year_revenue"_L1,
                record.previousYearRevenue ? QJsonValue(record.previousYearRevenue->cents()) : QJsonValue(QJsonValue::Null));
    deal.insert("previous_year_margin"_L1,
                record.previousYearMargin ? QJsonValue(record.previousYearMargin->millionths()) : QJsonValue(QJsonValue::Null));
    deal.insert("created_at"_L1, record.createdAt);
    deal.insert("updated_at"_L1, record.updatedAt);
    return deal;
}

QJsonArray tierJson(const ImportedDeal &rows)
{
    QJsonArray tiers = toJson(rows.record.draft).value("tiers"_L1).toArray();
    for (qsizetype i = 0; i < tiers.size() && i < rows.tiers.size(); ++i) {
        QJsonObject tier = tiers.at(i).toObject();
        const auto created = sourceInstant(rows.tiers.at(i).at("createdAt"_L1));
        const auto updated = sourceInstant(rows.tiers.at(i).at("updatedAt"_L1));
        tier.insert("created_at"_L1, created ? created->value : rows.record.createdAt);
        tier.insert("updated_at"_L1, updated ? updated->value : rows.record.updatedAt);
        tiers[i] = tier;
    }
    return tiers;
}

QJsonValue revisionJson(const ImportedDeal &rows, const RoutingPlan &plan, const QString &ownerName)
{
    if (!rows.isRouted())
        return QJsonValue::Null;
    const auto submitted = std::find_if(rows.historyRecords.rbegin(), rows.historyRecords.rend(),
                                        [](const StatusRecord &step) { return step.status == DealStatus::Submitted; });
    return QJsonObject{{u"revision_number"_s, rows.record.revisionCount + 1},
                       {u"content"_s, toJson(rows.record.draft)},
                       {u"plan"_s, toJson(plan)},
                       {u"submitted_by"_s, rows.record.owner},
                       {u"submitted_by_name"_s, ownerName},
                       {u"submitted_at"_s, submitted != rows.historyRecords.rend() ? submitted->changedAt : rows.record.createdAt}};
}

QJsonArray actionsJson(const ApprovalRecord &approval)
{
    QJsonArray actions;
    for (const ActionRecord &action : approval.actions) {
        actions += QJsonObject{{u"action_type"_s, codeOf(action.type)},
                               {u"performed_by"_s, orNull(action.performedBy)},
                               {u"performed_by_name"_s, action.performedByName},
                               {u"comments"_s, orNull(action.comments)},
                               {u"created_at"_s, action.createdAt}};
    }
    return actions;
}

// The last decision names who completed it.
QString completedBy(const ApprovalRecord &approval)
{
    for (auto action = approval.actions.rbegin(); action != approval.actions.rend(); ++action) {
        if (action->type == ActionType::Approve || action->type == ActionType::Reject || action->type == ActionType::RequestRevision)
            return action->performedBy;
    }
    return {};
}

QJsonArray approvalsJson(const ImportedDeal &rows, const RoutingPlan &plan)
{
    QJsonArray approvals;
    for (const ApprovalRecord &approval : rows.approvalRecords) {
        RoutingPlan reasons;
        reasons.departments = {DepartmentStep{approval.department, approval.reasons}};
        approvals += QJsonObject{{u"revision_number"_s, rows.record.revisionCount + 1},
                                 {u"approval_stage"_s, approval.stage},
                                 {u"department"_s, codeOf(approval.department)},
                                 {u"approval_level"_s, approval.stage == 2 ? orNull(plan.level) : QJsonValue(QJsonValue::Null)},
                                 {u"required_role"_s, codeOf(approval.stage == 2 ? Role::Approver : Role::DepartmentReviewer)},
                                 {u"status"_s, codeOf(approval.status)},
                                 {u"priority"_s, codeOf(approval.priority)},
                                 {u"reasons"_s, toJson(reasons).value("departments"_L1)[0]["reasons"_L1]},
                                 {u"assigned_to"_s, orNull(approval.assignedTo)},
                                 {u"due_date"_s, approval.dueDate},
                                 {u"comments"_s, orNull(approval.comments)},
                                 {u"revision_reason"_s, orNull(approval.revisionReason)},
                                 {u"reviewer_notes"_s, orNull(approval.reviewerNotes)},
                                 {u"completed_by"_s, orNull(completedBy(approval))},
                                 {u"completed_at"_s, orNull(approval.completedAt)},
                                 {u"created_at"_s, approval.createdAt},
                                 {u"imported"_s, approval.imported},
                                 {u"actions"_s, actionsJson(approval)}};
    }
    return approvals;
}

// Where the old data tells nothing of how the deal came to its status, the import says that it brought it, and no more.
QJsonArray historyJson(const ImportedDeal &rows, const ImportSurroundings &surroundings)
{
    QJsonArray history;
    QString previous;
    const auto add = [&history, &previous](const StatusRecord &step) {
        history += QJsonObject{{u"status"_s, codeOf(step.status)},
                               {u"previous_status"_s, orNull(previous)},
                               {u"performed_by"_s, orNull(step.performedBy)},
                               {u"performed_by_name"_s, step.performedByName},
                               {u"comments"_s, orNull(step.comments)},
                               {u"changed_at"_s, step.changedAt}};
        previous = codeOf(step.status);
    };
    for (const StatusRecord &step : rows.historyRecords)
        add(step);
    if (previous != codeOf(rows.record.status))
        add({rows.record.status, surroundings.importer.username, surroundings.importer.displayName, u"Imported from the prototype"_s,
             instantText(surroundings.now)});
    return history;
}

QJsonArray commentsJson(const ImportedDeal &rows)
{
    QJsonArray comments;
    for (const CommentRecord &comment : rows.commentRecords) {
        comments += QJsonObject{{u"author"_s, orNull(comment.author)},
                                {u"author_name"_s, comment.authorName},
                                {u"body"_s, comment.body},
                                {u"created_at"_s, comment.createdAt}};
    }
    return comments;
}

} // namespace

QJsonObject importRow(const ImportedDeal &rows, const RoutingPlan &plan, const QString &parentKey, const ImportSurroundings &surroundings,
                      const QString &ownerName)
{
    return {{u"deal"_s, dealColumns(rows, plan, parentKey)},      {u"tiers"_s, tierJson(rows)},
            {u"revision"_s, revisionJson(rows, plan, ownerName)}, {u"approvals"_s, approvalsJson(rows, plan)},
            {u"history"_s, historyJson(rows, surroundings)},      {u"comments"_s, commentsJson(rows)}};
}

} // namespace dealdesk
