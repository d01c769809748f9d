#include "support/services/services_fixture.h"

#include "data/rows.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

QStringList readFiles(const QString &folder)
{
    QStringList names;
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files);
    for (const QString &file : files)
        names.append(file.chopped(4));
    return names;
}

void finishHouseKeeping(const std::shared_ptr<Workspace> &workspace)
{
    QSignalSpy kept(workspace.get(), &Workspace::houseKept);
    if (!workspace->isHouseKept())
        QVERIFY(kept.wait());
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAndBacksUpInTheBackground();
    void leavesUpkeepOutWhenToldTo();
    void refusesBadPlacesAndBadFiles();
    void refusesANewerDatabase();
    void findsDamageAndNamesTheNewestBackup();
    void twoWorkspacesSeeEachOthersChanges();
    void answersAfterItsEnd();
    void preparesEveryNamedRead();
};

void TestWorkspace::opensAndBacksUpInTheBackground()
{
    ServicesFixture fixture;
    QCOMPARE(fixture.workspace()->displayName(), u"deals"_s);
    QCOMPARE(fixture.workspace()->state(), Workspace::State::Ready);
    finishHouseKeeping(fixture.workspace());
    const QDir backups(fixture.location().filePath + "-backups"_L1);
    QCOMPARE(backups.entryList({u"deals-*.db"_s}, QDir::Files).size(), 1);
    // a copy is a database that one can work with
    const auto copy = awaitValue(Workspace::open({backups.filePath(backups.entryList(QDir::Files).first())}));
    QVERIFY(awaitValue(AccountService(copy).signIn(u"seller"_s, kPassword)).actor.id.isValid());
}

void TestWorkspace::leavesUpkeepOutWhenToldTo()
{
    QTemporaryDir folder;
    const DatabaseLocation location{folder.filePath(u"quick.db"_s)};
    const auto workspace = awaitValue(Workspace::open(location, Workspace::Upkeep::None));
    QTest::qWait(200);
    QVERIFY(!workspace->isHouseKept());
    QVERIFY(QDir(folder.path()).entryList({u"*backups*"_s}).isEmpty());
}

void TestWorkspace::refusesBadPlacesAndBadFiles()
{
    const QTemporaryDir folder;
    const auto synced = await(Workspace::open({folder.filePath(u"Dropbox/deals.db"_s)}));
    QVERIFY(!synced);
    QCOMPARE(synced.error().code, ErrorCode::NetworkFileSystem);
    QVERIFY(!QFile::exists(folder.filePath(u"Dropbox"_s)));
    QFile text(folder.filePath(u"letter.db"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(5000, 'x')) == 5000);
    text.close();
    QCOMPARE(await(Workspace::open({text.fileName()})).error().code, ErrorCode::DatabaseCorrupt);
    QCOMPARE(await(Workspace::open({folder.path()})).error().code, ErrorCode::DatabaseUnavailable);
}

void TestWorkspace::refusesANewerDatabase()
{
    ServicesFixture fixture;
    auto future = fixture.workspace()->executor().run([](Connection &connection) {
        return connection.execute(u"INSERT INTO schema_version (step, version, name, applied_by) VALUES (900, '9.0', 'later', 'later')"_s,
                                  u"later"_s);
    });
    future.waitForFinished();
    const auto refused = await(Workspace::open(fixture.location()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseTooNew);
}

void TestWorkspace::findsDamageAndNamesTheNewestBackup()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deals.db"_s);
    qint64 page = 0;
    {
        ServicesFixture fixture;
        fixture.submit();
        auto copied = fixture.workspace()->executor().run(
            [path](Connection &connection) { return connection.execute(u"VACUUM INTO '%1'"_s.arg(path), u"copy"_s); });
        copied.waitForFinished();
        const auto copy = awaitValue(Workspace::open({path}));
        finishHouseKeeping(copy); // the day's backup, while all is well
        auto root = copy->executor().run([](Connection &connection) {
            return readRows(connection, u"SELECT rootpage FROM sqlite_schema WHERE name = 'idx_actions_created'"_s, {},
                            [](const Query &row) { return row.integer(0); });
        });
        root.waitForFinished();
        page = root.result()->first();
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, '\xa5'));
    file.close();

    const auto workspace = awaitValue(Workspace::open({path})); // opening reads none of it
    QSignalSpy problems(workspace.get(), &Workspace::problemFound);
    finishHouseKeeping(workspace);
    QCOMPARE(problems.count(), 1);
    const Error problem = problems.first().first().value<Error>();
    QCOMPARE(problem.code, ErrorCode::DatabaseCorrupt);
    QVERIFY(QFile::exists(problem.data.value("backup"_L1).toString()));
    QCOMPARE(workspace->state(), Workspace::State::Unavailable);
}

void TestWorkspace::twoWorkspacesSeeEachOthersChanges()
{
    ServicesFixture fixture;
    const auto other = awaitValue(Workspace::open(fixture.location()));
    QSignalSpy changes(other.get(), &Workspace::dataChanged);
    const DealState submitted = fixture.submit();
    QTRY_VERIFY(changes.count() > 0);
    const SignedIn seller = awaitValue(AccountService(other).signIn(u"seller"_s, kPassword));
    Session session(other, seller.actor);
    QCOMPARE(awaitValue(DealService(session).detail(submitted.id)).facts.status, DealStatus::Submitted);
}

void TestWorkspace::answersAfterItsEnd()
{
    auto fixture = std::make_unique<ServicesFixture>();
    auto reading = DealService(fixture->seller()).page({});
    auto writing = DealService(fixture->seller()).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft());
    fixture.reset();
    const auto page = await(std::move(reading));
    QVERIFY(page || page.error().code == ErrorCode::Cancelled);
    const auto saved = await(std::move(writing));
    QVERIFY(saved || saved.error().code == ErrorCode::Cancelled);
}

void TestWorkspace::preparesEveryNamedRead()
{
    ServicesFixture fixture;
    const QStringList names = readFiles(u":/sql/common/reads"_s);
    QVERIFY(names.size() > 15);
    for (const QString &name : names) {
        auto future = fixture.workspace()->executor().run([name](Connection &connection) -> Status {
            const auto query = connection.read(name);
            return query ? Status(Nothing{}) : failure(query.error());
        });
        future.waitForFinished();
        QVERIFY2(future.result(), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
