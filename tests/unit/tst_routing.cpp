#include "sample_drafts.h"

#include "domain/default_policy.h"

#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

using ReasonKind = DepartmentReason::Kind;

namespace {

QStringList departmentsOf(const RoutingPlan &plan)
{
    QStringList codes;
    for (const DepartmentStep &step : plan.departments)
        codes += codeOf(step.department);
    return codes;
}

QList<DepartmentReason> reasonsOf(const RoutingPlan &plan, Department department)
{
    for (const DepartmentStep &step : plan.departments) {
        if (step.department == department)
            return step.reasons;
    }
    return {};
}

ReviewDepartment &departmentIn(RoutingPolicy &policy, Department department)
{
    return *std::find_if(policy.departments.begin(), policy.departments.end(),
                         [department](const ReviewDepartment &candidate) { return candidate.department == department; });
}

} // namespace

class TestRouting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levelByAmount_data();
    void levelByAmount();
    void departmentsByIncentives_data();
    void departmentsByIncentives();
    void legalByPolicy_data();
    void legalByPolicy();
    void reasonsNameTheTiers();
    void inactiveDepartmentsAreNotAsked();
    void whatNobodyReviewsFallsToTheAlwaysRequired();
    void amountByBasis_data();
    void amountByBasis();
    void withoutLevels();
    void priorityOfApprovals();
    void defaultPolicyMatchesTheCatalogue();
    void everyDraftHasAPlan();
    void levelRisesWithTheAmount();
};

void TestRouting::levelByAmount_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("level");
    QTest::addColumn<bool>("aboveTop");
    QTest::addColumn<QString>("exceeded");

    QTest::newRow("0.00") << qint64(0) << u"manager"_s << false << u""_s;
    QTest::newRow("50,000.00") << qint64(5'000'000) << u"manager"_s << false << u""_s;
    QTest::newRow("50,000.01") << qint64(5'000'001) << u"director"_s << false << u"manager 50000.00"_s;
    QTest::newRow("100,000.00") << qint64(10'000'000) << u"director"_s << false << u"manager 50000.00"_s;
    QTest::newRow("100,000.01") << qint64(10'000'001) << u"vp"_s << false << u"director 100000.00"_s;
    QTest::newRow("480,000.00") << qint64(48'000'000) << u"vp"_s << false << u"director 100000.00"_s;
    QTest::newRow("500,000.00") << qint64(50'000'000) << u"vp"_s << false << u"director 100000.00"_s;
    QTest::newRow("500,000.01") << qint64(50'000'001) << u"svp"_s << false << u"vp 500000.00"_s;
    QTest::newRow("1,000,000.00") << qint64(100'000'000) << u"svp"_s << false << u"vp 500000.00"_s;
    QTest::newRow("1,000,000.01") << qint64(100'000'001) << u"svp"_s << true << u"svp 1000000.00"_s;
    QTest::newRow("25,000,000.00") << qint64(2'500'000'000) << u"svp"_s << true << u"svp 1000000.00"_s;
    QTest::newRow("most") << Money::kMaxCents << u"svp"_s << true << u"svp 1000000.00"_s;
}

void TestRouting::levelByAmount()
{
    QFETCH(const qint64, cents);
    QFETCH(const QString, level);
    QFETCH(const bool, aboveTop);
    QFETCH(const QString, exceeded);
    DealDraft draft;
    draft.tiers = {Tier{Money::fromCents(cents), kDefaultMargin, {}}};
    const RoutingPlan plan = planRouting(draft, defaultPolicy());
    QCOMPARE(plan.level, level);
    QCOMPARE(plan.aboveTopLimit, aboveTop);
    QCOMPARE(plan.lowerLevel.isEmpty() ? QString() : plan.lowerLevel + u' ' + plan.lowerLimit.toDecimal(), exceeded);
    QCOMPARE(plan.amount.cents(), cents);
    QCOMPARE(plan.decidingTier, 1);
    QCOMPARE(plan.policyVersion, 1);
}

void TestRouting::departmentsByIncentives_data()
{
    QTest::addColumn<QList<QStringList>>("categories"); // of each tier
    QTest::addColumn<QStringList>("departments");

    using Tiers = QList<QStringList>;
    QTest::newRow("none") << Tiers{{}} << QStringList{u"trading"_s, u"finance"_s};
    QTest::newRow("Financial; Resources") << Tiers{{u"Financial"_s, u"Resources"_s}} << QStringList{u"trading"_s, u"finance"_s};
    QTest::newRow("Product & Innovation") << Tiers{{u"Product & Innovation"_s}} << QStringList{u"trading"_s, u"finance"_s, u"creative"_s};
    QTest::newRow("Technology, Analytics") << Tiers{{u"Technology"_s}, {u"Analytics"_s}}
                                           << QStringList{u"trading"_s, u"finance"_s, u"product"_s, u"solutions"_s};
    QTest::newRow("Marketing & L&D on tier 3 only")
        << Tiers{{}, {}, {u"Marketing & L&D"_s}} << QStringList{u"trading"_s, u"finance"_s, u"marketing"_s};
    QTest::newRow("all") << Tiers{{u"Analytics"_s, u"Technology"_s, u"Marketing & L&D"_s, u"Product & Innovation"_s, u"Financial"_s}}
                         << QStringList{u"trading"_s, u"finance"_s, u"creative"_s, u"marketing"_s, u"product"_s, u"solutions"_s};
    QTest::newRow("not chosen yet") << Tiers{{u""_s}} << QStringList{u"trading"_s, u"finance"_s};
    QTest::newRow("no tiers") << Tiers{} << QStringList{u"trading"_s, u"finance"_s};
}

void TestRouting::departmentsByIncentives()
{
    QFETCH(const QList<QStringList>, categories);
    QFETCH(const QStringList, departments);
    DealDraft draft;
    draft.tiers.clear();
    for (const QStringList &ofTier : categories) {
        Tier tier;
        for (const QString &category : ofTier)
            tier.incentives += incentiveOf(category);
        draft.tiers += tier;
    }
    QCOMPARE(departmentsOf(planRouting(draft, defaultPolicy())), departments);
}

void TestRouting::legalByPolicy_data()
{
    QTest::addColumn<bool>("forCustom");
    QTest::addColumn<int>("overMonths"); // 0: no such rule
    QTest::addColumn<DealType>("type");
    QTest::addColumn<QDate>("end"); // the term starts on 2026-01-01
    QTest::addColumn<QStringList>("reasons");

    const QDate year(2026, 12, 31);
    QTest::newRow("default policy") << false << 0 << DealType::Custom << QDate(2030, 1, 1) << QStringList();
    QTest::newRow("custom") << true << 0 << DealType::Custom << year << QStringList{u"custom_deal 0"_s};
    QTest::newRow("grow") << true << 0 << DealType::Grow << year << QStringList();
    QTest::newRow("24 months") << false << 24 << DealType::Grow << QDate(2027, 12, 31) << QStringList();
    QTest::newRow("24 months and days") << false << 24 << DealType::Grow << QDate(2028, 1, 30) << QStringList();
    QTest::newRow("25 months") << false << 24 << DealType::Grow << QDate(2028, 1, 31) << QStringList{u"long_term 24"_s};
    QTest::newRow("unknown term") << false << 24 << DealType::Grow << QDate() << QStringList();
    QTest::newRow("both") << true << 24 << DealType::Custom << QDate(2029, 1, 1) << QStringList{u"custom_deal 0"_s, u"long_term 24"_s};
}

void TestRouting::legalByPolicy()
{
    QFETCH(const bool, forCustom);
    QFETCH(const int, overMonths);
    QFETCH(const DealType, type);
    QFETCH(const QDate, end);
    QFETCH(const QStringList, reasons);
    RoutingPolicy policy = defaultPolicy();
    policy.legalForCustomDeals = forCustom;
    policy.legalForTermsOverMonths = overMonths > 0 ? std::optional(overMonths) : std::nullopt;
    DealDraft draft = draftWithRevenues({1});
    draft.type = type;
    draft.termStart = QDate(2026, 1, 1);
    draft.termEnd = end;

    const RoutingPlan plan = planRouting(draft, policy);
    QStringList found;
    for (const DepartmentReason &reason : reasonsOf(plan, Department::Legal))
        found += codeOf(reason.kind) + u' ' + QString::number(reason.months);
    QCOMPARE(found, reasons);
    QCOMPARE(departmentsOf(plan).contains(u"legal"), !reasons.isEmpty());
}

void TestRouting::reasonsNameTheTiers()
{
    DealDraft draft = draftWithRevenues({1, 2, 3});
    draft.tiers[0].incentives = {incentiveOf(u"Resources"_s), incentiveOf(u"Financial"_s), incentiveOf(u"Resources"_s)};
    draft.tiers[2].incentives = {incentiveOf(u"Resources"_s)};
    const RoutingPlan plan = planRouting(draft, defaultPolicy());
    const QList<DepartmentReason> finance = {{ReasonKind::Always, {}, {}, 0},
                                             {ReasonKind::IncentiveCategory, u"Resources"_s, {1, 3}, 0},
                                             {ReasonKind::IncentiveCategory, u"Financial"_s, {1}, 0}};
    QCOMPARE(reasonsOf(plan, Department::Finance), finance);
    QCOMPARE(reasonsOf(plan, Department::Trading), QList<DepartmentReason>({{ReasonKind::Always, {}, {}, 0}}));
}

void TestRouting::inactiveDepartmentsAreNotAsked()
{
    RoutingPolicy policy = defaultPolicy();
    departmentIn(policy, Department::Trading).isActive = false;
    departmentIn(policy, Department::Solutions).incentiveCategories += u"Technology"_s;
    departmentIn(policy, Department::Product).isActive = false;
    DealDraft draft = draftWithRevenues({1});
    draft.tiers[0].incentives = {incentiveOf(u"Technology"_s)};
    QCOMPARE(departmentsOf(planRouting(draft, policy)), QStringList({u"finance"_s, u"solutions"_s}));
}

void TestRouting::whatNobodyReviewsFallsToTheAlwaysRequired()
{
    RoutingPolicy policy = defaultPolicy();
    policy.legalForCustomDeals = true;
    departmentIn(policy, Department::Creative).isActive = false;
    departmentIn(policy, Department::Legal).isActive = false;
    DealDraft draft = draftWithRevenues({1, 2});
    draft.type = DealType::Custom;
    draft.tiers[1].incentives = {incentiveOf(u"Product & Innovation"_s)};
    const RoutingPlan plan = planRouting(draft, policy);
    const QList<DepartmentReason> reasons = {{ReasonKind::Always, {}, {}, 0},
                                             {ReasonKind::IncentiveCategory, u"Product & Innovation"_s, {2}, 0},
                                             {ReasonKind::CustomDeal, {}, {}, 0}};
    QCOMPARE(departmentsOf(plan), QStringList({u"trading"_s, u"finance"_s}));
    QCOMPARE(reasonsOf(plan, Department::Trading), reasons);
    QCOMPARE(reasonsOf(plan, Department::Finance), reasons);
}

void TestRouting::amountByBasis_data()
{
    QTest::addColumn<RoutingBasis>("basis");
    QTest::addColumn<QList<qint64>>("revenues");   // -1: none yet
    QTest::addColumn<QList<qint64>>("incentives"); // one for each tier, -1: none
    QTest::addColumn<int>("tier");
    QTest::addColumn<qint64>("dollars");

    using enum RoutingBasis;
    using Dollars = QList<qint64>;
    QTest::newRow("top of three") << TopTierRevenue << Dollars{10, 30, 20} << Dollars{9, 9, 9} << 2 << qint64(30);
    QTest::newRow("top, a tie") << TopTierRevenue << Dollars{10, 30, 30} << Dollars{0, 0, 0} << 2 << qint64(30);
    QTest::newRow("top, a gap") << TopTierRevenue << Dollars{-1, 30, -1} << Dollars{0, 0, 0} << 2 << qint64(30);
    QTest::newRow("top, all zero") << TopTierRevenue << Dollars{0, 0} << Dollars{0, 0} << 1 << qint64(0);
    QTest::newRow("top, none yet") << TopTierRevenue << Dollars{-1, -1} << Dollars{5, 5} << 0 << qint64(0);
    QTest::newRow("top, no tiers") << TopTierRevenue << Dollars{} << Dollars{} << 0 << qint64(0);
    QTest::newRow("expected of one") << ExpectedTierRevenue << Dollars{10} << Dollars{0} << 1 << qint64(10);
    QTest::newRow("expected of two") << ExpectedTierRevenue << Dollars{10, 20} << Dollars{0, 0} << 2 << qint64(20);
    QTest::newRow("expected of three") << ExpectedTierRevenue << Dollars{10, 20, 30} << Dollars{0, 0, 0} << 2 << qint64(20);
    QTest::newRow("expected, none yet") << ExpectedTierRevenue << Dollars{10, -1, 30} << Dollars{0, 0, 0} << 0 << qint64(0);
    QTest::newRow("expected, no tiers") << ExpectedTierRevenue << Dollars{} << Dollars{} << 0 << qint64(0);
    QTest::newRow("incentives") << TopIncentiveCost << Dollars{10, 20, 30} << Dollars{3, 7, 5} << 2 << qint64(7);
    QTest::newRow("incentives, a tie") << TopIncentiveCost << Dollars{10, 20} << Dollars{7, 7} << 1 << qint64(7);
    QTest::newRow("incentives, none") << TopIncentiveCost << Dollars{10, 20} << Dollars{-1, -1} << 1 << qint64(0);
    QTest::newRow("incentives, no tiers") << TopIncentiveCost << Dollars{} << Dollars{} << 0 << qint64(0);
}

void TestRouting::amountByBasis()
{
    QFETCH(const RoutingBasis, basis);
    QFETCH(const QList<qint64>, revenues);
    QFETCH(const QList<qint64>, incentives);
    QFETCH(const int, tier);
    QFETCH(const qint64, dollars);
    DealDraft draft = draftWithRevenues(revenues);
    for (int i = 0; i < draft.tiers.size(); ++i) {
        if (revenues.at(i) < 0)
            draft.tiers[i].annualRevenue.reset();
        if (incentives.at(i) >= 0)
            draft.tiers[i].incentives = {incentiveOf(u"Financial"_s, Money::fromDollars(incentives.at(i)))};
    }
    RoutingPolicy policy = defaultPolicy();
    policy.basis = basis;
    const RoutingPlan plan = planRouting(draft, policy);
    QCOMPARE(plan.basis, basis);
    QCOMPARE(plan.decidingTier, tier);
    QCOMPARE(plan.amount.cents(), dollars * 100);
}

void TestRouting::withoutLevels()
{
    RoutingPolicy policy = defaultPolicy();
    policy.levels.clear();
    const RoutingPlan plan = planRouting(draftWithRevenues({480'000}), policy);
    QVERIFY(plan.level.isEmpty());
    QVERIFY(plan.lowerLevel.isEmpty());
    QVERIFY(!plan.aboveTopLimit);
}

void TestRouting::priorityOfApprovals()
{
    QCOMPARE(approvalPriorityFor(Priority::Critical), ApprovalPriority::Urgent);
    QCOMPARE(approvalPriorityFor(Priority::High), ApprovalPriority::High);
    QCOMPARE(approvalPriorityFor(Priority::Medium), ApprovalPriority::Normal);
    QCOMPARE(approvalPriorityFor(Priority::Low), ApprovalPriority::Normal);
}

void TestRouting::defaultPolicyMatchesTheCatalogue()
{
    const RoutingPolicy policy = defaultPolicy();
    QStringList reviewed;
    for (const ReviewDepartment &department : policy.departments)
        reviewed += department.incentiveCategories;
    QStringList offered = sampleCatalog().categoryNames();
    QCOMPARE(offered.size(), 6);
    offered.sort();
    reviewed.sort();
    QCOMPARE(reviewed, offered);
    QCOMPARE(policy.departments.size(), qsizetype(allOf<Department>().size()));
    QCOMPARE(policy.clientValueFactor.toDecimal(), u"3.5"_s);
}

// The preview runs on whatever is in the form: no draft may be without a plan that makes sense.
void TestRouting::everyDraftHasAPlan()
{
    QRandomGenerator random(1);
    RoutingPolicy policy = defaultPolicy();
    for (int i = 0; i < 2'000; ++i) {
        const DealDraft draft = randomDraft(random);
        policy.basis = allOf<RoutingBasis>()[i % 3];
        policy.legalForCustomDeals = i % 2 == 0;
        const RoutingPlan plan = planRouting(draft, policy);
        const QStringList departments = departmentsOf(plan);
        QVERIFY(departments.contains(u"trading") && departments.contains(u"finance"));
        QCOMPARE(QSet<QString>(departments.cbegin(), departments.cend()).size(), departments.size());
        for (const DepartmentStep &step : plan.departments)
            QVERIFY(!step.reasons.isEmpty());
        const auto level = std::find_if(policy.levels.cbegin(), policy.levels.cend(),
                                        [&plan](const ApprovalLevel &candidate) { return candidate.code == plan.level; });
        QVERIFY(level != policy.levels.cend());
        QCOMPARE(plan.aboveTopLimit, plan.amount > level->limit);
        QVERIFY(plan.decidingTier >= 0 && plan.decidingTier <= draft.tiers.size());
        QCOMPARE(planRouting(draft, policy), plan);
    }
}

void TestRouting::levelRisesWithTheAmount()
{
    QRandomGenerator random(2);
    const RoutingPolicy policy = defaultPolicy();
    const auto rankFor = [&policy](qint64 cents) {
        DealDraft draft;
        draft.tiers[0].annualRevenue = Money::fromCents(cents);
        const QString code = planRouting(draft, policy).level;
        for (const ApprovalLevel &level : policy.levels) {
            if (level.code == code)
                return level.rank;
        }
        return -1;
    };
    for (int i = 0; i < 2'000; ++i) {
        const qint64 lower = random.bounded(150'000'000);
        const qint64 higher = lower + random.bounded(50'000'000);
        QVERIFY(rankFor(lower) > 0);
        QVERIFY(rankFor(lower) <= rankFor(higher));
    }
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
