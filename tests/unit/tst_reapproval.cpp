#include "support/reapproval_cases.h"

#include "sample_drafts.h"

#include "domain/default_policy.h"
#include "domain/reapproval.h"

#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(Approver approver, const QString &level)
{
    return approver ? approverCode(approver) : level;
}

/// What has been decided so far, as the database would remember it.
class Decisions {
public:
    explicit Decisions(const RoutingPolicy &policy) : m_policy(policy) {}

    [[nodiscard]] const QList<PastDecision> &all() const { return m_past; }

    void take(const ReapprovalRound &round, int revision)
    {
        for (const QString &name : round.approving)
            add(name, round.draft, revision, true);
        if (!round.requesting.isEmpty())
            add(round.requesting, round.draft, revision, false);
        for (PastDecision &decision : m_past) {
            if (!round.newOwner.isEmpty() && nameOf(decision.approver, decision.level) == round.newOwner)
                decision.deciderWrote = true;
        }
    }

private:
    void add(const QString &name, const DealDraft &draft, int revision, bool approved)
    {
        const Approver approver = fromCode<Department>(name);
        PastDecision decision;
        decision.approver = approver;
        decision.approved = approved;
        decision.revision = revision;
        decision.content = draft;
        decision.plan = planRouting(draft, m_policy);
        if (!approver) {
            decision.level = name;
            for (const ApprovalLevel &level : m_policy.levels)
                decision.levelRank = level.code == name ? level.rank : decision.levelRank;
        }
        m_past.removeIf([approver](const PastDecision &earlier) { return earlier.approver == approver; });
        m_past += decision;
    }

    RoutingPolicy m_policy;
    QList<PastDecision> m_past;
};

QStringList namesWith(const QList<ReapprovalStep> &steps, const QList<ReapprovalOutcome> &outcomes)
{
    QStringList names;
    for (const ReapprovalStep &step : steps) {
        if (outcomes.contains(step.outcome))
            names += nameOf(step.approver, step.level);
    }
    names.sort();
    return names;
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

QStringList pathsOf(const QList<ScopeFact> &facts)
{
    QStringList paths;
    for (const ScopeFact &fact : facts)
        paths += fact.path;
    return paths;
}

QList<ScopeFact> factsOf(Approver approver, const DealDraft &draft, const RoutingPolicy &policy = defaultPolicy())
{
    return scopeFacts(approver, draft, planRouting(draft, policy), policy);
}

/// Of an approval of `before` by that approver, when `after` is sent in.
ReapprovalStep stepFor(Approver approver, const DealDraft &before, const DealDraft &after, PastDecision decision = {},
                       const RoutingPolicy &policy = defaultPolicy())
{
    decision.approver = approver;
    decision.content = before;
    decision.plan = planRouting(before, policy);
    if (!approver && decision.level.isEmpty()) {
        decision.level = decision.plan.level;
        decision.levelRank = 3;
    }
    const QList<ReapprovalStep> steps = planReapproval(after, planRouting(after, policy), policy, {decision});
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [approver](const ReapprovalStep &step) { return step.approver == approver; });
    return found == steps.end() ? ReapprovalStep() : *found;
}

} // namespace

class TestReapproval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void scopes_data();
    void scopes();
    void anythingElseIsNobodysBusiness();
    void movingAnIncentiveIsNoChange();
    void equalIncentivesAreComparedByValue();
    void anotherOptionIsAChange();
    void whatNobodyReviewsCountsForEverybody();
    void causes();
    void lowerLevelDoesNotAskByItself();
    void amountUnderAnotherBasisIsAnotherFact();
    void fieldsOfFacts();
    void nothingDecidedAsksEverybody();
    void sentInUnchangedEverythingStands();
};

void TestReapproval::golden_data()
{
    QTest::addColumn<int>("index");
    const QList<ReapprovalCase> cases = goldenReapprovals();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases.at(i).name) << i;
}

void TestReapproval::golden()
{
    QFETCH(const int, index);
    const ReapprovalCase golden = goldenReapprovals().at(index);
    const RoutingPolicy policy = defaultPolicy();
    Decisions decisions(policy);
    for (int i = 0; i < golden.rounds.size(); ++i) {
        const ReapprovalRound &round = golden.rounds.at(i);
        const auto steps = planReapproval(round.draft, planRouting(round.draft, policy), policy, decisions.all());
        using enum ReapprovalOutcome;
        QCOMPARE(namesWith(steps, {New, AskedAgain}), sorted(round.asked));
        QCOMPARE(namesWith(steps, {CarriedForward}), sorted(round.carried));
        QCOMPARE(namesWith(steps, {NotRequired}), sorted(round.notRequired));
        decisions.take(round, i + 1);
    }
}

void TestReapproval::scopes_data()
{
    QTest::addColumn<QString>("approver");
    QTest::addColumn<QString>("paths");

    const QString everybody = u"channel advertiser agency growth_ambition term_start term_end "_s;
    const QString financial = u"tiers[0].incentives[Financial/Discounts/Volume Discount#1].value"_s;
    const QString innovation = u"tiers[1].incentives[Product & Innovation/Product Features/Beta Access#1]"_s;
    const QString figures = u"tiers[0].revenue tiers[0].margin tiers[1].revenue tiers[1].margin "_s;
    const QString totals = u"tiers[0].incentive_total tiers[1].incentive_total "_s;
    QTest::newRow("trading") << u"trading"_s << everybody + u"tiers "_s + figures + u"structure region"_s;
    QTest::newRow("finance") << u"finance"_s << everybody + figures + totals + u"| "_s + financial;
    QTest::newRow("creative") << u"creative"_s << everybody + u"| "_s + innovation + u".value| "_s + innovation + u".notes"_s;
    QTest::newRow("solutions") << u"solutions"_s << everybody.trimmed();
    QTest::newRow("legal") << u"legal"_s << everybody + u"type structure region"_s;
    QTest::newRow("business") << u"business"_s
                              << everybody + u"routing_amount[top_tier_revenue] lowest_margin "_s + totals + u"type structure"_s;
}

void TestReapproval::scopes()
{
    QFETCH(const QString, approver);
    QFETCH(const QString, paths);
    // incentives have spaces in their names
    QStringList expected;
    const QStringList parts = paths.split(u'|');
    expected += parts.first().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts.sliced(1))
        expected += part.trimmed();
    QCOMPARE(pathsOf(factsOf(fromCode<Department>(approver), reapproval::firstDraft())), expected);
}

void TestReapproval::anythingElseIsNobodysBusiness()
{
    DealDraft draft = reapproval::firstDraft();
    const auto before = draft;
    draft.name = u"Another name"_s;
    draft.email = u"x@example.com"_s;
    draft.priority = Priority::Critical;
    draft.businessSummary = draft.clientAsks = draft.growthOpportunityClient = draft.growthOpportunityOwn = u"other words"_s;
    draft.advertiserName = u" Northwind Outdoor "_s; // as a form may hold it
    for (const Department department : allOf<Department>())
        QCOMPARE(factsOf(department, draft), factsOf(department, before));
    QCOMPARE(factsOf({}, draft), factsOf({}, before));
}

void TestReapproval::movingAnIncentiveIsNoChange()
{
    DealDraft before = reapproval::firstDraft();
    before.tiers[1].incentives += reapproval::incentive("Product & Innovation", "Product Features", "Premium Features", 1'000);
    DealDraft after = before;
    after.tiers[1].incentives.swapItemsAt(0, 1);
    QCOMPARE(stepFor(Department::Creative, before, after).outcome, ReapprovalOutcome::CarriedForward);
    // to another tier is a change
    after.tiers[0].incentives += after.tiers[1].incentives.takeLast();
    QCOMPARE(stepFor(Department::Creative, before, after).outcome, ReapprovalOutcome::AskedAgain);
}

void TestReapproval::equalIncentivesAreComparedByValue()
{
    DealDraft before = reapproval::firstDraft();
    before.tiers[0].incentives += reapproval::incentive("Financial", "Discounts", "Volume Discount", 6'000);
    DealDraft after = before;
    after.tiers[0].incentives.swapItemsAt(0, 1);
    QCOMPARE(stepFor(Department::Finance, before, after).outcome, ReapprovalOutcome::CarriedForward);
    after.tiers[0].incentives[0].value = Money::fromDollars(6'001);
    const ReapprovalStep step = stepFor(Department::Finance, before, after);
    QCOMPARE(step.outcome, ReapprovalOutcome::AskedAgain);
    QCOMPARE(step.blame.constLast(),
             (FactChange{u"tiers[0].incentives[Financial/Discounts/Volume Discount#1].value"_s, u"600000"_s, u"600100"_s}));
}

void TestReapproval::anotherOptionIsAChange()
{
    const DealDraft before = reapproval::firstDraft();
    DealDraft after = before;
    after.tiers[0].incentives[0].option = u"Loyalty Discount"_s;
    const QList<FactChange> blame = {{u"tiers[0].incentives[Financial/Discounts/Loyalty Discount#1].value"_s, {}, u"800000"_s},
                                     {u"tiers[0].incentives[Financial/Discounts/Volume Discount#1].value"_s, u"800000"_s, {}}};
    QCOMPARE(stepFor(Department::Finance, before, after).blame, blame);
    QCOMPARE(stepFor({}, before, after).outcome, ReapprovalOutcome::CarriedForward);
    // nor is none at all better: finance approved that option
    after.tiers[0].incentives.clear();
    QCOMPARE(stepFor(Department::Finance, before, after).outcome, ReapprovalOutcome::AskedAgain);
}

void TestReapproval::whatNobodyReviewsCountsForEverybody()
{
    RoutingPolicy policy = defaultPolicy();
    policy.departments.removeIf([](const ReviewDepartment &d) { return d.department == Department::Creative; });
    const DealDraft before = reapproval::firstDraft();
    DealDraft after = before;
    after.tiers[1].incentives[0].notes = u"Three places"_s;
    for (const Approver approver : {Approver(Department::Trading), Approver(Department::Finance), Approver()})
        QCOMPARE(stepFor(approver, before, after, {}, policy).outcome, ReapprovalOutcome::AskedAgain);
}

void TestReapproval::causes()
{
    const DealDraft draft = reapproval::firstDraft();
    PastDecision requested;
    requested.approved = false;
    requested.decidedByName = u"Fiona"_s;
    requested.revision = 4;
    const ReapprovalStep step = stepFor(Department::Finance, draft, draft, requested);
    QCOMPARE(
        step,
        (ReapprovalStep{Department::Finance, {}, ReapprovalOutcome::AskedAgain, ReapprovalCause::RevisionRequested, {}, u"Fiona"_s, 4}));

    PastDecision wrote;
    wrote.deciderWrote = true;
    QCOMPARE(stepFor(Department::Finance, draft, draft, wrote).cause, ReapprovalCause::SeparationOfDuties);
    // what changed is told as well
    QCOMPARE(stepFor(Department::Finance, draft, reapproval::withMargin(1), wrote).blame.size(), 1);

    PastDecision imported;
    imported.imported = true;
    QCOMPARE(stepFor(Department::Finance, draft, draft, imported).cause, ReapprovalCause::Imported);
    QVERIFY(stepFor(Department::Finance, draft, reapproval::withMargin(1), imported).blame.isEmpty());
    QCOMPARE(stepFor({}, draft, reapproval::firstDraft(520'000)).cause, ReapprovalCause::HigherLevel);
}

void TestReapproval::lowerLevelDoesNotAskByItself()
{
    RoutingPolicy policy = defaultPolicy();
    policy.basis = RoutingBasis::TopIncentiveCost;
    DealDraft before = reapproval::firstDraft();
    before.tiers[1].incentives[0].value = Money::fromDollars(60'000);
    DealDraft after = before;
    after.tiers[1].incentives[0].value = Money::fromDollars(50'000);
    PastDecision byDirector;
    byDirector.level = u"director"_s;
    byDirector.levelRank = 2;
    const ReapprovalStep step = stepFor({}, before, after, byDirector, policy);
    QCOMPARE(step.level, u"manager"_s);
    QCOMPARE(step.outcome, ReapprovalOutcome::CarriedForward);
}

void TestReapproval::amountUnderAnotherBasisIsAnotherFact()
{
    const DealDraft draft = reapproval::firstDraft();
    RoutingPolicy policy = defaultPolicy();
    const RoutingPlan before = planRouting(draft, policy);
    policy.basis = RoutingBasis::ExpectedTierRevenue;
    const RoutingPlan after = planRouting(draft, policy);
    QCOMPARE(after.amount, before.amount);
    const QList<FactChange> blame = worsened(scopeFacts({}, draft, before, policy), scopeFacts({}, draft, after, policy));
    QCOMPARE(blame,
             QList<FactChange>({{u"routing_amount[expected_tier_revenue]"_s, {}, u"48000000"_s},
                                {u"routing_amount[top_tier_revenue]"_s, u"48000000"_s, {}}}));
}

void TestReapproval::fieldsOfFacts()
{
    const DealDraft draft = reapproval::firstDraft();
    const auto place = [&draft](const QString &path) { return fieldOfFact(path, draft).value_or(FieldPath{Field::Name}).toString(); };
    QCOMPARE(place(u"channel"_s), u"channel"_s);
    QCOMPARE(place(u"tiers[1].margin"_s), u"tiers[1].margin"_s);
    QCOMPARE(place(u"tiers[1].incentive_total"_s), u"tiers[1].incentives"_s);
    QCOMPARE(place(u"routing_amount[top_tier_revenue]"_s), u"tiers[1].revenue"_s);
    QCOMPARE(place(u"routing_amount[top_incentive_cost]"_s), u"tiers[0].incentives"_s);
    QCOMPARE(place(u"lowest_margin"_s), u"tiers[1].margin"_s);
    QCOMPARE(place(u"tiers[1].incentives[Product & Innovation/Product Features/Beta Access#1].notes"_s), u"tiers[1].incentives[0].notes"_s);
    for (const QString &path : {u"tiers[1].incentives[Financial/None/Such#1].value"_s, u"tiers[2].margin"_s, u"unheard of"_s})
        QVERIFY(!fieldOfFact(path, draft));
}

void TestReapproval::nothingDecidedAsksEverybody()
{
    const DealDraft draft = reapproval::firstDraft();
    const RoutingPlan plan = planRouting(draft, defaultPolicy());
    const auto steps = planReapproval(draft, plan, defaultPolicy(), {});
    QCOMPARE(steps.size(), 4);
    for (const ReapprovalStep &step : steps)
        QCOMPARE(step.outcome, ReapprovalOutcome::New);
    QCOMPARE(steps.constLast().level, u"vp"_s);
}

void TestReapproval::sentInUnchangedEverythingStands()
{
    QRandomGenerator random(4);
    const RoutingPolicy policy = defaultPolicy();
    for (int i = 0; i < 1'000; ++i) {
        const DealDraft draft = randomDraft(random);
        const RoutingPlan plan = planRouting(draft, policy);
        QList<PastDecision> past;
        for (const DepartmentStep &step : plan.departments)
            past += PastDecision{step.department, {}, true, false, false, {}, {}, -1, 1, draft, plan};
        past += PastDecision{{}, {}, true, false, false, {}, plan.level, 4, 1, draft, plan};
        for (const ReapprovalStep &step : planReapproval(draft, plan, policy, past))
            QCOMPARE(step.outcome, ReapprovalOutcome::CarriedForward);
    }
}

QTEST_GUILESS_MAIN(TestReapproval)
#include "tst_reapproval.moc"
