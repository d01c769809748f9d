#include "core/ratio.h"

#include "core/fixed_decimal.h"

#include <limits>

namespace dealdesk {

std::optional<Ratio> Ratio::fromDecimal(QStringView text)
{
    const auto units = parseFixedDecimal(text, 6, std::numeric_limits<qint64>::max() / 16);
    return units ? std::optional(Ratio(*units)) : std::nullopt;
}

std::optional<Ratio> Ratio::of(Money numerator, Money denominator)
{
    if (denominator.isZero())
        return std::nullopt;
    return Ratio(multiplyAndDivide(numerator.cents(), kScale, denominator.cents()));
}

QString Ratio::toDecimal() const
{
    QString text = formatFixedDecimal(m_millionths, 6);
    while (text.endsWith(u'0') && text.at(text.size() - 2) != u'.')
        text.chop(1);
    return text;
}

Money operator*(Money amount, Ratio ratio)
{
    return Money::fromCents(multiplyAndDivide(amount.cents(), ratio.millionths(), Ratio::kScale));
}

} // namespace dealdesk
