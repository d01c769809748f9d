#include "domain/validation_rules.h"
#include "domain/violation_text.h"

namespace dealdesk {

namespace {

void checkTierCount(const DealDraft &draft, Purpose purpose, QList<Violation> &found)
{
    const FieldPath field{Field::Tiers};
    const qsizetype count = draft.tiers.size();
    if (count > kMaxTiers)
        found += {field, ViolationCode::TooManyTiers,
                  ViolationText::tr("There are %1 tiers. Remove some: a deal has %2 at most.").arg(count).arg(kMaxTiers)};
    else if (purpose != Purpose::Submission)
        return;
    else if (count == 0)
        found += {field, ViolationCode::TooFewTiers, ViolationText::tr("Add at least one tier.")};
    else if (draft.structure == DealStructure::FlatCommit && count > 1)
        found += {field, ViolationCode::FlatCommitNeedsOneTier,
                  ViolationText::tr("A flat commitment has exactly one tier. Remove the others or make the deal tiered.")};
}

/// `previous` is the revenue of the nearest tier before that has one.
std::optional<Violation> revenueViolation(const FieldPath &field, std::optional<Money> revenue, std::optional<Money> previous,
                                          Purpose purpose)
{
    if (revenue) {
        if (auto violation = amountViolation(field, *revenue))
            return violation;
    }
    if (purpose != Purpose::Submission)
        return std::nullopt;
    if (!revenue)
        return Violation{field, ViolationCode::Required, ViolationText::tr("Enter the annual revenue.")};
    if (revenue->isZero())
        return Violation{field, ViolationCode::BelowMinimum, ViolationText::tr("Enter an annual revenue above zero.")};
    if (previous && *revenue <= *previous)
        return Violation{
            field, ViolationCode::RevenueNotRising,
            ViolationText::tr("Revenue must rise from tier to tier. Enter more than %1 USD.").arg(ViolationText::amount(*previous))};
    return std::nullopt;
}

void checkMargin(const FieldPath &field, std::optional<Ratio> margin, Purpose purpose, QList<Violation> &found)
{
    if (margin && (*margin < Ratio() || *margin > Ratio::fromPercent(100)))
        found += {field, ViolationCode::MarginOutOfRange, ViolationText::tr("Enter a margin from 0 to 100 percent.")};
    else if (!margin && purpose == Purpose::Submission)
        found += {field, ViolationCode::Required, ViolationText::tr("Enter the gross margin.")};
}

std::optional<Violation> catalogViolation(const Incentive &incentive, int tier, int index, const IncentiveCatalog &catalog)
{
    struct Level {
        Field field;
        QString name;
        QString missing;
        QStringList known;
    };
    const Level levels[] = {
        {Field::IncentiveCategory, incentive.category, ViolationText::tr("Choose the category of the incentive."), catalog.categoryNames()},
        {Field::IncentiveSubCategory, incentive.subCategory, ViolationText::tr("Choose the sub-category of the incentive."),
         catalog.subCategoryNames(incentive.category)},
        {Field::IncentiveOption, incentive.option, ViolationText::tr("Choose the incentive."),
         catalog.options(incentive.category, incentive.subCategory)}};
    for (const Level &level : levels) {
        const FieldPath field{level.field, tier, index};
        if (level.name.isEmpty())
            return Violation{field, ViolationCode::Required, level.missing};
        if (!level.known.contains(level.name))
            return Violation{field, ViolationCode::NotInCatalog,
                             ViolationText::tr("“%1” is not in the incentive catalogue here. Choose one from the list.").arg(level.name)};
    }
    return std::nullopt;
}

void checkIncentive(const Incentive &incentive, int tier, int index, const IncentiveCatalog *catalog, QList<Violation> &found)
{
    const FieldPath value{Field::IncentiveValue, tier, index};
    if (catalog) {
        if (const auto violation = catalogViolation(incentive, tier, index, *catalog))
            found += *violation;
    }
    if (incentive.value) {
        if (const auto violation = amountViolation(value, *incentive.value))
            found += *violation;
    } else if (catalog) {
        found += {value, ViolationCode::Required, ViolationText::tr("Enter the value of the incentive, 0 if it costs nothing.")};
    }
}

} // namespace

std::optional<Violation> amountViolation(const FieldPath &field, Money amount)
{
    if (amount.isNegative())
        return Violation{field, ViolationCode::Negative, ViolationText::tr("The amount is negative. Enter zero or more.")};
    if (amount.cents() > Money::kMaxCents)
        return Violation{field, ViolationCode::TooLarge,
                         ViolationText::tr("The amount is too large. Enter %1 USD at most.")
                             .arg(ViolationText::amount(Money::fromCents(Money::kMaxCents)))};
    return std::nullopt;
}

void checkTiers(const DealDraft &draft, Purpose purpose, const IncentiveCatalog *catalog, QList<Violation> &found)
{
    checkTierCount(draft, purpose, found);
    std::optional<Money> previousRevenue;
    for (int i = 0; i < draft.tiers.size(); ++i) {
        const Tier &tier = draft.tiers.at(i);
        if (const auto violation = revenueViolation({Field::Revenue, i}, tier.annualRevenue, previousRevenue, purpose))
            found += *violation;
        if (tier.annualRevenue)
            previousRevenue = tier.annualRevenue;
        checkMargin({Field::Margin, i}, tier.grossMargin, purpose, found);
        for (int j = 0; j < tier.incentives.size(); ++j)
            checkIncentive(tier.incentives.at(j), i, j, catalog, found);
    }
}

} // namespace dealdesk
