#include "support/reapproval_cases.h"

#include "domain/default_policy.h"
#include "presentation/text/reapproval_text.h"

#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

/// What an approval of the golden deal is to blame for, in words.
QStringList blamed(Approver approver, const DealDraft &after, const DealDraft &before = reapproval::firstDraft())
{
    const RoutingPolicy policy = defaultPolicy();
    return blameInWords(worsened(scopeFacts(approver, before, planRouting(before, policy), policy),
                                 scopeFacts(approver, after, planRouting(after, policy), policy)));
}

} // namespace

class TestReapprovalText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void figures()
    {
        QCOMPARE(blamed(Department::Trading, reapproval::withMargin(319'000)), QStringList{u"Tier 2 margin: 32 % → 31.9 %"_s});
        // not "32 % → 32 %"
        QCOMPARE(blamed(Department::Trading, reapproval::withMargin(319'999)), QStringList{u"Tier 2 margin: 32% → 31.9999%"_s});
        QCOMPARE(blamed({}, reapproval::withMargin(319'000)), QStringList{u"Lowest margin: 32 % → 31.9 %"_s});
        QCOMPARE(blamed({}, reapproval::firstDraft(480'000), reapproval::firstDraft(520'000)),
                 QStringList{u"Routing amount (%1): 520,000 USD → 480,000 USD"_s.arg(label(RoutingBasis::TopTierRevenue))});
    }

    void fieldsOfTheDeal()
    {
        const auto after = reapproval::edited([](DealDraft &d) {
            d.channel = SalesChannel::IndependentAgency;
            d.agencyName = u"Blue Agency"_s;
            d.region = Region::South;
            d.termEnd = QDate(2027, 6, 30);
        });
        QCOMPARE(blamed(Department::Trading, after),
                 (QStringList{u"Sales channel: Client direct → Independent agency"_s, u"Agency: – → Blue Agency"_s,
                              u"Term end: 12/31/2026 → 6/30/2027"_s, u"Region: Northeast → South"_s}));
    }

    void tiersAsAWhole()
    {
        const auto after = reapproval::edited([](DealDraft &d) { d.tiers += Tier{Money::fromDollars(490'000), kDefaultMargin, {}}; });
        for (const Approver approver : {Approver(Department::Trading), Approver(Department::Finance), Approver()}) {
            QCOMPARE(blamed(approver, after), QStringList{u"Tier 3: added"_s});
            QCOMPARE(blamed(approver, reapproval::firstDraft(490'000), after), QStringList{u"Tier 3: removed"_s});
        }
    }

    void incentives()
    {
        const auto after = reapproval::edited([](DealDraft &d) {
            d.tiers[0].incentives[0].option = u"Loyalty Discount"_s;
            d.tiers[1].incentives[0].notes = u"Three places"_s;
        });
        QCOMPARE(blamed(Department::Finance, after),
                 (QStringList{u"Tier 1, Loyalty Discount: added (8,000 USD)"_s, u"Tier 1, Volume Discount: removed (8,000 USD)"_s}));
        QCOMPARE(blamed(Department::Creative, after), QStringList{u"Tier 2, Beta Access: notes changed"_s});
        const auto another = reapproval::edited([](DealDraft &d) {
            d.tiers[1].incentives += reapproval::incentive("Product & Innovation", "Product Features", "Beta Access", 6'000, u"More"_s);
        });
        QCOMPARE(blamed(Department::Creative, another), QStringList{u"Tier 2, Beta Access (no. 2): added (6,000 USD)"_s});
    }

    void everyScopeHasWords()
    {
        const RoutingPolicy policy = defaultPolicy();
        const DealDraft draft = reapproval::firstDraft();
        const RoutingPlan plan = planRouting(draft, policy);
        QList<Approver> everybody = {Approver()};
        for (const Department department : allOf<Department>())
            everybody += department;
        for (const Approver approver : everybody) {
            for (const ScopeFact &fact : scopeFacts(approver, draft, plan, policy)) {
                QVERIFY2(factLabel(fact.path) != fact.path, qPrintable(fact.path));
                QVERIFY(!factValue(fact.path, fact.value).isEmpty());
            }
        }
    }

    void whyOfEachOutcome_data()
    {
        QTest::addColumn<ReapprovalOutcome>("outcome");
        QTest::addColumn<ReapprovalCause>("cause");
        QTest::addColumn<QString>("why");

        using Outcome = ReapprovalOutcome;
        using Cause = ReapprovalCause;
        QTest::newRow("new") << Outcome::New << Cause::None << u"New: has not decided on this deal yet."_s;
        QTest::newRow("higher level")
            << Outcome::New << Cause::HigherLevel
            << u"New: the amount needs a higher level than before (Vera VP, revision 1): Tier 2 margin: 32 % → 31 %."_s;
        QTest::newRow("changed")
            << Outcome::AskedAgain << Cause::Changed
            << u"Asked again because of what changed since the approval (Vera VP, revision 1): Tier 2 margin: 32 % → 31 %."_s;
        QTest::newRow("requested")
            << Outcome::AskedAgain << Cause::RevisionRequested
            << u"Asked again, as the one who requested the revision (Vera VP, revision 1): Tier 2 margin: 32 % → 31 %."_s;
        QTest::newRow("wrote") << Outcome::AskedAgain << Cause::SeparationOfDuties
                               << u"Somebody else is asked: Vera VP now owns or wrote the deal: Tier 2 margin: 32 % → 31 %."_s;
        QTest::newRow("imported") << Outcome::AskedAgain << Cause::Imported
                                  << u"Asked again: nobody knows which figures the imported approval was about."_s;
        QTest::newRow("stands") << Outcome::CarriedForward << Cause::None
                                << u"Stands: all that was approved (Vera VP, revision 1) is as it was, or better."_s;
        QTest::newRow("not required") << Outcome::NotRequired << Cause::None << u"Not required any more (Vera VP, revision 1)."_s;
    }

    void whyOfEachOutcome()
    {
        QFETCH(const ReapprovalOutcome, outcome);
        QFETCH(const ReapprovalCause, cause);
        QFETCH(const QString, why);
        ReapprovalStep step{{}, u"vp"_s, outcome, cause, {{u"tiers[1].margin"_s, u"320000"_s, u"310000"_s}}, u"Vera VP"_s, 1};
        QCOMPARE(whyText(step), why);
        QVERIFY(!whyText(step, Blame::LeftOut).contains(u"margin"_s));
        QCOMPARE(approverName(step.approver, step.level, defaultPolicy()), u"VP"_s);
        QVERIFY(!label(outcome).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReapprovalText)
#include "tst_reapproval_text.moc"
