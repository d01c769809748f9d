#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <optional>

namespace dealdesk {

enum class Field {
    Name,
    Email,
    Type,
    Channel,
    Structure,
    Region,
    Priority,
    Advertiser,
    Agency,
    BusinessSummary,
    GrowthOpportunityOwn,
    GrowthOpportunityClient,
    ClientAsks,
    GrowthAmbition,
    TermStart,
    TermEnd,
    ContractTerm,
    Tiers, ///< the list of tiers as such, or with an index one tier as a whole
    Revenue,
    Margin,     // of a tier
    Incentives, ///< a tier's list of incentives as such, or with an index one incentive as a whole
    IncentiveCategory,
    IncentiveSubCategory,
    IncentiveOption,
    IncentiveValue,
    IncentiveNotes
};

/// Where in a draft: a field of the deal, of a tier, or of an incentive. Indexes count from 0; -1 where they do not apply.
struct FieldPath {
    Field field = Field::Name;
    int tier = -1;
    int incentive = -1;

    /// The stable spelling that revision requests and reports hold: "term_start", "tiers[0].revenue",
    /// "tiers[2].incentives[1].value"; "tiers[1]" and "tiers[2].incentives[1]" mean the tier or incentive as a whole.
    [[nodiscard]] QString toString() const;
    /// Nothing for anything that toString does not write.
    static std::optional<FieldPath> fromString(QStringView text);

    friend bool operator==(const FieldPath &, const FieldPath &) = default;
    friend size_t qHash(const FieldPath &path, size_t seed = 0) { return qHashMulti(seed, int(path.field), path.tier, path.incentive); }
};

} // namespace dealdesk
