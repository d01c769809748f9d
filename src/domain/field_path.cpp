#include "domain/field_path.h"

#include "core/enum_codes.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct DealFields {
    static constexpr std::array table = {std::pair{Field::Name, "name"},
                                         std::pair{Field::Email, "email"},
                                         std::pair{Field::Type, "type"},
                                         std::pair{Field::Channel, "channel"},
                                         std::pair{Field::Structure, "structure"},
                                         std::pair{Field::Region, "region"},
                                         std::pair{Field::Priority, "priority"},
                                         std::pair{Field::Advertiser, "advertiser"},
                                         std::pair{Field::Agency, "agency"},
                                         std::pair{Field::BusinessSummary, "business_summary"},
                                         std::pair{Field::GrowthOpportunityOwn, "growth_opportunity_own"},
                                         std::pair{Field::GrowthOpportunityClient, "growth_opportunity_client"},
                                         std::pair{Field::ClientAsks, "client_asks"},
                                         std::pair{Field::GrowthAmbition, "growth_ambition"},
                                         std::pair{Field::TermStart, "term_start"},
                                         std::pair{Field::TermEnd, "term_end"},
                                         std::pair{Field::ContractTerm, "contract_term"},
                                         std::pair{Field::Tiers, "tiers"}};
};

struct TierFields {
    static constexpr std::array table = {std::pair{Field::Revenue, "revenue"}, std::pair{Field::Margin, "margin"},
                                         std::pair{Field::Incentives, "incentives"}};
};

struct IncentiveFields {
    static constexpr std::array table = {
        std::pair{Field::IncentiveCategory, "category"}, std::pair{Field::IncentiveSubCategory, "sub_category"},
        std::pair{Field::IncentiveOption, "option"}, std::pair{Field::IncentiveValue, "value"}, std::pair{Field::IncentiveNotes, "notes"}};
};

template<typename Fields>
QString nameOf(Field field)
{
    for (const auto &[candidate, name] : Fields::table) {
        if (candidate == field)
            return QLatin1StringView(name);
    }
    return {};
}

template<typename Fields>
std::optional<Field> fieldNamed(QStringView text)
{
    for (const auto &[field, name] : Fields::table) {
        if (text == QLatin1StringView(name))
            return field;
    }
    return std::nullopt;
}

// Takes "[12]" off the front.
std::optional<int> takeIndex(QStringView &text)
{
    const auto end = text.indexOf(u']');
    if (!text.startsWith(u'[') || end < 0)
        return std::nullopt;
    const QStringView digits = text.sliced(1, end - 1);
    bool isNumber = false;
    const int index = digits.toInt(&isNumber);
    if (!isNumber || index < 0 || digits != QString::number(index))
        return std::nullopt;
    text = text.sliced(end + 1);
    return index;
}

std::optional<FieldPath> parseIncentive(int tier, QStringView rest)
{
    const auto incentive = takeIndex(rest);
    if (!incentive)
        return std::nullopt;
    if (rest.isEmpty())
        return FieldPath{Field::Incentives, tier, *incentive};
    const auto field = rest.startsWith(u'.') ? fieldNamed<IncentiveFields>(rest.sliced(1)) : std::nullopt;
    return field ? std::optional(FieldPath{*field, tier, *incentive}) : std::nullopt;
}

std::optional<FieldPath> parseTier(QStringView rest)
{
    const auto tier = takeIndex(rest);
    if (!tier)
        return std::nullopt;
    if (rest.isEmpty())
        return FieldPath{Field::Tiers, *tier};
    if (rest.startsWith(".incentives["_L1))
        return parseIncentive(*tier, rest.sliced(qsizetype(qstrlen(".incentives"))));
    const auto field = rest.startsWith(u'.') ? fieldNamed<TierFields>(rest.sliced(1)) : std::nullopt;
    return field ? std::optional(FieldPath{*field, *tier}) : std::nullopt;
}

} // namespace

QString FieldPath::toString() const
{
    if (const QString name = nameOf<DealFields>(field); !name.isEmpty())
        return tier < 0 ? name : u"%1[%2]"_s.arg(name).arg(tier);
    const QString ofTier = u"tiers[%1]."_s.arg(tier);
    if (const QString name = nameOf<TierFields>(field); !name.isEmpty())
        return incentive < 0 ? ofTier + name : u"%1%2[%3]"_s.arg(ofTier, name).arg(incentive);
    return u"%1incentives[%2].%3"_s.arg(ofTier).arg(incentive).arg(nameOf<IncentiveFields>(field));
}

std::optional<FieldPath> FieldPath::fromString(QStringView text)
{
    if (text.startsWith("tiers["_L1))
        return parseTier(text.sliced(qsizetype(qstrlen("tiers"))));
    const auto field = fieldNamed<DealFields>(text);
    return field ? std::optional(FieldPath{*field}) : std::nullopt;
}

} // namespace dealdesk
