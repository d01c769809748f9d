#include "domain/routing.h"

#include "domain/term.h"

#include <QMap>

#include <algorithm>

namespace dealdesk {

namespace {

using Reasons = QMap<Department, QList<DepartmentReason>>;
using ReasonKind = DepartmentReason::Kind;

/// The categories used, in the order of their first use, with the numbers of the tiers that use them.
QList<DepartmentReason> categoryReasons(const DealDraft &draft)
{
    QList<DepartmentReason> reasons;
    for (int tier = 0; tier < draft.tiers.size(); ++tier) {
        for (const Incentive &incentive : draft.tiers.at(tier).incentives) {
            if (incentive.category.isEmpty())
                continue;
            auto found = std::find_if(reasons.begin(), reasons.end(),
                                      [&incentive](const auto &reason) { return reason.category == incentive.category; });
            if (found == reasons.end())
                found = reasons.insert(reasons.end(), {ReasonKind::IncentiveCategory, incentive.category, {}, 0});
            if (!found->tiers.contains(tier + 1))
                found->tiers += tier + 1;
        }
    }
    return reasons;
}

QList<DepartmentReason> legalReasons(const DealDraft &draft, const RoutingPolicy &policy)
{
    QList<DepartmentReason> reasons;
    if (policy.legalForCustomDeals && draft.type == DealType::Custom)
        reasons += DepartmentReason{ReasonKind::CustomDeal, {}, {}, 0};
    const std::optional<int> limit = policy.legalForTermsOverMonths;
    if (limit && termMonths(draft.termStart, draft.termEnd).value_or(0) > *limit)
        reasons += DepartmentReason{ReasonKind::LongTerm, {}, {}, *limit};
    return reasons;
}

QList<Department> activeDepartments(const RoutingPolicy &policy, auto matches)
{
    QList<Department> found;
    for (const ReviewDepartment &candidate : policy.departments) {
        if (candidate.isActive && matches(candidate))
            found += candidate.department;
    }
    return found;
}

QList<DepartmentStep> departmentSteps(const DealDraft &draft, const RoutingPolicy &policy)
{
    const auto always = activeDepartments(policy, [](const ReviewDepartment &d) { return d.alwaysRequired; });
    Reasons reasons;
    const auto ask = [&reasons, &always](const QList<Department> &departments, const DepartmentReason &reason) {
        for (const Department department : departments.isEmpty() ? always : departments)
            reasons[department] += reason;
    };

    ask(always, {ReasonKind::Always, {}, {}, 0});
    for (const DepartmentReason &reason : categoryReasons(draft)) {
        ask(activeDepartments(policy, [&](const ReviewDepartment &d) { return d.incentiveCategories.contains(reason.category); }), reason);
    }
    for (const DepartmentReason &reason : legalReasons(draft, policy))
        ask(activeDepartments(policy, [](const ReviewDepartment &d) { return d.department == Department::Legal; }), reason);

    QList<DepartmentStep> steps;
    for (auto it = reasons.cbegin(); it != reasons.cend(); ++it)
        steps += DepartmentStep{it.key(), it.value()};
    return steps;
}

std::optional<Money> routingAmountOf(const Tier &tier, RoutingBasis basis)
{
    return basis == RoutingBasis::TopIncentiveCost ? std::optional(tier.incentiveCost()) : tier.annualRevenue;
}

void findAmount(const DealDraft &draft, RoutingPlan &plan)
{
    const Tier *expected = draft.expectedTier();
    for (int i = 0; i < draft.tiers.size(); ++i) {
        const Tier &tier = draft.tiers.at(i);
        if (plan.basis == RoutingBasis::ExpectedTierRevenue && &tier != expected)
            continue;
        const std::optional<Money> amount = routingAmountOf(tier, plan.basis);
        if (amount && (plan.decidingTier == 0 || *amount > plan.amount)) {
            plan.decidingTier = i + 1;
            plan.amount = *amount;
        }
    }
}

void findLevel(const QList<ApprovalLevel> &levels, RoutingPlan &plan)
{
    for (const ApprovalLevel &level : levels) {
        plan.level = level.code;
        plan.aboveTopLimit = plan.amount > level.limit;
        if (!plan.aboveTopLimit)
            return;
        plan.lowerLevel = level.code;
        plan.lowerLimit = level.limit;
    }
}

} // namespace

RoutingPlan planRouting(const DealDraft &draft, const RoutingPolicy &policy)
{
    RoutingPlan plan;
    plan.policyVersion = policy.version;
    plan.basis = policy.basis;
    plan.departments = departmentSteps(draft, policy);
    findAmount(draft, plan);
    findLevel(policy.levels, plan);
    return plan;
}

ApprovalPriority approvalPriorityFor(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return ApprovalPriority::Urgent;
    case Priority::High: return ApprovalPriority::High;
    case Priority::Medium:
    case Priority::Low: break;
    }
    return ApprovalPriority::Normal;
}

} // namespace dealdesk
