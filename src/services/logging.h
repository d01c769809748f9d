#pragma once

#include <QString>

namespace dealdesk {

/// Where the log is written: the user's application data, folder "log".
QString logFolder();

/// Sends spdlog and Qt's own messages to a rotating file: five of a megabyte. Line breaks are escaped, so that a message is a line; nothing
/// that people type into deals is ever logged. Warnings reach the disk at once. A folder that cannot be written leaves the log on stderr.
void startLogging(const QString &folder = logFolder());

} // namespace dealdesk
