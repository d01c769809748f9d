#include "core/money.h"

#include "core/fixed_decimal.h"

namespace dealdesk {

std::optional<Money> Money::fromDecimal(QStringView text)
{
    const auto cents = parseFixedDecimal(text, 2, kMaxCents);
    return cents ? std::optional(Money(*cents)) : std::nullopt;
}

QString Money::toDecimal() const
{
    return formatFixedDecimal(m_cents, 2);
}

} // namespace dealdesk
