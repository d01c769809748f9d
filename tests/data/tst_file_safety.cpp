#include "data/sqlite/file_safety.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

class TestFileSafety : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesPlaces_data();
    void judgesPlaces();
    void findsMarksOfSynchronisingPrograms_data();
    void findsMarksOfSynchronisingPrograms();
    void seesThroughLinks();
    void acceptsWhatIsNotThereYet();
};

void TestFileSafety::judgesPlaces_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("kind"); // empty: a good place
    const QString good = u"/home/ann/.local/share/DealDesk/deals.db"_s;
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "afpfs", "webdav", "fuse.rclone", "ceph"})
        QTest::newRow(type) << good << QByteArray(type) << u"network"_s;
    for (const char *type : {"ext4", "btrfs", "xfs", "NTFS", "apfs", "overlay", "9p", "tmpfs", "zfs", "fuseblk", ""})
        QTest::addRow("good %s", type) << good << QByteArray(type) << QString();
    QTest::newRow("UNC") << u"\\\\server\\deals\\deals.db"_s << QByteArray("NTFS") << u"network"_s;
    QTest::newRow("UNC, slashes") << u"//server/deals/deals.db"_s << QByteArray() << u"network"_s;
    QTest::newRow("OneDrive") << u"C:/Users/ann/OneDrive/deals.db"_s << QByteArray("NTFS") << u"onedrive"_s;
    QTest::newRow("OneDrive of a firm") << u"C:\\Users\\ann\\OneDrive - Contoso\\deals.db"_s << QByteArray("NTFS") << u"onedrive"_s;
    QTest::newRow("OneDrive on a Mac") << u"/Users/ann/Library/CloudStorage/OneDrive-Contoso/deals.db"_s << QByteArray("apfs")
                                       << u"onedrive"_s;
    QTest::newRow("Dropbox") << u"/home/ann/Dropbox/a/deals.db"_s << QByteArray("ext4") << u"dropbox"_s;
    QTest::newRow("Dropbox of a firm") << u"/home/ann/Dropbox (Contoso)/deals.db"_s << QByteArray("ext4") << u"dropbox"_s;
    QTest::newRow("Google Drive") << u"/Users/ann/Google Drive/deals.db"_s << QByteArray("apfs") << u"google_drive"_s;
    QTest::newRow("Google Drive, letter") << u"G:/My Drive/deals.db"_s << QByteArray("FAT32") << u"google_drive"_s;
    QTest::newRow("Google Drive on a new Mac") << u"/Users/ann/Library/CloudStorage/GoogleDrive-Ann/My Drive/deals.db"_s
                                               << QByteArray("apfs") << u"google_drive"_s;
    QTest::newRow("iCloud") << u"/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/deals.db"_s << QByteArray("apfs") << u"icloud"_s;
    QTest::newRow("iCloud on Windows") << u"C:/Users/ann/iCloudDrive/deals.db"_s << QByteArray("NTFS") << u"icloud"_s;
    QTest::newRow("Nextcloud") << u"/home/ann/Nextcloud/deals.db"_s << QByteArray("ext4") << u"nextcloud"_s;
    QTest::newRow("a similar name") << u"/home/ann/dropbox-client/deals.db"_s << QByteArray("ext4") << QString();
    QTest::newRow("the file's own name") << u"/home/ann/Dropbox"_s << QByteArray("ext4") << QString();
}

void TestFileSafety::judgesPlaces()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, type);
    QFETCH(QString, kind);
    QCOMPARE(unsafeKind(path, type).value_or(QString()), kind);
}

void TestFileSafety::findsMarksOfSynchronisingPrograms_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("kind");
    QTest::newRow("Dropbox") << u".dropbox"_s << u"dropbox"_s;
    QTest::newRow("Nextcloud") << u".sync_1a2b3c.db"_s << u"nextcloud"_s;
    QTest::newRow("Nextcloud's log") << u".nextcloudsync.log"_s << u"nextcloud"_s;
    QTest::newRow("Google Drive") << u".tmp.drivedownload"_s << u"google_drive"_s;
    QTest::newRow("nothing special") << u".gitignore"_s << QString();
}

void TestFileSafety::findsMarksOfSynchronisingPrograms()
{
    QFETCH(QString, mark);
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    QFile file(folder.filePath(mark));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(syncMarkOf(folder.path()).value_or(QString()), kind);
    // also from below
    QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
    const Status safe = checkFileSafety(folder.filePath(u"a/b/deals.db"_s));
    QCOMPARE(safe.has_value(), kind.isEmpty());
    if (!safe) {
        QCOMPARE(safe.error().code, ErrorCode::NetworkFileSystem);
        QCOMPARE(safe.error().data.value("kind"_L1).toString(), kind);
        QCOMPARE(safe.error().data.value("path"_L1).toString(), folder.filePath(u"a/b/deals.db"_s));
    }
}

void TestFileSafety::seesThroughLinks()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"Dropbox/deals"_s));
    const QString link = folder.filePath(u"harmless"_s);
    if (!QFile::link(folder.filePath(u"Dropbox/deals"_s), link))
        QSKIP("links need rights that this account lacks");
    QVERIFY(!checkFileSafety(link + u"/deals.db"_s));
}

void TestFileSafety::acceptsWhatIsNotThereYet()
{
    const QTemporaryDir folder;
    QVERIFY(checkFileSafety(folder.filePath(u"new/folders/deals.db"_s)).has_value());
}

QTEST_GUILESS_MAIN(TestFileSafety)
#include "tst_file_safety.moc"
