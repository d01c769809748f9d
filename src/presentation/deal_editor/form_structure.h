#pragma once

#include "presentation/deal_editor/form_content.h"

namespace dealdesk {

// Changes of the tiers and incentives as such; unreadable texts move along with what they belong to.

void removeTierFrom(FormContent &content, int tier);
void moveTierIn(FormContent &content, int from, int to);
void removeIncentiveFrom(FormContent &content, int tier, int incentive);
/// Puts an incentive behind those of another tier; where it is then, with the path's field.
FieldPath moveIncentiveIn(FormContent &content, const FieldPath &path, int toTier);

/// "2" or "Tier 2" as an index. Tiers up to there are added where the deal may have them; nothing where it may not.
std::optional<int> tierNamed(FormContent &content, const QString &text);

} // namespace dealdesk
