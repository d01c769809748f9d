#include "presentation/revisions/incentive_places.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<IncentiveIdentity> inOrder(const Tier &tier)
{
    QList<IncentiveIdentity> identities;
    for (const Incentive &incentive : tier.incentives) {
        IncentiveIdentity identity{incentive.category, incentive.subCategory, incentive.option, 1};
        while (identities.contains(identity))
            ++identity.number;
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
