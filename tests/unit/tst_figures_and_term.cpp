#include "sample_drafts.h"

#include "domain/term.h"
#include "domain/tier_figures.h"

#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Ratio kFactor = Ratio::fromMillionths(3'500'000);

template<typename Figure>
QString shown(const std::optional<Figure> &figure)
{
    return figure ? figure->toDecimal() : u"no data"_s;
}

} // namespace

class TestFiguresAndTerm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresOfACompleteTier();
    void figuresWithGaps_data();
    void figuresWithGaps();
    void growth_data();
    void growth();
    void figuresStayInRange();
    void expectedTier();
    void clientFollowsTheChannel();
    void termEnds_data();
    void termEnds();
    void months_data();
    void months();
    void monthsReverseTheEnd();
};

void TestFiguresAndTerm::figuresOfACompleteTier()
{
    const DealDraft draft = completeDraft();
    const ClientHistory history{Money::fromDollars(200'000), Ratio::fromPercent(32), Money::fromDollars(64'000), {}, {}};
    const TierFigures figures = figuresOf(draft.tiers.at(0), history, kFactor);
    QCOMPARE(shown(figures.grossProfit), u"84000.00"_s);
    QCOMPARE(figures.incentiveCost.toDecimal(), u"8000.00"_s);
    QCOMPARE(shown(figures.adjustedGrossProfit), u"76000.00"_s);
    QCOMPARE(shown(figures.adjustedGrossMargin), u"0.316667"_s);
    QCOMPARE(figures.clientValue.toDecimal(), u"28000.00"_s);
    QCOMPARE(shown(figures.revenueGrowth), u"0.2"_s);
    QCOMPARE(shown(figures.marginGrowth), u"0.09375"_s);
    QCOMPARE(shown(figures.profitGrowth), u"0.1875"_s);
}

void TestFiguresAndTerm::figuresWithGaps_data()
{
    QTest::addColumn<QString>("revenue");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<QString>("incentive");
    QTest::addColumn<QStringList>("figures"); // gross profit, incentive cost, adjusted profit, adjusted margin, client value

    const auto none = u"no data"_s;
    QTest::newRow("no revenue") << u""_s << u"0.35"_s << u"100"_s << QStringList{none, u"100.00"_s, none, none, u"350.00"_s};
    QTest::newRow("no margin") << u"1000"_s << u""_s << u"100"_s << QStringList{none, u"100.00"_s, none, none, u"350.00"_s};
    QTest::newRow("no incentive") << u"1000"_s << u"0.35"_s << u""_s
                                  << QStringList{u"350.00"_s, u"0.00"_s, u"350.00"_s, u"0.35"_s, u"0.00"_s};
    QTest::newRow("zero revenue") << u"0"_s << u"0.35"_s << u"100"_s
                                  << QStringList{u"0.00"_s, u"100.00"_s, u"-100.00"_s, none, u"350.00"_s};
    QTest::newRow("incentives eat the profit") << u"1000"_s << u"0.1"_s << u"250"_s
                                               << QStringList{u"100.00"_s, u"250.00"_s, u"-150.00"_s, u"-0.15"_s, u"875.00"_s};
    QTest::newRow("half a cent to even") << u"0.10"_s << u"0.25"_s << u"0.01"_s
                                         << QStringList{u"0.02"_s, u"0.01"_s, u"0.01"_s, u"0.1"_s, u"0.04"_s};
}

void TestFiguresAndTerm::figuresWithGaps()
{
    QFETCH(const QString, revenue);
    QFETCH(const QString, margin);
    QFETCH(const QString, incentive);
    QFETCH(const QStringList, figures);
    Tier tier{Money::fromDecimal(revenue), Ratio::fromDecimal(margin), {Incentive{}}};
    tier.incentives[0].value = Money::fromDecimal(incentive);
    const TierFigures found = figuresOf(tier, {}, kFactor);
    QCOMPARE(QStringList({shown(found.grossProfit), found.incentiveCost.toDecimal(), shown(found.adjustedGrossProfit),
                          shown(found.adjustedGrossMargin), found.clientValue.toDecimal()}),
             figures);
    QVERIFY(!found.revenueGrowth && !found.marginGrowth && !found.profitGrowth);
}

void TestFiguresAndTerm::growth_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("growth");

    QTest::newRow("up") << u"400000"_s << u"480000"_s << u"0.2"_s;
    QTest::newRow("down") << u"400000"_s << u"100000"_s << u"-0.75"_s;
    QTest::newRow("same") << u"400000"_s << u"400000"_s << u"0.0"_s;
    QTest::newRow("no history") << u""_s << u"480000"_s << u"no data"_s;
    QTest::newRow("from nothing") << u"0"_s << u"480000"_s << u"no data"_s;
    QTest::newRow("from a loss") << u"-5"_s << u"480000"_s << u"no data"_s;
    QTest::newRow("not entered") << u"400000"_s << u""_s << u"no data"_s;
    QTest::newRow("beyond all measure") << u"0.01"_s << u"9999999999999.99"_s << u"no data"_s;
}

void TestFiguresAndTerm::growth()
{
    QFETCH(const QString, before);
    QFETCH(const QString, now);
    QFETCH(const QString, growth);
    Tier tier{Money::fromDecimal(now), Ratio::fromPercent(100), {}};
    ClientHistory history;
    history.revenue = Money::fromDecimal(before);
    history.profit = Money::fromDecimal(before);
    const TierFigures figures = figuresOf(tier, history, kFactor);
    QCOMPARE(shown(figures.revenueGrowth), growth);
    QCOMPARE(shown(figures.profitGrowth), growth);
    QCOMPARE(shown(figures.marginGrowth), u"no data"_s);
}

void TestFiguresAndTerm::figuresStayInRange()
{
    QRandomGenerator random(4);
    for (int i = 0; i < 2'000; ++i) {
        for (const Tier &tier : randomDraft(random).tiers) {
            const TierFigures figures = figuresOf(tier, {}, kFactor);
            QVERIFY(!figures.incentiveCost.isNegative());
            QVERIFY(figures.clientValue.cents() >= qMin(figures.incentiveCost.cents(), Money::kMaxCents));
            QCOMPARE(figures.grossProfit.has_value(), tier.annualRevenue && tier.grossMargin);
            if (figures.grossProfit)
                QCOMPARE(*figures.adjustedGrossProfit + figures.incentiveCost, *figures.grossProfit);
        }
    }
}

void TestFiguresAndTerm::expectedTier()
{
    DealDraft draft = draftWithRevenues({1, 2, 3});
    QCOMPARE(draft.expectedTier(), &draft.tiers.at(1));
    draft.tiers.resize(1);
    QCOMPARE(draft.expectedTier(), &draft.tiers.at(0));
    draft.tiers.clear();
    QVERIFY(!draft.expectedTier());
}

void TestFiguresAndTerm::clientFollowsTheChannel()
{
    DealDraft draft;
    draft.advertiserName = u"Northwind"_s;
    draft.agencyName = u"Fabrikam Group"_s;
    QCOMPARE(draft.clientName(), u"Northwind"_s);
    draft.channel = SalesChannel::HoldingCompany;
    QCOMPARE(draft.clientName(), u"Fabrikam Group"_s);
    draft.channel = SalesChannel::IndependentAgency;
    QCOMPARE(draft.clientName(), u"Fabrikam Group"_s);
}

void TestFiguresAndTerm::termEnds_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<int>("months");
    QTest::addColumn<QDate>("end");

    QTest::newRow("a year") << QDate(2026, 1, 1) << 12 << QDate(2026, 12, 31);
    QTest::newRow("from mid-month") << QDate(2026, 1, 15) << 12 << QDate(2027, 1, 14);
    QTest::newRow("no such day") << QDate(2026, 1, 31) << 1 << QDate(2026, 2, 28);
    QTest::newRow("no such day, leap year") << QDate(2028, 1, 30) << 1 << QDate(2028, 2, 29);
    QTest::newRow("just such a day") << QDate(2026, 1, 28) << 1 << QDate(2026, 2, 27);
    QTest::newRow("from a leap day") << QDate(2028, 2, 29) << 12 << QDate(2029, 2, 28);
    QTest::newRow("to a leap year") << QDate(2027, 3, 1) << 12 << QDate(2028, 2, 29);
    QTest::newRow("no start") << QDate() << 12 << QDate();
    QTest::newRow("no months") << QDate(2026, 1, 1) << 0 << QDate();
}

void TestFiguresAndTerm::termEnds()
{
    QFETCH(const QDate, start);
    QFETCH(const int, months);
    QFETCH(const QDate, end);
    QCOMPARE(termEndFor(start, months), end);
}

void TestFiguresAndTerm::months_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<int>("months"); // -1: none

    QTest::newRow("a year") << QDate(2026, 1, 1) << QDate(2026, 12, 31) << 12;
    QTest::newRow("a day short") << QDate(2026, 1, 1) << QDate(2026, 12, 30) << 11;
    QTest::newRow("a day more") << QDate(2026, 1, 1) << QDate(2027, 1, 1) << 12;
    QTest::newRow("days") << QDate(2026, 1, 1) << QDate(2026, 1, 2) << 0;
    QTest::newRow("February") << QDate(2026, 1, 31) << QDate(2026, 2, 28) << 1;
    QTest::newRow("one day") << QDate(2026, 1, 1) << QDate(2026, 1, 1) << -1;
    QTest::newRow("backwards") << QDate(2026, 1, 2) << QDate(2026, 1, 1) << -1;
    QTest::newRow("no start") << QDate() << QDate(2026, 1, 1) << -1;
    QTest::newRow("no end") << QDate(2026, 1, 1) << QDate() << -1;
}

void TestFiguresAndTerm::months()
{
    QFETCH(const QDate, start);
    QFETCH(const QDate, end);
    QFETCH(const int, months);
    QCOMPARE(termMonths(start, end).value_or(-1), months);
}

void TestFiguresAndTerm::monthsReverseTheEnd()
{
    for (QDate start(2027, 1, 1); start < QDate(2029, 1, 1); start = start.addDays(1)) {
        for (int months = 1; months <= 60; ++months) {
            QCOMPARE(termMonths(start, termEndFor(start, months)), std::optional(months));
            QCOMPARE(termMonths(start, termEndFor(start, months).addDays(-1)).value_or(0), months - 1);
        }
    }
}

QTEST_GUILESS_MAIN(TestFiguresAndTerm)
#include "tst_figures_and_term.moc"
