#include "domain/default_policy.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<ApprovalLevel> defaultLevels()
{
    return {{u"manager"_s, u"Manager"_s, 1, Money::fromDollars(50'000)},
            {u"director"_s, u"Director"_s, 2, Money::fromDollars(100'000)},
            {u"vp"_s, u"VP"_s, 3, Money::fromDollars(500'000)},
            {u"svp"_s, u"SVP"_s, 4, Money::fromDollars(1'000'000)}};
}

QList<ReviewDepartment> defaultDepartments()
{
    constexpr bool always = true;
    return {{Department::Trading, u"Trading"_s, {}, always},
            {Department::Finance, u"Finance"_s, {u"Financial"_s, u"Resources"_s}, always},
            {Department::Creative, u"Creative"_s, {u"Product & Innovation"_s}},
            {Department::Marketing, u"Marketing"_s, {u"Marketing & L&D"_s}},
            {Department::Product, u"Product"_s, {u"Technology"_s}},
            {Department::Solutions, u"Solutions"_s, {u"Analytics"_s}},
            {Department::Legal, u"Legal"_s, {}}};
}

} // namespace

RoutingPolicy defaultPolicy()
{
    RoutingPolicy policy;
    policy.version = 1;
    policy.levels = defaultLevels();
    policy.departments = defaultDepartments();
    return policy;
}

} // namespace dealdesk
