#include "support/services/services_fixture.h"

#include "services/admin_service.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

class TestAdmin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheDefaultPolicyAndCatalogue();
    void savesPeople();
    void savesClients();
    void savesDepartments();
    void savesLevels();
    void savesTheCatalogue();
    void savesThePolicy();
    void refusesEverybodyElse();
    void refusesWhatSomebodyElseChanged();
};

void TestAdmin::startsWithTheDefaultPolicyAndCatalogue()
{
    ServicesFixture fixture;
    const auto reference = awaitValue(ReferenceService(fixture.seller()).load());
    QCOMPARE(reference->policy.levels.size(), 4);
    QCOMPARE(reference->policy.levels.first().limit, Money::fromDollars(50'000));
    QCOMPARE(reference->policy.departments.size(), 7);
    QCOMPARE(reference->policy.departments.first().department, Department::Trading);
    QVERIFY(reference->policy.departments.first().alwaysRequired);
    QCOMPARE(reference->policy.clientValueFactor, Ratio::fromMillionths(3'500'000));
    QCOMPARE(reference->catalog.categories.size(), 6);
    QCOMPARE(reference->catalog.categories.first().name, u"Financial"_s);
    QVERIFY(reference->catalog.contains(u"Marketing & L&D"_s, u"Learning & Development"_s, u"Knowledge Sharing"_s));
    QCOMPARE(reference->clients.advertisers, (QStringList{u"Fabrikam Foods"_s, u"Northwind Outdoor"_s}));
    QCOMPARE(reference->clients.agencies.value(u"Tailspin Group"_s), AgencyType::HoldingCompany);
    QCOMPARE(reference->people.size(), 14);
    // what there is no data of stays absent
    DealDraft draft;
    draft.advertiserName = u"Fabrikam Foods"_s;
    QCOMPARE(reference->historyFor(draft), ClientHistory{});
    draft.advertiserName = u"Nobody"_s;
    QCOMPARE(reference->historyFor(draft), ClientHistory{});
    draft.advertiserName = u"Northwind Outdoor"_s;
    QCOMPARE(reference->historyFor(draft).margin, std::optional(Ratio::fromPercent(34)));
}

void TestAdmin::savesPeople()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    Person person;
    person.username = u"new.one"_s;
    person.email = u"new@example.com"_s;
    person.role = Role::DepartmentReviewer;
    person.department = Department::Solutions;
    QVERIFY(await(admin.savePerson(person, {})).has_value());
    const auto people = awaitValue(ReferenceService(fixture.admin()).load())->people;
    const auto found = std::find_if(people.begin(), people.end(), [](const Person &p) { return p.username == "new.one"_L1; });
    QVERIFY(found != people.end());
    QCOMPARE(found->displayName, u"new.one"_s); // without a name, the user name
    QCOMPARE(found->department, std::optional(Department::Solutions));
    QVERIFY(!await(AccountService(fixture.workspace()).signIn(u"new.one"_s, {}))); // no password: no sign-in
    const Status twice = await(admin.savePerson(person, {}));
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Duplicate);
    person.username = u"reviewer.of.nothing"_s;
    person.email = u"r@example.com"_s;
    person.department.reset();
    const Status invalid = await(admin.savePerson(person, {}));
    QVERIFY(!invalid);
    QCOMPARE(invalid.error().code, ErrorCode::Invalid);
    QVERIFY(!await(admin.savePerson(person, u"short"_s)));
}

void TestAdmin::savesClients()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    auto clients = awaitValue(admin.clients());
    QCOMPARE(clients.size(), 4);
    ClientRecord wingtip = clients.last();
    QVERIFY(wingtip.isAgency);
    wingtip.history.revenue = Money::fromCents(12'345'678'901);
    wingtip.history.margin = Ratio::fromMillionths(123'456);
    wingtip.region = Region::South;
    wingtip.isActive = false;
    QVERIFY(await(admin.saveClient(wingtip)).has_value());
    const ClientRecord saved = awaitValue(admin.clients()).last();
    QCOMPARE(saved.name, u"Wingtip Media"_s);
    QCOMPARE(saved.history, wingtip.history);
    QCOMPARE(saved.region, wingtip.region);
    QCOMPARE(saved.type, AgencyType::Independent);
    const auto reference = awaitValue(ReferenceService(fixture.admin()).load());
    QVERIFY(!reference->clients.agencies.contains(u"Wingtip Media"_s)); // not for new deals
    QVERIFY(reference->agencyHistory.contains(u"Wingtip Media"_s));     // but old ones show its figures
}

void TestAdmin::savesDepartments()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    DepartmentRecord creative = awaitValue(admin.departments()).at(2);
    QCOMPARE(creative.department.department, Department::Creative);
    creative.department.alwaysRequired = true;
    creative.department.incentiveCategories = {u"Product & Innovation"_s, u"Technology"_s};
    creative.contactEmail = u"creative@example.com"_s;
    creative.defaultAssignee = fixture.reviewer(Department::Creative).actor().id;
    const qint64 before = awaitValue(ReferenceService(fixture.admin()).load())->policy.version;
    QVERIFY(await(admin.saveDepartment(creative)).has_value());
    const DepartmentRecord saved = awaitValue(admin.departments()).at(2);
    QCOMPARE(saved.department, creative.department);
    QCOMPARE(saved.defaultAssignee, creative.defaultAssignee);
    QCOMPARE(saved.contactEmail, creative.contactEmail);
    QVERIFY(awaitValue(ReferenceService(fixture.admin()).load())->policy.version > before);
    const RoutingPlan plan = fixture.planFor(fixture.completeDraft());
    QCOMPARE(plan.departments.size(), 3);
}

void TestAdmin::savesLevels()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    LevelRecord manager = awaitValue(admin.levels()).first();
    manager.level.limit = Money::fromDollars(60'000);
    QVERIFY(await(admin.saveLevel(manager)).has_value());
    QVERIFY(await(admin.saveLevel({{u"ceo"_s, u"CEO"_s, 9, Money::fromDollars(9'000'000)}, 0})).has_value());
    const auto levels = awaitValue(admin.levels());
    QCOMPARE(levels.size(), 5);
    QCOMPARE(levels.first().level.limit, Money::fromDollars(60'000));
    QCOMPARE(levels.last().level.code, u"ceo"_s);
}

void TestAdmin::savesTheCatalogue()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    auto items = awaitValue(admin.catalog());
    QCOMPARE(items.size(), 48);
    CatalogItem first = items.first();
    first.isActive = false;
    QVERIFY(await(admin.saveCatalogItem(first)).has_value());
    QVERIFY(await(admin.saveCatalogItem({0, u"Analytics"_s, u"Insights"_s, u"Weekly Call"_s, 60, true, 0})).has_value());
    const IncentiveCatalog catalog = awaitValue(ReferenceService(fixture.admin()).load())->catalog;
    QVERIFY(!catalog.contains(first.category, first.subCategory, first.option));
    QCOMPARE(catalog.options(u"Analytics"_s, u"Insights"_s).last(), u"Weekly Call"_s);
}

void TestAdmin::savesThePolicy()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    RoutingPolicy policy = awaitValue(ReferenceService(fixture.admin()).load())->policy;
    policy.basis = RoutingBasis::TopIncentiveCost;
    policy.legalForCustomDeals = true;
    policy.legalForTermsOverMonths = 24;
    policy.clientValueFactor = Ratio::fromMillionths(2'750'000);
    QVERIFY(await(admin.savePolicy(policy)).has_value());
    RoutingPolicy saved = awaitValue(ReferenceService(fixture.admin()).load())->policy;
    QCOMPARE(saved.version, policy.version + 1);
    saved.version = policy.version;
    QCOMPARE(saved, policy);
}

void TestAdmin::refusesEverybodyElse()
{
    ServicesFixture fixture;
    for (const QString &name : {u"seller"_s, u"finance"_s, u"svp"_s}) {
        const AdminService service(*fixture.session(name));
        const LevelRecord level = awaitValue(service.levels()).first();
        const Status refused = await(service.saveLevel(level));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        ClientRecord client;
        client.name = u"Mine"_s;
        QCOMPARE(await(service.saveClient(client)).error().code, ErrorCode::Forbidden);
    }
    QCOMPARE(awaitValue(AdminService(fixture.admin()).clients()).size(), 4);
}

void TestAdmin::refusesWhatSomebodyElseChanged()
{
    ServicesFixture fixture;
    const AdminService admin(fixture.admin());
    const ClientRecord read = awaitValue(admin.clients()).first();
    QVERIFY(await(admin.saveClient(read)).has_value());
    const Status stale = await(admin.saveClient(read));
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::Stale);
}

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
