#include "support/crash/saver_lines.h"
#include "support/services/services_fixture.h"
#include "support/test_paths.h"

#include "data/rows.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kSaves = 100;
constexpr int kPatienceMs = 120'000;

/// The program crash_saver, saving as the other seller so many times.
void startOther(QProcess &program, const QString &filePath, int saves)
{
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(programPath(u"crash_saver"_s), {filePath, u"seller2"_s, u"7"_s, QString::number(saves)});
}

QList<SaverStep> stepsDone(QProcess &program)
{
    QList<SaverStep> done;
    const QList<QByteArray> lines = program.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        bool isDone = false;
        if (const auto step = stepFrom(line, &isDone); step && isDone)
            done += *step;
    }
    return done;
}

} // namespace

/// Two programs on one file: each sees what the other writes without being asked, and neither gets in the other's way.
class TestTwoProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesOfTheOtherAreSeen();
    void bothSave();
    void bothStartAndBackUp();
};

void TestTwoProcesses::changesOfTheOtherAreSeen()
{
    ServicesFixture fixture;
    Session &admin = fixture.admin();
    const DealPageRequest everything;
    QVERIFY(awaitValue(DealService(admin).page(everything)).rows.isEmpty());
    QSignalSpy changed(&admin, &Session::dataChanged);
    QProcess other;
    startOther(other, fixture.location().filePath, 1);
    QVERIFY(other.waitForFinished(kPatienceMs)); // without an event loop here: nothing is noticed yet
    QCOMPARE(other.exitCode(), 0);
    const QList<SaverStep> done = stepsDone(other);
    QCOMPARE(done.size(), 1);

    QTRY_VERIFY(!changed.isEmpty());
    const DealListPage page = awaitValue(DealService(admin).page(everything));
    QCOMPARE(page.rows.size(), 1);
    QCOMPARE(page.rows.first().id, done.first().savedDeal);
    QCOMPARE(page.rows.first().reference, done.first().reference);
}

void TestTwoProcesses::bothSave()
{
    ServicesFixture fixture;
    const auto reference = awaitValue(ReferenceService(fixture.seller()).load());
    QProcess other;
    startOther(other, fixture.location().filePath, kSaves);
    QVERIFY(other.waitForReadyRead(kPatienceMs)); // "ready": from now on both write
    for (int i = 1; i <= kSaves; ++i) {
        SaverStep step;
        step.content = i;
        step.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Result<DealState> saved = carryOut(step, fixture.seller(), *reference);
        QVERIFY2(saved, saved ? "" : qPrintable(u"save %1: %2"_s.arg(i).arg(saved.error().detail)));
    }
    QVERIFY(other.state() == QProcess::NotRunning || other.waitForFinished(kPatienceMs));
    QCOMPARE(other.exitStatus(), QProcess::NormalExit);
    QCOMPARE(other.exitCode(), 0);
    QCOMPARE(stepsDone(other).size(), kSaves);

    auto counted = fixture.workspace()->executor().run([](Connection &connection) {
        return readRows(connection,
                        u"SELECT (SELECT count(*) FROM command_log WHERE verb IN ('save_draft', 'submit_deal')), count(*), "
                        "count(DISTINCT reference_number), max(CAST(substr(reference_number, 11) AS INTEGER)) FROM deals"_s,
                        {}, [](const Query &row) {
                            return QList{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
                        });
    });
    const auto counts = counted.result();
    QVERIFY(counts);
    const auto [saves, deals, references, highest] = std::tuple(counts->first()[0], counts->first()[1], counts->first()[2],
                                                                counts->first()[3]);
    QCOMPARE(saves, 2 * kSaves);
    QVERIFY(deals > kSaves);
    QCOMPARE(references, deals);
    QCOMPARE(highest, deals);
}

/// Each makes its daily copy at the same moment as the other: neither fails, and no copy is left unfinished.
void TestTwoProcesses::bothStartAndBackUp()
{
    for (int round = 0; round < 5; ++round) {
        ServicesFixture fixture;
        const auto other = awaitValue(Workspace::open(fixture.location()));
        QSignalSpy problems(fixture.workspace().get(), &Workspace::problemFound);
        QSignalSpy problemsOfTheOther(other.get(), &Workspace::problemFound);
        QTRY_VERIFY(fixture.workspace()->isHouseKept() && other->isHouseKept());
        QCOMPARE(problems.size() + problemsOfTheOther.size(), 0);
        const QDir copies(fixture.location().filePath + "-backups"_L1);
        QVERIFY(!copies.entryList({u"*.db"_s}, QDir::Files).isEmpty());
        QCOMPARE(copies.entryList({u"*.unfinished"_s}, QDir::Files), QStringList());
    }
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestTwoProcesses)
#include "tst_two_processes.moc"
