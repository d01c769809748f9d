#include "domain/draft_merge.h"

#include "domain/list_match.h"
#include "domain/plain_value.h"

namespace dealdesk {

namespace {

constexpr int kEqual = 1000;
constexpr int kLike = 10;
constexpr int kSamePlace = 1;

using Three = std::array<const DealDraft *, 3>;

int likenessOf(const Incentive &a, const Incentive &b)
{
    if (a == b)
        return kEqual;
    const bool sameOption = a.category == b.category && a.subCategory == b.subCategory && a.option == b.option;
    return (sameOption ? 3 * kLike : 0) + (a.value == b.value && a.value ? kLike : 0)
        + (a.notes == b.notes && !a.notes.isEmpty() ? kLike : 0);
}

/// The nearer two revenues are, the likelier one became the other.
int nearness(const std::optional<Money> &a, const std::optional<Money> &b)
{
    const qint64 larger = qMax(a.value_or(Money()).cents(), b.value_or(Money()).cents());
    const qint64 smaller = qMin(a.value_or(Money()).cents(), b.value_or(Money()).cents());
    return smaller <= 0 ? 0 : static_cast<int>(2 * kLike * (double(smaller) / double(larger)));
}

int likenessOf(const Tier &a, const Tier &b)
{
    if (a == b)
        return kEqual;
    return nearness(a.annualRevenue, b.annualRevenue) + (a.incentives == b.incentives && !a.incentives.isEmpty() ? 3 * kLike : 0)
        + (a.grossMargin == b.grossMargin ? kLike / 2 : 0);
}

/// Elements at one place are taken for the same one when nothing fits better.
template<typename T>
QList<qsizetype> becameIn(const QList<T> &before, const QList<T> &after)
{
    return matchLists(before.size(), after.size(),
                      [&](qsizetype i, qsizetype j) { return likenessOf(before.at(i), after.at(j)) + (i == j ? kSamePlace : 0); });
}

struct CatalogNames {
    QString category;
    QString subCategory;
    QString option;

    friend bool operator==(const CatalogNames &, const CatalogNames &) = default;
};

template<typename T>
QString wordsFor(const T &value)
{
    return plain(value);
}

QString wordsFor(const CatalogNames &names)
{
    return !names.option.isEmpty() ? names.option : !names.subCategory.isEmpty() ? names.subCategory : names.category;
}

QString wordsFor(const Incentive &incentive)
{
    return wordsFor(CatalogNames{incentive.category, incentive.subCategory, incentive.option});
}

QString wordsFor(const Tier &tier)
{
    return plain(tier.annualRevenue.value_or(Money()));
}

CatalogNames namesOf(const Incentive &incentive)
{
    return {incentive.category, incentive.subCategory, incentive.option};
}

class Merger {
public:
    Merger(const QList<MergeSide> &choices, const QSet<FieldPath> &typed) : m_choices(choices), m_typed(typed) {}

    DraftMerge merge(const DealDraft &original, const DealDraft &mine, const DealDraft &theirs);

private:
    /// The one changed value, or the chosen one of two.
    template<typename T>
    T pick(const FieldPath &path, const T &original, const T &mine, const T &theirs)
    {
        const bool iChanged = mine != original || m_typed.contains(path);
        if (theirs == original || (mine == theirs && !m_typed.contains(path)))
            return mine;
        if (!iChanged)
            return theirs;
        return chosen(FieldConflict{path, wordsFor(original), wordsFor(mine), wordsFor(theirs)}, original, mine, theirs);
    }

    template<typename T>
    T chosen(const FieldConflict &conflict, const T &original, const T &mine, const T &theirs)
    {
        m_result.conflicts.append(conflict);
        switch (m_choices.value(m_result.conflicts.size() - 1, MergeSide::Mine)) {
        case MergeSide::Mine: return mine;
        case MergeSide::Theirs: return theirs;
        case MergeSide::Original: break;
        }
        return original;
    }

    /// An element that one side removed: gone, unless the other one changed it, and then that is for the person to say.
    template<typename T>
    std::optional<T> removed(const FieldPath &path, const T &original, const T *mine, const T *theirs)
    {
        if ((!mine && !theirs) || (!mine && *theirs == original) || (!theirs && *mine == original))
            return std::nullopt;
        const std::optional<T> here = mine ? std::optional(*mine) : std::nullopt;
        const std::optional<T> there = theirs ? std::optional(*theirs) : std::nullopt;
        return chosen(FieldConflict{path, wordsFor(original), mine ? wordsFor(*mine) : QString(), theirs ? wordsFor(*theirs) : QString()},
                      std::optional(original), here, there);
    }

    Incentive mergeIncentive(int tier, int index, const Incentive &original, const Incentive &mine, const Incentive &theirs);
    Tier mergeTier(int tier, const Tier &original, const Tier &mine, const Tier &theirs);
    QList<Incentive> mergeIncentives(int tier, const QList<Incentive> &original, const QList<Incentive> &mine,
                                     const QList<Incentive> &theirs);
    QList<Tier> mergeTiers(const QList<Tier> &original, const QList<Tier> &mine, const QList<Tier> &theirs);

    const QList<MergeSide> &m_choices;
    const QSet<FieldPath> &m_typed;
    DraftMerge m_result;
};

Incentive Merger::mergeIncentive(int tier, int index, const Incentive &original, const Incentive &mine, const Incentive &theirs)
{
    const CatalogNames names = pick({Field::IncentiveOption, tier, index}, namesOf(original), namesOf(mine), namesOf(theirs));
    return {names.category, names.subCategory, names.option,
            pick({Field::IncentiveValue, tier, index}, original.value, mine.value, theirs.value),
            pick({Field::IncentiveNotes, tier, index}, original.notes, mine.notes, theirs.notes)};
}

QList<Incentive> Merger::mergeIncentives(int tier, const QList<Incentive> &original, const QList<Incentive> &mine,
                                         const QList<Incentive> &theirs)
{
    const auto isSame = [&](qsizetype own, qsizetype other) { return namesOf(mine.at(own)) == namesOf(theirs.at(other)); };
    const auto places = mergePlaces(original.size(), becameIn(original, mine), mine.size(), becameIn(original, theirs), theirs.size(),
                                    isSame);
    QList<Incentive> merged;
    m_result.incentiveOfMine[tier].fill(-1);
    for (const MergedPlace &place : places) {
        const Incentive *here = place.mine < 0 ? nullptr : &mine.at(place.mine);
        const Incentive *there = place.theirs < 0 ? nullptr : &theirs.at(place.theirs);
        const int index = static_cast<int>(here ? place.mine : place.theirs);
        std::optional<Incentive> result;
        if (here && there)
            result = mergeIncentive(tier, index, place.original < 0 ? Incentive{} : original.at(place.original), *here, *there);
        else if (place.original < 0)
            result = here ? *here : *there;
        else
            result = removed({Field::Incentives, tier, index}, original.at(place.original), here, there);
        if (!result)
            continue;
        if (here)
            m_result.incentiveOfMine[tier][place.mine] = static_cast<int>(merged.size());
        merged.append(*result);
    }
    return merged;
}

Tier Merger::mergeTier(int tier, const Tier &original, const Tier &mine, const Tier &theirs)
{
    return {pick({Field::Revenue, tier}, original.annualRevenue, mine.annualRevenue, theirs.annualRevenue),
            pick({Field::Margin, tier}, original.grossMargin, mine.grossMargin, theirs.grossMargin),
            mergeIncentives(tier, original.incentives, mine.incentives, theirs.incentives)};
}

QList<Tier> Merger::mergeTiers(const QList<Tier> &original, const QList<Tier> &mine, const QList<Tier> &theirs)
{
    // A tier is what is paid at a step: the first one that both sides added is the same step.
    const auto isSame = [](qsizetype, qsizetype) { return true; };
    const auto places = mergePlaces(original.size(), becameIn(original, mine), mine.size(), becameIn(original, theirs), theirs.size(),
                                    isSame);
    QList<Tier> merged;
    for (const MergedPlace &place : places) {
        const Tier *here = place.mine < 0 ? nullptr : &mine.at(place.mine);
        const Tier *there = place.theirs < 0 ? nullptr : &theirs.at(place.theirs);
        const int index = static_cast<int>(here ? place.mine : place.theirs);
        std::optional<Tier> result;
        if (here && there)
            result = mergeTier(index, place.original < 0 ? Tier{} : original.at(place.original), *here, *there);
        else if (place.original < 0)
            result = here ? *here : *there;
        else
            result = removed({Field::Tiers, index}, original.at(place.original), here, there);
        if (!result)
            continue;
        if (here)
            m_result.tierOfMine[place.mine] = static_cast<int>(merged.size());
        merged.append(*result);
    }
    return merged;
}

DraftMerge Merger::merge(const DealDraft &original, const DealDraft &mine, const DealDraft &theirs)
{
    m_result.tierOfMine = QList<int>(mine.tiers.size(), -1);
    for (const Tier &tier : mine.tiers) {
        QList<int> places;
        for (int i = 0; i < tier.incentives.size(); ++i)
            places.append(i);
        m_result.incentiveOfMine.append(places);
    }
    DealDraft &merged = m_result.merged;
    const auto field = [&](Field name, auto member) { merged.*member = pick({name}, original.*member, mine.*member, theirs.*member); };
    field(Field::Name, &DealDraft::name);
    field(Field::Email, &DealDraft::email);
    field(Field::Type, &DealDraft::type);
    field(Field::Channel, &DealDraft::channel);
    field(Field::Structure, &DealDraft::structure);
    field(Field::Region, &DealDraft::region);
    field(Field::Priority, &DealDraft::priority);
    field(Field::Advertiser, &DealDraft::advertiserName);
    field(Field::Agency, &DealDraft::agencyName);
    field(Field::BusinessSummary, &DealDraft::businessSummary);
    field(Field::GrowthOpportunityOwn, &DealDraft::growthOpportunityOwn);
    field(Field::GrowthOpportunityClient, &DealDraft::growthOpportunityClient);
    field(Field::ClientAsks, &DealDraft::clientAsks);
    field(Field::GrowthAmbition, &DealDraft::growthAmbition);
    field(Field::TermStart, &DealDraft::termStart);
    field(Field::TermEnd, &DealDraft::termEnd);
    merged.tiers = mergeTiers(original.tiers, mine.tiers, theirs.tiers);
    return std::move(m_result);
}

} // namespace

std::optional<FieldPath> DraftMerge::placeOf(const FieldPath &mine) const
{
    FieldPath place = mine;
    if (mine.tier >= 0) {
        place.tier = tierOfMine.value(mine.tier, -1);
        if (place.tier < 0)
            return std::nullopt;
    }
    if (mine.incentive >= 0) {
        place.incentive = incentiveOfMine.value(mine.tier).value(mine.incentive, -1);
        if (place.incentive < 0)
            return std::nullopt;
    }
    return place;
}

DraftMerge mergeDrafts(const DealDraft &original, const DealDraft &mine, const DealDraft &theirs, const QList<MergeSide> &choices,
                       const QSet<FieldPath> &typed)
{
    return Merger(choices, typed).merge(original, mine, theirs);
}

} // namespace dealdesk
