#include "services/csv/csv_reader.h"
#include "services/csv/csv_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

/// RFC 4180 and what spreadsheets make of it. The round trip through an export is in tst_report_export.
class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesFields_data();
    void writesFields();
    void readsWhatSpreadsheetsSave_data();
    void readsWhatSpreadsheetsSave();
    void saysWhereAFileIsDamaged_data();
    void saysWhereAFileIsDamaged();
    void undoesOnlyItsOwnDefusing();
};

void TestCsv::writesFields_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << u"abc"_s << true << QByteArray("abc");
    QTest::newRow("empty") << QString() << true << QByteArray();
    QTest::newRow("comma") << u"a,b"_s << true << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"a\"b"_s << true << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << u"a\nb"_s << true << QByteArray("\"a\nb\"");
    QTest::newRow("outer space") << u" a"_s << true << QByteArray("\" a\"");
    QTest::newRow("formula") << u"=1+1"_s << true << QByteArray("'=1+1");
    QTest::newRow("full-width formula") << u"＝1"_s << true << QByteArray("'＝1");
    QTest::newRow("apostrophe and formula") << u"'=1"_s << true << QByteArray("''=1");
    QTest::newRow("apostrophe alone") << u"'tis"_s << true << QByteArray("'tis");
    QTest::newRow("negative number") << u"-12.50"_s << false << QByteArray("-12.50");
    QTest::newRow("minus in a text") << u"-12.50"_s << true << QByteArray("'-12.50");
}

void TestCsv::writesFields()
{
    QFETCH(const QString, value);
    QFETCH(const bool, isText);
    QByteArray line;
    appendCsvField(line, value, isText ? CsvColumn::Text : CsvColumn::Plain);
    QTEST(line, "field");
}

void TestCsv::readsWhatSpreadsheetsSave_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("CRLF") << QByteArray("a,b\r\n1,\"x, \"\"y\"\"\"\r\n");
    QTest::newRow("LF") << QByteArray("a,b\n1,\"x, \"\"y\"\"\"\n");
    QTest::newRow("no end of line") << QByteArray("a,b\n1,\"x, \"\"y\"\"\"");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\r\n1,\"x, \"\"y\"\"\"\r\n");
    QTest::newRow("semicolons") << QByteArray("a;b\r\n1;\"x, \"\"y\"\"\"\r\n");
    QTest::newRow("tabs") << QByteArray("a\tb\r\n1\t\"x, \"\"y\"\"\"\r\n");
    QTest::newRow("empty lines") << QByteArray("a,b\r\n\r\n,\r\n1,\"x, \"\"y\"\"\"\r\n,\r\n");
    QTest::newRow("surplus empty fields") << QByteArray("a,b\r\n1,\"x, \"\"y\"\"\",,\r\n");
    const QString text = u"a,b\r\n1,\"x, \"\"y\"\"\"\r\n"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

void TestCsv::readsWhatSpreadsheetsSave()
{
    QFETCH(const QByteArray, bytes);
    const auto table = readCsv(bytes);
    QVERIFY(table);
    QCOMPARE(table->columns, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(table->rows, (QList<QStringList>{{u"1"_s, u"x, \"y\""_s}}));
}

void TestCsv::saysWhereAFileIsDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("unclosed quote") << QByteArray("a,b\n1,2\n\"x,2\n3,4\n") << u"line 3"_s;
    QTest::newRow("text after a quote") << QByteArray("a,b\n\"x\"y,2\n") << u"line 2"_s;
    QTest::newRow("too many fields") << QByteArray("a,b\n1,2\n1,2,3\n") << u"line 3"_s;
}

void TestCsv::saysWhereAFileIsDamaged()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);
    const auto table = readCsv(bytes);
    QVERIFY(!table);
    QCOMPARE(table.error().code, ErrorCode::MalformedInput);
    QVERIFY2(table.error().detail.startsWith(place), qPrintable(table.error().detail));
}

void TestCsv::undoesOnlyItsOwnDefusing()
{
    for (const QString &text : {u"=1"_s, u"'=1"_s, u"''=1"_s, u"'tis"_s, u"'"_s, u""_s, u"@x"_s, u"x=1"_s, u"\t=1"_s}) {
        QByteArray line;
        appendCsvField(line, text, CsvColumn::Text);
        const auto table = readCsv("column\n" + line + "\n");
        QVERIFY(table);
        QCOMPARE(table->rows.isEmpty() ? QString() : withoutDefusing(table->rows.first().first()), text);
    }
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
