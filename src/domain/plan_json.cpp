#include "domain/plan_json.h"

#include "domain/json_reader.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using ReasonKind = DepartmentReason::Kind;

QJsonObject toJson(const DepartmentReason &reason)
{
    QJsonObject json{{u"kind"_s, codeOf(reason.kind)}};
    if (reason.kind == ReasonKind::LongTerm)
        json.insert(u"months"_s, reason.months);
    if (reason.kind != ReasonKind::IncentiveCategory)
        return json;
    QJsonArray tiers;
    for (const int tier : reason.tiers)
        tiers += tier;
    json.insert(u"category"_s, reason.category);
    json.insert(u"tiers"_s, tiers);
    return json;
}

QJsonObject toJson(const DepartmentStep &step)
{
    QJsonArray reasons;
    for (const DepartmentReason &reason : step.reasons)
        reasons += toJson(reason);
    return {{u"department"_s, codeOf(step.department)}, {u"reasons"_s, reasons}};
}

template<typename E>
E readCode(const JsonReader &json, QLatin1StringView key)
{
    const std::optional<E> value = json.code<E>(key);
    if (!value)
        json.refuse(key);
    return value.value_or(E{});
}

int readInt(const JsonReader &json, QLatin1StringView key)
{
    return static_cast<int>(json.integer(key, std::numeric_limits<int>::max()).value_or(0));
}

DepartmentReason readReason(const JsonReader &json)
{
    DepartmentReason reason;
    reason.kind = readCode<ReasonKind>(json, "kind"_L1);
    if (reason.kind == ReasonKind::LongTerm)
        reason.months = readInt(json, "months"_L1);
    if (reason.kind == ReasonKind::IncentiveCategory) {
        reason.category = json.text("category"_L1);
        reason.tiers = json.integers("tiers"_L1);
    }
    return reason;
}

QList<DepartmentReason> readReasons(const JsonReader &json)
{
    QList<DepartmentReason> reasons;
    for (const JsonReader &reason : json.objects("reasons"_L1))
        reasons += readReason(reason);
    return reasons;
}

} // namespace

QJsonObject toJson(const RoutingPlan &plan)
{
    QJsonArray departments;
    for (const DepartmentStep &step : plan.departments)
        departments += toJson(step);
    return {{u"policy_version"_s, plan.policyVersion},
            {u"basis"_s, codeOf(plan.basis)},
            {u"deciding_tier"_s, plan.decidingTier},
            {u"amount"_s, plan.amount.cents()},
            {u"level"_s, plan.level},
            {u"above_top_limit"_s, plan.aboveTopLimit},
            {u"lower_level"_s, plan.lowerLevel},
            {u"lower_limit"_s, plan.lowerLimit.cents()},
            {u"departments"_s, departments}};
}

Result<RoutingPlan> planFromJson(const QJsonObject &object)
{
    const JsonReader json(object, JsonReader::Missing::Refused);
    RoutingPlan plan;
    plan.policyVersion = json.integer("policy_version"_L1).value_or(0);
    plan.basis = readCode<RoutingBasis>(json, "basis"_L1);
    plan.decidingTier = readInt(json, "deciding_tier"_L1);
    plan.amount = json.money("amount"_L1).value_or(Money());
    plan.level = json.text("level"_L1);
    plan.aboveTopLimit = json.boolean("above_top_limit"_L1);
    plan.lowerLevel = json.text("lower_level"_L1);
    plan.lowerLimit = json.money("lower_limit"_L1).value_or(Money());
    for (const JsonReader &step : json.objects("departments"_L1))
        plan.departments += DepartmentStep{readCode<Department>(step, "department"_L1), readReasons(step)};
    if (const Status status = json.status(); !status)
        return failure(status.error());
    return plan;
}

Result<QList<DepartmentReason>> reasonsFromJson(const QJsonArray &array)
{
    const JsonReader json({{u"reasons"_s, array}}, JsonReader::Missing::Refused);
    QList<DepartmentReason> reasons = readReasons(json);
    if (const Status status = json.status(); !status)
        return failure(status.error());
    return reasons;
}

} // namespace dealdesk
