#include "database_fixture.h"

#include "data/database_setup.h"
#include "data/sqlite/backup.h"
#include "data/sqlite/integrity.h"

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

QDateTime at(const char *time)
{
    return QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate);
}

/// Enough rows for a tree of several pages.
void fill(Connection &connection)
{
    executeAll(connection,
               {u"CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT, twice INTEGER GENERATED ALWAYS AS (2 * n) VIRTUAL)"_s,
                u"CREATE INDEX i ON t (text)"_s,
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000) "
                "INSERT INTO t (n, text) SELECT i, hex(randomblob(50)) FROM n"_s,
                u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
}

void damage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("cannot open %s", qPrintable(path));
    const qint64 middle = file.size() / 4096 / 2 * 4096;
    file.seek(middle);
    file.write(QByteArray(4096, '\xa5'));
}

} // namespace

class TestBackups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesACopyThatCanBeOpened();
    void copiesWhileSomebodyWrites();
    void keepsTheLastTenDaily();
    void namesTheNewest();
    void findsDamage();
    void makesOneCopyADay();
    void makesNoCopyOfADamagedFile();
};

void TestBackups::writesACopyThatCanBeOpened()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    fill(*connection);
    const Backups backups(folder.location());
    const auto path = backups.write(*connection, at("2026-03-04T05:06:07Z"));
    QVERIFY2(path, path ? "" : qPrintable(path.error().detail));
    QCOMPARE(*path, folder.path(u"deals.db-backups/deals-20260304-0506.db"_s));
    const auto copy = openOrFail({*path});
    QCOMPARE(column(*copy, u"SELECT count(*) FROM t"_s), QStringList{u"2000"_s});
    QVERIFY(checkIntegrity(*copy).has_value());
    QVERIFY(QDir(backups.folder()).entryList({u"*.unfinished"_s}).isEmpty());
    // twice in a minute
    const auto second = backups.write(*connection, at("2026-03-04T05:06:30Z"), u"1.2"_s);
    QCOMPARE(*second, folder.path(u"deals.db-backups/deals-20260304-0506-before-1.2.db"_s));
    const auto third = backups.write(*connection, at("2026-03-04T05:06:40Z"));
    QCOMPARE(*third, folder.path(u"deals.db-backups/deals-20260304-0506-2.db"_s));
}

void TestBackups::copiesWhileSomebodyWrites()
{
    const DatabaseFolder folder;
    const auto writer = openOrFail(folder.location());
    fill(*writer);
    executeAll(*writer, {u"BEGIN IMMEDIATE"_s, u"DELETE FROM t"_s});
    const auto background = openOrFail(folder.location(), Connection::Role::Background);
    const auto path = Backups(folder.location()).write(*background, at("2026-03-04T05:06:07Z"));
    QVERIFY2(path, path ? "" : qPrintable(path.error().detail));
    executeAll(*writer, {u"COMMIT"_s});
    const auto copy = openOrFail({*path});
    QCOMPARE(column(*copy, u"SELECT count(*) FROM t"_s), QStringList{u"2000"_s});
}

void TestBackups::keepsTheLastTenDaily()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection, {u"CREATE TABLE t (n INTEGER)"_s});
    const Backups backups(folder.location());
    QVERIFY(backups.write(*connection, at("2026-01-01T00:00:00Z"), u"1.1"_s).has_value());
    for (int day = 1; day <= 13; ++day)
        QVERIFY(backups.write(*connection, at("2026-02-01T10:00:00Z").addDays(day)).has_value());
    backups.prune();
    const QStringList names = QDir(backups.folder()).entryList({u"*.db"_s}, QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 11);
    QVERIFY(names.contains(u"deals-20260101-0000-before-1.1.db"_s));
    QVERIFY(names.contains(u"deals-20260214-1000.db"_s));
    QVERIFY(!names.contains(u"deals-20260204-1000.db"_s));
    QVERIFY(backups.hasDaily(QDate(2026, 2, 14)));
    QVERIFY(!backups.hasDaily(QDate(2026, 2, 15)));
    QVERIFY(!backups.hasDaily(QDate(2026, 1, 1))); // that one was before a migration
}

void TestBackups::namesTheNewest()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection, {u"CREATE TABLE t (n INTEGER)"_s});
    const Backups backups(folder.location());
    QCOMPARE(backups.newest(), QString());
    QVERIFY(backups.write(*connection, at("2026-02-01T10:00:00Z")).has_value());
    const auto newest = backups.write(*connection, at("2026-02-02T10:00:00Z"), u"1.1"_s);
    QCOMPARE(backups.newest(), *newest);
}

void TestBackups::findsDamage()
{
    const DatabaseFolder folder;
    {
        const auto connection = openOrFail(folder.location());
        fill(*connection);
        QVERIFY(checkIntegrity(*connection).has_value());
    }
    damage(folder.path(u"deals.db"_s));
    const auto connection = openOrFail(folder.location());
    const Status damaged = checkIntegrity(*connection);
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::DatabaseCorrupt);
    QVERIFY(!damaged.error().detail.isEmpty());
}

void TestBackups::makesOneCopyADay()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    fill(*connection);
    const auto background = openOrFail(folder.location(), Connection::Role::Background);
    for (int start = 0; start < 2; ++start) {
        const Status kept = checkAndBackUp(*background);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
    }
    QVERIFY(!background->execute(u"DELETE FROM t"_s, u"write"_s)); // it only reads again
    QCOMPARE(column(*connection, u"SELECT count(*) FROM t"_s), QStringList{u"2000"_s});
    QVERIFY(QDir(folder.path(u"deals.db-backups"_s)).entryList(QDir::Files).size() <= 2); // two only across midnight
}

void TestBackups::makesNoCopyOfADamagedFile()
{
    const DatabaseFolder folder;
    {
        const auto connection = openOrFail(folder.location());
        fill(*connection);
    }
    damage(folder.path(u"deals.db"_s));
    const auto connection = openOrFail(folder.location());
    const Status kept = checkAndBackUp(*connection);
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::DatabaseCorrupt);
    QVERIFY(!QDir(folder.path(u"deals.db-backups"_s)).exists());
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
