#include "domain/default_policy.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/routing_text.h"

#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {
template<typename E>
void collectLabels(QStringList &labels)
{
    QStringList own;
    for (const E value : allOf<E>())
        own.append(label(value));
    QCOMPARE(QSet<QString>(own.begin(), own.end()).size(), own.size());
    labels += own;
}

DealDraft draftWith(Money revenue)
{
    DealDraft draft;
    draft.tiers = {Tier{}};
    draft.tiers[0].annualRevenue = revenue;
    return draft;
}
} // namespace

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyValueHasItsOwnLabel()
    {
        QStringList labels;
        collectLabels<Role>(labels);
        collectLabels<Department>(labels);
        collectLabels<DealType>(labels);
        collectLabels<SalesChannel>(labels);
        collectLabels<DealStructure>(labels);
        collectLabels<Region>(labels);
        collectLabels<Priority>(labels);
        collectLabels<ApprovalPriority>(labels);
        collectLabels<DraftType>(labels);
        collectLabels<AgencyType>(labels);
        collectLabels<DealStatus>(labels);
        collectLabels<ApprovalStatus>(labels);
        collectLabels<ActionType>(labels);
        collectLabels<RoutingBasis>(labels);
        collectLabels<ReportKind>(labels);
        QVERIFY(!labels.contains(QString()));
    }

    void placesNameTierAndIncentive()
    {
        QCOMPARE(placeOf({Field::TermStart}), u"Term start"_s);
        QCOMPARE(placeOf({Field::Tiers, 1}), u"Tier 2"_s);
        QCOMPARE(placeOf({Field::Margin, 0}), u"Tier 1: margin"_s);
        QCOMPARE(placeOf({Field::Incentives, 2}), u"Tier 3: incentives"_s);
        QCOMPARE(placeOf({Field::Incentives, 2, 1}), u"Tier 3, incentive 2"_s);
        QCOMPARE(placeOf({Field::IncentiveValue, 1, 0}), u"Tier 2, incentive 1: value"_s);
    }

    void hindrancesExplainThemselves()
    {
        QVERIFY(explanation(Hindrance::None).isEmpty());
        QVERIFY(explanation(ApprovalHindrance::None).isEmpty());
        QVERIFY(!explanation(Hindrance::DraftExpired).isEmpty());
        QVERIFY(!explanation(ApprovalHindrance::LevelTooLow).isEmpty());
    }

    void money_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("full");
        QTest::addColumn<QString>("compact");
        QTest::newRow("zero") << qint64(0) << u"0 USD"_s << u"0"_s;
        QTest::newRow("whole") << qint64(48'000'000) << u"480,000 USD"_s << u"480 K"_s;
        QTest::newRow("cents") << qint64(5'000'001) << u"50,000.01 USD"_s << u"50 K"_s;
        QTest::newRow("one decimal") << qint64(1'250) << u"12.50 USD"_s << u"12"_s;
        QTest::newRow("million") << qint64(124'000'000) << u"1,240,000 USD"_s << u"1.2 M"_s;
        QTest::newRow("less than a dollar below zero") << qint64(-7) << u"\u22120.07 USD"_s << u"0"_s;
        QTest::newRow("largest") << Money::kMaxCents << u"9,999,999,999,999.99 USD"_s << u"10,000 B"_s;
    }
    void money()
    {
        QFETCH(qint64, cents);
        QTEST(formatMoney(Money::fromCents(cents)), "full");
        QTEST(formatMoneyCompact(Money::fromCents(cents)), "compact");
    }

    void absentFiguresAreNoData()
    {
        QCOMPARE(formatMoney(std::optional<Money>()), u"no data"_s);
        QCOMPARE(formatPercent(std::nullopt), u"no data"_s);
        QCOMPARE(formatGrowth(std::nullopt), u"no data"_s);
        QCOMPARE(formatDate(QDate()), u"–"_s);
        QCOMPARE(formatInstant(QString()), u"–"_s);
    }

    void ratios()
    {
        QCOMPARE(formatPercent(Ratio::fromMillionths(355'000)), u"35.5 %"_s);
        QCOMPARE(formatPercent(Ratio::fromPercent(100)), u"100 %"_s);
        QCOMPARE(formatPercent(Ratio::fromMillionths(-12'345)), u"\u22121.23 %"_s);
        QCOMPARE(formatGrowth(Ratio::fromMillionths(123'000)), u"+12.3 %"_s);
        QCOMPARE(formatGrowth(Ratio::fromMillionths(-40'000)), u"\u22124 %"_s);
        QCOMPARE(formatGrowth(Ratio()), u"0 %"_s);
    }

    void datesHaveFourDigitYears() { QCOMPARE(formatDate(QDate(2027, 1, 14)), u"1/14/2027"_s); }

    void instantsAreUtc()
    {
        const QDateTime expected(QDate(2026, 3, 1), QTime(12, 30), Qt::UTC);
        QCOMPARE(instantFrom(u"2026-03-01T12:30:00Z"_s), expected);
        QCOMPARE(instantFrom(u"2026-03-01T12:30:00.000Z"_s), expected);
        QCOMPARE(instantFrom(u"2026-03-01 12:30:00"_s), expected);
        QVERIFY(!instantFrom(u"soon"_s).isValid());
    }

    void relativeInstants_data()
    {
        QTest::addColumn<qint64>("secondsLater");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(20) << u"just now"_s;
        QTest::newRow("a minute") << qint64(-60) << u"1 minute ago"_s;
        QTest::newRow("hours") << qint64(-2 * 3600 - 5) << u"2 hours ago"_s;
        QTest::newRow("yesterday") << qint64(-86'400) << u"yesterday"_s;
        QTest::newRow("days ahead") << qint64(3 * 86'400) << u"in 3 days"_s;
    }
    void relativeInstants()
    {
        QFETCH(qint64, secondsLater);
        const QDateTime now(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);
        QTEST(formatRelative(now.addSecs(secondsLater).toString(Qt::ISODate), now), "text");
    }

    void businessLevelInWords_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("text");
        QTest::newRow("within the lowest") << qint64(4'000'000)
                                           << u"Manager: top tier revenue 40,000 USD is within the manager limit of 50,000"_s;
        QTest::newRow("above one") << qint64(48'000'000) << u"VP: top tier revenue 480,000 USD is above the director limit of 100,000"_s;
        QTest::newRow("above the top") << qint64(100'000'001)
                                       << u"SVP: top tier revenue 1,000,000.01 USD is above the top limit of 1,000,000, so the top level "
                                          "decides"_s;
    }
    void businessLevelInWords()
    {
        QFETCH(qint64, cents);
        const RoutingPolicy policy = defaultPolicy();
        QTEST(businessReasonText(planRouting(draftWith(Money::fromCents(cents)), policy), policy), "text");
    }

    void withoutAmountsThereIsNothingToCompare()
    {
        const RoutingPolicy policy = defaultPolicy();
        QCOMPARE(businessReasonText(planRouting(DealDraft{}, policy), policy), u"Manager: there is no amount yet"_s);
        QVERIFY(businessReasonText(RoutingPlan{}, policy).startsWith(u"Nobody"_s));
    }

    void departmentsSayWhy()
    {
        DealDraft draft = draftWith(Money::fromDollars(480'000));
        draft.tiers.append(draft.tiers[0]);
        draft.tiers[1].incentives.append(
            Incentive{u"Product & Innovation"_s, u"Product Features"_s, u"Beta Access"_s, Money::fromDollars(5), {}});
        const RoutingPolicy policy = defaultPolicy();
        const QStringList lines = routingInWords(planRouting(draft, policy), policy);
        QVERIFY(lines.contains(u"Finance: always asked"_s));
        QVERIFY(lines.contains(u"Creative: Product & Innovation incentive on tier 2"_s));
        QVERIFY(lines.last().startsWith(u"VP:"_s));
        QCOMPARE(reasonText(DepartmentReason{DepartmentReason::Kind::IncentiveCategory, u"Analytics"_s, {1, 3}, 0}),
                 u"Analytics incentive on tiers 1 and 3"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
