#include "support/services/services_fixture.h"

#include "domain/validation.h"
#include "services/admin_service.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

/// A change to a complete deal that breaks at most one rule.
struct Change {
    const char *name;
    bool isComplete;
    std::function<void(DealDraft &)> apply;
};

Incentive incentive(const QString &category, const QString &subCategory, const QString &option, std::optional<Money> value)
{
    return {category, subCategory, option, value, {}};
}

QList<Change> changesOfTexts()
{
    return {
        {"nothing changed", true, [](DealDraft &) {}},
        {"name missing", false, [](DealDraft &d) { d.name.clear(); }},
        {"name of spaces", false, [](DealDraft &d) { d.name = u"   "_s; }},
        {"name of a line break and no-break spaces", false, [](DealDraft &d) { d.name = u"\n\t\u00a0\u2003"_s; }},
        {"name of 500 characters", true, [](DealDraft &d) { d.name = QString(500, u'n'); }},
        {"name of 501 characters", false, [](DealDraft &d) { d.name = QString(501, u'n'); }},
        {"name of 500 characters between spaces", true, [](DealDraft &d) { d.name = "  "_L1 + QString(500, u'n') + "  "_L1; }},
        {"e-mail missing", true, [](DealDraft &d) { d.email.clear(); }},
        {"e-mail without an at", false, [](DealDraft &d) { d.email = u"example.com"_s; }},
        {"e-mail with two", false, [](DealDraft &d) { d.email = u"a@b@example.com"_s; }},
        {"e-mail without a dot", false, [](DealDraft &d) { d.email = u"trader@example"_s; }},
        {"e-mail without a name", false, [](DealDraft &d) { d.email = u"@example.com"_s; }},
        {"e-mail with a space", false, [](DealDraft &d) { d.email = u"the trader@example.com"_s; }},
        {"e-mail ending in a dot", false, [](DealDraft &d) { d.email = u"trader@example."_s; }},
        {"e-mail with tag and sub-domain", true, [](DealDraft &d) { d.email = u"t.r+deal@mail.example.co.uk"_s; }},
        {"region missing", false, [](DealDraft &d) { d.region.reset(); }},
    };
}

QList<Change> changesOfClient()
{
    const auto to = [](SalesChannel channel, const QString &advertiser, const QString &agency) {
        return [=](DealDraft &d) {
            d.channel = channel;
            d.advertiserName = advertiser;
            d.agencyName = agency;
        };
    };
    using enum SalesChannel;
    return {{"advertiser missing", false, to(ClientDirect, {}, u"Wingtip Media"_s)},
            {"advertiser unknown", false, to(ClientDirect, u"Nobody"_s, {})},
            {"advertiser in other letters", false, to(ClientDirect, u"NORTHWIND outdoor"_s, {})},
            {"advertiser between spaces", true, to(ClientDirect, u" Northwind Outdoor "_s, {})},
            {"an agency as advertiser", false, to(ClientDirect, u"Wingtip Media"_s, {})},
            {"no longer active advertiser", false, to(ClientDirect, u"Fabrikam Foods"_s, {})},
            {"independent agency", true, to(IndependentAgency, {}, u"Wingtip Media"_s)},
            {"independent agency of a holding company", false, to(IndependentAgency, {}, u"Tailspin Group"_s)},
            {"holding company", true, to(HoldingCompany, {}, u"Tailspin Group"_s)},
            {"holding company that is independent", false, to(HoldingCompany, {}, u"Wingtip Media"_s)},
            {"agency missing", false, to(HoldingCompany, u"Northwind Outdoor"_s, {})}};
}

QList<Change> changesOfTerm()
{
    return {{"first day missing", false, [](DealDraft &d) { d.termStart = {}; }},
            {"last day missing", false, [](DealDraft &d) { d.termEnd = {}; }},
            {"one day", false, [](DealDraft &d) { d.termEnd = d.termStart; }},
            {"ends before it begins", false, [](DealDraft &d) { d.termEnd = d.termStart.addDays(-1); }},
            {"two days", true, [](DealDraft &d) { d.termEnd = d.termStart.addDays(1); }},
            {"growth ambition missing", true, [](DealDraft &d) { d.growthAmbition.reset(); }},
            {"growth ambition a cent too low", false, [](DealDraft &d) { d.growthAmbition = Money::fromCents(99'999'999); }},
            {"growth ambition just enough", true, [](DealDraft &d) { d.growthAmbition = Money::fromCents(100'000'000); }}};
}

QList<Change> changesOfTiers()
{
    const auto revenue = [](std::optional<Money> money) { return [money](DealDraft &d) { d.tiers[1].annualRevenue = money; }; };
    const auto margin = [](std::optional<Ratio> ratio) { return [ratio](DealDraft &d) { d.tiers[0].grossMargin = ratio; }; };
    const auto tiers = [](int count) {
        return [count](DealDraft &d) {
            d.tiers.clear();
            for (int i = 1; i <= count; ++i)
                d.tiers += Tier{Money::fromDollars(100'000 * i), kDefaultMargin, {}};
        };
    };
    return {{"no tier", false, tiers(0)},
            {"five tiers", true, tiers(5)},
            {"six tiers", false, tiers(6)},
            {"one tier", true, tiers(1)},
            {"flat commitment of two tiers", false, [](DealDraft &d) { d.structure = DealStructure::FlatCommit; }},
            {"flat commitment of one tier", true,
             [](DealDraft &d) {
                 d.structure = DealStructure::FlatCommit;
                 d.tiers.removeLast();
             }},
            {"revenue missing", false, revenue(std::nullopt)},
            {"revenue negative", false, revenue(Money::fromCents(-1))},
            {"revenue equal", false, [](DealDraft &d) { d.tiers[1].annualRevenue = d.tiers[0].annualRevenue; }},
            {"revenue falling", false, revenue(Money::fromCents(1))},
            {"revenue a cent more", true, [](DealDraft &d) { d.tiers[1].annualRevenue = *d.tiers[0].annualRevenue + Money::fromCents(1); }},
            {"revenue zero", false, [](DealDraft &d) { d.tiers[0].annualRevenue = Money(); }},
            {"revenue as high as it goes", true, revenue(Money::fromCents(Money::kMaxCents))},
            {"revenue too high", false, revenue(Money::fromCents(Money::kMaxCents + 1))},
            {"margin missing", false, margin(std::nullopt)},
            {"margin of nothing", true, margin(Ratio())},
            {"margin of everything", true, margin(Ratio::fromPercent(100))},
            {"margin of more", false, margin(Ratio::fromMillionths(1'000'001))},
            {"margin negative", false, margin(Ratio::fromMillionths(-1))}};
}

QList<Change> changesOfIncentives()
{
    const auto to = [](const Incentive &incentive) { return [incentive](DealDraft &d) { d.tiers[1].incentives = {incentive}; }; };
    const Money some = Money::fromDollars(1'000);
    const QString financial = u"Financial"_s, discounts = u"Discounts"_s, volume = u"Volume Discount"_s;
    return {{"no incentives", true, [](DealDraft &d) { d.tiers[0].incentives = d.tiers[1].incentives = {}; }},
            {"incentive that costs nothing", true, to(incentive(financial, discounts, volume, Money()))},
            {"incentive without a value", false, to(incentive(financial, discounts, volume, std::nullopt))},
            {"incentive of a negative value", false, to(incentive(financial, discounts, volume, Money::fromCents(-1)))},
            {"incentive without category", false, to(incentive({}, discounts, volume, some))},
            {"incentive without sub-category", false, to(incentive(financial, {}, volume, some))},
            {"incentive without option", false, to(incentive(financial, discounts, {}, some))},
            {"incentive of another category", false, to(incentive(u"Technology"_s, discounts, volume, some))},
            {"incentive of another sub-category", false, to(incentive(financial, u"Bonuses"_s, volume, some))},
            {"incentive that nobody offers", false, to(incentive(financial, discounts, u"Free Lunch"_s, some))},
            {"incentive in other letters", false, to(incentive(u"financial"_s, discounts, volume, some))}};
}

} // namespace

/// The domain finds a submission complete exactly when the stored logic takes it.
class TestAgreementCompleteness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void completeness_data();
    void completeness();

private:
    std::unique_ptr<ServicesFixture> m_fixture;
    std::shared_ptr<const ReferenceData> m_reference;
};

void TestAgreementCompleteness::initTestCase()
{
    m_fixture = std::make_unique<ServicesFixture>();
    AdminService admin(m_fixture->admin());
    const QList<ClientRecord> clients = awaitValue(admin.clients());
    for (ClientRecord client : clients) {
        client.isActive = client.name != "Fabrikam Foods"_L1;
        awaitValue(admin.saveClient(client));
    }
    m_reference = awaitValue(ReferenceService(m_fixture->admin()).load());
}

void TestAgreementCompleteness::completeness_data()
{
    QTest::addColumn<std::function<void(DealDraft &)>>("change");
    QTest::addColumn<bool>("isComplete");
    for (const QList<Change> &changes : {changesOfTexts(), changesOfClient(), changesOfTerm(), changesOfTiers(), changesOfIncentives()}) {
        for (const Change &change : changes)
            QTest::newRow(change.name) << change.apply << change.isComplete;
    }
}

void TestAgreementCompleteness::completeness()
{
    QFETCH(std::function<void(DealDraft &)>, change);
    QFETCH(bool, isComplete);
    const DealService deals(m_fixture->seller());
    DealDraft draft = ServicesFixture::completeDraft();
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    change(draft);

    const QList<Violation> violations = violationsOfSubmission(draft, m_reference->clients, m_reference->catalog);
    QCOMPARE(violations.isEmpty(), isComplete);
    QVERIFY(violations.size() <= 1);
    const Result<DealState> submitted = await(deals.submit(saved.id, saved.version, draft, planRouting(draft, m_reference->policy)));
    QCOMPARE(submitted.has_value(), isComplete);
    const DealDetail detail = awaitValue(deals.detail(saved.id));
    if (isComplete) {
        QCOMPARE(detail.facts.status, DealStatus::Submitted);
    } else {
        QVERIFY(submitted.error().code == ErrorCode::Incomplete || submitted.error().code == ErrorCode::Invalid);
        QCOMPARE(detail.facts.status, DealStatus::Draft);
        QCOMPARE(detail.version, saved.version);
        QCOMPARE(detail.content, ServicesFixture::completeDraft());
    }
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestAgreementCompleteness)
#include "tst_agreement_completeness.moc"
