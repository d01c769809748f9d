#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace dealdesk {

inline constexpr qint64 kLargestCapture = 256 * 1024 * 1024;

/// Reads a capture (JSON), or a corrected quarantine (CSV) as the capture of its rows. FileUnreadable, or MalformedInput with the place in
/// `detail` for what is neither, is larger than kLargestCapture or nested without end.
Result<QJsonObject> readCaptureFile(const QString &path);

/// The same from bytes.
Result<QJsonObject> readCapture(const QByteArray &bytes);

} // namespace dealdesk
