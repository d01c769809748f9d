#include "presentation/deal_page/approvals_model.h"
#include "presentation/deal_page/deal_page_model.h"
#include "presentation/inbox/task_commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Actor actorOf(const Person &person, const RoutingPolicy &policy)
{
    Actor actor;
    actor.id = person.id;
    actor.role = person.role;
    actor.department = person.department;
    actor.approvalLevel = person.approvalLevel;
    actor.isActive = person.isActive;
    for (const ApprovalLevel &level : policy.levels) {
        if (level.code == person.approvalLevel)
            actor.approvalRank = level.rank;
    }
    return actor;
}

} // namespace

std::optional<InboxTask> DealPageModel::ownTask() const
{
    if (!m_detail)
        return std::nullopt;
    for (const ApprovalRow &approval : m_detail->approvals) {
        if (approval.status != ApprovalStatus::Pending || isHeld(approval))
            continue;
        const bool isSomebodyElses = approval.assignee && *approval.assignee != actor().id;
        if (!isSomebodyElses && ownHindrance(approval) == ApprovalHindrance::None) {
            InboxTask task;
            task.approval = approval.id;
            task.deal = m_id;
            task.reference = m_detail->reference;
            task.stage = approval.stage;
            return task;
        }
        if (const auto task = delegatedTask(approval); task && (!isSomebodyElses || approval.assignee == task->onBehalfOf))
            return task;
    }
    return std::nullopt;
}

std::optional<InboxTask> DealPageModel::delegatedTask(const ApprovalRow &approval) const
{
    const auto tasks = m_context.inbox->tasks();
    const auto found = std::find_if(tasks.cbegin(), tasks.cend(),
                                    [&](const InboxTask &task) { return task.approval == approval.id && task.onBehalfOf; });
    return found == tasks.cend() ? std::nullopt : std::optional(*found);
}

bool DealPageModel::isHeld(const ApprovalRow &approval) const
{
    return m_context.inbox->held()->contains(u"approval-%1"_s.arg(approval.id.value()));
}

void DealPageModel::decide(TaskAction action, const QString &reason, const QStringList &fields)
{
    const auto task = ownTask();
    if (m_busy || !task)
        return;
    setBusy(true);
    finishTask(carryOut(m_context.session, *task, m_detail->version, action, reason, fields),
               tr("%1.").arg(pastTense(action, task->reference)), m_alive.current());
}

ApprovalHindrance DealPageModel::ownHindrance(const ApprovalRow &approval) const
{
    return m_detail ? hindranceOfDecision(factsOf(*m_detail, approval, actor().id), actor()) : ApprovalHindrance::NotOpen;
}

ApprovalHindrance DealPageModel::claimHindrance(const ApprovalRow &approval) const
{
    const ApprovalHindrance own = ownHindrance(approval);
    return own != ApprovalHindrance::None && delegatedTask(approval) ? ApprovalHindrance::None : own;
}

bool DealPageModel::mayRelease(const ApprovalRow &approval) const
{
    return approval.status == ApprovalStatus::Pending && approval.assignee == actor().id;
}

bool DealPageModel::mayAssign(const ApprovalRow &approval) const
{
    return actor().role == Role::Admin && approval.status == ApprovalStatus::Pending;
}

QList<Person> DealPageModel::eligibleFor(const ApprovalRow &approval) const
{
    QList<Person> people;
    if (!m_detail || !m_context.reference->isReady())
        return people;
    const auto reference = m_context.reference->current();
    for (const Person &person : reference->people) {
        ApprovalFacts facts = factsOf(*m_detail, approval, person.id);
        facts.dealIsUnderReview = true;
        if (person.isActive && hindranceOfDecision(facts, actorOf(person, reference->policy)) == ApprovalHindrance::None)
            people.append(person);
    }
    return people;
}

bool DealPageModel::isOwnDecision(const ApprovalRow &approval) const
{
    return rescindHindrance(approval) != RescindHindrance::NotOwnDecision;
}

RescindHindrance DealPageModel::rescindHindrance(const ApprovalRow &approval) const
{
    return m_detail ? hindranceOfRescind(*m_detail, approval, actor().id) : RescindHindrance::NotOwnDecision;
}

void DealPageModel::rescind(ApprovalId approval, const QString &reason)
{
    if (m_busy)
        return;
    setBusy(true);
    finishDealTask(m_approvals.rescind(approval, m_id, reason), tr("Your decision was taken back."), m_alive.current());
}

void DealPageModel::claim(ApprovalId approval)
{
    if (m_busy)
        return;
    setBusy(true);
    finishTask(m_approvals.claim(approval, m_id), tr("The review is yours now."), m_alive.current());
}

void DealPageModel::release(ApprovalId approval)
{
    if (m_busy)
        return;
    setBusy(true);
    finishTask(m_approvals.release(approval, m_id), tr("The review is back in the queue."), m_alive.current());
}

void DealPageModel::assign(ApprovalId approval, UserId person)
{
    if (m_busy)
        return;
    setBusy(true);
    finishTask(m_approvals.assign(approval, m_id, person), tr("The review was assigned."), m_alive.current());
}

} // namespace dealdesk
