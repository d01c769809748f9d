#pragma once

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace dealdesk {

/// An exact amount of US dollars, counted in cents. NUMERIC(15,2): at most 9,999,999,999,999.99 either way.
class Money {
public:
    static constexpr qint64 kMaxCents = 999'999'999'999'999;

    constexpr Money() = default;
    static constexpr Money fromCents(qint64 cents) { return Money(cents); }
    static constexpr Money fromDollars(qint64 dollars) { return Money(dollars * 100); }

    /// Reads a plain decimal ("480000", "-12.5", "0.07"): the form of databases, JSON and CSV, never a locale's.
    /// Nothing for more than two decimals, exponents, separators, or an amount beyond kMaxCents.
    static std::optional<Money> fromDecimal(QStringView text);

    [[nodiscard]] constexpr qint64 cents() const { return m_cents; }
    [[nodiscard]] constexpr bool isNegative() const { return m_cents < 0; }
    [[nodiscard]] constexpr bool isZero() const { return m_cents == 0; }
    /// The plain decimal with two places, "480000.00".
    [[nodiscard]] QString toDecimal() const;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_cents + b.m_cents); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_cents - b.m_cents); }
    constexpr Money &operator+=(Money other)
    {
        m_cents += other.m_cents;
        return *this;
    }

private:
    constexpr explicit Money(qint64 cents) : m_cents(cents) {}
    qint64 m_cents = 0;
};

} // namespace dealdesk

Q_DECLARE_METATYPE(dealdesk::Money)
