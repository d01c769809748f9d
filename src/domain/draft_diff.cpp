#include "domain/draft_diff.h"

#include "domain/plain_value.h"

namespace dealdesk {

namespace {

class Differences {
public:
    template<typename T>
    void compare(FieldPath path, const T &before, const T &after)
    {
        if (before != after)
            m_changes += {path, plain(before), plain(after)};
    }

    void compareCount(FieldPath path, qsizetype before, qsizetype after)
    {
        if (before != after)
            m_changes += {path, QString::number(before), QString::number(after)};
    }

    void compareIncentive(int tier, int index, const Incentive &before, const Incentive &after)
    {
        compare({Field::IncentiveCategory, tier, index}, before.category, after.category);
        compare({Field::IncentiveSubCategory, tier, index}, before.subCategory, after.subCategory);
        compare({Field::IncentiveOption, tier, index}, before.option, after.option);
        compare({Field::IncentiveValue, tier, index}, before.value, after.value);
        compare({Field::IncentiveNotes, tier, index}, before.notes, after.notes);
    }

    void compareTier(int index, const Tier &before, const Tier &after)
    {
        compare({Field::Revenue, index}, before.annualRevenue, after.annualRevenue);
        compare({Field::Margin, index}, before.grossMargin, after.grossMargin);
        compareCount({Field::Incentives, index}, before.incentives.size(), after.incentives.size());
        const auto count = static_cast<int>(qMax(before.incentives.size(), after.incentives.size()));
        for (int i = 0; i < count; ++i)
            compareIncentive(index, i, before.incentives.value(i), after.incentives.value(i));
    }

    void compareTiers(const QList<Tier> &before, const QList<Tier> &after)
    {
        const Tier none{std::nullopt, std::nullopt, {}};
        compareCount({Field::Tiers}, before.size(), after.size());
        const auto count = static_cast<int>(qMax(before.size(), after.size()));
        for (int i = 0; i < count; ++i)
            compareTier(i, before.value(i, none), after.value(i, none));
    }

    void compareDeal(const DealDraft &before, const DealDraft &after)
    {
        compare({Field::Name}, before.name, after.name);
        compare({Field::Email}, before.email, after.email);
        compare({Field::Type}, before.type, after.type);
        compare({Field::Channel}, before.channel, after.channel);
        compare({Field::Structure}, before.structure, after.structure);
        compare({Field::Region}, before.region, after.region);
        compare({Field::Priority}, before.priority, after.priority);
        compare({Field::Advertiser}, before.advertiserName, after.advertiserName);
        compare({Field::Agency}, before.agencyName, after.agencyName);
        compare({Field::BusinessSummary}, before.businessSummary, after.businessSummary);
        compare({Field::GrowthOpportunityOwn}, before.growthOpportunityOwn, after.growthOpportunityOwn);
        compare({Field::GrowthOpportunityClient}, before.growthOpportunityClient, after.growthOpportunityClient);
        compare({Field::ClientAsks}, before.clientAsks, after.clientAsks);
        compare({Field::GrowthAmbition}, before.growthAmbition, after.growthAmbition);
        compare({Field::TermStart}, before.termStart, after.termStart);
        compare({Field::TermEnd}, before.termEnd, after.termEnd);
        compareTiers(before.tiers, after.tiers);
    }

    [[nodiscard]] QList<FieldChange> take() { return std::move(m_changes); }

private:
    QList<FieldChange> m_changes;
};

} // namespace

QList<FieldChange> differences(const DealDraft &before, const DealDraft &after)
{
    Differences found;
    found.compareDeal(before, after);
    return found.take();
}

} // namespace dealdesk
