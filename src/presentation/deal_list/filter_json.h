#pragma once

#include "services/deal_list.h"

#include <QJsonObject>

namespace dealdesk {

/// A filter as it is kept in the settings: codes and ISO dates, only what filters.
QJsonObject toJson(const DealFilter &filter);

/// The reverse; what is unknown or malformed filters nothing.
DealFilter filterFromJson(const QJsonObject &json);

} // namespace dealdesk
