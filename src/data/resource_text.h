#pragma once

#include "core/result.h"

#include <QString>

namespace dealdesk {

/// The text of an embedded file, read once; any thread. Internal when there is no such file.
Result<QString> resourceText(const QString &path);

} // namespace dealdesk
