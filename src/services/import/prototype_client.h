#pragma once

#include "services/import_service.h"

#include <QNetworkAccessManager>

namespace dealdesk {

/// Limits of reading a running prototype.
struct ReadingLimits {
    qint64 bytesPerAnswer = 64 * 1024 * 1024;
    qint64 bytesInAll = 256 * 1024 * 1024;
    int millisecondsPerAnswer = 30'000; ///< without a byte
    int requestsAtOnce = 6;
};

/// Reads what the running prototype has, endpoint by endpoint, into a capture: `http://host:port` or the address of its `/api`.
/// Lists that do not exist there are left out; an answer about a deal that fails is noted in the capture, so that the deal goes to
/// quarantine. NetworkUnreachable when the prototype cannot be reached or is none.
QCoro::Task<Result<QJsonObject>> readPrototype(QUrl address, std::shared_ptr<ImportProgress> progress, ReadingLimits limits = {});

} // namespace dealdesk
