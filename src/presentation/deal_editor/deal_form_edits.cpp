#include "presentation/deal_editor/deal_form.h"
#include "presentation/deal_editor/form_structure.h"

#include <algorithm>

namespace dealdesk {

void DealForm::setInput(const FieldPath &path, const QString &text)
{
    edit([&](FormContent &content) { applyInput(content, path, text, m_reference->catalog); }, path, true);
}

void DealForm::setInputs(const QList<FieldInput> &inputs)
{
    if (inputs.isEmpty())
        return;
    const auto applyAll = [&](FormContent &content) {
        for (const FieldInput &input : inputs)
            applyInput(content, input.path, input.text, m_reference->catalog);
    };
    edit(applyAll, inputs.first().path);
}

void DealForm::setType(DealType type)
{
    edit([type](FormContent &content) { content.draft.type = type; }, FieldPath{Field::Type});
}

void DealForm::setChannel(SalesChannel channel)
{
    edit([channel](FormContent &content) { content.draft.channel = channel; }, FieldPath{Field::Channel});
}

void DealForm::setStructure(DealStructure structure)
{
    edit([structure](FormContent &content) { content.draft.structure = structure; }, FieldPath{Field::Structure});
}

void DealForm::setRegion(std::optional<Region> region)
{
    edit([region](FormContent &content) { content.draft.region = region; }, FieldPath{Field::Region});
}

void DealForm::setPriority(Priority priority)
{
    edit([priority](FormContent &content) { content.draft.priority = priority; }, FieldPath{Field::Priority});
}

void DealForm::setContent(const FormContent &replacement)
{
    edit([&replacement](FormContent &content) { content = replacement; });
}

bool DealForm::canAddTier() const
{
    const qsizetype most = draft().structure == DealStructure::FlatCommit ? 1 : kMaxTiers;
    return draft().tiers.size() < most;
}

void DealForm::addTier()
{
    if (!canAddTier())
        return;
    const FieldPath place{Field::Revenue, int(draft().tiers.size())};
    edit([](FormContent &content) { content.draft.tiers.append(Tier{}); }, place);
}

void DealForm::removeTier(int tier)
{
    edit([tier](FormContent &content) { removeTierFrom(content, tier); }, FieldPath{Field::Tiers, tier});
}

void DealForm::moveTier(int from, int to)
{
    edit([from, to](FormContent &content) { moveTierIn(content, from, to); }, FieldPath{Field::Tiers, to});
}

std::optional<FieldPath> DealForm::addIncentive(int tier)
{
    if (tier < 0 || tier >= draft().tiers.size())
        return std::nullopt;
    const FieldPath place{Field::IncentiveCategory, tier, int(draft().tiers.at(tier).incentives.size())};
    edit([tier](FormContent &content) { content.draft.tiers[tier].incentives.append(Incentive{}); }, place);
    return place;
}

void DealForm::removeIncentives(const QList<FieldPath> &paths)
{
    if (paths.isEmpty())
        return;
    QList<FieldPath> lastFirst = paths;
    std::sort(lastFirst.begin(), lastFirst.end(),
              [](const FieldPath &a, const FieldPath &b) { return std::pair(a.tier, a.incentive) > std::pair(b.tier, b.incentive); });
    const auto removeAll = [&lastFirst](FormContent &content) {
        for (const FieldPath &path : lastFirst)
            removeIncentiveFrom(content, path.tier, path.incentive);
    };
    edit(removeAll, FieldPath{Field::Incentives, lastFirst.last().tier, lastFirst.last().incentive});
}

} // namespace dealdesk
