#pragma once

#include <QDate>

#include <optional>

namespace dealdesk {

/// The last day of a term of whole months: 2026-01-15 and 12 months give 2027-01-14; where the month has no such day the term
/// ends with it (2026-01-31 and 1 month give 2026-02-28). Null for a null start or less than a month.
QDate termEndFor(QDate start, int months);

/// Whole months between first and last day, both inclusive, the reverse of termEndFor; 0 for a term of some days. Nothing when
/// either is null or the end is not after the start.
std::optional<int> termMonths(QDate start, QDate end);

} // namespace dealdesk
