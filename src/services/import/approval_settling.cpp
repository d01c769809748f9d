#include "services/import/imported_deal.h"

#include "domain/business_clock.h"
#include "services/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isUnderReview(DealStatus status)
{
    return status == DealStatus::Submitted || status == DealStatus::UnderReview;
}

bool has(const QList<ApprovalRecord> &approvals, int stage, ApprovalStatus status)
{
    return std::any_of(approvals.begin(), approvals.end(), [=](const ApprovalRecord &a) { return a.stage == stage && a.status == status; });
}

bool allApproved(const QList<ApprovalRecord> &approvals, int stage)
{
    int found = 0;
    for (const ApprovalRecord &approval : approvals) {
        if (approval.stage == stage && approval.status != ApprovalStatus::Approved)
            return false;
        found += approval.stage == stage ? 1 : 0;
    }
    return found > 0;
}

ApprovalRecord newTask(int stage, Department department, const DealDraft &draft, const QDateTime &now)
{
    ApprovalRecord task;
    task.stage = stage;
    task.department = department;
    task.priority = approvalPriorityFor(draft.priority);
    task.createdAt = instantText(now);
    task.dueDate = instantText(firstClockFor(draft.region, now.date()).dueAfter(now, businessDaysFor(task.priority)));
    task.imported = false;
    return task;
}

void routeAnew(ImportedDeal &rows, const RoutingPlan &plan, const QDateTime &now)
{
    QStringList departments;
    for (const DepartmentStep &step : plan.departments) {
        ApprovalRecord task = newTask(1, step.department, rows.record.draft, now);
        task.reasons = step.reasons;
        rows.approvalRecords += task;
        departments += codeOf(step.department);
    }
    rows.deal.repair(u"approvals"_s, ImportText::tr("The deal is under review without any approval; it was routed anew."), {},
                     departments.join(u", "));
}

// Who was asked was asked: the deal stays with the departments that the prototype chose.
void followCapturedDepartments(ImportedDeal &rows, RoutingPlan &plan)
{
    QList<DepartmentStep> asked;
    QStringList missing;
    for (const Department department : allOf<Department>()) {
        const auto planned = std::find_if(plan.departments.begin(), plan.departments.end(),
                                          [department](const DepartmentStep &step) { return step.department == department; });
        const auto captured = std::find_if(rows.approvalRecords.begin(), rows.approvalRecords.end(),
                                           [department](const ApprovalRecord &a) { return a.stage == 1 && a.department == department; });
        if (captured != rows.approvalRecords.end())
            asked += planned != plan.departments.end() ? *planned : DepartmentStep{department, {}};
        else if (planned != plan.departments.end())
            missing += codeOf(department);
    }
    if (asked.isEmpty())
        return;
    plan.departments = asked;
    if (!missing.isEmpty() && isUnderReview(rows.record.status))
        rows.deal.keep(u"approvals"_s,
                       ImportText::tr("The prototype did not ask departments that today's rules would ask: %1.").arg(missing.join(u", ")),
                       {});
}

void settleStatus(ImportedDeal &rows, const QDateTime &now)
{
    DealRecord &record = rows.record;
    const QString before = codeOf(record.status);
    if (has(rows.approvalRecords, 1, ApprovalStatus::RevisionRequested)
        || has(rows.approvalRecords, 2, ApprovalStatus::RevisionRequested)) {
        record.status = DealStatus::Negotiating;
        rows.deal.repair(u"status"_s, ImportText::tr("A revision was requested, so that the deal is the owner's to change."), before,
                         codeOf(record.status));
    } else if (allApproved(rows.approvalRecords, 1) && allApproved(rows.approvalRecords, 2)) {
        record.status = DealStatus::Approved;
        rows.deal.repair(u"status"_s, ImportText::tr("Every approval was given."), before, codeOf(record.status));
    } else if (allApproved(rows.approvalRecords, 1) && !has(rows.approvalRecords, 2, ApprovalStatus::Pending)) {
        rows.approvalRecords += newTask(2, Department::Trading, record.draft, now);
        rows.deal.repair(u"approvals"_s, ImportText::tr("Every department has approved; the business approval was opened."), {}, {});
    }
}

void withdrawOpenTasks(ImportedDeal &rows)
{
    for (qsizetype i = 0; i < rows.approvalRecords.size(); ++i) {
        ApprovalRecord &approval = rows.approvalRecords[i];
        if (approval.status != ApprovalStatus::Pending)
            continue;
        approval.status = ApprovalStatus::Withdrawn;
        rows.approvals[i].repair(u"status"_s,
                                 ImportText::tr("Nothing is left to decide on this deal, so that the open task was withdrawn."),
                                 codeOf(ApprovalStatus::Pending), codeOf(ApprovalStatus::Withdrawn));
    }
}

int rankOfLevel(const QString &level, const RoutingPolicy &policy)
{
    for (const ApprovalLevel &known : policy.levels) {
        if (known.code == level)
            return known.rank;
    }
    return 0;
}

} // namespace

RoutingPlan settleApprovals(ImportedDeal &rows, const RoutingPolicy &policy, const People &people, const QDateTime &now)
{
    RoutingPlan plan = planRouting(rows.record.draft, policy);
    if (!rows.isRouted()) {
        withdrawOpenTasks(rows);
        return plan;
    }
    const qsizetype captured = rows.approvalRecords.size();
    followCapturedDepartments(rows, plan);
    if (isUnderReview(rows.record.status)) {
        if (captured == 0)
            routeAnew(rows, plan, now);
        else
            settleStatus(rows, now);
    } else if (rows.record.status != DealStatus::Negotiating) {
        withdrawOpenTasks(rows);
    }
    const int requiredRank = rankOfLevel(plan.level, policy);
    for (qsizetype i = 0; i < captured; ++i)
        checkAssignee(rows.approvals[i], rows.approvalRecords[i], requiredRank, people);
    return plan;
}

} // namespace dealdesk
