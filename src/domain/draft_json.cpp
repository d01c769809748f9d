#include "domain/draft_json.h"

#include "domain/json_reader.h"
#include "domain/term.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QJsonValue orNull(std::optional<Money> amount)
{
    return amount ? QJsonValue(amount->cents()) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Incentive &incentive)
{
    return {{u"category_name"_s, incentive.category},
            {u"sub_category_name"_s, incentive.subCategory},
            {u"incentive_option"_s, incentive.option},
            {u"incentive_value"_s, orNull(incentive.value)},
            {u"incentive_notes"_s, incentive.notes}};
}

QJsonObject toJson(const Tier &tier, qsizetype number)
{
    QJsonArray incentives;
    for (const Incentive &incentive : tier.incentives)
        incentives += toJson(incentive);
    return {{u"tier_number"_s, number},
            {u"annual_revenue"_s, orNull(tier.annualRevenue)},
            {u"annual_gross_margin"_s, tier.grossMargin ? QJsonValue(tier.grossMargin->millionths()) : QJsonValue(QJsonValue::Null)},
            {u"incentives"_s, incentives}};
}

Incentive readIncentive(const JsonReader &json)
{
    return {json.text("category_name"_L1), json.text("sub_category_name"_L1), json.text("incentive_option"_L1),
            json.money("incentive_value"_L1), json.text("incentive_notes"_L1)};
}

Tier readTier(const JsonReader &json)
{
    Tier tier;
    tier.annualRevenue = json.money("annual_revenue"_L1);
    const auto margin = json.integer("annual_gross_margin"_L1);
    tier.grossMargin = margin ? std::optional(Ratio::fromMillionths(*margin)) : std::nullopt;
    for (const JsonReader &incentive : json.objects("incentives"_L1))
        tier.incentives += readIncentive(incentive);
    return tier;
}

// In the order of their numbers: databases aggregate rows in any order.
QList<Tier> readTiers(const JsonReader &json)
{
    QList<std::pair<qint64, Tier>> numbered;
    const QList<JsonReader> readers = json.objects("tiers"_L1);
    for (const JsonReader &reader : readers)
        numbered += std::pair(reader.integer("tier_number"_L1).value_or(0), readTier(reader));
    std::stable_sort(numbered.begin(), numbered.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Tier> tiers;
    for (const auto &[number, tier] : std::as_const(numbered)) {
        tiers += tier;
        if (number != tiers.size())
            json.refuse("tiers"_L1);
    }
    return tiers;
}

void readClassification(const JsonReader &json, DealDraft &draft)
{
    draft.type = json.code<DealType>("deal_type"_L1).value_or(draft.type);
    draft.channel = json.code<SalesChannel>("sales_channel"_L1).value_or(draft.channel);
    draft.structure = json.code<DealStructure>("deal_structure"_L1).value_or(draft.structure);
    draft.region = json.code<Region>("region"_L1);
    draft.priority = json.code<Priority>("priority"_L1).value_or(draft.priority);
}

} // namespace

QJsonObject toJson(const DealDraft &draft)
{
    QJsonArray tiers;
    for (qsizetype i = 0; i < draft.tiers.size(); ++i)
        tiers += toJson(draft.tiers.at(i), i + 1);
    const std::optional<int> months = termMonths(draft.termStart, draft.termEnd);
    return {{u"deal_name"_s, draft.name},
            {u"email"_s, draft.email},
            {u"deal_type"_s, codeOf(draft.type)},
            {u"sales_channel"_s, codeOf(draft.channel)},
            {u"deal_structure"_s, codeOf(draft.structure)},
            {u"region"_s, draft.region ? QJsonValue(codeOf(*draft.region)) : QJsonValue(QJsonValue::Null)},
            {u"priority"_s, codeOf(draft.priority)},
            {u"advertiser_name"_s, draft.advertiserName},
            {u"agency_name"_s, draft.agencyName},
            {u"business_summary"_s, draft.businessSummary},
            {u"growth_opportunity_miq"_s, draft.growthOpportunityOwn},
            {u"growth_opportunity_client"_s, draft.growthOpportunityClient},
            {u"client_asks"_s, draft.clientAsks},
            {u"growth_ambition"_s, orNull(draft.growthAmbition)},
            {u"term_start_date"_s, orNull(draft.termStart)},
            {u"term_end_date"_s, orNull(draft.termEnd)},
            {u"contract_term"_s, months ? QJsonValue(*months) : QJsonValue(QJsonValue::Null)},
            {u"tiers"_s, tiers}};
}

Result<DealDraft> draftFromJson(const QJsonObject &object)
{
    const JsonReader json(object, JsonReader::Missing::Allowed);
    DealDraft draft;
    draft.name = json.text("deal_name"_L1);
    draft.email = json.text("email"_L1);
    readClassification(json, draft);
    draft.advertiserName = json.text("advertiser_name"_L1);
    draft.agencyName = json.text("agency_name"_L1);
    draft.businessSummary = json.text("business_summary"_L1);
    draft.growthOpportunityOwn = json.text("growth_opportunity_miq"_L1);
    draft.growthOpportunityClient = json.text("growth_opportunity_client"_L1);
    draft.clientAsks = json.text("client_asks"_L1);
    draft.growthAmbition = json.money("growth_ambition"_L1);
    draft.termStart = json.date("term_start_date"_L1);
    draft.termEnd = json.date("term_end_date"_L1);
    draft.tiers = readTiers(json);
    if (const Status status = json.status(); !status)
        return failure(status.error());
    return draft;
}

} // namespace dealdesk
