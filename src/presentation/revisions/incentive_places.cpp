#include "presentation/revisions/incentive_places.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isEqualKind(const Incentive &a, const Incentive &b)
{
    return a.category == b.category && a.subCategory == b.subCategory && a.option == b.option;
}

/// Equal ones are numbered by value, then notes, as scopeFacts() does: a place in a list means nothing.
bool isBefore(const Tier &tier, int a, int b)
{
    const auto sortKey = [&tier](int i) {
        const Incentive &incentive = tier.incentives.at(i);
        return std::tuple(incentive.value ? incentive.value->cents() : -1, incentive.notes.toUtf8(), i);
    };
    return sortKey(a) < sortKey(b);
}

QList<IncentiveIdentity> inOrder(const Tier &tier)
{
    QList<IncentiveIdentity> identities;
    for (int i = 0; i < tier.incentives.size(); ++i) {
        const Incentive &incentive = tier.incentives.at(i);
        IncentiveIdentity identity{incentive.category, incentive.subCategory, incentive.option, 1};
        for (int other = 0; other < tier.incentives.size(); ++other) {
            if (other != i && isEqualKind(tier.incentives.at(other), incentive) && isBefore(tier, other, i))
                ++identity.number;
        }
        identities.append(identity);
    }
    return identities;
}

} // namespace

std::optional<Incentive> incentiveAt(const DealDraft &draft, int tier, const IncentiveIdentity &incentive)
{
    if (tier >= draft.tiers.size())
        return std::nullopt;
    const qsizetype place = inOrder(draft.tiers.at(tier)).indexOf(incentive);
    return place < 0 ? std::nullopt : std::optional(draft.tiers.at(tier).incentives.at(place));
}

QList<IncentiveIdentity> identitiesOf(const DealDraft &before, const DealDraft &after)
{
    QList<IncentiveIdentity> all;
    for (const DealDraft *draft : {&after, &before}) {
        for (const Tier &tier : draft->tiers) {
            const QList<IncentiveIdentity> identities = inOrder(tier);
            for (const IncentiveIdentity &identity : identities) {
                if (!all.contains(identity))
                    all.append(identity);
            }
        }
    }
    return all;
}

QString pathOf(int tier, const IncentiveIdentity &incentive)
{
    return u"tiers[%1].incentives[%2/%3/%4#%5]"_s.arg(QString::number(tier), incentive.category, incentive.subCategory, incentive.option,
                                                      QString::number(incentive.number));
}

} // namespace dealdesk
