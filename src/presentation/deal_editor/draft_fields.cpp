#include "presentation/deal_editor/draft_fields.h"

namespace dealdesk {

namespace {
QString *textOfIncentive(Incentive *incentive, Field field)
{
    if (!incentive)
        return nullptr;
    switch (field) {
    case Field::IncentiveCategory: return &incentive->category;
    case Field::IncentiveSubCategory: return &incentive->subCategory;
    case Field::IncentiveOption: return &incentive->option;
    case Field::IncentiveNotes: return &incentive->notes;
    default: return nullptr;
    }
}
} // namespace

QString *textAt(DealDraft &draft, const FieldPath &path)
{
    switch (path.field) {
    case Field::Name: return &draft.name;
    case Field::Email: return &draft.email;
    case Field::Advertiser: return &draft.advertiserName;
    case Field::Agency: return &draft.agencyName;
    case Field::BusinessSummary: return &draft.businessSummary;
    case Field::GrowthOpportunityOwn: return &draft.growthOpportunityOwn;
    case Field::GrowthOpportunityClient: return &draft.growthOpportunityClient;
    case Field::ClientAsks: return &draft.clientAsks;
    default: return textOfIncentive(incentiveAt(draft, path), path.field);
    }
}

std::optional<Money> *amountAt(DealDraft &draft, const FieldPath &path)
{
    if (path.field == Field::GrowthAmbition)
        return &draft.growthAmbition;
    if (path.field == Field::Revenue) {
        Tier *tier = tierAt(draft, path.tier);
        return tier ? &tier->annualRevenue : nullptr;
    }
    if (path.field == Field::IncentiveValue) {
        Incentive *incentive = incentiveAt(draft, path);
        return incentive ? &incentive->value : nullptr;
    }
    return nullptr;
}

std::optional<Ratio> *marginAt(DealDraft &draft, const FieldPath &path)
{
    Tier *tier = path.field == Field::Margin ? tierAt(draft, path.tier) : nullptr;
    return tier ? &tier->grossMargin : nullptr;
}

Tier *tierAt(DealDraft &draft, int tier)
{
    return tier >= 0 && tier < draft.tiers.size() ? &draft.tiers[tier] : nullptr;
}

Incentive *incentiveAt(DealDraft &draft, const FieldPath &path)
{
    Tier *tier = tierAt(draft, path.tier);
    return tier && path.incentive >= 0 && path.incentive < tier->incentives.size() ? &tier->incentives[path.incentive] : nullptr;
}

} // namespace dealdesk
