#pragma once

#include "core/error.h"

#include <optional>

namespace dealdesk {

/// The refusal that a message of the stored logic stands for: "dealdesk:<code>" or "dealdesk:<code>:<json>"; nothing for other messages.
/// Internal for a code that this program does not know.
std::optional<Error> refusalIn(const QString &message);

} // namespace dealdesk
