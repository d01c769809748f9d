#pragma once

#include "data/command.h"
#include "data/data_change.h"

namespace dealdesk {

/// What a command changed that was carried out, so that one's own screens need not be told by the database.
DataChange changeBy(const Command &command, const QJsonObject &result);

} // namespace dealdesk
