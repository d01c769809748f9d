#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace dealdesk::journal_files {

// What the journals on this machine have in common: one small JSON file per entry, readable by its owner only. Any thread.

/// Replaces the file as a whole, and returns once it is on the disk. FileNotWritable or DiskFull with {"path"}.
Status write(const QString &path, const QJsonObject &content);
/// Nothing when there is no such file; an empty object when it is damaged.
std::optional<QJsonObject> read(const QString &path);
/// Keeps a damaged file under another name: it may hold somebody's words.
void setAside(const QString &path);

} // namespace dealdesk::journal_files
