#include "services/csv/csv_reader.h"
#include "services/csv/csv_text.h"
#include "support/test_paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

} // namespace

/// The program as a shell sees it: exit statuses, help, sums, files and sentences.
class TestDealdeskctl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mistakesOfUsageEndWithTwo_data();
    void mistakesOfUsageEndWithTwo();
    void helpsOnEachCommand_data();
    void helpsOnEachCommand();
    void addsPeopleAndNeverEchoesPasswords();
    void importsAndPrintsSumsThatBalance();
    void importsTheLargeCapture();
    void dryRunLeavesTheDatabaseAlone();
    void exportsWhatTheFiltersSay();
    void failsWithASentence_data();
    void failsWithASentence();
    void seedsOnlyAnEmptyDatabase();

private:
    Outcome ctl(const QStringList &arguments, const QByteArray &input = {});
    /// The same on this test's database.
    Outcome onDatabase(QStringList arguments, const QByteArray &input = {});
    void addAdministrator();
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] CsvTable table(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDealdeskctl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Outcome TestDealdeskctl::ctl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"HOME"_s, m_folder->path());
    process.setProcessEnvironment(environment);
    process.start(test::programPath(u"dealdeskctl"_s), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Outcome TestDealdeskctl::onDatabase(QStringList arguments, const QByteArray &input)
{
    return ctl(arguments << u"--database"_s << path(u"deals.db"_s), input);
}

void TestDealdeskctl::addAdministrator()
{
    const Outcome added = onDatabase({u"user"_s, u"add"_s, u"ada"_s, u"--email"_s, u"ada@example.com"_s, u"--password-stdin"_s},
                                     "correct horse\n");
    QVERIFY2(added.status == 0, qPrintable(added.err));
}

CsvTable TestDealdeskctl::table(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? readCsv(file.readAll()).value_or(CsvTable()) : CsvTable();
}

void TestDealdeskctl::mistakesOfUsageEndWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("import without source") << QStringList{u"import"_s};
    QTest::newRow("export without file") << QStringList{u"export"_s, u"pipeline"_s};
    QTest::newRow("unknown report") << QStringList{u"export"_s, u"profits"_s, u"-o"_s, u"x.csv"_s};
    QTest::newRow("unknown status") << QStringList{u"export"_s, u"pipeline"_s, u"-o"_s, u"x.csv"_s, u"--status"_s, u"won"_s};
    QTest::newRow("no date") << QStringList{u"export"_s, u"pipeline"_s, u"-o"_s, u"x.csv"_s, u"--from"_s, u"yesterday"_s};
    QTest::newRow("scale of nothing") << QStringList{u"seed"_s, u"--scale"_s, u"0"_s};
    QTest::newRow("user without add") << QStringList{u"user"_s};
}

void TestDealdeskctl::mistakesOfUsageEndWithTwo()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = ctl(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

void TestDealdeskctl::helpsOnEachCommand_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("program") << QStringList() << u"migrate"_s;
    QTest::newRow("migrate") << QStringList{u"migrate"_s} << u"--database"_s;
    QTest::newRow("import") << QStringList{u"import"_s} << u"--dry-run"_s;
    QTest::newRow("export") << QStringList{u"export"_s} << u"--needs-attention"_s;
    QTest::newRow("seed") << QStringList{u"seed"_s} << u"--scale"_s;
    QTest::newRow("user add") << QStringList{u"user"_s, u"add"_s} << u"--password-stdin"_s;
}

void TestDealdeskctl::helpsOnEachCommand()
{
    QFETCH(const QStringList, command);
    QFETCH(const QString, mentions);
    const Outcome outcome = ctl(command + QStringList{u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(mentions), qPrintable(outcome.out));
}

void TestDealdeskctl::addsPeopleAndNeverEchoesPasswords()
{
    addAdministrator();
    const Outcome seller = onDatabase({u"user"_s, u"add"_s, u"sally"_s, u"--email"_s, u"sally@example.com"_s, u"--password-stdin"_s},
                                      "battery staple\n");
    QCOMPARE(seller.status, 0);
    QVERIFY(!(seller.out + seller.err).contains("battery"_L1));
    const Outcome again = onDatabase({u"user"_s, u"add"_s, u"sally"_s, u"--email"_s, u"other@example.com"_s, u"--password-stdin"_s},
                                     "battery staple\n");
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains("taken"_L1), qPrintable(again.err));
    QCOMPARE(onDatabase({u"user"_s, u"add"_s, u"tim"_s, u"--email"_s, u"tim@example.com"_s, u"--password-stdin"_s}, "short\n").status, 1);
    QCOMPARE(onDatabase({u"user"_s, u"add"_s, u"tim"_s, u"--email"_s, u"tim@example.com"_s, u"--password-stdin"_s}).status, 1);
}

void TestDealdeskctl::importsAndPrintsSumsThatBalance()
{
    addAdministrator();
    const QString source = test::dataPath(u"prototype-capture.json"_s);
    const Outcome first = onDatabase({u"import"_s, source, u"--report"_s, path(u"report.csv"_s)});
    QVERIFY2(first.status == 0, qPrintable(first.err));
    QVERIFY(first.err.isEmpty()); // no progress where there is no terminal
    QVERIFY2(first.out.contains(QRegularExpression(u"deals +12 +10 +2 +0\n"_s)), qPrintable(first.out));
    QVERIFY(first.out.contains(QRegularExpression(u"deal_scoping_requests +3 +3 +0 +0\n"_s)));
    QVERIFY2(first.out.contains("repairs made"_L1), qPrintable(first.out)); // and not "repair(s)"
    QVERIFY(table(u"report.csv"_s).columns.contains(u"corrected"_s));
    const Outcome second = onDatabase({u"import"_s, source});
    QVERIFY(second.out.contains(QRegularExpression(u"deals +12 +0 +2 +10\n"_s)));
}

void TestDealdeskctl::importsTheLargeCapture()
{
    const QString source = test::sharedDataPath(u"prototype-capture-large.json"_s);
    if (!QFile::exists(source))
        QSKIP("prototype-capture-large.json is not beside the checkout");
    addAdministrator();
    const Outcome outcome = onDatabase({u"import"_s, source});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(QRegularExpression(u"deals +600 +539 +61 +0\n"_s)), qPrintable(outcome.out));
    QVERIFY(outcome.out.contains(QRegularExpression(u"deal_status_history +2733 +2468 +265 +0\n"_s)));
}

void TestDealdeskctl::dryRunLeavesTheDatabaseAlone()
{
    addAdministrator();
    const Outcome dry = onDatabase({u"import"_s, test::dataPath(u"prototype-capture.json"_s), u"--dry-run"_s});
    QCOMPARE(dry.status, 0);
    QVERIFY(dry.out.contains(QRegularExpression(u"deals +12 +10 +2 +0\n"_s)));
    QCOMPARE(onDatabase({u"export"_s, u"pipeline"_s, u"-o"_s, path(u"deals.csv"_s)}).status, 0);
    QCOMPARE(table(u"deals.csv"_s).rows.size(), 0);
}

void TestDealdeskctl::exportsWhatTheFiltersSay()
{
    addAdministrator();
    QCOMPARE(onDatabase({u"import"_s, test::dataPath(u"prototype-capture.json"_s)}).status, 0);
    QCOMPARE(onDatabase({u"export"_s, u"pipeline"_s, u"-o"_s, path(u"all.csv"_s)}).status, 0);
    QCOMPARE(table(u"all.csv"_s).rows.size(), 13);
    const Outcome some = onDatabase(
        {u"export"_s, u"pipeline"_s, u"-o"_s, path(u"some.csv"_s), u"--status"_s, u"signed"_s, u"--status"_s, u"lost"_s, u"--bom"_s});
    QVERIFY2(some.out.contains("2 rows"_L1), qPrintable(some.out));
    QFile file(path(u"some.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(kByteOrderMark));
    QCOMPARE(
        onDatabase({u"export"_s, u"tier-lines"_s, u"-o"_s, path(u"tiers.csv"_s), u"--owner"_s, u"demo_seller"_s, u"--region"_s, u"west"_s})
            .status,
        0);
    const CsvTable tiers = table(u"tiers.csv"_s);
    QVERIFY(!tiers.rows.isEmpty());
    for (const QStringList &row : tiers.rows)
        QCOMPARE(row.at(tiers.column(u"region"_s)), u"west"_s);
    QCOMPARE(onDatabase({u"export"_s, u"history"_s, u"-o"_s, path(u"history.csv"_s)}).status, 0);
    QVERIFY(table(u"history.csv"_s).rows.size() >= 13);
}

void TestDealdeskctl::failsWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file") << QStringList{u"import"_s, u"/no/such/file.json"_s} << u"cannot be read"_s;
    QTest::newRow("no capture") << QStringList{u"import"_s, test::dataPath(u"incentive-catalog.json"_s)} << u"none of the lists"_s;
    QTest::newRow("nobody listens") << QStringList{u"import"_s, u"http://127.0.0.1:1"_s} << u"cannot be reached"_s;
    QTest::newRow("no such folder") << QStringList{u"export"_s, u"pipeline"_s, u"-o"_s, u"/no/such/folder/x.csv"_s}
                                    << u"cannot be written"_s;
    QTest::newRow("no such person") << QStringList{u"export"_s, u"pipeline"_s, u"-o"_s, u"x.csv"_s, u"--as"_s, u"nobody"_s}
                                    << u"not there"_s;
    QTest::newRow("no such owner") << QStringList{u"export"_s, u"pipeline"_s, u"-o"_s, u"x.csv"_s, u"--owner"_s, u"nobody"_s}
                                   << u"not there"_s;
}

void TestDealdeskctl::failsWithASentence()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    addAdministrator();
    const Outcome outcome = onDatabase(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
}

void TestDealdeskctl::seedsOnlyAnEmptyDatabase()
{
    QCOMPARE(ctl({u"export"_s, u"pipeline"_s, u"-o"_s, path(u"x.csv"_s), u"--database"_s, path(u"none.db"_s)}).status, 1);
    QVERIFY(!QFile::exists(path(u"none.db"_s)));
    QCOMPARE(onDatabase({u"migrate"_s}).status, 0);
    QCOMPARE(onDatabase({u"seed"_s, u"--scale"_s, u"50"_s}).status, 0);
    QCOMPARE(onDatabase({u"export"_s, u"pipeline"_s, u"-o"_s, path(u"deals.csv"_s)}).status, 0);
    QCOMPARE(table(u"deals.csv"_s).rows.size(), 50);
    const Outcome again = onDatabase({u"seed"_s});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains("empty database"_L1), qPrintable(again.err));
}

QTEST_GUILESS_MAIN(TestDealdeskctl)
#include "tst_dealdeskctl.moc"
