#include "command_fixture.h"

#include "data/rows.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

template<typename T>
T orFail(Result<T> result, const QString &what)
{
    if (!result)
        qFatal("%s: %s", qPrintable(what), qPrintable(result.error().detail));
    return std::move(*result);
}

Command commandOf(const QString &name, qint64 actor, std::optional<qint64> deal, std::optional<qint64> version,
                  const QJsonObject &arguments)
{
    return {"cmd_"_L1 + name, QUuid::createUuid().toString(QUuid::WithoutBraces), actor, deal, version, arguments};
}

QJsonObject person(const QString &name, const QString &role, const QJsonValue &department = QJsonValue::Null,
                   const QJsonValue &level = QJsonValue::Null)
{
    return {{u"username"_s, name},
            {u"email"_s, QString(name + "@example.com"_L1)},
            {u"first_name"_s, name},
            {u"last_name"_s, u"Tester"_s},
            {u"role"_s, role},
            {u"department"_s, department},
            {u"approval_level"_s, level},
            {u"is_active"_s, 1},
            {u"password"_s, testVerifier()}};
}

QJsonObject tier(int number, qint64 revenue, qint64 margin, const QJsonArray &incentives)
{
    return {{u"tier_number"_s, number}, {u"annual_revenue"_s, revenue}, {u"annual_gross_margin"_s, margin}, {u"incentives"_s, incentives}};
}

} // namespace

void CommandFixture::fill(TestDatabase &database)
{
    orFail(database.owner().command(commandOf(u"create_first_admin"_s, 0, {}, {}, person(u"admin"_s, u"admin"_s))), u"the first"_s);
    Connection &admin = database.as(u"admin"_s);
    const auto run = [&admin](const QString &name, qint64 actor, const QJsonObject &arguments) {
        orFail(admin.command(commandOf(name, actor, {}, {}, arguments)), name);
    };
    for (const QString &name : {u"seller"_s, u"seller2"_s})
        run(u"save_user"_s, 1, person(name, u"seller"_s));
    for (const QString &name : {u"trading"_s, u"finance"_s, u"creative"_s, u"marketing"_s, u"product"_s, u"solutions"_s, u"legal"_s})
        run(u"save_user"_s, 1, person(name, u"department_reviewer"_s, name));
    run(u"save_user"_s, 1, person(u"finance2"_s, u"department_reviewer"_s, u"finance"_s));
    for (const QString &name : {u"manager"_s, u"director"_s, u"vp"_s, u"svp"_s})
        run(u"save_user"_s, 1, person(name, u"approver"_s, QJsonValue::Null, name));
    run(u"save_advertiser"_s, 1,
        {{u"name"_s, u"Northwind Outdoor"_s},
         {u"region"_s, u"west"_s},
         {u"previous_year_revenue"_s, 40'000'000},
         {u"previous_year_margin"_s, 330'000}});
    run(u"save_agency"_s, 1, {{u"name"_s, u"Blue Agency"_s}, {u"type"_s, u"independent"_s}});
    run(u"save_agency"_s, 1, {{u"name"_s, u"Grand Holding"_s}, {u"type"_s, u"holding_company"_s}});
}

CommandFixture::CommandFixture() : CommandFixture(TestDatabase::copyOf(u"commands"_s, fill)) {}

CommandFixture::CommandFixture(std::unique_ptr<TestDatabase> database) : m_database(std::move(database)) {}

qint64 CommandFixture::user(const QString &name)
{
    return value(u"SELECT id FROM users WHERE username = ?"_s, {name}).toLongLong();
}

Result<QJsonObject> CommandFixture::run(const QString &command, const QString &actor, std::optional<qint64> deal,
                                        const QJsonObject &arguments)
{
    std::optional<qint64> version;
    if (deal)
        version = value(u"SELECT version FROM deals WHERE id = ?"_s, {*deal}).toLongLong();
    return run(commandOf(command, user(actor), deal, version, arguments));
}

Result<QJsonObject> CommandFixture::runOn(std::optional<qint64> version, const QString &command, const QString &actor,
                                          const QJsonObject &arguments)
{
    return run(commandOf(command, user(actor), {}, version, arguments));
}

Result<QJsonObject> CommandFixture::run(const Command &command)
{
    // On a server the login is who acts, whatever the command says; nobody's login is the owner's here.
    const QString actor = value(u"SELECT username FROM users WHERE id = ?"_s, {command.actorId}).toString();
    return m_database->as(actor).command(command);
}

QJsonObject CommandFixture::done(const QString &command, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments)
{
    return orFail(run(command, actor, deal, arguments), command + " by "_L1 + actor);
}

QString CommandFixture::refusal(const QString &command, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments)
{
    std::optional<qint64> version;
    if (deal)
        version = value(u"SELECT version FROM deals WHERE id = ?"_s, {*deal}).toLongLong();
    return refusal(commandOf(command, user(actor), deal, version, arguments));
}

QString CommandFixture::refusal(const Command &command)
{
    const QByteArray before = fingerprint();
    const auto result = run(command);
    if (result)
        return {};
    if (fingerprint() != before)
        return u"refused, but something was written: "_s + result.error().detail;
    const QString &detail = result.error().detail;
    return detail.startsWith("dealdesk:"_L1) ? detail.section(u':', 1, 1) : detail; // a server adds what is stored now
}

QJsonObject CommandFixture::incentive(const QString &category, const QString &subCategory, const QString &option, qint64 cents)
{
    return {{u"category_name"_s, category},
            {u"sub_category_name"_s, subCategory},
            {u"incentive_option"_s, option},
            {u"incentive_value"_s, cents},
            {u"incentive_notes"_s, u""_s}};
}

QJsonObject CommandFixture::draft(qint64 topCents)
{
    const QJsonArray first{incentive(u"Financial"_s, u"Discounts"_s, u"Volume Discount"_s)};
    const QJsonArray tiers{tier(1, topCents / 3, 350'000, first), tier(2, topCents / 2, 340'000, {}), tier(3, topCents, 330'000, {})};
    return {{u"deal_name"_s, u"Spring campaign"_s},
            {u"email"_s, u"client@example.com"_s},
            {u"deal_type"_s, u"grow"_s},
            {u"sales_channel"_s, u"client_direct"_s},
            {u"deal_structure"_s, u"tiered"_s},
            {u"region"_s, u"west"_s},
            {u"priority"_s, u"medium"_s},
            {u"advertiser_name"_s, u"Northwind Outdoor"_s},
            {u"agency_name"_s, u""_s},
            {u"business_summary"_s, u"A campaign"_s},
            {u"growth_opportunity_miq"_s, u""_s},
            {u"growth_opportunity_client"_s, u""_s},
            {u"client_asks"_s, u""_s},
            {u"growth_ambition"_s, 200'000'000},
            {u"term_start_date"_s, u"2026-01-15"_s},
            {u"term_end_date"_s, u"2027-01-14"_s},
            {u"contract_term"_s, 12},
            {u"tiers"_s, tiers}};
}

QString CommandFixture::levelFor(qint64 cents)
{
    if (cents <= 5'000'000)
        return u"manager"_s;
    if (cents <= 10'000'000)
        return u"director"_s;
    return cents <= 50'000'000 ? u"vp"_s : u"svp"_s;
}

QJsonObject CommandFixture::plan(qint64 topCents, const QStringList &furtherDepartments)
{
    QJsonArray departments;
    for (const QString &department : QStringList{u"trading"_s, u"finance"_s} + furtherDepartments)
        departments.append(QJsonObject{{u"department"_s, department}, {u"reasons"_s, QJsonArray{QJsonObject{{u"kind"_s, u"always"_s}}}}});
    return {{u"policy_version"_s, value(u"SELECT version FROM policy"_s).toLongLong()},
            {u"basis"_s, u"top_tier_revenue"_s},
            {u"deciding_tier"_s, 3},
            {u"amount"_s, topCents},
            {u"level"_s, levelFor(topCents)},
            {u"above_top_limit"_s, topCents > 100'000'000},
            {u"lower_level"_s, u""_s},
            {u"lower_limit"_s, 0},
            {u"departments"_s, departments}};
}

qint64 CommandFixture::savedDeal(const QJsonObject &draft)
{
    return done(u"save_draft"_s, u"seller"_s, {}, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, draft}})
        .value("deal_id"_L1)
        .toInteger();
}

qint64 CommandFixture::submittedDeal(qint64 topCents)
{
    const qint64 deal = savedDeal(draft(topCents));
    done(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft(topCents)}, {u"plan"_s, plan(topCents)}});
    return deal;
}

qint64 CommandFixture::dealInStage2(qint64 topCents)
{
    const qint64 deal = submittedDeal(topCents);
    decide(u"finance"_s, deal, u"finance"_s);
    decide(u"trading"_s, deal, u"trading"_s);
    return deal;
}

qint64 CommandFixture::approvedDeal()
{
    const qint64 deal = dealInStage2();
    decide(u"vp"_s, deal, u"vp"_s);
    return deal;
}

qint64 CommandFixture::taskOf(qint64 deal, const QString &departmentOrLevel)
{
    return value(u"SELECT id FROM deal_approvals WHERE deal_id = ? AND status = 'pending' AND coalesce(approval_level, department) = ?"_s,
                 {deal, departmentOrLevel})
        .toLongLong();
}

QJsonObject CommandFixture::decision(qint64 approval, const QString &what, const QString &reason)
{
    return {{u"approval_id"_s, approval},
            {u"decision"_s, what},
            {u"comments"_s, u""_s},
            {u"reason"_s, reason},
            {u"fields"_s, QJsonArray{u"tiers[0].revenue"_s}}};
}

QJsonObject CommandFixture::decide(const QString &actor, qint64 deal, const QString &departmentOrLevel, const QString &what,
                                   const QString &reason)
{
    return done(u"decide"_s, actor, deal, decision(taskOf(deal, departmentOrLevel), what, reason));
}

QVariant CommandFixture::value(const QString &sql, const QVariantList &values)
{
    const auto rows = orFail(readRows(connection(), sql, values, [](const Query &row) { return row.value(0); }), sql);
    return rows.value(0);
}

QStringList CommandFixture::column(const QString &sql, const QVariantList &values)
{
    return orFail(readRows(connection(), sql, values, [](const Query &row) { return row.text(0); }), sql);
}

} // namespace dealdesk::test
