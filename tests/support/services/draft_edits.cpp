#include "support/services/draft_edits.h"

#include "support/services/complete_drafts.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

struct Edit {
    QRandomGenerator &random;
    DealDraft &draft;
    const IncentiveCatalog &catalog;
    const RoutingPolicy &policy;

    Tier &tier() { return draft.tiers[random.bounded(draft.tiers.size())]; }
    bool coin() { return random.bounded(2) == 0; }

    /// An incentive that is there; nothing in a deal without any.
    Incentive *incentive()
    {
        for (int tries = 0; tries < 4; ++tries) {
            Tier &candidate = tier();
            if (!candidate.incentives.isEmpty())
                return &candidate.incentives[random.bounded(candidate.incentives.size())];
        }
        return nullptr;
    }

    Incentive anotherIncentive()
    {
        for (;;) {
            const DealDraft other = completeDraft(random, catalog, policy);
            for (const Tier &candidate : other.tiers) {
                if (!candidate.incentives.isEmpty())
                    return candidate.incentives.first();
            }
        }
    }
};

/// Tier by tier revenue has to rise.
void changeRevenue(Edit &edit)
{
    const int at = edit.random.bounded(static_cast<int>(edit.draft.tiers.size()));
    const qint64 cents = edit.draft.tiers.at(at).annualRevenue->cents();
    const qint64 changed = edit.coin() ? cents + 1 + edit.random.bounded(5'000'000) : cents - 1 - cents / 10;
    const bool isAbove = at == 0 || changed > edit.draft.tiers.at(at - 1).annualRevenue->cents();
    const bool isBelow = at + 1 == edit.draft.tiers.size() || changed < edit.draft.tiers.at(at + 1).annualRevenue->cents();
    if (changed > 0 && changed < Money::kMaxCents && isAbove && isBelow)
        edit.draft.tiers[at].annualRevenue = Money::fromCents(changed);
}

void changeMargin(Edit &edit)
{
    Tier &tier = edit.tier();
    const qint64 margin = tier.grossMargin->millionths() + (edit.coin() ? 1'000 : -1'000);
    tier.grossMargin = Ratio::fromMillionths(qBound<qint64>(0, margin, Ratio::kScale));
}

void changeIncentive(Edit &edit)
{
    Incentive *incentive = edit.incentive();
    if (!incentive)
        return;
    const qint64 cents = incentive->value->cents();
    switch (edit.random.bounded(4)) {
    case 0: incentive->notes += u" reworded"_s; break;
    case 1: incentive->value = Money::fromCents(cents / 2); break;
    case 2: incentive->value = Money::fromCents(qMin(cents + 100, Money::kMaxCents / 10)); break;
    default: *incentive = edit.anotherIncentive();
    }
}

void changeIncentives(Edit &edit)
{
    Tier &tier = edit.tier();
    if (edit.coin())
        tier.incentives += edit.anotherIncentive();
    else if (edit.coin() && tier.incentives.size() > 1)
        tier.incentives.swapItemsAt(0, 1);
    else if (edit.coin() && !tier.incentives.isEmpty())
        tier.incentives += tier.incentives.first(); // the same once more
    else if (!tier.incentives.isEmpty())
        tier.incentives.removeFirst();
}

void changeTiers(Edit &edit)
{
    QList<Tier> &tiers = edit.draft.tiers;
    if (tiers.size() > 1 && edit.coin())
        tiers.removeLast();
    else if (tiers.size() < kMaxTiers && edit.draft.structure == DealStructure::Tiered
             && tiers.last().annualRevenue->cents() < Money::kMaxCents / 2)
        tiers += Tier{Money::fromCents(tiers.last().annualRevenue->cents() + 100), kDefaultMargin, {}};
}

/// What belongs to the deal as a whole, taken from another one.
void changeHead(Edit &edit)
{
    const DealDraft other = completeDraft(edit.random, edit.catalog, edit.policy);
    switch (edit.random.bounded(7)) {
    case 0: edit.draft.region = other.region; break;
    case 1: edit.draft.type = other.type; break;
    case 2:
        edit.draft.termStart = other.termStart;
        edit.draft.termEnd = other.termEnd;
        break;
    case 3:
        edit.draft.channel = other.channel;
        edit.draft.agencyName = other.agencyName;
        break;
    case 4: edit.draft.growthAmbition = other.growthAmbition; break;
    case 5: edit.draft.advertiserName = edit.coin() ? u"Fabrikam Foods"_s : u"Northwind Outdoor"_s; break;
    default:
        if (edit.draft.tiers.size() == 1)
            edit.draft.structure = other.structure;
    }
}

void changeNobodysBusiness(Edit &edit)
{
    const DealDraft other = completeDraft(edit.random, edit.catalog, edit.policy);
    edit.draft.name = other.name;
    edit.draft.email = other.email;
    edit.draft.priority = other.priority;
    edit.draft.businessSummary = other.businessSummary;
}

} // namespace

DealDraft editedDraft(QRandomGenerator &random, DealDraft draft, const IncentiveCatalog &catalog, const RoutingPolicy &policy)
{
    if (random.bounded(40) == 0)
        return completeDraft(random, catalog, policy);
    Edit edit{random, draft, catalog, policy};
    using Change = void (*)(Edit &);
    static constexpr std::array<Change, 7> changes = {changeRevenue, changeMargin, changeIncentive,      changeIncentives,
                                                      changeTiers,   changeHead,   changeNobodysBusiness};
    for (int i = random.bounded(4); i > 0; --i)
        changes[random.bounded(quint32(changes.size()))](edit);
    return draft;
}

} // namespace dealdesk::test
