#pragma once

#include "services/deal_service.h"

namespace dealdesk {

/// What a deal command left.
QCoro::Task<Result<DealState>> stateOf(QCoro::Task<Result<QJsonObject>> command);

/// Whether a command was carried out, for callers that need nothing of its result.
QCoro::Task<Status> statusOf(QCoro::Task<Result<QJsonObject>> command);

} // namespace dealdesk
