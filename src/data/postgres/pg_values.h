#pragma once

#include "core/result.h"
#include "data/postgres/pg_handles.h"

#include <QByteArray>
#include <QVariant>

#include <optional>
#include <vector>

namespace dealdesk {

/// A parameter as it travels, in text form; nothing is NULL.
using PgValue = std::optional<QByteArray>;

/// Flags travel as 1 and 0, which every type takes that flags are compared with. Invalid for a text with a NUL, which would be cut there.
Result<std::vector<PgValue>> pgValues(const QVariantList &values);

/// A field as the embedded database would give it: whole numbers as such, flags as 1 and 0, instants as "2026-03-01T12:00:00.000Z".
QVariant fieldValue(const PGresult *result, int row, int column);
QString fieldText(const PGresult *result, int row, int column);
qint64 fieldInteger(const PGresult *result, int row, int column);

/// "2026-03-01 12:00:00.12+00" as "2026-03-01T12:00:00.120Z"; anything else (infinity, years before Christ) as it is.
QString instantFromWire(const QString &text);

} // namespace dealdesk
