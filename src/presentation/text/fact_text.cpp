#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/reapproval_text.h"
#include "presentation/text/user_input.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
struct Facts {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

/// A fact's path taken apart.
struct FactPlace {
    int tier = -1;     ///< from 0
    QString what;      ///< "margin", "incentive_total", "value", "notes", "channel"
    QString incentive; ///< its option; with its number where there are several equal ones
    QString argument;  ///< of routing_amount: the basis
};

QString optionOf(const QString &identity)
{
    const QString number = identity.section(u'#', -1);
    const QString option = identity.chopped(number.size() + 1).section(u'/', 2);
    return number == "1"_L1 ? option : Facts::tr("%1 (no. %2)", "an incentive, and which of several equal ones").arg(option, number);
}

FactPlace placeFrom(const QString &path)
{
    static const QRegularExpression inTier(u"^tiers\\[(\\d+)\\]\\.(?:incentives\\[(.*)\\]\\.)?(\\w+)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ofDeal(u"^(\\w+)(?:\\[(\\w+)\\])?$"_s);
    if (const auto match = inTier.match(path); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(3), match.captured(2).isEmpty() ? QString() : optionOf(match.captured(2)), {}};
    const auto match = ofDeal.match(path);
    return {-1, match.captured(1), {}, match.captured(2)};
}

bool isMoney(const QString &what)
{
    static const QStringList amounts = {u"revenue"_s, u"value"_s, u"incentive_total"_s, u"routing_amount"_s, u"growth_ambition"_s};
    return amounts.contains(what);
}

template<typename E>
QString codeText(const QString &code)
{
    const std::optional<E> value = fromCode<E>(code);
    return value ? label(*value) : code;
}

QString marginText(const QString &value)
{
    return formatPercent(Ratio::fromMillionths(value.toLongLong()));
}

/// As many decimals as it takes to tell the two apart.
QString exactMargin(const QString &value)
{
    return percentForInput(Ratio::fromMillionths(value.toLongLong()));
}

QString tierFactLabel(const FactPlace &place)
{
    const int tier = place.tier + 1;
    if (!place.incentive.isEmpty())
        return place.what == "notes"_L1 ? Facts::tr("Tier %1, %2: notes").arg(tier).arg(place.incentive)
                                        : Facts::tr("Tier %1, %2").arg(tier).arg(place.incentive);
    if (place.what == "revenue"_L1)
        return Facts::tr("Tier %1 revenue").arg(tier);
    if (place.what == "margin"_L1)
        return Facts::tr("Tier %1 margin").arg(tier);
    return Facts::tr("Tier %1 incentives in total").arg(tier);
}

QString routingAmountLabel(const QString &basis)
{
    return Facts::tr("Routing amount (%1)").arg(codeText<RoutingBasis>(basis));
}
} // namespace

QString factLabel(const QString &path)
{
    const FactPlace place = placeFrom(path);
    if (place.tier >= 0)
        return tierFactLabel(place);
    if (place.what == "routing_amount"_L1)
        return routingAmountLabel(place.argument);
    if (place.what == "lowest_margin"_L1)
        return Facts::tr("Lowest margin");
    if (place.what == "tiers"_L1)
        return Facts::tr("Number of tiers");
    const std::optional<FieldPath> field = FieldPath::fromString(path);
    return field ? placeOf(*field) : path;
}

QString factValue(const QString &path, const QString &value)
{
    if (value.isEmpty())
        return formatDate({});
    const QString what = placeFrom(path).what;
    if (isMoney(what))
        return formatMoney(Money::fromCents(value.toLongLong()));
    if (what == "margin"_L1 || what == "lowest_margin"_L1)
        return marginText(value);
    if (what == "term_start"_L1 || what == "term_end"_L1)
        return formatDate(QDate::fromString(value, Qt::ISODate));
    if (what == "channel"_L1)
        return codeText<SalesChannel>(value);
    if (what == "type"_L1)
        return codeText<DealType>(value);
    if (what == "structure"_L1)
        return codeText<DealStructure>(value);
    if (what == "region"_L1)
        return codeText<Region>(value);
    return value;
}

QString changeText(const FactChange &change)
{
    const QString where = factLabel(change.path);
    const FactPlace place = placeFrom(change.path);
    if (!place.incentive.isEmpty() && place.what == "notes"_L1)
        return Facts::tr("%1 changed").arg(where);
    if (!place.incentive.isEmpty() && change.before.isEmpty())
        return Facts::tr("%1: added (%2)").arg(where, factValue(change.path, change.after));
    if (!place.incentive.isEmpty() && change.after.isEmpty())
        return Facts::tr("%1: removed (%2)").arg(where, factValue(change.path, change.before));
    QString before = factValue(change.path, change.before);
    QString after = factValue(change.path, change.after);
    if (before == after && place.what.endsWith("margin"_L1)) {
        before = exactMargin(change.before);
        after = exactMargin(change.after);
    }
    return Facts::tr("%1: %2 → %3", "what: before → after").arg(where, before, after);
}

} // namespace dealdesk
