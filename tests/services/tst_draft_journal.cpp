#include "services/draft_journal.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

JournalEntry entry(const QString &key, UserId user)
{
    JournalEntry entry;
    entry.key = key;
    entry.user = user;
    entry.deal = DealId(17);
    entry.baseVersion = 3;
    entry.draftType = DraftType::ScopingDraft;
    entry.draft.name = u"Half a wörd"_s;
    entry.draft.businessSummary = u"two\nlines"_s;
    entry.draft.tiers = {Tier{Money::fromCents(Money::kMaxCents), std::nullopt, {Incentive{}}}};
    entry.unreadable = {{FieldPath{Field::Revenue, 0, -1}, u"12,0x"_s}, {FieldPath{Field::IncentiveValue, 0, 0}, u"abc"_s}};
    entry.pendingCommandId = u"1b2c"_s;
    entry.writtenAt = QDateTime::fromString(u"2026-03-04T05:06:07.089Z"_s, Qt::ISODateWithMs);
    return entry;
}

} // namespace

class TestDraftJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryWord();
    void keepsEachPersonsOwn();
    void leavesAnotherRunningProgramsAlone();
    void takesOverFromACrashedProgram();
    void replacesAndRemoves();
    void setsADamagedFileAside();
    void saysWhenItCannotWrite();
    void ignoresWhatAnInterruptedWriteLeft();
    void hasAFolderPerDatabase();
};

void TestDraftJournal::keepsEveryWord()
{
    const QTemporaryDir folder;
    const JournalEntry written = entry(u"editor/1"_s, UserId(5));
    QVERIFY(DraftJournal(folder.filePath(u"journal"_s)).write(written).has_value());
    const QList<JournalEntry> found = DraftJournal(folder.filePath(u"journal"_s)).entriesOf(UserId(5));
    QCOMPARE(found.size(), 1);
    const JournalEntry &read = found.first();
    QCOMPARE(read.key, written.key);
    QCOMPARE(read.deal, written.deal);
    QCOMPARE(read.baseVersion, written.baseVersion);
    QCOMPARE(read.draftType, written.draftType);
    QCOMPARE(read.draft, written.draft);
    QCOMPARE(read.unreadable, written.unreadable);
    QCOMPARE(read.pendingCommandId, written.pendingCommandId);
    QCOMPARE(read.writtenAt, written.writtenAt);
}

void TestDraftJournal::keepsEachPersonsOwn()
{
    const QTemporaryDir folder;
    const DraftJournal journal(folder.path());
    QVERIFY(journal.write(entry(u"a"_s, UserId(5))).has_value());
    QVERIFY(journal.write(entry(u"b"_s, UserId(6))).has_value());
    JournalEntry earlier = entry(u"c"_s, UserId(5));
    earlier.deal.reset();
    earlier.baseVersion.reset();
    earlier.writtenAt = earlier.writtenAt.addSecs(-60);
    QVERIFY(journal.write(earlier).has_value());
    const QList<JournalEntry> mine = journal.entriesOf(UserId(5));
    QCOMPARE(mine.size(), 2);
    QCOMPARE(mine.first().key, u"c"_s); // the oldest first
    QVERIFY(!mine.first().deal && !mine.first().baseVersion);
    QCOMPARE(journal.entriesOf(UserId(6)).size(), 1);
    QVERIFY(journal.entriesOf(UserId(7)).isEmpty());
}

void TestDraftJournal::leavesAnotherRunningProgramsAlone()
{
    const QTemporaryDir folder;
    QVERIFY(DraftJournal(folder.path()).write(entry(u"theirs"_s, UserId(5))).has_value());
    const QString file = folder.filePath(QDir(folder.path()).entryList({u"*.json"_s}).first());
    const QString copy = folder.filePath(u"another.json"_s);
    QVERIFY(QFile::copy(file, copy)); // not written by this program, so not claimed by it
    QLockFile other(copy + ".lock"_L1);
    QVERIFY(other.tryLock());
    QCOMPARE(DraftJournal(folder.path()).entriesOf(UserId(5)).size(), 1);
    other.unlock();
    QCOMPARE(DraftJournal(folder.path()).entriesOf(UserId(5)).size(), 2);
    QVERIFY(QFile::exists(copy + ".lock"_L1));
}

void TestDraftJournal::takesOverFromACrashedProgram()
{
    const QTemporaryDir folder;
    QVERIFY(DraftJournal(folder.path()).write(entry(u"crashed"_s, UserId(5))).has_value());
    const QString copy = folder.filePath(u"another.json"_s);
    QVERIFY(QFile::copy(folder.filePath(QDir(folder.path()).entryList({u"*.json"_s}).first()), copy));
    QProcess ended;
    ended.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
    QVERIFY(ended.waitForStarted());
    const qint64 pid = ended.processId();
    QVERIFY(ended.waitForFinished());
    QFile lock(copy + ".lock"_L1);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(pid) + '\n' + QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8()
               + '\n');
    lock.close();
    QCOMPARE(DraftJournal(folder.path()).entriesOf(UserId(5)).size(), 2);
}

void TestDraftJournal::replacesAndRemoves()
{
    const QTemporaryDir folder;
    const DraftJournal journal(folder.path());
    JournalEntry changing = entry(u"../../outside"_s, UserId(5));
    for (int i = 0; i < 20; ++i) {
        changing.draft.name = QString::number(i);
        QVERIFY(journal.write(changing).has_value());
    }
    QCOMPARE(journal.entriesOf(UserId(5)).size(), 1);
    QCOMPARE(journal.entriesOf(UserId(5)).first().draft.name, u"19"_s);
    QCOMPARE(QDir(folder.path()).entryList({u"*.json"_s}).size(), 1);
    journal.remove(changing.key);
    QVERIFY(journal.entriesOf(UserId(5)).isEmpty());
    journal.remove(changing.key); // twice does no harm
}

void TestDraftJournal::setsADamagedFileAside()
{
    const QTemporaryDir folder;
    const DraftJournal journal(folder.path());
    QVERIFY(journal.write(entry(u"good"_s, UserId(5))).has_value());
    for (const QByteArray &content :
         {QByteArray("{\"format\": 1, \"key\": \"x\", \"user\": 5, \"dra"), QByteArray(), QByteArray("{\"format\": 99}")}) {
        QFile file(folder.filePath(u"damaged.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        QCOMPARE(journal.entriesOf(UserId(5)).size(), 1);
        QVERIFY(!file.exists());
    }
    const QDir kept(folder.path(), u"*.damaged*"_s);
    QCOMPARE(kept.entryList(QDir::Files).size(), 3); // nothing is deleted
}

void TestDraftJournal::saysWhenItCannotWrite()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"journal"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Status refused = DraftJournal(inTheWay.fileName()).write(entry(u"a"_s, UserId(5)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileNotWritable);
}

void TestDraftJournal::ignoresWhatAnInterruptedWriteLeft()
{
    const QTemporaryDir folder;
    const DraftJournal journal(folder.path());
    QVERIFY(journal.write(entry(u"a"_s, UserId(5))).has_value());
    const QString name = QDir(folder.path()).entryList({u"*.json"_s}).first();
    QFile left(folder.filePath(name + u".Xy12Ab"_s)); // QSaveFile's name for a file that was never committed
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write("{\"half") > 0);
    left.close();
    QCOMPARE(journal.entriesOf(UserId(5)).size(), 1);
}

void TestDraftJournal::hasAFolderPerDatabase()
{
    const QString one = DraftJournal::folderFor(u"/data/one.db"_s);
    QVERIFY(one != DraftJournal::folderFor(u"/data/two.db"_s));
    QCOMPARE(one, DraftJournal::folderFor(u"/data/one.db"_s));
    QVERIFY(!one.contains("one.db"_L1));
}

QTEST_GUILESS_MAIN(TestDraftJournal)
#include "tst_draft_journal.moc"
