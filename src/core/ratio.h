#pragma once

#include "core/money.h"

namespace dealdesk {

/// An exact fraction in millionths, for margins, growth and factors: 0.355 (shown as 35.5 %) is 355,000.
class Ratio {
public:
    static constexpr qint64 kScale = 1'000'000;

    constexpr Ratio() = default;
    static constexpr Ratio fromMillionths(qint64 millionths) { return Ratio(millionths); }
    static constexpr Ratio fromPercent(qint64 percent) { return Ratio(percent * (kScale / 100)); }

    /// Reads a plain decimal with at most six places ("0.355").
    static std::optional<Ratio> fromDecimal(QStringView text);
    /// numerator / denominator, rounded half to even; nothing when the denominator is zero or the result beyond 64 bits.
    static std::optional<Ratio> of(Money numerator, Money denominator);
    static std::optional<Ratio> of(Ratio numerator, Ratio denominator);

    [[nodiscard]] constexpr qint64 millionths() const { return m_millionths; }
    /// The plain decimal, trailing zeros dropped down to one place: "0.355", "1.0".
    [[nodiscard]] QString toDecimal() const;

    friend constexpr auto operator<=>(Ratio, Ratio) = default;
    friend constexpr Ratio operator-(Ratio a, Ratio b) { return Ratio(a.m_millionths - b.m_millionths); }
    /// Rounded half to even to the cent; clamped to ±Money::kMaxCents.
    friend Money operator*(Money amount, Ratio ratio);

private:
    constexpr explicit Ratio(qint64 millionths) : m_millionths(millionths) {}
    qint64 m_millionths = 0;
};

} // namespace dealdesk

Q_DECLARE_METATYPE(dealdesk::Ratio)
