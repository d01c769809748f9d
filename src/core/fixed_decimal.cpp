#include "core/fixed_decimal.h"

#include <QtNumeric>

#include <limits>

namespace dealdesk {

namespace {

qint64 powerOfTen(int exponent)
{
    qint64 result = 1;
    for (int i = 0; i < exponent; ++i)
        result *= 10;
    return result;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

quint64 magnitudeOf(qint64 value)
{
    return value < 0 ? 0 - quint64(value) : quint64(value);
}

// 128 bits by hand, since MSVC has no such integer: the same code everywhere is the code that the tests prove.
struct Wide {
    quint64 high = 0;
    quint64 low = 0;
};

Wide multiply(quint64 a, quint64 b)
{
    constexpr quint64 lowHalf = 0xffff'ffff;
    const quint64 lowLow = (a & lowHalf) * (b & lowHalf);
    const quint64 highLow = (a >> 32) * (b & lowHalf);
    const quint64 lowHigh = (a & lowHalf) * (b >> 32);
    const quint64 middle = (lowLow >> 32) + (highLow & lowHalf) + (lowHigh & lowHalf);
    return {(a >> 32) * (b >> 32) + (highLow >> 32) + (lowHigh >> 32) + (middle >> 32), (middle << 32) | (lowLow & lowHalf)};
}

// Long division, bit by bit. Nothing when the quotient needs more than 64 bits.
std::optional<quint64> divideHalfEven(Wide dividend, quint64 divisor)
{
    if (dividend.high >= divisor)
        return std::nullopt;
    quint64 remainder = dividend.high;
    quint64 quotient = 0;
    for (int bit = 63; bit >= 0; --bit) {
        const bool carried = (remainder >> 63) != 0;
        remainder = (remainder << 1) | ((dividend.low >> bit) & 1);
        quotient <<= 1;
        if (carried || remainder >= divisor) {
            remainder -= divisor;
            quotient |= 1;
        }
    }
    const quint64 missing = divisor - remainder;
    const bool roundUp = remainder > missing || (remainder == missing && (quotient & 1) != 0);
    if (roundUp && quotient == std::numeric_limits<quint64>::max())
        return std::nullopt;
    return roundUp ? quotient + 1 : quotient;
}

} // namespace

std::optional<qint64> parseFixedDecimal(QStringView text, int places, qint64 limit)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);

    const auto point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;

    qint64 units = 0;
    const auto append = [&units, limit](int digit) {
        return !qMulOverflow(units, qint64(10), &units) && !qAddOverflow(units, qint64(digit), &units) && units <= limit;
    };
    for (const QChar c : whole) {
        if (!isDigit(c) || !append(c.digitValue()))
            return std::nullopt;
    }
    for (qsizetype i = 0; i < qMax(qsizetype(places), fraction.size()); ++i) {
        const QChar c = i < fraction.size() ? fraction[i] : QChar(u'0');
        if (!isDigit(c))
            return std::nullopt;
        if (i < places ? !append(c.digitValue()) : c != u'0')
            return std::nullopt;
    }
    return negative ? -units : units;
}

QString formatFixedDecimal(qint64 units, int places)
{
    const qint64 scale = powerOfTen(places);
    const quint64 magnitude = magnitudeOf(units);
    QString text = QString::number(magnitude / quint64(scale));
    if (places > 0)
        text += u'.' + QString::number(magnitude % quint64(scale)).rightJustified(places, u'0');
    return units < 0 ? u'-' + text : text;
}

std::optional<qint64> multiplyAndDivide(qint64 a, qint64 b, qint64 divisor)
{
    if (divisor == 0)
        return std::nullopt;
    const bool negative = ((a < 0) != (b < 0)) != (divisor < 0);
    const auto magnitude = divideHalfEven(multiply(magnitudeOf(a), magnitudeOf(b)), magnitudeOf(divisor));
    const quint64 limit = quint64(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
    if (!magnitude || *magnitude > limit)
        return std::nullopt;
    return negative ? static_cast<qint64>(0 - *magnitude) : static_cast<qint64>(*magnitude);
}

} // namespace dealdesk
