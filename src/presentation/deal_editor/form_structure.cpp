#include "presentation/deal_editor/form_structure.h"

#include "presentation/deal_editor/draft_fields.h"

namespace dealdesk {

namespace {
/// Gives each unreadable text its new place; nothing returned drops it.
template<typename NewPlace>
void remapUnreadable(FormContent &content, NewPlace newPlace)
{
    QHash<FieldPath, QString> moved;
    for (auto it = content.unreadable.cbegin(); it != content.unreadable.cend(); ++it) {
        if (const std::optional<FieldPath> place = newPlace(it.key()))
            moved.insert(*place, it.value());
    }
    content.unreadable = moved;
}
} // namespace

void removeTierFrom(FormContent &content, int tier)
{
    if (!tierAt(content.draft, tier))
        return;
    content.draft.tiers.removeAt(tier);
    remapUnreadable(content, [tier](FieldPath path) -> std::optional<FieldPath> {
        if (path.tier == tier)
            return std::nullopt;
        path.tier -= path.tier > tier ? 1 : 0;
        return path;
    });
}

void moveTierIn(FormContent &content, int from, int to)
{
    if (!tierAt(content.draft, from) || !tierAt(content.draft, to))
        return;
    content.draft.tiers.move(from, to);
    remapUnreadable(content, [from, to](FieldPath path) -> std::optional<FieldPath> {
        if (path.tier == from)
            path.tier = to;
        else if (from < to && path.tier > from && path.tier <= to)
            --path.tier;
        else if (to < from && path.tier >= to && path.tier < from)
            ++path.tier;
        return path;
    });
}

void removeIncentiveFrom(FormContent &content, int tier, int incentive)
{
    if (!incentiveAt(content.draft, {Field::Incentives, tier, incentive}))
        return;
    content.draft.tiers[tier].incentives.removeAt(incentive);
    remapUnreadable(content, [tier, incentive](FieldPath path) -> std::optional<FieldPath> {
        if (path.tier != tier || path.incentive < incentive)
            return path;
        if (path.incentive == incentive)
            return std::nullopt;
        --path.incentive;
        return path;
    });
}

FieldPath moveIncentiveIn(FormContent &content, const FieldPath &path, int toTier)
{
    const Incentive *incentive = incentiveAt(content.draft, path);
    Tier *target = tierAt(content.draft, toTier);
    if (!incentive || !target || path.tier == toTier)
        return path;
    const FieldPath arrived{path.field, toTier, int(target->incentives.size())};
    const Incentive moved = *incentive;
    target->incentives.append(moved);
    QHash<FieldPath, QString> carried;
    for (auto it = content.unreadable.cbegin(); it != content.unreadable.cend(); ++it) {
        if (it.key().tier == path.tier && it.key().incentive == path.incentive)
            carried.insert({it.key().field, arrived.tier, arrived.incentive}, it.value());
    }
    removeIncentiveFrom(content, path.tier, path.incentive);
    content.unreadable.insert(carried);
    return arrived;
}

std::optional<int> tierNamed(FormContent &content, const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    bool isNumber = false;
    const int number = digits.toInt(&isNumber);
    QList<Tier> &tiers = content.draft.tiers;
    const int most = content.draft.structure == DealStructure::FlatCommit ? int(tiers.size()) : kMaxTiers;
    if (!isNumber || number < 1 || number > most)
        return std::nullopt;
    while (tiers.size() < number)
        tiers.append(Tier{});
    return number - 1;
}

} // namespace dealdesk
