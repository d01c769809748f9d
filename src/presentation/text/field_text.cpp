#include "presentation/text/labels.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {
struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

QString placeInTier(Field field, int tier)
{
    switch (field) {
    case Field::Tiers: return Fields::tr("Tier %1").arg(tier);
    case Field::Revenue: return Fields::tr("Tier %1: revenue").arg(tier);
    case Field::Margin: return Fields::tr("Tier %1: margin").arg(tier);
    default: return Fields::tr("Tier %1: incentives").arg(tier);
    }
}

QString placeInIncentive(Field field, int tier, int incentive)
{
    const auto place = [tier, incentive](const QString &pattern) { return pattern.arg(tier).arg(incentive); };
    switch (field) {
    case Field::IncentiveCategory: return place(Fields::tr("Tier %1, incentive %2: category"));
    case Field::IncentiveSubCategory: return place(Fields::tr("Tier %1, incentive %2: sub-category"));
    case Field::IncentiveOption: return place(Fields::tr("Tier %1, incentive %2: option"));
    case Field::IncentiveValue: return place(Fields::tr("Tier %1, incentive %2: value"));
    case Field::IncentiveNotes: return place(Fields::tr("Tier %1, incentive %2: notes"));
    default: return place(Fields::tr("Tier %1, incentive %2"));
    }
}
} // namespace

QString label(Field field)
{
    switch (field) {
    case Field::Name: return Fields::tr("Deal name");
    case Field::Email: return Fields::tr("E-mail");
    case Field::Type: return Fields::tr("Deal type");
    case Field::Channel: return Fields::tr("Sales channel");
    case Field::Structure: return Fields::tr("Structure");
    case Field::Region: return Fields::tr("Region");
    case Field::Priority: return Fields::tr("Priority");
    case Field::Advertiser: return Fields::tr("Advertiser");
    case Field::Agency: return Fields::tr("Agency");
    case Field::BusinessSummary: return Fields::tr("Business summary");
    case Field::GrowthOpportunityOwn: return Fields::tr("Growth opportunity for us");
    case Field::GrowthOpportunityClient: return Fields::tr("Growth opportunity for the client");
    case Field::ClientAsks: return Fields::tr("What the client asks for");
    case Field::GrowthAmbition: return Fields::tr("Growth ambition");
    case Field::TermStart: return Fields::tr("Term start");
    case Field::TermEnd: return Fields::tr("Term end");
    case Field::ContractTerm: return Fields::tr("Contract term");
    case Field::Tiers: return Fields::tr("Tiers");
    case Field::Revenue: return Fields::tr("Annual revenue");
    case Field::Margin: return Fields::tr("Gross margin");
    case Field::Incentives: return Fields::tr("Incentives");
    case Field::IncentiveCategory: return Fields::tr("Category");
    case Field::IncentiveSubCategory: return Fields::tr("Sub-category");
    case Field::IncentiveOption: return Fields::tr("Option");
    case Field::IncentiveValue: return Fields::tr("Value");
    case Field::IncentiveNotes: return Fields::tr("Notes");
    }
    return {};
}

QString placeOf(const FieldPath &path)
{
    if (path.tier < 0)
        return label(path.field);
    if (path.incentive < 0)
        return placeInTier(path.field, path.tier + 1);
    return placeInIncentive(path.field, path.tier + 1, path.incentive + 1);
}

} // namespace dealdesk
