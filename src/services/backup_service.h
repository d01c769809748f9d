#pragma once

#include "core/result.h"
#include "data/database_location.h"

#include <QCoroTask>

#include <QDateTime>

namespace dealdesk {

struct DatabaseInfo {
    QString filePath;
    qint64 bytes = 0; ///< with what is still in the write-ahead log
    QString schemaVersion;
    QString backupFolder;
    QString newestBackup; ///< a path; empty without one
    QDateTime newestBackupAt;
};

/// Copies of an embedded database: what there is, one more, and putting one back. Each works on a connection or thread of its own.
class BackupService {
public:
    explicit BackupService(DatabaseLocation location);

    /// The path of the newest copy; empty without one.
    [[nodiscard]] QString newest() const;
    QCoro::Task<Result<DatabaseInfo>> describe() const;
    /// Gives the new copy's path.
    QCoro::Task<Result<QString>> backUpNow() const;
    /// Puts a copy in the place of the database, which nobody may have open. What was there is kept beside it as
    /// "NAME-damaged-YYYYMMDD-HHMMSS.db".
    QCoro::Task<Status> restore(QString backup) const;

private:
    DatabaseLocation m_location;
};

} // namespace dealdesk
