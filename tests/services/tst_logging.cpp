#include "services/logging.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
}

} // namespace

class TestLogging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAMessageOnALine();
    void takesQtsMessages();
    void rotates();
    void goesOnWhereTheFolderCannotBeWritten();
};

void TestLogging::keepsAMessageOnALine()
{
    const QTemporaryDir folder;
    startLogging(folder.path());
    spdlog::warn("first\nforged [error] line\r\n\x1b[31m{}", "ünïcode");
    const QByteArrayList lines = linesOf(folder.filePath(u"dealdesk.log"_s)); // a warning is there at once
    QCOMPARE(lines.size(), 2);                                                // and the empty one after the last line break
    QVERIFY2(lines.first().contains("warning first\\nforged [error] line\\r\\n"), lines.first().constData());
    QVERIFY(lines.first().endsWith("[31münïcode"));
    QVERIFY(!lines.first().contains('\x1b'));
    QVERIFY(lines.first().left(24).endsWith('Z')); // the instant, in UTC
}

void TestLogging::takesQtsMessages()
{
    const QTemporaryDir folder;
    startLogging(folder.path());
    qWarning("from Qt");
    QVERIFY(linesOf(folder.filePath(u"dealdesk.log"_s)).first().endsWith("warning Qt: from Qt"));
}

void TestLogging::rotates()
{
    const QTemporaryDir folder;
    startLogging(folder.path());
    const std::string kilobyte(1024, 'x');
    for (int i = 0; i < 2500; ++i)
        spdlog::info(kilobyte);
    spdlog::default_logger()->flush();
    QVERIFY(QFile::exists(folder.filePath(u"dealdesk.1.log"_s)));
    QVERIFY(QFileInfo(folder.filePath(u"dealdesk.log"_s)).size() <= 1024 * 1024);
}

void TestLogging::goesOnWhereTheFolderCannotBeWritten()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"log"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    startLogging(inTheWay.fileName());
    spdlog::info("still here");
    QVERIFY(spdlog::default_logger() != nullptr);
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
