#include "services/backup_service.h"

#include "data/sql_executor.h"
#include "data/sqlite/backup.h"

#include <QCoroFuture>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<DatabaseInfo> describeDatabase(Connection &connection)
{
    const DatabaseLocation &location = connection.location();
    const Backups backups(location);
    DatabaseInfo info;
    info.filePath = location.filePath;
    info.bytes = QFileInfo(location.filePath).size() + QFileInfo(location.filePath + "-wal"_L1).size();
    info.backupFolder = backups.folder();
    info.newestBackup = backups.newest();
    if (!info.newestBackup.isEmpty())
        info.newestBackupAt = QFileInfo(info.newestBackup).lastModified();
    auto version = connection.prepare(u"SELECT version FROM schema_version ORDER BY step DESC LIMIT 1"_s, u"schema version"_s);
    if (!version)
        return failure(version.error());
    if (const Status read = version->exec(); !read)
        return failure(read.error());
    if (version->next())
        info.schemaVersion = version->text(0);
    return info;
}

Result<QString> writeBackup(Connection &connection)
{
    return Backups(connection.location()).write(connection, QDateTime::currentDateTimeUtc());
}

Status moveAside(const QString &path, const QString &aside)
{
    if (!QFile::exists(path) || QFile::rename(path, aside))
        return {};
    return failure(ErrorCode::FileNotWritable, path, {{u"path"_s, path}});
}

Status restoreFile(const QString &path, const QString &backup)
{
    const QString fresh = path + ".restoring"_L1;
    QFile::remove(fresh);
    if (!QFile::copy(backup, fresh))
        return failure(ErrorCode::FileUnreadable, backup, {{u"path"_s, backup}});
    const QFileInfo file(path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const QString aside = u"%1/%2-damaged-%3.db"_s.arg(file.absolutePath(), file.completeBaseName(), stamp);
    for (const auto ending : {QLatin1StringView(), "-wal"_L1, "-shm"_L1}) { // a log that stays would be applied to the copy
        if (const Status moved = moveAside(path + ending, aside + ending); !moved)
            return moved;
    }
    if (!QFile::rename(fresh, path))
        return failure(ErrorCode::FileNotWritable, path, {{u"path"_s, path}});
    return {};
}

} // namespace

BackupService::BackupService(DatabaseLocation location) : m_location(std::move(location)) {}

QString BackupService::newest() const
{
    return Backups(m_location).newest();
}

QCoro::Task<Result<DatabaseInfo>> BackupService::describe() const
{
    SqlExecutor executor(m_location, Connection::Role::Background);
    auto future = executor.run(&describeDatabase);
    co_return co_await future;
}

QCoro::Task<Result<QString>> BackupService::backUpNow() const
{
    SqlExecutor executor(m_location, Connection::Role::Background);
    auto future = executor.run(&writeBackup);
    co_return co_await future;
}

QCoro::Task<Status> BackupService::restore(QString backup) const
{
    auto future = QtConcurrent::run(&restoreFile, m_location.filePath, backup);
    co_return co_await future;
}

} // namespace dealdesk
