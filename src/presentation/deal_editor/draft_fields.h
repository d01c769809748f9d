#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"

namespace dealdesk {

// The member of the draft that a path means; null for paths of another kind, and for tiers and incentives that are not there.
QString *textAt(DealDraft &draft, const FieldPath &path);
std::optional<Money> *amountAt(DealDraft &draft, const FieldPath &path);
std::optional<Ratio> *marginAt(DealDraft &draft, const FieldPath &path);

Tier *tierAt(DealDraft &draft, int tier);
Incentive *incentiveAt(DealDraft &draft, const FieldPath &path);

} // namespace dealdesk
