#include "presentation/deal_page/change_text.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

template<typename E>
QString labelOfCode(const QString &code)
{
    const auto value = fromCode<E>(code);
    return value ? label(*value) : code;
}

QString moneyText(const QString &decimal)
{
    const auto amount = Money::fromDecimal(decimal);
    return amount ? formatMoney(*amount) : decimal;
}

QString valueText(Field field, const QString &value)
{
    if (value.isEmpty())
        return u"–"_s;
    switch (field) {
    case Field::Type: return labelOfCode<DealType>(value);
    case Field::Channel: return labelOfCode<SalesChannel>(value);
    case Field::Structure: return labelOfCode<DealStructure>(value);
    case Field::Region: return labelOfCode<Region>(value);
    case Field::Priority: return labelOfCode<Priority>(value);
    case Field::GrowthAmbition:
    case Field::Revenue:
    case Field::IncentiveValue: return moneyText(value);
    case Field::Margin: return formatPercent(Ratio::fromDecimal(value));
    case Field::TermStart:
    case Field::TermEnd: return formatDate(QDate::fromString(value, Qt::ISODate));
    default: return value;
    }
}

} // namespace

QString valueInWords(const FieldPath &path, const QString &plain)
{
    const bool isWhole = (path.field == Field::Tiers && path.tier >= 0) || (path.field == Field::Incentives && path.incentive >= 0);
    if (isWhole && plain.isEmpty())
        return QCoreApplication::translate("ChangeText", "removed");
    return path.field == Field::Tiers && isWhole ? moneyText(plain) : valueText(path.field, plain);
}

QString changeText(const FieldChange &change)
{
    return QCoreApplication::translate("ChangeText", "%1: %2 → %3")
        .arg(placeOf(change.path), valueText(change.path.field, change.before), valueText(change.path.field, change.after));
}

QStringList changesInWords(const DealDraft &before, const DealDraft &after)
{
    QStringList lines;
    const auto changes = differences(before, after);
    for (const FieldChange &change : changes)
        lines.append(changeText(change));
    if (lines.isEmpty())
        lines.append(QCoreApplication::translate("ChangeText", "Nothing was changed."));
    return lines;
}

} // namespace dealdesk
