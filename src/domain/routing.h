#pragma once

#include "domain/deal_draft.h"

#include <QList>
#include <QStringList>

namespace dealdesk {

/// Which amount decides the business level. Policy; codes top_tier_revenue, expected_tier_revenue, top_incentive_cost.
enum class RoutingBasis { TopTierRevenue, ExpectedTierRevenue, TopIncentiveCost };
template<>
struct EnumCodes<RoutingBasis> {
    static constexpr std::array table = {std::pair{RoutingBasis::TopTierRevenue, "top_tier_revenue"},
                                         std::pair{RoutingBasis::ExpectedTierRevenue, "expected_tier_revenue"},
                                         std::pair{RoutingBasis::TopIncentiveCost, "top_incentive_cost"}};
};

/// A level of business authority: manager, director, vp, svp by default. `limit` is the highest amount that it may decide.
struct ApprovalLevel {
    QString code;
    QString displayName;
    int rank = 0; ///< ascending with authority
    Money limit;

    friend bool operator==(const ApprovalLevel &, const ApprovalLevel &) = default;
};

/// A department as routing sees it.
struct ReviewDepartment {
    Department department = Department::Trading;
    QString displayName;
    QStringList incentiveCategories; ///< the categories that bring it in
    bool alwaysRequired = false;
    bool isActive = true;

    friend bool operator==(const ReviewDepartment &, const ReviewDepartment &) = default;
};

/// Everything that routing and figures take from policy. `version` travels with a submission so that a stale plan is refused.
struct RoutingPolicy {
    qint64 version = 0;
    RoutingBasis basis = RoutingBasis::TopTierRevenue;
    bool legalForCustomDeals = false;
    std::optional<int> legalForTermsOverMonths;
    Ratio clientValueFactor = Ratio::fromMillionths(3'500'000);
    QList<ApprovalLevel> levels; ///< by rank, ascending
    QList<ReviewDepartment> departments;

    friend bool operator==(const RoutingPolicy &, const RoutingPolicy &) = default;
};

/// Why a department takes part in stage 1. A department may have several reasons.
struct DepartmentReason {
    enum class Kind { Always, IncentiveCategory, CustomDeal, LongTerm };
    Kind kind = Kind::Always;
    QString category; ///< for IncentiveCategory
    QList<int> tiers; ///< for IncentiveCategory: tier numbers, from 1
    int months = 0;   ///< for LongTerm: the policy's limit

    friend bool operator==(const DepartmentReason &, const DepartmentReason &) = default;
};
template<>
struct EnumCodes<DepartmentReason::Kind> {
    static constexpr std::array table = {
        std::pair{DepartmentReason::Kind::Always, "always"}, std::pair{DepartmentReason::Kind::IncentiveCategory, "category"},
        std::pair{DepartmentReason::Kind::CustomDeal, "custom_deal"}, std::pair{DepartmentReason::Kind::LongTerm, "long_term"}};
};

struct DepartmentStep {
    Department department = Department::Trading;
    QList<DepartmentReason> reasons;

    friend bool operator==(const DepartmentStep &, const DepartmentStep &) = default;
};

/// The whole path of a deal through approval. presentation/text/routing_text.h says it in words.
struct RoutingPlan {
    qint64 policyVersion = 0;
    QList<DepartmentStep> departments; ///< stage 1, in the order of the Department enumeration
    RoutingBasis basis = RoutingBasis::TopTierRevenue;
    int decidingTier = 0;       ///< the tier, from 1, whose amount decides; 0 when the deal has no amount yet
    Money amount;               ///< the routing amount, as stored in deals.routing_amount
    QString level;              ///< code of the lowest level that covers the amount; empty without levels
    bool aboveTopLimit = false; ///< no level covers the amount: the top level decides
    QString lowerLevel;         ///< the highest level whose limit the amount exceeds: the one below `level`, or above the top
                                ///< limit `level` itself; empty when the lowest level decides
    Money lowerLimit;           ///< the limit of lowerLevel

    friend bool operator==(const RoutingPlan &, const RoutingPlan &) = default;
};

/// domain.md "Routing". Total: any draft has a plan; missing amounts count as zero, and of equal amounts the lowest tier's decides.
/// A department that is not active is never asked. What would have brought it in (a category that no active department reviews, or
/// legal's rules) falls to the departments that are always required, with the reason named there, so that nothing goes unseen.
/// "Over N months" counts the contract term, in whole months.
RoutingPlan planRouting(const DealDraft &draft, const RoutingPolicy &policy);

/// The approvals' priority (and with it their due date): critical→urgent, high→high, else normal.
ApprovalPriority approvalPriorityFor(Priority priority);

} // namespace dealdesk
