#include "command_fixture.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// The golden cases of routing against the stored logic: a plan is taken exactly when it is this one.
class TestRoutingRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheLevel_data();
    void findsTheLevel();
    void findsTheDepartments_data();
    void findsTheDepartments();
    void findsTheAmountByPolicy_data();
    void findsTheAmountByPolicy();
    void asksLegalByPolicy();
    void refusesAnotherPlan_data();
    void refusesAnotherPlan();
    void countsTheMonthsOfATerm_data();
    void countsTheMonthsOfATerm();
    void knowsTheLifeOfADeal();
};

void TestRoutingRules::findsTheLevel_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("level");
    QTest::addColumn<bool>("aboveTop");
    const auto row = [](qint64 cents, const QString &level, bool above = false) {
        QTest::addRow("%lld cents", cents) << cents << level << above;
    };
    row(0, u"manager"_s);
    row(5'000'000, u"manager"_s);
    row(5'000'001, u"director"_s);
    row(10'000'000, u"director"_s);
    row(10'000'001, u"vp"_s);
    row(50'000'000, u"vp"_s);
    row(50'000'001, u"svp"_s);
    row(100'000'000, u"svp"_s);
    row(100'000'001, u"svp"_s, true);
    row(2'500'000'000, u"svp"_s, true);
}

void TestRoutingRules::findsTheLevel()
{
    QFETCH(qint64, cents);
    CommandFixture f;
    f.savedDeal(CommandFixture::draft(cents));
    QTEST(f.value(u"SELECT level FROM deal_routing"_s).toString(), "level");
    QTEST(f.value(u"SELECT above_top_limit FROM deal_routing"_s).toBool(), "aboveTop");
    QCOMPARE(f.value(u"SELECT amount FROM deal_routing"_s).toLongLong(), cents);
}

void TestRoutingRules::findsTheDepartments_data()
{
    QTest::addColumn<QStringList>("categories"); // one per tier, from tier 1
    QTest::addColumn<QString>("departments");
    QTest::newRow("none") << QStringList() << u"finance,trading"_s;
    QTest::newRow("Financial; Resources") << QStringList{u"Financial"_s, u"Resources"_s} << u"finance,trading"_s;
    QTest::newRow("Product & Innovation") << QStringList{u"Product & Innovation"_s} << u"creative,finance,trading"_s;
    QTest::newRow("Technology, Analytics") << QStringList{u"Technology"_s, u"Analytics"_s} << u"finance,product,solutions,trading"_s;
    QTest::newRow("Marketing & L&D on tier 3 only") << QStringList{u""_s, u""_s, u"Marketing & L&D"_s} << u"finance,marketing,trading"_s;
}

QJsonObject withIncentives(const QStringList &categories)
{
    QJsonObject draft = CommandFixture::draft();
    QJsonArray tiers = draft.value("tiers"_L1).toArray();
    for (int i = 0; i < tiers.size(); ++i) {
        QJsonObject tier = tiers[i].toObject();
        const QString category = categories.value(i);
        tier[u"incentives"_s] = category.isEmpty() ? QJsonArray() : QJsonArray{CommandFixture::incentive(category, u"any"_s, u"any"_s)};
        tiers[i] = tier;
    }
    draft[u"tiers"_s] = tiers;
    return draft;
}

void TestRoutingRules::findsTheDepartments()
{
    QFETCH(QStringList, categories);
    CommandFixture f;
    f.savedDeal(withIncentives(categories));
    QTEST(f.value(u"SELECT departments FROM deal_routing_facts"_s).toString(), "departments");
}

void TestRoutingRules::findsTheAmountByPolicy_data()
{
    QTest::addColumn<QString>("basis");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("top tier revenue") << u"top_tier_revenue"_s << qint64(48'000'000);
    QTest::newRow("expected tier revenue") << u"expected_tier_revenue"_s << qint64(24'000'000);
    QTest::newRow("top incentive cost") << u"top_incentive_cost"_s << qint64(100'000);
}

void TestRoutingRules::findsTheAmountByPolicy()
{
    QFETCH(QString, basis);
    CommandFixture f;
    f.savedDeal();
    f.connection().execute(u"UPDATE policy SET version = version + 1, routing_basis = '%1'"_s.arg(basis), basis);
    QTEST(f.value(u"SELECT amount FROM deal_routing"_s).toLongLong(), "amount");
}

void TestRoutingRules::asksLegalByPolicy()
{
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft();
    draft[u"deal_type"_s] = u"custom"_s;
    f.savedDeal(draft);
    draft[u"deal_type"_s] = u"grow"_s;
    draft[u"term_end_date"_s] = u"2028-02-14"_s; // 25 months
    f.savedDeal(draft);
    const auto departments = [&f] { return f.column(u"SELECT departments FROM deal_routing_facts ORDER BY deal_id"_s); };
    QCOMPARE(departments(), QStringList({u"finance,trading"_s, u"finance,trading"_s}));
    const QJsonObject policy{{u"routing_basis"_s, u"top_tier_revenue"_s},
                             {u"legal_for_custom_deals"_s, 1},
                             {u"legal_for_terms_over_months"_s, 24},
                             {u"client_value_factor"_s, 3'500'000}};
    QVERIFY(f.runOn(1, u"save_policy"_s, u"admin"_s, policy));
    QCOMPARE(departments(), QStringList({u"finance,legal,trading"_s, u"finance,legal,trading"_s}));
}

void TestRoutingRules::refusesAnotherPlan_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("an older policy") << u"policy_version"_s << QJsonValue(0);
    QTest::newRow("a lower amount") << u"amount"_s << QJsonValue(1'000);
    QTest::newRow("a lower level") << u"level"_s << QJsonValue(u"director"_s);
    QTest::newRow("a higher level") << u"level"_s << QJsonValue(u"svp"_s);
    QTest::newRow("no departments") << u"departments"_s << QJsonValue(QJsonArray());
    QTest::newRow("one department less") << u"departments"_s << QJsonValue(QJsonArray{QJsonObject{{u"department"_s, u"trading"_s}}});
}

void TestRoutingRules::refusesAnotherPlan()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    QJsonObject plan = f.plan();
    plan[key] = value;
    QCOMPARE(f.refusal(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, plan}}),
             u"routing_changed"_s);
}

void TestRoutingRules::countsTheMonthsOfATerm_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("months");
    QTest::newRow("a year") << u"2026-01-15"_s << u"2027-01-14"_s << 12;
    QTest::newRow("a day short") << u"2026-01-15"_s << u"2027-01-13"_s << 11;
    QTest::newRow("a day more") << u"2026-01-15"_s << u"2027-01-15"_s << 12;
    QTest::newRow("calendar year") << u"2026-01-01"_s << u"2026-12-31"_s << 12;
    QTest::newRow("february") << u"2026-02-01"_s << u"2026-02-28"_s << 1;
    QTest::newRow("leap february, short") << u"2028-02-01"_s << u"2028-02-28"_s << 0;
    QTest::newRow("from the 31st") << u"2026-01-31"_s << u"2026-02-28"_s << 1;
    QTest::newRow("from the 31st, short") << u"2026-01-31"_s << u"2026-02-27"_s << 0;
    QTest::newRow("from the 31st to the 30th") << u"2026-03-31"_s << u"2026-04-30"_s << 1;
    QTest::newRow("25 months") << u"2026-01-15"_s << u"2028-02-14"_s << 25;
}

void TestRoutingRules::countsTheMonthsOfATerm()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft();
    draft[u"term_start_date"_s] = start;
    draft[u"term_end_date"_s] = end;
    f.savedDeal(draft);
    QTEST(f.value(u"SELECT contract_term FROM deals"_s).toInt(), "months");
}

void TestRoutingRules::knowsTheLifeOfADeal()
{
    CommandFixture f;
    QCOMPARE(f.value(u"SELECT count(*) FROM status_transitions"_s).toInt(), 24);
    QCOMPARE(f.column(u"SELECT to_status FROM status_transitions WHERE from_status IN ('signed', 'lost', 'converted')"_s), QStringList());
    QCOMPARE(f.column(u"SELECT from_status FROM status_transitions WHERE to_status = 'signed'"_s), QStringList(u"client_review"_s));
}

QTEST_GUILESS_MAIN(TestRoutingRules)
#include "tst_routing_rules.moc"
