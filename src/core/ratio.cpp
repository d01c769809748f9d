#include "core/ratio.h"

#include "core/fixed_decimal.h"

#include <algorithm>
#include <limits>

namespace dealdesk {

std::optional<Ratio> Ratio::fromDecimal(QStringView text)
{
    const auto units = parseFixedDecimal(text, 6, std::numeric_limits<qint64>::max() / 16);
    return units ? std::optional(Ratio(*units)) : std::nullopt;
}

std::optional<Ratio> Ratio::of(Money numerator, Money denominator)
{
    const auto millionths = multiplyAndDivide(numerator.cents(), kScale, denominator.cents());
    return millionths ? std::optional(Ratio(*millionths)) : std::nullopt;
}

std::optional<Ratio> Ratio::of(Ratio numerator, Ratio denominator)
{
    const auto millionths = multiplyAndDivide(numerator.m_millionths, kScale, denominator.m_millionths);
    return millionths ? std::optional(Ratio(*millionths)) : std::nullopt;
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
    const bool negative = amount.isNegative() != (ratio.millionths() < 0);
    const qint64 bound = negative ? -Money::kMaxCents : Money::kMaxCents;
    const qint64 cents = multiplyAndDivide(amount.cents(), ratio.millionths(), Ratio::kScale).value_or(bound);
    return Money::fromCents(std::clamp(cents, -Money::kMaxCents, Money::kMaxCents));
}

} // namespace dealdesk
