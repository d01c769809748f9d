#include "presentation/text/user_input.h"

#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {
const QLocale kUs(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kFrench(QLocale::French, QLocale::France);
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
} // namespace

class TestUserInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void money_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("expected"); // a plain decimal; empty for unreadable
        const auto add = [](const QLocale &locale, const QString &text, const QString &expected) {
            QTest::addRow("%s %s", qPrintable(locale.name()), qPrintable(text)) << text << locale << expected;
        };
        add(kUs, u"480000"_s, u"480000.00"_s);
        add(kUs, u"480,000.00"_s, u"480000.00"_s);
        add(kUs, u" $480,000 "_s, u"480000.00"_s);
        add(kUs, u"480 000 USD"_s, u"480000.00"_s);
        add(kUs, u"usd 12.5"_s, u"12.50"_s);
        add(kUs, u"480k"_s, u"480000.00"_s);
        add(kUs, u"480 K"_s, u"480000.00"_s);
        add(kUs, u"1.2m"_s, u"1200000.00"_s);
        add(kUs, u"1.23456k"_s, u"1234.56"_s);
        add(kUs, u"1.234567k"_s, {});
        add(kUs, u"1.5bn"_s, u"1500000000.00"_s);
        add(kUs, u"-12.07"_s, u"-12.07"_s);
        add(kUs, QString(QChar(0x2212)) + u"5"_s, u"-5.00"_s);
        add(kUs, u"(1,200)"_s, u"-1200.00"_s);
        add(kUs, u"($1,200)"_s, u"-1200.00"_s);
        add(kUs, u".5"_s, u"0.50"_s);
        add(kUs, u"1.005"_s, {});
        add(kUs, u"480.000"_s, {});
        add(kUs, u"1,5"_s, {});
        add(kUs, u"12,34,567"_s, {});
        add(kUs, u"1.2.3"_s, {});
        add(kUs, u"(-5)"_s, {});
        add(kUs, u"12,0x"_s, {});
        add(kUs, u"1e6"_s, {});
        add(kUs, u"k"_s, {});
        add(kUs, u"."_s, {});
        add(kUs, u"-"_s, {});
        add(kUs, {}, {});
        add(kUs, u"9999999999999.99"_s, u"9999999999999.99"_s);
        add(kUs, u"10000000000000"_s, {});
        add(kGerman, u"480.000,50"_s, u"480000.50"_s);
        add(kGerman, u"1,2m"_s, u"1200000.00"_s);
        add(kGerman, u"1.5"_s, u"1.50"_s);
        add(kGerman, u"1.500"_s, u"1500.00"_s);
        add(kFrench, u"480 000,5"_s, u"480000.50"_s);
        add(kFrench, u"480"_s + QChar(0x202f) + u"000"_s, u"480000.00"_s);
    }
    void money()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(QString, expected);
        const auto amount = moneyFromInput(text, locale);
        QCOMPARE(amount ? amount->toDecimal() : QString(), expected);
    }

    void percent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("millionths"); // -1 for unreadable
        QTest::newRow("bare") << u"35"_s << kUs << qint64(350'000);
        QTest::newRow("sign") << u"35%"_s << kUs << qint64(350'000);
        QTest::newRow("decimals") << u"35.5"_s << kUs << qint64(355'000);
        QTest::newRow("decimals, sign") << u"35.5 %"_s << kUs << qint64(355'000);
        QTest::newRow("fraction") << u"0.355"_s << kUs << qint64(355'000);
        QTest::newRow("fraction without zero") << u".35"_s << kUs << qint64(350'000);
        QTest::newRow("small percentage") << u"0.5%"_s << kUs << qint64(5'000);
        QTest::newRow("zero") << u"0"_s << kUs << qint64(0);
        QTest::newRow("one is one percent") << u"1"_s << kUs << qint64(10'000);
        QTest::newRow("hundred") << u"100"_s << kUs << qint64(1'000'000);
        QTest::newRow("German") << u"35,5 %"_s << kGerman << qint64(355'000);
        QTest::newRow("too fine") << u"35.55555%"_s << kUs << qint64(-1);
        QTest::newRow("word") << u"third"_s << kUs << qint64(-1);
        QTest::newRow("only the sign") << u"%"_s << kUs << qint64(-1);
    }
    void percent()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(qint64, millionths);
        const auto ratio = percentFromInput(text, locale);
        QCOMPARE(ratio ? ratio->millionths() : qint64(-1), millionths);
    }

    void date_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QDate>("expected");
        const QDate day(2026, 3, 5);
        QTest::newRow("ISO") << u"2026-03-05"_s << kUs << day;
        QTest::newRow("ISO with time") << u"2026-03-05T10:11:12Z"_s << kGerman << day;
        QTest::newRow("US") << u"3/5/2026"_s << kUs << day;
        QTest::newRow("US padded") << u"03/05/2026"_s << kUs << day;
        QTest::newRow("US short year") << u"3/5/26"_s << kUs << day;
        QTest::newRow("British") << u"05/03/2026"_s << kBritish << day;
        QTest::newRow("German") << u"05.03.2026"_s << kGerman << day;
        QTest::newRow("German short year") << u"05.03.26"_s << kGerman << day;
        QTest::newRow("no such day") << u"2026-02-30"_s << kUs << QDate();
        QTest::newRow("US, month 13") << u"13/5/2026"_s << kUs << QDate();
        QTest::newRow("words") << u"next week"_s << kUs << QDate();
        QTest::newRow("empty") << QString() << kUs << QDate();
        QTest::newRow("more behind it") << u"2026-03-05x"_s << kUs << QDate();
    }
    void date()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(QDate, expected);
        QCOMPARE(dateFromInput(text, locale), expected);
    }

    void whatIsShownReadsBack_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const QLocale &locale :
             {kUs, kGerman, kFrench, kBritish, QLocale(QLocale::Arabic, QLocale::Egypt), QLocale(QLocale::German, QLocale::Switzerland),
              QLocale(QLocale::Japanese, QLocale::Japan), QLocale(QLocale::Swedish, QLocale::Sweden), QLocale::c()})
            QTest::newRow(qPrintable(locale.name())) << locale;
    }
    void whatIsShownReadsBack()
    {
        QFETCH(QLocale, locale);
        for (const qint64 cents : {qint64(0), qint64(7), qint64(-120'050), qint64(48'000'000), Money::kMaxCents, -Money::kMaxCents}) {
            const auto amount = Money::fromCents(cents);
            QCOMPARE(moneyFromInput(moneyForInput(amount, locale), locale), amount);
        }
        for (const qint64 millionths : {0, 355'000, 1'000'000, 3'333, 100, -20'000}) {
            const auto ratio = Ratio::fromMillionths(millionths);
            QCOMPARE(percentFromInput(percentForInput(ratio, locale), locale), ratio);
        }
        for (const QDate day : {QDate(2026, 3, 5), QDate(2026, 12, 31), QDate(2028, 2, 29)})
            QCOMPARE(dateFromInput(dateForInput(day, locale), locale), day);
    }
};

QTEST_APPLESS_MAIN(TestUserInput)
#include "tst_user_input.moc"
