#include "services/import/tier_rows.h"

#include "services/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool meansNone(const QString &option)
{
    return normalizedCode(option) == "no_incentive"_L1;
}

// The flat columns of a tier are its first incentive; `incentives` lists them all, without their categories.
QJsonArray incentivesOf(const SourceRow &tier)
{
    const QJsonArray listed = tier.at("incentives"_L1).toArray();
    if (!listed.isEmpty() || !tier.has("incentiveOption"_L1))
        return listed;
    return {QJsonObject{{u"option"_s, tier.at("incentiveOption"_L1)},
                        {u"value"_s, tier.at("incentiveValue"_L1)},
                        {u"notes"_s, tier.at("incentiveNotes"_L1)}}};
}

void placeIncentive(SourceRow &tier, Incentive &incentive, const QString &field, const OptionPlaces &places)
{
    if (tier.has("incentiveOption"_L1) && withoutExtraSpaces(sourceText(tier.at("incentiveOption"_L1))) == incentive.option) {
        incentive.category = withoutExtraSpaces(sourceText(tier.at("categoryName"_L1)));
        incentive.subCategory = withoutExtraSpaces(sourceText(tier.at("subCategoryName"_L1)));
        return;
    }
    if (const auto place = places.placeOf(incentive.option)) {
        std::tie(incentive.category, incentive.subCategory) = *place;
        tier.repair(field + ".category"_L1, ImportText::tr("The category was found by the option."), {},
                    incentive.category + " / "_L1 + incentive.subCategory);
        return;
    }
    tier.keep(field + ".category"_L1, ImportText::tr("The option is in no catalogue, so that it has no category."), incentive.option);
}

std::optional<Incentive> readIncentive(SourceRow &tier, const QJsonObject &json, const QString &field, const OptionPlaces &places)
{
    SourceRow source(tier.table(), tier.address(), json);
    Incentive incentive;
    incentive.option = withoutExtraSpaces(source.text("option"_L1));
    if (meansNone(incentive.option)) {
        tier.repair(field, ImportText::tr("“No Incentive” means that there is none."), source.jsonText(), {});
        return std::nullopt;
    }
    tier.countNested(u"tier_incentives"_s);
    incentive.value = source.money("value"_L1);
    incentive.notes = source.text("notes"_L1);
    if (source.isRefused() || (incentive.value && incentive.value->isNegative()))
        tier.refuse(field + ".value"_L1, ImportText::tr("The value of an incentive is an amount of dollars and not negative."));
    if (incentive.option.isEmpty())
        tier.refuse(field + ".option"_L1, ImportText::tr("An incentive has no name."));
    placeIncentive(tier, incentive, field, places);
    return incentive;
}

Tier readTier(SourceRow &source, const OptionPlaces &places)
{
    Tier tier;
    tier.annualRevenue = source.money("annualRevenue"_L1);
    if (tier.annualRevenue && tier.annualRevenue->isNegative())
        source.refuse(u"annualRevenue"_s, ImportText::tr("A revenue is not negative."));
    tier.grossMargin = source.margin("annualGrossMargin"_L1);
    const QJsonArray incentives = incentivesOf(source);
    for (qsizetype i = 0; i < incentives.size(); ++i) {
        const QString field = u"incentives[%1]"_s.arg(i);
        if (const auto incentive = readIncentive(source, incentives.at(i).toObject(), field, places))
            tier.incentives += *incentive;
    }
    return tier;
}

void checkNumber(SourceRow &source, qint64 number, qsizetype expected)
{
    if (number == expected && number <= kMaxTiers)
        return;
    if (number < 1 || number > kMaxTiers)
        source.refuse(u"tierNumber"_s, ImportText::tr("Tiers are numbered from 1 to %1.").arg(kMaxTiers));
    else
        source.refuse(u"tierNumber"_s, ImportText::tr("Tier %1 was expected here: one is missing or there twice.").arg(expected));
}

} // namespace

OptionPlaces::OptionPlaces(const IncentiveCatalog &catalog, const Capture &capture)
{
    for (const auto &category : catalog.categories) {
        for (const auto &subCategory : category.subCategories) {
            for (const QString &option : subCategory.options)
                add(option, category.name, subCategory.name);
        }
    }
    const QHash<QString, QSet<std::pair<QString, QString>>> catalogued = m_places;
    const QStringList endpoints = capture.endpoints();
    for (const QString &endpoint : endpoints) {
        const QJsonArray tiers = endpoint.endsWith("/tiers"_L1) ? capture.list(endpoint) : QJsonArray();
        for (const QJsonValue &tier : tiers) {
            const QString option = withoutExtraSpaces(tier["incentiveOption"_L1].toString());
            if (!catalogued.contains(option))
                add(option, withoutExtraSpaces(tier["categoryName"_L1].toString()),
                    withoutExtraSpaces(tier["subCategoryName"_L1].toString()));
        }
    }
}

std::optional<std::pair<QString, QString>> OptionPlaces::placeOf(const QString &option) const
{
    const auto places = m_places.constFind(option);
    return places != m_places.constEnd() && places->size() == 1 ? std::optional(*places->constBegin()) : std::nullopt;
}

void OptionPlaces::add(const QString &option, const QString &category, const QString &subCategory)
{
    if (!option.isEmpty() && !category.isEmpty())
        m_places[option].insert({category, subCategory});
}

QList<Tier> readTiers(QList<SourceRow> &sources, const QString &dealId, const OptionPlaces &places)
{
    std::stable_sort(sources.begin(), sources.end(), [](const SourceRow &a, const SourceRow &b) {
        return sourceInteger(a.at("tierNumber"_L1)).value_or(0) < sourceInteger(b.at("tierNumber"_L1)).value_or(0);
    });
    QList<Tier> tiers;
    for (SourceRow &source : sources) {
        if (source.has("dealId"_L1) && sourceText(source.at("dealId"_L1)) != dealId)
            source.refuse(u"dealId"_s, ImportText::tr("The tier says that it belongs to another deal."));
        const auto number = source.integer("tierNumber"_L1);
        tiers += readTier(source, places);
        if (number)
            checkNumber(source, *number, tiers.size());
        else if (!source.isRefused())
            source.refuseMissing(u"tierNumber"_s);
    }
    return tiers;
}

} // namespace dealdesk
