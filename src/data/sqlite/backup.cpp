#include "data/sqlite/backup.h"

#include "data/sqlite/sqlite_connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <unistd.h>
#endif

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kUnfinished = ".unfinished"_L1;

bool syncToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// A connection that only reads may not write the copy either, unless it is told so.
Status vacuumInto(SqliteConnection &connection, const QString &path)
{
    const auto queryOnly = connection.pragma(u"PRAGMA query_only"_s);
    if (!queryOnly)
        return failure(queryOnly.error());
    if (const auto off = connection.pragma(u"PRAGMA query_only = OFF"_s); !off)
        return failure(off.error());
    auto copy = connection.prepare(u"VACUUM INTO ?"_s, u"backup"_s);
    const Status written = copy ? copy->bind(path).exec() : Status(failure(copy.error()));
    if (const auto restored = connection.pragma(u"PRAGMA query_only = "_s + queryOnly->toString()); !restored)
        return failure(restored.error());
    return written;
}

/// A second copy within a minute gets a number, also when another process took the first name just now. Empty when nothing can be renamed.
QString takeFreeName(const QString &unfinished, const QString &base)
{
    constexpr int kMostNames = 100;
    for (int number = 1; number <= kMostNames; ++number) {
        const QString path = number == 1 ? base + ".db"_L1 : u"%1-%2.db"_s.arg(base).arg(number);
        if (QFile::rename(unfinished, path))
            return path;
        if (!QFile::exists(path))
            break;
    }
    return {};
}

} // namespace

Backups::Backups(const DatabaseLocation &location)
    : m_folder(QFileInfo(location.filePath).absoluteFilePath() + "-backups"_L1), m_name(QFileInfo(location.filePath).completeBaseName())
{
}

QStringList Backups::dailyNames() const
{
    const QRegularExpression daily(u"^%1-\\d{8}-\\d{4}(-\\d+)?\\.db$"_s.arg(QRegularExpression::escape(m_name)));
    return QDir(m_folder).entryList({u"*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed).filter(daily);
}

QString Backups::newest() const
{
    QStringList names = QDir(m_folder).entryList({u"*.db"_s}, QDir::Files);
    if (names.isEmpty())
        return {};
    const qsizetype time = m_name.size() + 1;
    std::sort(names.begin(), names.end(), [time](const QString &a, const QString &b) { return a.mid(time, 13) < b.mid(time, 13); });
    return m_folder + u'/' + names.last();
}

bool Backups::hasDaily(const QDate &day) const
{
    const QString start = m_name + u'-' + day.toString(u"yyyyMMdd"_s);
    const QStringList names = dailyNames();
    return std::any_of(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(start); });
}

Result<QString> Backups::write(Connection &connection, const QDateTime &now, const QString &beforeVersion) const
{
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::FileNotWritable, m_folder, {{u"path"_s, m_folder}});
    const QString suffix = beforeVersion.isEmpty() ? QString() : u"-before-"_s + beforeVersion;
    const QString base = m_folder + u'/' + m_name + u'-' + now.toUTC().toString(u"yyyyMMdd-HHmm"_s) + suffix;
    // Its own name, since another process may be writing one at this moment.
    const QString unfinished = base + u'-' + QUuid::createUuid().toString(QUuid::Id128) + kUnfinished;
    if (const Status written = vacuumInto(SqliteConnection::of(connection), unfinished); !written) {
        QFile::remove(unfinished);
        return failure(written.error());
    }
    const QString path = syncToDisk(unfinished) ? takeFreeName(unfinished, base) : QString();
    if (path.isEmpty()) {
        QFile::remove(unfinished);
        return failure(ErrorCode::FileNotWritable, base, {{u"path"_s, base}});
    }
    spdlog::info("backup written");
    return path;
}

void Backups::prune(int keep) const
{
    QDir directory(m_folder);
    const QStringList old = dailyNames().mid(keep);
    for (const QString &name : old)
        directory.remove(name);
    const QStringList unfinished = directory.entryList({u"*"_s + kUnfinished}, QDir::Files);
    for (const QString &name : unfinished) {
        // Another process may be writing one at this moment.
        if (QFileInfo(directory.filePath(name)).lastModified() < QDateTime::currentDateTime().addDays(-1))
            directory.remove(name);
    }
}

} // namespace dealdesk
