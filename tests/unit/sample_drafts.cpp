#include "sample_drafts.h"

#include "support/test_paths.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

IncentiveCatalog sampleCatalog()
{
    QFile file(dataPath(u"incentive-catalog.json"_s));
    return file.open(QIODevice::ReadOnly) ? catalogFromJson(file.readAll()).value_or(IncentiveCatalog()) : IncentiveCatalog();
}

KnownClients sampleClients()
{
    return {{u"Northwind"_s}, {{u"Contoso Media"_s, AgencyType::Independent}, {u"Fabrikam Group"_s, AgencyType::HoldingCompany}}};
}

DealDraft completeDraft()
{
    DealDraft draft = draftWithRevenues({240'000, 480'000});
    draft.name = u"Spring launch"_s;
    draft.email = u"trader@example.com"_s;
    draft.region = Region::Northeast;
    draft.advertiserName = u"Northwind"_s;
    draft.growthAmbition = Money::fromDollars(1'000'000);
    draft.termStart = QDate(2026, 1, 1);
    draft.termEnd = QDate(2026, 12, 31);
    draft.tiers[0].incentives = {{u"Financial"_s, u"Discounts"_s, u"Volume Discount"_s, Money::fromDollars(8'000), {}}};
    return draft;
}

DealDraft draftWithRevenues(const QList<qint64> &dollars)
{
    DealDraft draft;
    draft.tiers.clear();
    for (const qint64 revenue : dollars)
        draft.tiers += Tier{Money::fromDollars(revenue), kDefaultMargin, {}};
    return draft;
}

Incentive incentiveOf(const QString &category, Money value)
{
    return {category, u"Any"_s, u"Any"_s, value, {}};
}

namespace {

template<typename T>
T oneOf(QRandomGenerator &random, const QList<T> &choices)
{
    return choices.at(random.bounded(choices.size()));
}

template<typename E>
E anyOf(QRandomGenerator &random)
{
    constexpr auto values = allOf<E>();
    return values[random.bounded(quint32(values.size()))];
}

QString anyText(QRandomGenerator &random)
{
    return oneOf<QString>(random, {u""_s, u"plain"_s, u"with \"quotes\" and\nlines"_s, u"Žluťoučký 🐎"_s, u" spaces "_s, u"=1+1"_s});
}

std::optional<Money> anyAmount(QRandomGenerator &random)
{
    const auto wide = static_cast<qint64>(random.generate64() % quint64(Money::kMaxCents + 1));
    return oneOf<std::optional<Money>>(random,
                                       {std::nullopt, Money(), Money::fromCents(Money::kMaxCents), Money::fromCents(1),
                                        Money::fromCents(wide), Money::fromCents(wide % 200'000'000), Money::fromDollars(50'000)});
}

Tier anyTier(QRandomGenerator &random)
{
    Tier tier{anyAmount(random), std::nullopt, {}};
    if (random.bounded(4) != 0)
        tier.grossMargin = Ratio::fromMillionths(random.bounded(-100'000, 1'100'000));
    for (int i = random.bounded(4); i > 0; --i)
        tier.incentives += {oneOf<QString>(random,
                                           {u""_s, u"Financial"_s, u"Resources"_s, u"Product & Innovation"_s, u"Technology"_s,
                                            u"Analytics"_s, u"Marketing & L&D"_s, u"Unheard of"_s}),
                            anyText(random), anyText(random), anyAmount(random), anyText(random)};
    return tier;
}

} // namespace

DealDraft randomDraft(QRandomGenerator &random)
{
    DealDraft draft;
    draft.name = anyText(random);
    draft.email = anyText(random);
    draft.type = anyOf<DealType>(random);
    draft.channel = anyOf<SalesChannel>(random);
    draft.structure = anyOf<DealStructure>(random);
    if (random.bounded(2) != 0)
        draft.region = anyOf<Region>(random);
    draft.priority = anyOf<Priority>(random);
    draft.advertiserName = anyText(random);
    draft.agencyName = anyText(random);
    draft.businessSummary = anyText(random);
    draft.growthOpportunityOwn = anyText(random);
    draft.growthOpportunityClient = anyText(random);
    draft.clientAsks = anyText(random);
    draft.growthAmbition = anyAmount(random);
    if (random.bounded(3) != 0)
        draft.termStart = QDate(2026, 1, 1).addDays(random.bounded(800));
    if (random.bounded(3) != 0)
        draft.termEnd = QDate(2026, 6, 1).addDays(random.bounded(1600));
    draft.tiers.clear();
    for (int i = random.bounded(7); i > 0; --i)
        draft.tiers += anyTier(random);
    return draft;
}

} // namespace dealdesk::test
