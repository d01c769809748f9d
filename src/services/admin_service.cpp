#include "services/admin_service.h"

#include "data/rows.h"
#include "services/account_service.h"
#include "services/command_outcome.h"
#include "services/password_verifier.h"
#include "services/reference_rows.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QJsonValue nullOr(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

template<typename E>
QJsonValue codeOrNull(const std::optional<E> &value)
{
    return value ? QJsonValue(QString(codeOf(*value))) : QJsonValue();
}

QJsonValue centsOrNull(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->cents()) : QJsonValue();
}

QJsonValue idOrNull(qint64 id)
{
    return id > 0 ? QJsonValue(id) : QJsonValue();
}

/// A new record has no version to compare with.
std::optional<qint64> versionOf(qint64 id, qint64 version)
{
    return id > 0 ? std::optional(version) : std::nullopt;
}

QJsonObject argumentsOf(const Person &person)
{
    return {{u"id"_s, idOrNull(person.id.value())},
            {u"username"_s, person.username.trimmed()},
            {u"email"_s, person.email.trimmed()},
            {u"first_name"_s, person.firstName.trimmed()},
            {u"last_name"_s, person.lastName.trimmed()},
            {u"role"_s, codeOf(person.role)},
            {u"department"_s, codeOrNull(person.department)},
            {u"approval_level"_s, nullOr(person.approvalLevel)},
            {u"is_active"_s, person.isActive ? 1 : 0},
            {u"password"_s, QJsonValue()}};
}

QJsonObject argumentsOf(const ClientRecord &client)
{
    QJsonObject json{{u"id"_s, idOrNull(client.id)},
                     {u"name"_s, client.name.trimmed()},
                     {u"region"_s, codeOrNull(client.region)},
                     {u"is_active"_s, client.isActive ? 1 : 0},
                     {u"previous_year_revenue"_s, centsOrNull(client.history.revenue)},
                     {u"previous_year_margin"_s, client.history.margin ? QJsonValue(client.history.margin->millionths()) : QJsonValue()},
                     {u"previous_year_profit"_s, centsOrNull(client.history.profit)},
                     {u"previous_year_incentive_cost"_s, centsOrNull(client.history.incentiveCost)},
                     {u"previous_year_client_value"_s, centsOrNull(client.history.clientValue)}};
    if (client.isAgency)
        json.insert(u"type"_s, codeOf(client.type));
    return json;
}

QJsonObject argumentsOf(const DepartmentRecord &record)
{
    return {{u"department"_s, codeOf(record.department.department)},
            {u"display_name"_s, record.department.displayName.trimmed()},
            {u"description"_s, record.description},
            {u"contact_email"_s, record.contactEmail.trimmed()},
            {u"default_assignee"_s, record.defaultAssignee ? QJsonValue(record.defaultAssignee->value()) : QJsonValue()},
            {u"incentive_types"_s, QJsonArray::fromStringList(record.department.incentiveCategories)},
            {u"always_required"_s, record.department.alwaysRequired ? 1 : 0},
            {u"is_active"_s, record.department.isActive ? 1 : 0}};
}

} // namespace

AdminService::AdminService(Session &session) : m_session(session) {}

QCoro::Task<Result<QList<ClientRecord>>> AdminService::clients() const
{
    auto future = m_session.executor().run(&readClients);
    co_return co_await future;
}

QCoro::Task<Result<QList<DepartmentRecord>>> AdminService::departments() const
{
    auto future = m_session.executor().run(&readDepartments);
    co_return co_await future;
}

QCoro::Task<Result<QList<LevelRecord>>> AdminService::levels() const
{
    auto future = m_session.executor().run(&readLevels);
    co_return co_await future;
}

QCoro::Task<Result<QList<CatalogItem>>> AdminService::catalog() const
{
    auto future = m_session.executor().run(&readCatalog);
    co_return co_await future;
}

QCoro::Task<Result<Handover>> AdminService::handoverOf(UserId person) const
{
    auto job = [id = person.value()](Connection &connection) -> Result<Handover> {
        const auto rows = readNamed(connection, u"handover"_s, {id, id}, [](const Query &row) {
            return Handover{int(row.integer(0)), int(row.integer(1))};
        });
        if (!rows)
            return failure(rows.error());
        return rows->value(0);
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Status> AdminService::savePerson(Person person, QString password) const
{
    // The session outlives its screens, but hashing takes a while: only what is held by value is used afterwards.
    const QPointer<Session> session(&m_session);
    QJsonObject arguments = argumentsOf(person);
    if (!password.isEmpty()) {
        if (const Status good = acceptablePassword(password); !good)
            co_return good;
        auto making = passwordVerifier(m_session.workspace(), person.username, password);
        const Result<QString> verifier = co_await making;
        if (!verifier)
            co_return failure(verifier.error());
        if (!session)
            co_return failure(ErrorCode::Cancelled);
        arguments.insert(u"password"_s, *verifier);
    }
    auto task = session->command(u"cmd_save_user"_s, {}, versionOf(person.id.value(), person.version), arguments);
    const Result<QJsonObject> saved = co_await task;
    co_return saved ? Status(Nothing{}) : failure(saved.error());
}

QCoro::Task<Status> AdminService::saveClient(ClientRecord client) const
{
    const QString name = client.isAgency ? u"cmd_save_agency"_s : u"cmd_save_advertiser"_s;
    return statusOf(m_session.command(name, {}, versionOf(client.id, client.version), argumentsOf(client)));
}

QCoro::Task<Status> AdminService::saveDepartment(DepartmentRecord department) const
{
    return statusOf(m_session.command(u"cmd_save_department"_s, {}, department.version, argumentsOf(department)));
}

QCoro::Task<Status> AdminService::saveLevel(LevelRecord level) const
{
    const QJsonObject arguments{{u"code"_s, level.level.code},
                                {u"display_name"_s, level.level.displayName.trimmed()},
                                {u"rank"_s, level.level.rank},
                                {u"limit_amount"_s, level.level.limit.cents()}};
    return statusOf(m_session.command(u"cmd_save_level"_s, {}, level.version > 0 ? std::optional(level.version) : std::nullopt, arguments));
}

QCoro::Task<Status> AdminService::saveCatalogItem(CatalogItem item) const
{
    const QJsonObject arguments{{u"id"_s, idOrNull(item.id)},
                                {u"category_name"_s, item.category.trimmed()},
                                {u"sub_category_name"_s, item.subCategory.trimmed()},
                                {u"incentive_option"_s, item.option.trimmed()},
                                {u"position"_s, item.position},
                                {u"is_active"_s, item.isActive ? 1 : 0}};
    return statusOf(m_session.command(u"cmd_save_catalog_item"_s, {}, versionOf(item.id, item.version), arguments));
}

QCoro::Task<Status> AdminService::savePolicy(RoutingPolicy policy) const
{
    const QJsonObject arguments{
        {u"routing_basis"_s, codeOf(policy.basis)},
        {u"legal_for_custom_deals"_s, policy.legalForCustomDeals ? 1 : 0},
        {u"legal_for_terms_over_months"_s, policy.legalForTermsOverMonths ? QJsonValue(*policy.legalForTermsOverMonths) : QJsonValue()},
        {u"client_value_factor"_s, policy.clientValueFactor.millionths()}};
    return statusOf(m_session.command(u"cmd_save_policy"_s, {}, policy.version, arguments));
}

} // namespace dealdesk
