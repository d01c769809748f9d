#pragma once

#include <QDate>

#include <optional>

namespace dealdesk {

/// The last day of a term of whole months: 2026-01-15 and 12 months give 2027-01-14.
QDate termEndFor(QDate start, int months);

/// Whole months between first and last day, both inclusive; nothing when either is null or the end is not after the start.
std::optional<int> termMonths(QDate start, QDate end);

} // namespace dealdesk
