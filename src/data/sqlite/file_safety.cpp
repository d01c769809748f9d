#include "data/sqlite/file_safety.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <array>
#include <utility>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr std::array kNetworkTypes = {
    "nfs",          "nfs4",       "cifs",       "smb",         "smb2",        "smb3",           "smbfs",     "ncpfs",
    "afs",          "afpfs",      "webdav",     "davfs",       "ceph",        "glusterfs",      "lustre",    "gpfs",
    "beegfs",       "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.gvfsd-fuse",
    "fuse.smbnetfs"};

struct FolderName {
    const char *name;
    const char *kind;
    bool withSuffix; ///< also "OneDrive - Company", "Dropbox (Company)", "OneDrive-Company"
};
constexpr std::array kFolderNames = {FolderName{"onedrive", "onedrive", true},         FolderName{"dropbox", "dropbox", true},
                                     FolderName{"google drive", "google_drive", true}, FolderName{"googledrive", "google_drive", true},
                                     FolderName{"my drive", "google_drive", false},    FolderName{"iclouddrive", "icloud", false},
                                     FolderName{"icloud drive", "icloud", true},       FolderName{"mobile documents", "icloud", false},
                                     FolderName{"nextcloud", "nextcloud", false},      FolderName{"owncloud", "nextcloud", false}};

constexpr std::array kMarks = {std::pair{".dropbox", "dropbox"},
                               std::pair{".dropbox.cache", "dropbox"},
                               std::pair{".nextcloudsync.log", "nextcloud"},
                               std::pair{".owncloudsync.log", "nextcloud"},
                               std::pair{".sync_*.db", "nextcloud"},
                               std::pair{"._sync_*.db", "nextcloud"},
                               std::pair{".tmp.drivedownload", "google_drive"},
                               std::pair{".849C9593-D756-4E56-8D6E-42412F2A707B", "onedrive"}};

bool isFolderName(const QString &component, const FolderName &folder)
{
    const QLatin1StringView name(folder.name);
    if (component.compare(name, Qt::CaseInsensitive) == 0)
        return true;
    if (!folder.withSuffix || !component.startsWith(name, Qt::CaseInsensitive))
        return false;
    const QString rest = component.mid(name.size());
    return rest.startsWith(" ("_L1) || rest.startsWith(" -"_L1) || (rest.startsWith(u'-') && rest.size() > 1 && rest.at(1).isUpper());
}

bool isRemoteDrive([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    const QString root = QDir::toNativeSeparators(path.left(3));
    return GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE;
#else
    return false;
#endif
}

QString nearestExistingFolder(const QString &filePath)
{
    QString folder = QFileInfo(filePath).absolutePath();
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath();
    return folder;
}

std::optional<QString> markAbove(QString folder)
{
    for (;;) {
        if (const auto kind = syncMarkOf(folder))
            return kind;
        // A program's own data lies in a home folder, which marks nothing above what it synchronises.
        if (QDir(folder).isRoot() || folder == QDir::homePath())
            return std::nullopt;
        folder = QFileInfo(folder).absolutePath();
    }
}

} // namespace

std::optional<QString> unsafeKind(const QString &absolutePath, const QByteArray &fileSystemType)
{
    QString path = absolutePath;
    path.replace(u'\\', u'/'); // Windows' own separators, on whatever system this is judged
    if (path.startsWith("//"_L1))
        return u"network"_s;
    for (const char *type : kNetworkTypes) {
        if (fileSystemType.compare(type, Qt::CaseInsensitive) == 0)
            return u"network"_s;
    }
    const QStringList components = path.section(u'/', 0, -2).split(u'/', Qt::SkipEmptyParts);
    for (const QString &component : components) {
        for (const FolderName &folder : kFolderNames) {
            if (isFolderName(component, folder))
                return QString::fromLatin1(folder.kind);
        }
    }
    return std::nullopt;
}

std::optional<QString> syncMarkOf(const QString &folder)
{
    // The home folder holds ~/.dropbox, the program's own settings, without being synchronised.
    if (QDir(folder) == QDir::home())
        return std::nullopt;
    for (const auto &[mark, kind] : kMarks) {
        if (!QDir(folder).entryList({QString::fromLatin1(mark)}, QDir::AllEntries | QDir::Hidden | QDir::System).isEmpty())
            return QString::fromLatin1(kind);
    }
    return std::nullopt;
}

Status checkFileSafety(const QString &filePath)
{
    const QString given = QFileInfo(filePath).absoluteFilePath();
    const QString folder = nearestExistingFolder(given);
    const QString resolvedFolder = QFileInfo(folder).canonicalFilePath();
    const QByteArray type = QStorageInfo(resolvedFolder).fileSystemType();
    std::optional<QString> kind = unsafeKind(given, type);
    if (!kind)
        kind = unsafeKind(resolvedFolder + "/x"_L1, type);
    if (!kind && QFileInfo(given).isSymLink())
        kind = unsafeKind(QFileInfo(given).canonicalFilePath(), {});
    if (!kind && isRemoteDrive(given))
        kind = u"network"_s;
    if (!kind)
        kind = markAbove(resolvedFolder);
    if (!kind)
        return Nothing{};
    return failure(ErrorCode::NetworkFileSystem, u"%1 (%2)"_s.arg(given, *kind), {{u"path"_s, given}, {u"kind"_s, *kind}});
}

} // namespace dealdesk
