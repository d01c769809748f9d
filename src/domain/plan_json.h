#pragma once

#include "core/result.h"
#include "domain/routing.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dealdesk {

/// The JSON form of a routing plan, sent along with a submission and stored with it: {policy_version, basis, deciding_tier,
/// amount (cents), level, above_top_limit, lower_level, lower_limit (cents), departments: [{department, reasons: [{kind: always |
/// category | custom_deal | long_term, category, tiers, months}]}]}. A reason carries only the keys of its kind.
QJsonObject toJson(const RoutingPlan &plan);

/// The reverse. MalformedInput, with the place in `detail`, for missing keys, wrong types and unknown codes.
Result<RoutingPlan> planFromJson(const QJsonObject &json);

/// The reasons alone, as an approval keeps them.
Result<QList<DepartmentReason>> reasonsFromJson(const QJsonArray &json);

} // namespace dealdesk
