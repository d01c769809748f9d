#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace dealdesk {

/// Reads a plain decimal into a count of 10^-places units, exactly. Surrounding spaces are ignored; nothing is returned
/// for digits beyond `places` that are not zero, for any other character, and beyond ±limit.
std::optional<qint64> parseFixedDecimal(QStringView text, int places, qint64 limit);

/// The reverse: 35500 with 6 places is "0.035500".
QString formatFixedDecimal(qint64 units, int places);

/// a × b / divisor, rounded half to even, exact through 128 bits. Nothing when the divisor is zero or the result is beyond 64 bits.
std::optional<qint64> multiplyAndDivide(qint64 a, qint64 b, qint64 divisor);

} // namespace dealdesk
