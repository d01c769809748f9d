#include "services/import/approval_rows.h"

#include "domain/business_clock.h"
#include "services/import/import_text.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString readPerson(SourceRow &source, const QString &field, const QString &id, const People &people)
{
    if (id.isEmpty())
        return {};
    const auto person = people.byId(id);
    if (person && !person->isQuarantined)
        return person->username;
    source.repair(field, ImportText::tr("Nobody among the imported people has this number."), id, {});
    return {};
}

ActionRecord readAction(SourceRow &approval, const QJsonObject &json, const QString &field, const People &people)
{
    SourceRow source(approval.table(), approval.address(), json);
    ActionRecord action;
    const auto type = source.requiredCode<ActionType>("actionType"_L1);
    action.type = type.value_or(ActionType::Comment);
    action.comments = source.text("comments"_L1);
    action.createdAt = source.instant("createdAt"_L1);
    if (source.isRefused() || action.createdAt.isEmpty())
        approval.refuse(field, ImportText::tr("This action cannot be read: it needs a type and a time."));
    action.performedBy = readPerson(approval, field + ".performedBy"_L1, sourceText(source.at("performedBy"_L1)), people);
    const auto person = people.byUsername(action.performedBy);
    action.performedByName = person ? person->displayName : unknownPerson();
    return action;
}

ApprovalPriority readPriority(SourceRow &source, const DealDraft &draft)
{
    if (!source.has("priority"_L1))
        return approvalPriorityFor(draft.priority);
    return source.code<ApprovalPriority>("priority"_L1).value_or(ApprovalPriority::Normal);
}

// A task needs a date: where the prototype had none, the rule of a new task gives it, counted from the day that it was made.
void repairDueDate(SourceRow &source, ApprovalRecord &approval, std::optional<Region> region)
{
    if (!approval.dueDate.isEmpty() || source.isRefused())
        return;
    const QDateTime created = QDateTime::fromString(approval.createdAt, Qt::ISODateWithMs);
    approval.dueDate = instantText(firstClockFor(region, created.date()).dueAfter(created, businessDaysFor(approval.priority)));
    source.repair(u"dueDate"_s, ImportText::tr("There was no due date; it was counted in business days from the day of the task."), {},
                  approval.dueDate);
}

ApprovalRecord readApproval(SourceRow &source, const DealDraft &draft, const People &people)
{
    ApprovalRecord approval;
    approval.sourceId = sourceText(source.at("id"_L1));
    const auto stage = source.integer("approvalStage"_L1);
    approval.stage = int(stage.value_or(0));
    if (approval.stage != 1 && approval.stage != 2)
        source.refuse(u"approvalStage"_s, ImportText::tr("An approval is of stage 1 or 2."));
    approval.department = source.requiredCode<Department>("department"_L1).value_or(Department::Trading);
    approval.status = source.requiredCode<ApprovalStatus>("status"_L1).value_or(ApprovalStatus::Pending);
    approval.priority = readPriority(source, draft);
    approval.assignedTo = readPerson(source, u"assignedTo"_s, sourceText(source.at("assignedTo"_L1)), people);
    approval.dueDate = source.instant("dueDate"_L1);
    approval.comments = source.text("comments"_L1);
    approval.revisionReason = source.text("revisionReason"_L1);
    approval.reviewerNotes = source.text("reviewerNotes"_L1);
    approval.completedAt = source.instant("completedAt"_L1);
    approval.createdAt = source.instant("createdAt"_L1);
    if (approval.createdAt.isEmpty() && !source.isRefused())
        source.refuseMissing(u"createdAt"_s);
    repairDueDate(source, approval, draft.region);
    const QJsonArray actions = source.at("actions"_L1).toArray();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        source.countNested(u"approval_actions"_s);
        approval.actions += readAction(source, actions.at(i).toObject(), u"actions[%1]"_s.arg(i), people);
    }
    return approval;
}

bool mayDecide(const KnownPerson &person, const ApprovalRecord &approval, int requiredRank)
{
    if (!person.isActive)
        return false;
    return approval.stage == 1 ? person.role == Role::DepartmentReviewer && person.department == approval.department
                               : person.role == Role::Approver && person.approvalRank >= requiredRank;
}

} // namespace

QString unknownPerson()
{
    return u"(unknown)"_s;
}

QList<ApprovalRecord> readApprovals(QList<SourceRow> &sources, const QString &dealId, const DealDraft &draft, const People &people)
{
    QList<ApprovalRecord> approvals;
    for (SourceRow &source : sources) {
        if (source.has("dealId"_L1) && sourceText(source.at("dealId"_L1)) != dealId)
            source.refuse(u"dealId"_s, ImportText::tr("The approval says that it belongs to another deal."));
        approvals += readApproval(source, draft, people);
    }
    return approvals;
}

void checkAssignee(SourceRow &source, ApprovalRecord &approval, int requiredRank, const People &people)
{
    const auto person = people.byUsername(approval.assignedTo);
    if (!person || approval.status != ApprovalStatus::Pending || mayDecide(*person, approval, requiredRank))
        return;
    source.repair(u"assignedTo"_s, ImportText::tr("This person may not decide it; the task waits in its shared queue."),
                  approval.assignedTo, {});
    approval.assignedTo.clear();
}

} // namespace dealdesk
