#include "services/reference_rows.h"

#include "data/rows.h"
#include "services/values_from.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QStringList textsFrom(const QString &jsonArray)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(jsonArray.toUtf8()).array();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

ClientRecord clientFrom(const Query &row)
{
    ClientRecord client;
    client.isAgency = row.text(0) == "agency"_L1;
    client.id = row.integer(1);
    client.name = row.text(2);
    client.type = fromCode<AgencyType>(row.text(3)).value_or(AgencyType::Independent);
    client.region = fromCode<Region>(row.text(4));
    client.history = clientHistoryFrom(row, 5);
    client.isActive = row.flag(10);
    client.version = row.integer(11);
    return client;
}

DepartmentRecord departmentFrom(const Query &row)
{
    DepartmentRecord record;
    record.department.department = fromCode<Department>(row.text(0)).value_or(Department::Trading);
    record.department.displayName = row.text(1);
    record.description = row.text(2);
    record.contactEmail = row.text(3);
    record.defaultAssignee = optionalId<UserId>(row, 4);
    record.department.incentiveCategories = textsFrom(row.text(5));
    record.department.alwaysRequired = row.flag(6);
    record.department.isActive = row.flag(7);
    record.version = row.integer(8);
    return record;
}

Person personFrom(const Query &row)
{
    Person person;
    person.id = UserId(row.integer(0));
    person.username = row.text(1);
    person.displayName = row.text(2);
    person.email = row.text(3);
    person.firstName = row.text(4);
    person.lastName = row.text(5);
    person.role = fromCode<Role>(row.text(6)).value_or(Role::Seller);
    person.department = fromCode<Department>(row.text(7));
    person.approvalLevel = row.text(8);
    person.isActive = row.flag(9);
    person.version = row.integer(10);
    return person;
}

RoutingPolicy policyFrom(const Query &row)
{
    RoutingPolicy policy;
    policy.version = row.integer(0);
    policy.basis = fromCode<RoutingBasis>(row.text(1)).value_or(RoutingBasis::TopTierRevenue);
    policy.legalForCustomDeals = row.flag(2);
    if (const auto months = row.optionalInteger(3))
        policy.legalForTermsOverMonths = static_cast<int>(*months);
    policy.clientValueFactor = Ratio::fromMillionths(row.integer(4));
    return policy;
}

} // namespace

ClientHistory clientHistoryFrom(const Query &row, int column)
{
    return {optionalMoney(row, column), optionalRatio(row, column + 1), optionalMoney(row, column + 2), optionalMoney(row, column + 3),
            optionalMoney(row, column + 4)};
}

Result<QList<ClientRecord>> readClients(Connection &connection)
{
    return readNamed(connection, u"clients"_s, {}, clientFrom);
}

Result<QList<DepartmentRecord>> readDepartments(Connection &connection)
{
    auto records = readNamed(connection, u"departments"_s, {}, departmentFrom);
    if (!records)
        return records;
    std::sort(records->begin(), records->end(),
              [](const DepartmentRecord &a, const DepartmentRecord &b) { return a.department.department < b.department.department; });
    return records;
}

Result<QList<LevelRecord>> readLevels(Connection &connection)
{
    return readNamed(connection, u"levels"_s, {}, [](const Query &row) {
        return LevelRecord{{row.text(0), row.text(1), static_cast<int>(row.integer(2)), Money::fromCents(row.integer(3))}, row.integer(4)};
    });
}

Result<QList<CatalogItem>> readCatalog(Connection &connection)
{
    return readNamed(connection, u"catalog"_s, {}, [](const Query &row) {
        return CatalogItem{row.integer(0), row.text(1),   row.text(2), row.text(3), static_cast<int>(row.integer(4)),
                           row.flag(5),    row.integer(6)};
    });
}

Result<QList<Person>> readPeople(Connection &connection)
{
    return readNamed(connection, u"people"_s, {}, personFrom);
}

Result<RoutingPolicy> readPolicy(Connection &connection)
{
    const auto policies = readNamed(connection, u"policy"_s, {}, policyFrom);
    const auto levels = readLevels(connection);
    const auto departments = readDepartments(connection);
    if (!policies)
        return failure(policies.error());
    if (!levels)
        return failure(levels.error());
    if (!departments)
        return failure(departments.error());
    if (policies->isEmpty())
        return failure(ErrorCode::DatabaseCorrupt, u"there is no policy"_s);
    RoutingPolicy policy = policies->first();
    for (const LevelRecord &record : *levels)
        policy.levels.append(record.level);
    for (const DepartmentRecord &record : *departments)
        policy.departments.append(record.department);
    return policy;
}

IncentiveCatalog catalogFrom(const QList<CatalogItem> &items)
{
    IncentiveCatalog catalog;
    for (const CatalogItem &item : items) {
        if (!item.isActive)
            continue;
        const auto category = std::find_if(catalog.categories.begin(), catalog.categories.end(),
                                           [&](const auto &known) { return known.name == item.category; });
        auto &subCategories = category != catalog.categories.end()
            ? category->subCategories
            : catalog.categories.emplaceBack(IncentiveCatalog::Category{item.category, {}}).subCategories;
        const auto subCategory = std::find_if(subCategories.begin(), subCategories.end(),
                                              [&](const auto &known) { return known.name == item.subCategory; });
        auto &options = subCategory != subCategories.end()
            ? subCategory->options
            : subCategories.emplaceBack(IncentiveCatalog::SubCategory{item.subCategory, {}}).options;
        options.append(item.option);
    }
    return catalog;
}

} // namespace dealdesk
