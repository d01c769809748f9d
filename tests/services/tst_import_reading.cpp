#include "services/import/capture.h"
#include "services/import/capture_file.h"
#include "services/import/prototype_client.h"
#include "services/import_service.h"
#include "support/services/capture_server.h"
#include "support/services/test_workspace.h"
#include "support/test_paths.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using dealdesk::test::CaptureServer;

namespace {

QJsonObject trueCapture()
{
    QFile file(test::dataPath(u"prototype-capture.json"_s));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<QJsonObject> readFrom(const QUrl &address, ReadingLimits limits = {},
                             const std::shared_ptr<ImportProgress> &progress = std::make_shared<ImportProgress>())
{
    auto task = readPrototype(address, progress, limits);
    return QCoro::waitFor(task);
}

} // namespace

/// Reading of captures: from files that may be anything, and from a running prototype that may do anything.
class TestImportReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoCapture_data();
    void refusesWhatIsNoCapture();
    void readsARunningPrototype();
    void importsFromARunningPrototype();
    void brokenAnswersPutTheirDealInQuarantine();
    void missingListsAreLeftOut();
    void gaveUpOnSilence();
    void cutsOffAnswersWithoutEnd();
    void refusesAServerThatIsNoPrototype_data();
    void refusesAServerThatIsNoPrototype();
    void canBeCancelled();
};

void TestImportReading::refusesWhatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"deals": [{"id": 1)");
    QTest::newRow("a list") << QByteArray(R"([1, 2, 3])");
    QTest::newRow("another JSON file") << QByteArray(R"({"name": "package", "version": 1})");
    QTest::newRow("nested without end") << QByteArray("{\"deals\": ") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
    QTest::newRow("another CSV") << QByteArray("a,b\r\n1,2\r\n");
    QTest::newRow("unclosed quote") << QByteArray("table,row,whole_row\r\ndeals,deals/1,\"{\r\n");
    QTest::newRow("broken row") << QByteArray("table,row,whole_row\r\ndeals,deals/1,{\"id\": \r\n");
    QTest::newRow("row of an unknown table") << QByteArray("table,row,whole_row\r\nsecrets,x,{}\r\n");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0",
                                          10);
}

void TestImportReading::refusesWhatIsNoCapture()
{
    QFETCH(const QByteArray, bytes);
    const auto read = readCapture(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedInput);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestImportReading::readsARunningPrototype()
{
    const QJsonObject capture = trueCapture();
    CaptureServer server(capture);
    for (const auto *path : {"", "/", "/api", "/api/"}) {
        const auto read = readFrom(QUrl(server.address() + QLatin1StringView(path)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        for (const auto *endpoint :
             {"deals", "deals/6/tiers", "deals/6/approvals", "deals/6/history", "deals/12/comments", "admin/users", "agencies"})
            QCOMPARE(read->value(QLatin1StringView(endpoint)), capture.value(QLatin1StringView(endpoint)));
    }
    QVERIFY(server.mostAtOnce() > 1);
    QVERIFY(server.mostAtOnce() <= ReadingLimits().requestsAtOnce);
}

void TestImportReading::importsFromARunningPrototype()
{
    const test::TestWorkspace database;
    CaptureServer server(trueCapture());
    const ImportService service(database.admin());
    const auto progress = std::make_shared<ImportProgress>();
    const auto capture = QCoro::waitFor(service.read(QUrl(server.address()), progress));
    QVERIFY(capture);
    QCOMPARE(progress->done.load(), progress->total.load());
    const auto report = QCoro::waitFor(service.run(*capture, false, progress));
    QVERIFY(report && report->balances());
    QCOMPARE(database.value(u"SELECT count(*) FROM deals"_s).toInt(), 13);
    // The same prototype once more, from its file: nothing twice.
    const auto again = QCoro::waitFor(service.run(trueCapture(), false, progress));
    QVERIFY(again);
    QCOMPARE(database.value(u"SELECT count(*) FROM deals"_s).toInt(), 13);
}

void TestImportReading::brokenAnswersPutTheirDealInQuarantine()
{
    const test::TestWorkspace database;
    CaptureServer server(trueCapture());
    server.answerWith(u"deals/6/tiers"_s, "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
    server.answerWith(u"deals/5/history"_s, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<html>...");
    const ImportService service(database.admin());
    const auto progress = std::make_shared<ImportProgress>();
    const auto capture = QCoro::waitFor(service.read(QUrl(server.address()), progress));
    QVERIFY(capture);
    const auto report = QCoro::waitFor(service.run(*capture, true, progress));
    QVERIFY(report && report->balances());
    QStringList quarantined;
    for (const ImportFinding &finding : report->findings) {
        if (finding.kind == ImportFinding::Kind::Quarantined && finding.table == "deals"_L1)
            quarantined += finding.row;
    }
    QCOMPARE(quarantined, (QStringList{u"deals/5"_s, u"deals/6"_s, u"deals/7"_s, u"deals/8"_s}));
}

void TestImportReading::missingListsAreLeftOut()
{
    QJsonObject capture = trueCapture();
    capture.remove("agencies"_L1);
    capture.remove("deal-scoping-requests"_L1);
    CaptureServer server(capture);
    const auto read = readFrom(QUrl(server.address()));
    QVERIFY(read);
    QVERIFY(!read->contains("agencies"_L1));
    QVERIFY(Capture(*read).rows(u"agencies"_s, u"agencies"_s, u"agencies"_s).isEmpty());
}

void TestImportReading::gaveUpOnSilence()
{
    CaptureServer server(trueCapture());
    server.answerWith(u"deals/3/tiers"_s, {});
    ReadingLimits limits;
    limits.millisecondsPerAnswer = 200;
    const auto read = readFrom(QUrl(server.address()), limits);
    QVERIFY(read);
    QVERIFY(!Capture(*read).problem(u"deals/3/tiers"_s).isEmpty());
    server.answerWith(u"deals"_s, {});
    const auto silent = readFrom(QUrl(server.address()), limits);
    QVERIFY(!silent);
    QCOMPARE(silent.error().code, ErrorCode::NetworkUnreachable);
}

void TestImportReading::cutsOffAnswersWithoutEnd()
{
    CaptureServer server(trueCapture());
    server.answerWith(u"deals/3/tiers"_s, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, ' '));
    ReadingLimits limits;
    limits.bytesPerAnswer = 100'000;
    const auto read = readFrom(QUrl(server.address()), limits);
    QVERIFY(read);
    QVERIFY(!Capture(*read).problem(u"deals/3/tiers"_s).isEmpty());
    limits = {};
    limits.bytesInAll = 20'000;
    const auto tooMuch = readFrom(QUrl(server.address()), limits);
    QVERIFY(!tooMuch);
}

void TestImportReading::refusesAServerThatIsNoPrototype_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a web page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>hi</html>");
    QTest::newRow("an object") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    QTest::newRow("an error") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.com ESMTP\r\n");
    QTest::newRow("another host") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://example.invalid/api/deals\r\nContent-Length: 0\r\n\r\n");
}

void TestImportReading::refusesAServerThatIsNoPrototype()
{
    QFETCH(const QByteArray, answer);
    CaptureServer server(trueCapture());
    server.answerWith(u"deals"_s, answer);
    const auto read = readFrom(QUrl(server.address()));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::NetworkUnreachable || read.error().code == ErrorCode::MalformedInput);
}

void TestImportReading::canBeCancelled()
{
    CaptureServer server(trueCapture());
    const auto progress = std::make_shared<ImportProgress>();
    progress->cancelRequested = true;
    const auto read = readFrom(QUrl(server.address()), {}, progress);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QVERIFY(server.requests() <= 1);
}

QTEST_GUILESS_MAIN(TestImportReading)
#include "tst_import_reading.moc"
