#include "support/services/policy_changes.h"

#include "support/services/services_fixture.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

void changeDepartment(AdminService &admin, Department department, const std::function<void(ReviewDepartment &)> &change)
{
    const QList<DepartmentRecord> records = awaitValue(admin.departments());
    for (DepartmentRecord record : records) {
        if (record.department.department != department)
            continue;
        change(record.department);
        awaitValue(admin.saveDepartment(record));
    }
}

void changeLimit(AdminService &admin, const QString &code, Money limit)
{
    const QList<LevelRecord> records = awaitValue(admin.levels());
    for (LevelRecord record : records) {
        if (record.level.code != code)
            continue;
        record.level.limit = limit;
        awaitValue(admin.saveLevel(record));
    }
}

void setBasis(AdminService &admin, RoutingPolicy policy, RoutingBasis basis, bool custom, std::optional<int> months)
{
    policy.basis = basis;
    policy.legalForCustomDeals = custom;
    policy.legalForTermsOverMonths = months;
    awaitValue(admin.savePolicy(policy));
}

} // namespace

const QList<PolicyChange> &policyChanges()
{
    static const QList<PolicyChange> changes = {
        {"as a new database has it", [](AdminService &, RoutingPolicy) {}},
        {"expected tier, legal for custom deals",
         [](AdminService &admin, RoutingPolicy policy) { setBasis(admin, policy, RoutingBasis::ExpectedTierRevenue, true, std::nullopt); }},
        {"incentive cost, legal for long terms",
         [](AdminService &admin, RoutingPolicy policy) { setBasis(admin, policy, RoutingBasis::TopIncentiveCost, false, 24); }},
        {"top revenue, legal for both",
         [](AdminService &admin, RoutingPolicy policy) { setBasis(admin, policy, RoutingBasis::TopTierRevenue, true, 12); }},
        {"other limits, a level more",
         [](AdminService &admin, RoutingPolicy) {
             changeLimit(admin, u"manager"_s, Money::fromCents(7'500'001));
             changeLimit(admin, u"svp"_s, Money::fromDollars(2'000'000));
             awaitValue(admin.saveLevel({{u"board"_s, u"Board"_s, 9, Money::fromDollars(50'000'000)}, 0}));
         }},
        {"a category for two departments, trading only by category",
         [](AdminService &admin, RoutingPolicy) {
             changeDepartment(admin, Department::Marketing, [](ReviewDepartment &d) { d.incentiveCategories += u"Analytics"_s; });
             changeDepartment(admin, Department::Trading, [](ReviewDepartment &d) {
                 d.alwaysRequired = false;
                 d.incentiveCategories = {u"Technology"_s};
             });
         }},
        {"creative and legal not active",
         [](AdminService &admin, RoutingPolicy) {
             changeDepartment(admin, Department::Creative, [](ReviewDepartment &d) { d.isActive = false; });
             changeDepartment(admin, Department::Legal, [](ReviewDepartment &d) { d.isActive = false; });
         }},
        {"nobody always required", [](AdminService &admin, RoutingPolicy) {
             changeDepartment(admin, Department::Finance, [](ReviewDepartment &d) { d.alwaysRequired = false; });
         }}};
    return changes;
}

} // namespace dealdesk::test
