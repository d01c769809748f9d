#include "core/fixed_decimal.h"
#include "core/ids.h"
#include "core/money.h"
#include "core/ratio.h"
#include "core/result.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace dealdesk;

namespace {

constexpr qint64 kMax = std::numeric_limits<qint64>::max();
constexpr qint64 kMin = std::numeric_limits<qint64>::min();

} // namespace

class TestCore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDecimals_data();
    void readsDecimals();
    void writesDecimals_data();
    void writesDecimals();
    void multipliesAndDivides_data();
    void multipliesAndDivides();
    void agreesWithWideIntegers();
    void moneyHoldsItsRange();
    void everyCentSurvivesItsText();
    void ratioOfMoney_data();
    void ratioOfMoney();
    void ratioText_data();
    void ratioText();
    void moneyTimesRatio_data();
    void moneyTimesRatio();
    void idsKnowNone();
    void failuresCarryTheirError();
};

void TestCore::readsDecimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<qint64>("cents");

    const auto good = [](const char *text, qint64 cents) { QTest::newRow(text) << QString::fromUtf8(text) << true << cents; };
    const auto bad = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << false << qint64(0); };
    good("0", 0);
    good("480000", 48'000'000);
    good("-12.5", -1'250);
    good("+1", 100);
    good("0.07", 7);
    good("-0.07", -7);
    good(".5", 50);
    good("5.", 500);
    good("  12.34 ", 1'234);
    good("1.2300", 123);
    good("000000000000000000000001", 100);
    good("9999999999999.99", Money::kMaxCents);
    good("-9999999999999.99", -Money::kMaxCents);
    bad("");
    bad("-");
    bad(".");
    bad("1.234");
    bad("1,000");
    bad("1e3");
    bad("12,0x");
    bad("--1");
    bad("- 1");
    bad("1.2.3");
    bad("NaN");
    bad("٣");
    bad("10000000000000.00");
    bad("-10000000000000.00");
    bad("99999999999999999999999999999999");
}

void TestCore::readsDecimals()
{
    QFETCH(const QString, text);
    QFETCH(const bool, readable);
    QFETCH(const qint64, cents);
    const auto money = Money::fromDecimal(text);
    QCOMPARE(money.has_value(), readable);
    if (readable)
        QCOMPARE(money->cents(), cents);
}

void TestCore::writesDecimals_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << qint64(0) << 2 << QStringLiteral("0.00");
    QTest::newRow("cents") << qint64(7) << 2 << QStringLiteral("0.07");
    QTest::newRow("negative cents") << qint64(-7) << 2 << QStringLiteral("-0.07");
    QTest::newRow("dollars") << qint64(-1'250) << 2 << QStringLiteral("-12.50");
    QTest::newRow("millionths") << qint64(35'500) << 6 << QStringLiteral("0.035500");
    QTest::newRow("no places") << qint64(-12) << 0 << QStringLiteral("-12");
    QTest::newRow("largest") << kMax << 2 << QStringLiteral("92233720368547758.07");
    QTest::newRow("smallest") << kMin << 2 << QStringLiteral("-92233720368547758.08");
}

void TestCore::writesDecimals()
{
    QFETCH(const qint64, units);
    QFETCH(const int, places);
    QFETCH(const QString, text);
    QCOMPARE(formatFixedDecimal(units, places), text);
}

void TestCore::multipliesAndDivides_data()
{
    QTest::addColumn<qint64>("a");
    QTest::addColumn<qint64>("b");
    QTest::addColumn<qint64>("divisor");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<qint64>("result");

    const auto row = [](const char *name, qint64 a, qint64 b, qint64 divisor, std::optional<qint64> result) {
        QTest::newRow(name) << a << b << divisor << result.has_value() << result.value_or(0);
    };
    row("exact", 6, 7, 2, 21);
    row("below half", 1, 4, 10, 0);
    row("half to even, down", 1, 5, 10, 0);
    row("half to even, up", 3, 5, 10, 2);
    row("above half", 1, 6, 10, 1);
    row("negative half, down", -1, 5, 10, 0);
    row("negative half, up", -3, 5, 10, -2);
    row("negative half by the divisor", 3, 5, -10, -2);
    row("two negatives", -3, -5, 10, 2);
    row("three negatives", -3, -5, -10, -2);
    row("2.5 to 2", 5, 1, 2, 2);
    row("3.5 to 4", 7, 1, 2, 4);
    row("odd divisor never ties", 1, 1, 3, 0);
    row("zero", 0, kMax, 3, 0);
    row("through 128 bits", kMax, kMax, kMax, kMax);
    row("smallest", kMin, 1, 1, kMin);
    row("smallest, halved", kMin, kMax, -kMax, std::nullopt);
    row("magnitude just beyond", kMin, -1, 1, std::nullopt);
    row("far beyond", kMax, kMax, 1, std::nullopt);
    row("rounds up beyond", kMax, 2, 2, kMax);
    row("smallest over smallest", kMin, kMin, kMin, kMin);
    row("by nothing", 1, 1, 0, std::nullopt);
    row("largest money by a factor", Money::kMaxCents, 3'500'000, 1'000'000, 3'499'999'999'999'996);
}

void TestCore::multipliesAndDivides()
{
    QFETCH(const qint64, a);
    QFETCH(const qint64, b);
    QFETCH(const qint64, divisor);
    QFETCH(const bool, fits);
    QFETCH(const qint64, result);
    const auto found = multiplyAndDivide(a, b, divisor);
    QCOMPARE(found.has_value(), fits);
    if (fits)
        QCOMPARE(*found, result);
}

// Against the compiler's own 128 bits, where there are any: 20,000 operands of every size.
void TestCore::agreesWithWideIntegers()
{
#if defined(__SIZEOF_INT128__)
    __extension__ using Wide = __int128;
    QRandomGenerator random(20'260'101);
    const auto any = [&random] { return static_cast<qint64>(random.generate64()) >> random.bounded(63); };
    for (int i = 0; i < 20'000; ++i) {
        const qint64 a = any();
        const qint64 b = any();
        const qint64 divisor = any();
        if (divisor == 0)
            continue;
        const Wide product = Wide(a) * b;
        const Wide quotient = product / divisor;
        const Wide remainder = product % divisor;
        const Wide twice = 2 * (remainder < 0 ? -remainder : remainder);
        const Wide bound = divisor < 0 ? -Wide(divisor) : Wide(divisor);
        const bool away = twice > bound || (twice == bound && quotient % 2 != 0);
        const Wide rounded = away ? quotient + ((product < 0) == (divisor < 0) ? 1 : -1) : quotient;
        const auto found = multiplyAndDivide(a, b, divisor);
        QCOMPARE(found.has_value(), rounded >= kMin && rounded <= kMax);
        if (found)
            QCOMPARE(*found, static_cast<qint64>(rounded));
    }
#else
    QSKIP("this compiler has no integer of 128 bits to compare with");
#endif
}

void TestCore::moneyHoldsItsRange()
{
    const Money most = Money::fromCents(Money::kMaxCents);
    QCOMPARE(most.toDecimal(), QStringLiteral("9999999999999.99"));
    QCOMPARE(Money::fromDecimal(most.toDecimal()), most);
    QVERIFY(Money::fromDollars(1) > Money::fromCents(99));
    QVERIFY((Money::fromDollars(1) - Money::fromCents(101)).isNegative());
    QVERIFY((Money::fromDollars(1) - Money::fromCents(100)).isZero());
}

void TestCore::everyCentSurvivesItsText()
{
    for (qint64 cents = -12'345; cents <= 12'345; ++cents)
        QCOMPARE(Money::fromDecimal(Money::fromCents(cents).toDecimal())->cents(), cents);
}

void TestCore::ratioOfMoney_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<QString>("ratio"); // empty: there is none

    QTest::newRow("third") << qint64(100) << qint64(300) << QStringLiteral("0.333333");
    QTest::newRow("two thirds") << qint64(200) << qint64(300) << QStringLiteral("0.666667");
    QTest::newRow("loss") << qint64(-50) << qint64(200) << QStringLiteral("-0.25");
    QTest::newRow("whole") << qint64(7) << qint64(7) << QStringLiteral("1.0");
    QTest::newRow("by zero") << qint64(7) << qint64(0) << QString();
    QTest::newRow("beyond 64 bits") << Money::kMaxCents << qint64(1) << QString();
}

void TestCore::ratioOfMoney()
{
    QFETCH(const qint64, numerator);
    QFETCH(const qint64, denominator);
    QFETCH(const QString, ratio);
    const auto found = Ratio::of(Money::fromCents(numerator), Money::fromCents(denominator));
    QCOMPARE(found ? found->toDecimal() : QString(), ratio);
}

void TestCore::ratioText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<QString>("written");

    QTest::newRow("margin") << QStringLiteral("0.355") << true << QStringLiteral("0.355");
    QTest::newRow("one") << QStringLiteral("1") << true << QStringLiteral("1.0");
    QTest::newRow("zeros") << QStringLiteral("3.500000") << true << QStringLiteral("3.5");
    QTest::newRow("finest") << QStringLiteral("-0.000001") << true << QStringLiteral("-0.000001");
    QTest::newRow("too fine") << QStringLiteral("0.0000001") << false << QString();
    QTest::newRow("percent sign") << QStringLiteral("35%") << false << QString();
}

void TestCore::ratioText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, readable);
    QFETCH(const QString, written);
    const auto ratio = Ratio::fromDecimal(text);
    QCOMPARE(ratio.has_value(), readable);
    QCOMPARE(ratio ? ratio->toDecimal() : QString(), written);
}

void TestCore::moneyTimesRatio_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<qint64>("millionths");
    QTest::addColumn<qint64>("product");

    QTest::newRow("margin") << qint64(48'000'000) << qint64(350'000) << qint64(16'800'000);
    QTest::newRow("half a cent to even, down") << qint64(1) << qint64(500'000) << qint64(0);
    QTest::newRow("half a cent to even, up") << qint64(3) << qint64(500'000) << qint64(2);
    QTest::newRow("negative") << qint64(-3) << qint64(500'000) << qint64(-2);
    QTest::newRow("clamped") << Money::kMaxCents << qint64(3'500'000) << Money::kMaxCents;
    QTest::newRow("clamped below") << Money::kMaxCents << kMin << -Money::kMaxCents;
}

void TestCore::moneyTimesRatio()
{
    QFETCH(const qint64, cents);
    QFETCH(const qint64, millionths);
    QFETCH(const qint64, product);
    QCOMPARE((Money::fromCents(cents) * Ratio::fromMillionths(millionths)).cents(), product);
}

void TestCore::idsKnowNone()
{
    QVERIFY(!DealId().isValid());
    QVERIFY(!DealId(-1).isValid());
    QVERIFY(DealId(7).isValid());
    QVERIFY(DealId(7) < DealId(8));
    QCOMPARE(qHash(DealId(7)), qHash(DealId(7)));
    static_assert(!std::is_convertible_v<DealId, UserId> && !std::is_convertible_v<qint64, DealId>);
}

void TestCore::failuresCarryTheirError()
{
    const Result<int> result = failure(ErrorCode::Stale, QStringLiteral("why"), {{QStringLiteral("version"), 3}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Stale);
    QCOMPARE(result.error().detail, QStringLiteral("why"));
    QCOMPARE(result.error().data.value(QStringLiteral("version")).toInt(), 3);
    const Status passedOn = failure(result.error());
    QCOMPARE(passedOn.error().code, ErrorCode::Stale);
}

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
