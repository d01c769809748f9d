#include "support/services/complete_drafts.h"

#include "domain/term.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

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
    return oneOf<QString>(
        random,
        {u""_s, u"plain"_s, u"with \"quotes\", back\\slash and\nlines\tand tabs"_s, u"Žluťoučký 🐎"_s, u"'; DROP TABLE deals; --"_s});
}

/// On a limit, a cent beside it, or anywhere up to the largest amount.
Money anyAmount(QRandomGenerator &random, const RoutingPolicy &policy)
{
    const qint64 limit = oneOf(random, policy.levels).limit.cents();
    const auto anywhere = static_cast<qint64>(random.generate64() % quint64(Money::kMaxCents / 10));
    return Money::fromCents(
        std::max<qint64>(1, oneOf<qint64>(random, {limit, limit - 1, limit + 1, anywhere % (2 * limit + 2), anywhere})));
}

Incentive anyIncentive(QRandomGenerator &random, const IncentiveCatalog &catalog, const RoutingPolicy &policy)
{
    const auto &category = oneOf(random, catalog.categories);
    const auto &subCategory = oneOf(random, category.subCategories);
    const Money value = random.bounded(4) == 0 ? Money() : anyAmount(random, policy);
    return {category.name, subCategory.name, oneOf(random, subCategory.options), value, anyText(random)};
}

QList<Tier> anyTiers(QRandomGenerator &random, int most, const IncentiveCatalog &catalog, const RoutingPolicy &policy)
{
    QList<Money> revenues;
    for (int i = 1 + random.bounded(most); i > 0; --i)
        revenues += anyAmount(random, policy);
    std::sort(revenues.begin(), revenues.end());
    revenues.erase(std::unique(revenues.begin(), revenues.end()), revenues.end());

    QList<Tier> tiers;
    for (const Money revenue : std::as_const(revenues)) {
        tiers += Tier{revenue, Ratio::fromMillionths(random.bounded(1'000'001)), {}};
        for (int i = random.bounded(5) / 2; i > 0; --i)
            tiers.last().incentives += anyIncentive(random, catalog, policy);
    }
    return tiers;
}

void setTerm(QRandomGenerator &random, DealDraft &draft)
{
    draft.termStart = QDate(2023, 11, 1).addDays(random.bounded(1000));
    draft.termEnd = termEndFor(draft.termStart, oneOf<int>(random, {1, 12, 23, 24, 25, 36}))
                        .addDays(oneOf<int>(random, {-1, 0, 0, 0, 1, 17}));
}

} // namespace

DealDraft completeDraft(QRandomGenerator &random, const IncentiveCatalog &catalog, const RoutingPolicy &policy)
{
    DealDraft draft;
    draft.name = u"Deal "_s + QString::number(random.bounded(1000)) + anyText(random).trimmed();
    draft.email = oneOf<QString>(random, {u""_s, u"trader@example.com"_s});
    draft.type = anyOf<DealType>(random);
    draft.channel = anyOf<SalesChannel>(random);
    draft.structure = anyOf<DealStructure>(random);
    draft.region = anyOf<Region>(random);
    draft.priority = anyOf<Priority>(random);
    draft.advertiserName = u"Northwind Outdoor"_s;
    draft.agencyName = draft.channel == SalesChannel::HoldingCompany ? u"Tailspin Group"_s : u"Wingtip Media"_s;
    draft.businessSummary = anyText(random);
    draft.growthOpportunityOwn = anyText(random);
    draft.growthOpportunityClient = anyText(random);
    draft.clientAsks = anyText(random);
    draft.growthAmbition = oneOf<std::optional<Money>>(random, {std::nullopt, kMinimumGrowthAmbition, Money::fromCents(Money::kMaxCents)});
    setTerm(random, draft);
    draft.tiers = anyTiers(random, draft.structure == DealStructure::FlatCommit ? 1 : kMaxTiers, catalog, policy);
    return draft;
}

} // namespace dealdesk::test
