#include "core/fixed_decimal.h"

#include <QtNumeric>

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
    const quint64 magnitude = units < 0 ? 0 - quint64(units) : quint64(units);
    QString text = QString::number(magnitude / quint64(scale));
    if (places > 0)
        text += u'.' + QString::number(magnitude % quint64(scale)).rightJustified(places, u'0');
    return units < 0 ? u'-' + text : text;
}

qint64 multiplyAndDivide(qint64 a, qint64 b, qint64 divisor)
{
#if defined(__SIZEOF_INT128__)
    __extension__ using Wide = __int128;
    const Wide product = Wide(a) * b;
    Wide quotient = product / divisor;
    const Wide twiceRemainder = 2 * (product % divisor);
    const Wide magnitude = twiceRemainder < 0 ? -twiceRemainder : twiceRemainder;
    const Wide bound = divisor < 0 ? -Wide(divisor) : Wide(divisor);
    if (magnitude > bound || (magnitude == bound && quotient % 2 != 0))
        quotient += ((product < 0) == (divisor < 0)) ? 1 : -1;
    return static_cast<qint64>(quotient);
#else
    // MSVC has no 128-bit integer: split `a` so that each partial product fits (b and divisor stay below 2^31).
    const qint64 whole = a / divisor;
    const qint64 product = (a % divisor) * b;
    qint64 quotient = product / divisor;
    const qint64 twice = 2 * qAbs(product % divisor);
    if (twice > qAbs(divisor) || (twice == qAbs(divisor) && (whole * b + quotient) % 2 != 0))
        quotient += ((product < 0) == (divisor < 0)) ? 1 : -1;
    return whole * b + quotient;
#endif
}

} // namespace dealdesk
