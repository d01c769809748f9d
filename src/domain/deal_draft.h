#pragma once

#include "core/money.h"
#include "core/ratio.h"
#include "domain/values.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace dealdesk {

inline constexpr int kMaxTiers = 5;
inline constexpr Ratio kDefaultMargin = Ratio::fromPercent(35);
inline constexpr int kDefaultTermMonths = 12;
inline constexpr Money kMinimumGrowthAmbition = Money::fromDollars(1'000'000);
inline constexpr int kMaxNameLength = 500;
inline constexpr int kDraftLifetimeDays = 30;

/// What the client earns at a tier. Category, sub-category and option are names of the incentive catalogue.
struct Incentive {
    QString category;
    QString subCategory;
    QString option;
    std::optional<Money> value; ///< absent while the form has none yet
    QString notes;

    friend bool operator==(const Incentive &, const Incentive &) = default;
};

/// One revenue tier; its number is its place in DealDraft::tiers plus one. Tiers are alternatives, never summed.
struct Tier {
    std::optional<Money> annualRevenue;
    std::optional<Ratio> grossMargin = kDefaultMargin;
    QList<Incentive> incentives;

    /// The cost of all incentives that have a value.
    [[nodiscard]] Money incentiveCost() const;

    friend bool operator==(const Tier &, const Tier &) = default;
};

/// Everything about a deal that its owner writes. A draft may be incomplete; domain/validation.h says what a submission needs.
struct DealDraft {
    QString name;
    QString email;
    DealType type = DealType::Grow;
    SalesChannel channel = SalesChannel::ClientDirect;
    DealStructure structure = DealStructure::Tiered;
    std::optional<Region> region;
    Priority priority = Priority::Medium;
    QString advertiserName; ///< for client_direct
    QString agencyName;     ///< for the two agency channels
    QString businessSummary;
    QString growthOpportunityOwn; ///< column growth_opportunity_miq
    QString growthOpportunityClient;
    QString clientAsks;
    std::optional<Money> growthAmbition;
    QDate termStart; ///< inclusive; null while unknown
    QDate termEnd;   ///< inclusive; null while unknown
    QList<Tier> tiers = {Tier{}};

    /// The expected tier: tier 2 where there are several, else tier 1; null for a draft without tiers.
    [[nodiscard]] const Tier *expectedTier() const;
    /// The name of the client that the channel asks for.
    [[nodiscard]] const QString &clientName() const;

    friend bool operator==(const DealDraft &, const DealDraft &) = default;
};

} // namespace dealdesk
