#pragma once

#include "core/result.h"
#include "domain/deal_draft.h"

#include <QJsonObject>

namespace dealdesk {

/// The JSON form of a draft: what commands send to the database and what the local journal keeps. Keys are the column names of
/// the tables `deals`, `deal_tiers` and `tier_incentives`:
/// - texts are strings, empty while unknown; enumerations are codes, `region` null while unknown;
/// - `growth_ambition`, `annual_revenue`, `incentive_value`: whole cents, or null;
/// - `annual_gross_margin`: millionths, or null;
/// - `term_start_date`, `term_end_date`: ISO 8601 dates, or null; `contract_term`: whole months computed from them, or null;
/// - `tiers`: [{tier_number (from 1), annual_revenue, annual_gross_margin, incentives: [{category_name, sub_category_name,
///   incentive_option, incentive_value, incentive_notes}]}].
/// Whole numbers are 64-bit integers in JSON, never fractions, so that every amount survives exactly.
QJsonObject toJson(const DealDraft &draft);

/// The reverse: draftFromJson(toJson(d)) == d for every draft whose amounts are within Money::kMaxCents. Absent keys read as empty;
/// `contract_term` is ignored, unknown keys are too. MalformedInput, with the place in `detail` ("tiers[1].annual_revenue"), for
/// values of the wrong type, unknown codes, fractions of a cent, amounts beyond the limit, and tiers not numbered 1, 2, 3, ….
Result<DealDraft> draftFromJson(const QJsonObject &json);

} // namespace dealdesk
