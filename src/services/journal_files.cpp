#include "services/journal_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStorageInfo>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk::journal_files {

namespace {

constexpr qint64 kRoomNeeded = 1024 * 1024;

tl::unexpected<Error> notWritten(const QString &path, const QString &why)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool isFull = disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() < kRoomNeeded;
    return failure(isFull ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, why, {{u"path"_s, path}});
}

} // namespace

Status write(const QString &path, const QJsonObject &content)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return notWritten(path, folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(content).toJson(QJsonDocument::Compact);
    // QSaveFile syncs the file to the disk before it takes the old one's place.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(path, file.errorString());
    return Nothing{};
}

std::optional<QJsonObject> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QJsonDocument::fromJson(file.readAll()).object();
}

void setAside(const QString &path)
{
    spdlog::warn("a damaged journal file was set aside");
    QString aside = path + ".damaged"_L1;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = u"%1.damaged-%2"_s.arg(path).arg(number);
    QFile::rename(path, aside);
}

} // namespace dealdesk::journal_files
