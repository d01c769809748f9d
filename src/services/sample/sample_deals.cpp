#include "services/sample/sample_deals.h"

#include "domain/term.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

template<typename E>
E pick(int index)
{
    const auto values = allOf<E>();
    return values[size_t(index) % values.size()];
}

ClientHistory historyOf(int index)
{
    if (index % 7 == 3)
        return {};
    const qint64 revenue = 180'000 + index * 137 % 41 * 55'000;
    const Ratio margin = Ratio::fromMillionths(240'000 + index * 31 % 17 * 9'000);
    const Money profit = Money::fromDollars(revenue) * margin;
    const Money cost = Money::fromDollars(revenue / 40);
    return {Money::fromDollars(revenue), margin, profit, cost, cost * Ratio::fromMillionths(3'500'000)};
}

QList<SampleClient> makeClients()
{
    const QStringList advertisers{
        u"Alpine Outfitters"_s, u"Bluebell Bakeries"_s, u"Canyon Cycles"_s,     u"Driftwood Hotels"_s,  u"Everbloom Gardens"_s,
        u"Firefly Lighting"_s,  u"Goldleaf Tea"_s,      u"Hearthside Homes"_s,  u"Inkwell Books"_s,     u"Jetstream Travel"_s,
        u"Kingfisher Boats"_s,  u"Larkspur Beauty"_s,   u"Moonrise Mattress"_s, u"Nutmeg Kitchens"_s,   u"Orchard Juice Co."_s,
        u"Pebble Phones"_s,     u"Quill & Paper"_s,     u"Rainforest Coffee"_s, u"Saltmarsh Seafood"_s, u"Tumbleweed Denim"_s,
        u"Umbra Eyewear"_s,     u"Velvet Audio"_s,      u"Willow Pet Care"_s,   u"Yonder Trucks"_s,     u"Zephyr Wind Power"_s};
    const QStringList agencies{u"Argyle Media"_s,     u"Beacon Street Group"_s, u"Cartwheel"_s,           u"Daybreak Partners"_s,
                               u"Eastlight"_s,        u"Fable & Co."_s,         u"Gridline Media"_s,      u"Hummingbird"_s,
                               u"Ironbridge Group"_s, u"Junction Nine"_s,       u"Keystone Collective"_s, u"Longshore Media"_s,
                               u"Mosaic Holdings"_s,  u"Northlight"_s,          u"Open Field"_s};
    QList<SampleClient> clients;
    for (int i = 0; i < advertisers.size(); ++i)
        clients += {advertisers.at(i), std::nullopt, pick<Region>(i), historyOf(i)};
    for (int i = 0; i < agencies.size(); ++i)
        clients += {agencies.at(i), pick<AgencyType>(i), pick<Region>(i + 2), historyOf(i + 11)};
    return clients;
}

QList<Incentive> incentivesFor(int index, int tier, Money revenue, const IncentiveCatalog &catalog)
{
    QList<Incentive> incentives;
    const int count = tier == 0 ? index % 2 : 1 + (index + tier) % 2;
    for (int i = 0; i < count; ++i) {
        const auto &category = catalog.categories.at((index + i * 2) % catalog.categories.size());
        const auto &subCategory = category.subCategories.at((index + tier) % category.subCategories.size());
        const QString option = subCategory.options.at((index + tier + i) % subCategory.options.size());
        incentives += {category.name, subCategory.name, option, Money::fromCents(revenue.cents() / 10'000 * (80 + index % 5 * 30)),
                       i == 0 ? u"paid quarterly"_s : QString()};
    }
    return incentives;
}

QList<Tier> tiersFor(int index, const IncentiveCatalog &catalog)
{
    constexpr std::array<qint64, 9> revenues{30'000, 85'000, 240'000, 45'000, 380'000, 640'000, 95'000, 900'000, 1'400'000};
    const qint64 first = revenues[size_t(index) % revenues.size()];
    const int count = index % 4 == 3 ? 1 : 2 + index % 3;
    QList<Tier> tiers;
    for (int t = 0; t < count; ++t) {
        Tier tier;
        tier.annualRevenue = Money::fromDollars(first + first / 4 * t);
        tier.grossMargin = Ratio::fromMillionths(300'000 + index * 7 % 13 * 10'000 - t * 10'000);
        tier.incentives = incentivesFor(index, t, *tier.annualRevenue, catalog);
        tiers += tier;
    }
    return tiers;
}

void nameClient(DealDraft &draft, int index)
{
    const QList<SampleClient> &clients = sampleClients();
    const auto wanted = draft.channel == SalesChannel::HoldingCompany ? AgencyType::HoldingCompany : AgencyType::Independent;
    for (int i = 0; i < clients.size(); ++i) {
        const SampleClient &client = clients.at((index * 3 + i) % clients.size());
        const bool fits = draft.channel == SalesChannel::ClientDirect ? !client.agency : client.agency == wanted;
        if (!fits)
            continue;
        (client.agency ? draft.agencyName : draft.advertiserName) = client.name;
        draft.region = client.region;
        return;
    }
}

} // namespace

const QList<SampleClient> &sampleClients()
{
    static const QList<SampleClient> clients = makeClients();
    return clients;
}

DealDraft sampleDeal(int index, const IncentiveCatalog &catalog, QDate today)
{
    static const QStringList occasions{u"renewal"_s, u"upfront"_s, u"pilot"_s, u"growth plan"_s, u"launch"_s};
    DealDraft draft;
    draft.channel = index % 3 == 0 ? SalesChannel::ClientDirect : pick<SalesChannel>(index);
    nameClient(draft, index);
    draft.type = pick<DealType>(index / 2);
    draft.structure = index % 4 == 3 ? DealStructure::FlatCommit : DealStructure::Tiered;
    draft.priority = pick<Priority>(index / 3 + 1);
    draft.termStart = QDate(today.year(), today.month(), 1).addMonths(1 + index % 3);
    draft.termEnd = termEndFor(draft.termStart, index % 5 == 4 ? 24 : 12);
    draft.name = u"%1 %2 %3"_s.arg(draft.clientName(), occasions.at(index % occasions.size())).arg(draft.termStart.year());
    draft.email = u"contact%1@example.com"_s.arg(index + 1);
    draft.businessSummary = u"%1 wants one agreement for all of its brands and a price that falls with volume."_s.arg(draft.clientName());
    draft.growthOpportunityOwn = u"More formats, and a longer plan than last year's."_s;
    draft.growthOpportunityClient = u"Better reach at a lower cost for each contact."_s;
    draft.clientAsks = index % 2 == 0 ? u"Net 60 and monthly reports."_s : u"A dedicated contact."_s;
    draft.growthAmbition = Money::fromDollars(1'000'000 + index % 9 * 350'000);
    draft.tiers = tiersFor(index, catalog);
    return draft;
}

} // namespace dealdesk
