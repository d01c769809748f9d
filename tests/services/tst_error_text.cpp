#include "services/error_text.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysEveryCodeInASentenceOfItsOwn();
    void usesWhatTheErrorCarries();
    void neverShowsDriverText();
};

void TestErrorText::saysEveryCodeInASentenceOfItsOwn()
{
    QSet<QString> sentences;
    for (int code = int(ErrorCode::Forbidden); code <= int(ErrorCode::Internal); ++code) {
        const QString sentence = sentenceFor({ErrorCode(code), {}, {}});
        QVERIFY2(sentence.size() > 20, qPrintable(QString::number(code)));
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u' '), qPrintable(sentence));
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), int(ErrorCode::Internal) + 1);
}

void TestErrorText::usesWhatTheErrorCarries()
{
    QVERIFY(sentenceFor({ErrorCode::AlreadyDecided, {}, {{u"by"_s, u"Ann Lee"_s}}}).startsWith("Ann Lee"_L1));
    const QString newer = sentenceFor({ErrorCode::DatabaseTooNew, {}, {{u"found"_s, u"9.1"_s}, {u"supported"_s, u"1.1"_s}}});
    QVERIFY(newer.contains("9.1"_L1) && newer.contains("1.1"_L1));
    QVERIFY(sentenceFor({ErrorCode::DatabaseCorrupt, {}, {{u"backup"_s, u"/b/deals-20260101-0000.db"_s}}})
                .contains("/b/deals-20260101-0000.db"_L1));
    QVERIFY(sentenceFor({ErrorCode::NetworkFileSystem, {}, {{u"kind"_s, u"network"_s}}})
            != sentenceFor({ErrorCode::NetworkFileSystem, {}, {{u"kind"_s, u"dropbox"_s}}}));
    QVERIFY(sentenceFor({ErrorCode::Duplicate, {}, {{u"column"_s, u"username"_s}}})
            != sentenceFor({ErrorCode::Duplicate, {}, {{u"column"_s, u"email"_s}}}));
    QVERIFY(sentenceFor({ErrorCode::Invalid, {}, {{u"field"_s, u"password"_s}, {u"minimum"_s, 10}}}).contains("10"_L1));
}

void TestErrorText::neverShowsDriverText()
{
    for (int code = int(ErrorCode::Forbidden); code <= int(ErrorCode::Internal); ++code)
        QVERIFY(!sentenceFor({ErrorCode(code), u"SQLITE_WHATEVER"_s, {}}).contains("SQLITE"_L1));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
