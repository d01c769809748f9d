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

LevelRecord levelFrom(const Query &row)
{
    return {{row.text(0), row.text(1), static_cast<int>(row.integer(2)), Money::fromCents(row.integer(3))}, row.integer(4)};
}

CatalogItem catalogItemFrom(const Query &row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), static_cast<int>(row.integer(4)), row.flag(5), row.integer(6)};
}

void sortAsDeclared(QList<DepartmentRecord> &records)
{
    std::sort(records.begin(), records.end(),
              [](const DepartmentRecord &a, const DepartmentRecord &b) { return a.department.department < b.department.department; });
}

/// What the reads of everything bring, before it is put together.
struct Records {
    QList<RoutingPolicy> policies;
    QList<LevelRecord> levels;
    QList<DepartmentRecord> departments;
    QList<CatalogItem> catalog;
    QList<ClientRecord> clients;
    QList<Person> people;
};

Status takeRecords(qsizetype index, Query &rows, Records &records)
{
    switch (index) {
    case 0: return takeRows(rows, policyFrom, records.policies);
    case 1: return takeRows(rows, levelFrom, records.levels);
    case 2: return takeRows(rows, departmentFrom, records.departments);
    case 3: return takeRows(rows, catalogItemFrom, records.catalog);
    case 4: return takeRows(rows, clientFrom, records.clients);
    default: return takeRows(rows, personFrom, records.people);
    }
}

void addClients(ReferenceData &data, const QList<ClientRecord> &clients)
{
    for (const ClientRecord &client : clients) {
        (client.isAgency ? data.agencyHistory : data.advertiserHistory).insert(client.name, client.history);
        if (!client.isActive)
            continue;
        if (client.isAgency)
            data.clients.agencies.insert(client.name, client.type);
        else
            data.clients.advertisers.append(client.name);
    }
}

ReferenceData dataFrom(Records records)
{
    ReferenceData data;
    data.policy = std::move(records.policies.first());
    for (const LevelRecord &record : std::as_const(records.levels))
        data.policy.levels.append(record.level);
    sortAsDeclared(records.departments);
    for (const DepartmentRecord &record : std::as_const(records.departments))
        data.policy.departments.append(record.department);
    data.catalog = catalogFrom(records.catalog);
    data.people = std::move(records.people);
    addClients(data, records.clients);
    return data;
}

} // namespace

Result<ReferenceData> readReferenceData(Connection &connection)
{
    const QList<NamedRead> reads = {{u"policy"_s, {}, {}},  {u"levels"_s, {}, {}},  {u"departments"_s, {}, {}},
                                    {u"catalog"_s, {}, {}}, {u"clients"_s, {}, {}}, {u"people"_s, {}, {}}}; // in the order of takeRecords()
    Records records;
    const auto consume = [&records](qsizetype index, Query &rows) { return takeRecords(index, rows, records); };
    if (const Status read = connection.readTogether(reads, consume); !read)
        return failure(read.error());
    if (records.policies.isEmpty())
        return failure(ErrorCode::DatabaseCorrupt, u"there is no policy"_s);
    return dataFrom(std::move(records));
}

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
    if (records)
        sortAsDeclared(*records);
    return records;
}

Result<QList<LevelRecord>> readLevels(Connection &connection)
{
    return readNamed(connection, u"levels"_s, {}, levelFrom);
}

Result<QList<CatalogItem>> readCatalog(Connection &connection)
{
    return readNamed(connection, u"catalog"_s, {}, catalogItemFrom);
}

Result<QList<Person>> readPeople(Connection &connection)
{
    return readNamed(connection, u"people"_s, {}, personFrom);
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
