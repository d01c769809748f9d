#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace dealdesk {

/// Why a database must not live at a path: a network file system, where SQLite's locks and WAL do not hold, or a folder that a program
/// copies to elsewhere behind its back. Codes: "network", "onedrive", "dropbox", "google_drive", "icloud", "nextcloud". Judged by the path
/// and the file system's type alone; nothing is a good place.
std::optional<QString> unsafeKind(const QString &absolutePath, const QByteArray &fileSystemType);

/// The same codes for a folder that carries the mark of a synchronising program.
std::optional<QString> syncMarkOf(const QString &folder);

/// Judges a real place: the path as given and with links resolved, and every folder above. NetworkFileSystem with {"path", "kind"}.
Status checkFileSafety(const QString &filePath);

} // namespace dealdesk
