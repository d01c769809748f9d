#pragma once

#include "core/error.h"

#include <QSqlError>

namespace dealdesk {

/// The one place that reads a driver's error: extended SQLite codes, and refusals of the stored logic ("dealdesk:<code>",
/// "dealdesk:<code>:<json>"). Duplicate has {"table", "column"} of the name that is taken.
Error errorFrom(const QSqlError &error);

/// The same from the parts, for whoever has no QSqlError.
Error errorFrom(int nativeCode, const QString &message);

} // namespace dealdesk
