#include "sample_drafts.h"

#include "domain/default_policy.h"
#include "domain/draft_diff.h"
#include "domain/draft_json.h"
#include "domain/plan_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

// Through text, as the journal and the database keep it.
QJsonObject throughText(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QStringList linesOf(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes)
        lines += u"%1: %2 → %3"_s.arg(change.path.toString(), change.before, change.after);
    return lines;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draftHasTheColumnsNames();
    void largestAmountSurvives();
    void absentIsNull();
    void everyDraftSurvives();
    void draftOfAnEmptyObject();
    void tiersComeInTheOrderOfTheirNumbers();
    void wholeNumbersMayBeWrittenAsDecimals();
    void malformedDrafts_data();
    void malformedDrafts();
    void planHasItsKeys();
    void everyPlanSurvives();
    void malformedPlans_data();
    void malformedPlans();
    void malformedCatalogues_data();
    void malformedCatalogues();
    void differencesFieldByField();
    void addedAndRemovedTiers();
    void differencesAreEmptyExactlyForEqualDrafts();
};

void TestJson::draftHasTheColumnsNames()
{
    const QJsonObject json = toJson(completeDraft());
    QStringList keys = json.keys();
    QStringList expected = u"deal_name email deal_type sales_channel deal_structure region priority advertiser_name agency_name "
                           "business_summary growth_opportunity_miq growth_opportunity_client client_asks growth_ambition "
                           "term_start_date term_end_date contract_term tiers"_s.split(u' ');
    keys.sort();
    expected.sort();
    QCOMPARE(keys, expected);
    QCOMPARE(json.value(u"deal_type").toString(), u"grow"_s);
    QCOMPARE(json.value(u"growth_ambition").toInteger(), qint64(100'000'000));
    QCOMPARE(json.value(u"term_start_date").toString(), u"2026-01-01"_s);
    QCOMPARE(json.value(u"contract_term").toInteger(), qint64(12));

    const QByteArray tiers = QJsonDocument(json.value(u"tiers").toArray()).toJson(QJsonDocument::Compact);
    QCOMPARE(QString::fromUtf8(tiers),
             uR"([{"annual_gross_margin":350000,"annual_revenue":24000000,"incentives":[{"category_name":"Financial",)"
             uR"("incentive_notes":"","incentive_option":"Volume Discount","incentive_value":800000,)"
             uR"("sub_category_name":"Discounts"}],"tier_number":1},)"
             uR"({"annual_gross_margin":350000,"annual_revenue":48000000,"incentives":[],"tier_number":2}])"_s);
}

void TestJson::largestAmountSurvives()
{
    DealDraft draft;
    draft.tiers[0].annualRevenue = Money::fromCents(999'999'999'999'999);
    const QByteArray text = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    QVERIFY2(text.contains(R"("annual_revenue":999999999999999,)"), text.constData());
    const auto read = draftFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(read);
    QCOMPARE(read->tiers.at(0).annualRevenue->cents(), qint64(999'999'999'999'999));
}

void TestJson::absentIsNull()
{
    DealDraft draft;
    draft.tiers[0] = {std::nullopt, std::nullopt, {Incentive{}}};
    const QJsonObject json = toJson(draft);
    for (const char *key : {"region", "growth_ambition", "term_start_date", "term_end_date", "contract_term"})
        QVERIFY2(json.value(QLatin1StringView(key)).isNull(), key);
    const QJsonObject tier = json.value(u"tiers").toArray().at(0).toObject();
    QVERIFY(tier.value(u"annual_revenue").isNull());
    QVERIFY(tier.value(u"annual_gross_margin").isNull());
    QVERIFY(tier.value(u"incentives").toArray().at(0).toObject().value(u"incentive_value").isNull());
    QCOMPARE(json.value(u"advertiser_name").toString(u"absent"_s), QString());
}

void TestJson::everyDraftSurvives()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 2'000; ++i) {
        const DealDraft draft = randomDraft(random);
        const auto read = draftFromJson(throughText(toJson(draft)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, draft);
    }
}

void TestJson::draftOfAnEmptyObject()
{
    const auto read = draftFromJson({});
    QVERIFY(read);
    DealDraft expected;
    expected.tiers.clear();
    QCOMPARE(*read, expected);
}

void TestJson::tiersComeInTheOrderOfTheirNumbers()
{
    const auto read = draftFromJson(
        parsed(uR"({"tiers": [{"tier_number": 2, "annual_revenue": 20}, {"tier_number": 1, "annual_revenue": 10}]})"_s));
    QVERIFY(read);
    QCOMPARE(read->tiers.size(), 2);
    QCOMPARE(read->tiers.at(0).annualRevenue->cents(), qint64(10));
    QVERIFY(!read->tiers.at(0).grossMargin);
}

void TestJson::wholeNumbersMayBeWrittenAsDecimals()
{
    const auto read = draftFromJson(parsed(u"{\"growth_ambition\": 1e8, \"contract_term\": 99, \"unheard_of\": []}"_s));
    QVERIFY(read);
    QCOMPARE(read->growthAmbition->cents(), qint64(100'000'000));
}

void TestJson::malformedDrafts_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("place");

    const auto row = [](const char *json, const char *place) {
        QTest::newRow(json) << QString::fromUtf8(json) << QString::fromUtf8(place);
    };
    row(R"({"deal_name": 7})", "deal_name");
    row(R"({"deal_type": "Grow"})", "deal_type");
    row(R"({"region": "mars"})", "region");
    row(R"({"growth_ambition": "1000000"})", "growth_ambition");
    row(R"({"growth_ambition": 100.5})", "growth_ambition");
    row(R"({"growth_ambition": 1000000000000000})", "growth_ambition");
    row(R"({"growth_ambition": -1000000000000000})", "growth_ambition");
    row(R"({"term_start_date": "2026-02-30"})", "term_start_date");
    row(R"({"term_end_date": "2026-01-01T00:00:00"})", "term_end_date");
    row(R"({"term_end_date": "01/02/2026"})", "term_end_date");
    row(R"({"tiers": {}})", "tiers");
    row(R"({"tiers": [7]})", "tiers");
    row(R"({"tiers": [{}]})", "tiers");
    row(R"({"tiers": [{"tier_number": 2}]})", "tiers");
    row(R"({"tiers": [{"tier_number": 1}, {"tier_number": 1}]})", "tiers");
    row(R"({"tiers": [{"tier_number": 1}, {"tier_number": 2, "annual_revenue": true}]})", "tiers[1].annual_revenue");
    row(R"({"tiers": [{"tier_number": 1, "annual_gross_margin": 0.35}]})", "tiers[0].annual_gross_margin");
    row(R"({"tiers": [{"tier_number": 1, "incentives": [{}, {"incentive_value": 0.5}]}]})", "tiers[0].incentives[1].incentive_value");
}

void TestJson::malformedDrafts()
{
    QFETCH(const QString, json);
    QFETCH(const QString, place);
    const QJsonObject object = parsed(json);
    QVERIFY2(!object.isEmpty(), "the sample itself is not JSON");
    const auto read = draftFromJson(object);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedInput);
    QCOMPARE(read.error().detail, place);
}

void TestJson::planHasItsKeys()
{
    RoutingPolicy policy = defaultPolicy();
    policy.legalForCustomDeals = true;
    policy.legalForTermsOverMonths = 6;
    DealDraft draft = completeDraft();
    draft.type = DealType::Custom;
    const QByteArray text = QJsonDocument(toJson(planRouting(draft, policy))).toJson(QJsonDocument::Compact);
    QCOMPARE(QString::fromUtf8(text),
             uR"({"above_top_limit":false,"amount":48000000,"basis":"top_tier_revenue","deciding_tier":2,"departments":[)"
             uR"({"department":"trading","reasons":[{"kind":"always"}]},)"
             uR"({"department":"finance","reasons":[{"kind":"always"},{"category":"Financial","kind":"category","tiers":[1]}]},)"
             uR"({"department":"legal","reasons":[{"kind":"custom_deal"},{"kind":"long_term","months":6}]}],)"
             uR"("level":"vp","lower_level":"director","lower_limit":10000000,"policy_version":1})"_s);
}

void TestJson::everyPlanSurvives()
{
    QRandomGenerator random(6);
    RoutingPolicy policy = defaultPolicy();
    policy.legalForCustomDeals = true;
    policy.legalForTermsOverMonths = 24;
    policy.version = 1LL << 52;
    for (int i = 0; i < 2'000; ++i) {
        policy.basis = allOf<RoutingBasis>()[i % 3];
        RoutingPlan plan = planRouting(randomDraft(random), policy);
        plan.amount = Money::fromCents(qMin(plan.amount.cents(), Money::kMaxCents)); // several incentives may cost more than can be stored
        const auto read = planFromJson(throughText(toJson(plan)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, plan);
    }
}

void TestJson::malformedPlans_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value"); // undefined removes the key
    QTest::addColumn<QString>("place");

    const QJsonObject whole = toJson(planRouting(completeDraft(), defaultPolicy()));
    const QStringList keys = whole.keys();
    for (const QString &key : keys)
        QTest::addRow("no %s", qPrintable(key)) << key << QJsonValue(QJsonValue::Undefined) << key;
    QTest::newRow("basis") << u"basis"_s << QJsonValue(u"guess"_s) << u"basis"_s;
    QTest::newRow("no code") << u"basis"_s << QJsonValue(u""_s) << u"basis"_s;
    QTest::newRow("amount") << u"amount"_s << QJsonValue(0.5) << u"amount"_s;
    QTest::newRow("no kind") << u"departments"_s
                             << QJsonValue(parsed(uR"({"d": [{"department": "legal", "reasons": [{}]}]})"_s).value(u"d"))
                             << u"departments[0].reasons[0].kind"_s;
    QTest::newRow("tiers")
        << u"departments"_s
        << QJsonValue(parsed(uR"({"d": [{"department": "legal", "reasons": [{"kind": "category", "category": "X", "tiers": ["1"]}]}]})"_s)
                          .value(u"d"))
        << u"departments[0].reasons[0].tiers"_s;
}

void TestJson::malformedPlans()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, place);
    QJsonObject json = toJson(planRouting(completeDraft(), defaultPolicy()));
    QVERIFY(planFromJson(json));
    json.insert(key, value);
    const auto read = planFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::MalformedInput);
    QCOMPARE(read.error().detail, place);
}

void TestJson::malformedCatalogues_data()
{
    QTest::addColumn<QByteArray>("json");

    for (const char *json :
         {"", "[]", "{", "{}", R"({"categories": {}})", R"({"categories": [7]})", R"({"categories": [{"name": "A"}]})",
          R"({"categories": [{"subcategories": {}}]})", R"({"categories": [{"name": "A", "subcategories": {"B": "C"}}]})",
          R"({"categories": [{"name": "A", "subcategories": {"B": [1]}}]})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestJson::malformedCatalogues()
{
    QFETCH(const QByteArray, json);
    const auto catalog = catalogFromJson(json);
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().code, ErrorCode::MalformedInput);
    QVERIFY(!catalog.error().detail.isEmpty());
}

void TestJson::differencesFieldByField()
{
    const DealDraft before = completeDraft();
    DealDraft after = before;
    after.name = u"Summer launch"_s;
    after.region.reset();
    after.type = DealType::Custom;
    after.growthAmbition = Money::fromCents(200'000'050);
    after.termEnd = {};
    after.tiers[1].grossMargin = Ratio::fromMillionths(319'000);
    after.tiers[0].incentives[0].value = Money();
    QCOMPARE(linesOf(differences(before, after)),
             QStringList({u"name: Spring launch → Summer launch"_s, u"type: grow → custom"_s, u"region: northeast → "_s,
                          u"growth_ambition: 1000000.00 → 2000000.50"_s, u"term_end: 2026-12-31 → "_s,
                          u"tiers[0].incentives[0].value: 8000.00 → 0.00"_s, u"tiers[1].margin: 0.35 → 0.319"_s}));
}

void TestJson::addedAndRemovedTiers()
{
    const DealDraft before = completeDraft();
    DealDraft after = before;
    after.tiers += Tier{Money::fromDollars(600'000), std::nullopt, {Incentive{}}};
    after.tiers[0].incentives.clear();
    const QStringList forward = {u"tiers: 2 → 3"_s,
                                 u"tiers[0].incentives: 1 → 0"_s,
                                 u"tiers[0].incentives[0].category: Financial → "_s,
                                 u"tiers[0].incentives[0].sub_category: Discounts → "_s,
                                 u"tiers[0].incentives[0].option: Volume Discount → "_s,
                                 u"tiers[0].incentives[0].value: 8000.00 → "_s,
                                 u"tiers[2].revenue:  → 600000.00"_s,
                                 u"tiers[2].incentives: 0 → 1"_s};
    QCOMPARE(linesOf(differences(before, after)), forward);
    QCOMPARE(differences(after, before).size(), forward.size());
}

void TestJson::differencesAreEmptyExactlyForEqualDrafts()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2'000; ++i) {
        const DealDraft one = randomDraft(random);
        const DealDraft other = randomDraft(random);
        QVERIFY(differences(one, one).isEmpty());
        QCOMPARE(differences(one, other).isEmpty(), one == other);
        DealDraft longer = one;
        longer.tiers += Tier{std::nullopt, std::nullopt, {}};
        QCOMPARE(differences(one, longer).size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
