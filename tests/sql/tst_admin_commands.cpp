#include "command_fixture.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// The same each time.
QString oneId()
{
    return u"3f0c2f1e-9d5c-4b2e-8b7a-2f6f4c1d0a11"_s;
}

QString anotherVerifier()
{
    return isOnPostgresql() ? testVerifier().replace(u"$4096:"_s, u"$5000:"_s) : u"another"_s;
}

/// What is stored of somebody's password.
QString passwordOf(CommandFixture &f, const QString &username)
{
    return f
        .value(isOnPostgresql() ? u"SELECT rolpassword FROM pg_catalog.pg_authid WHERE rolname = ?"_s
                                : u"SELECT password FROM users WHERE username = ?"_s,
               {username})
        .toString();
}

bool mustChangePassword(CommandFixture &f, const QString &username)
{
    return f.value(u"SELECT must_change_password FROM users WHERE username = ?"_s, {username}).toInt() != 0;
}

} // namespace

/// Administration, command ids, and the import.
class TestAdminCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheFirstAdministratorOnce();
    void repeatsACommandOnce();
    void refusesAReusedId_data();
    void refusesAReusedId();
    void refusesInactiveActors();
    void leavesReferenceDataToAdministrators_data();
    void leavesReferenceDataToAdministrators();
    void savesAPerson();
    void releasesTheTasksOfWhoLeaves();
    void handsTasksOnToTheDefaultAssignee();
    void keepsOneAdministrator();
    void changesOnesOwnPassword();
    void movesThePolicysVersion();
    void savesLevels();
    void refusesStaleAndDuplicateRows();
    void importsADealWithItsStory();
    void importsNothingTwice();
    void goesOnWithAnImportedDeal();
    void importsAllOrNothing();
};

void TestAdminCommands::makesTheFirstAdministratorOnce()
{
    CommandFixture f;
    const QJsonObject arguments{{u"username"_s, u"x"_s}, {u"email"_s, u"x@example.com"_s}, {u"password"_s, u"v"_s}};
    QCOMPARE(f.refusal(Command{u"cmd_create_first_admin"_s, newId(), 0, {}, {}, arguments}), u"forbidden"_s);
}

void TestAdminCommands::repeatsACommandOnce()
{
    CommandFixture f;
    const Command save{u"cmd_save_draft"_s, oneId(), f.user(u"seller"_s), {}, {}, {{u"draft"_s, CommandFixture::draft()}}};
    const auto first = f.run(save);
    QVERIFY(first);
    const QByteArray rows = f.fingerprint();
    const auto second = f.run(save);
    QVERIFY(second);
    QCOMPARE(*second, *first);
    QCOMPARE(f.fingerprint(), rows);

    const qint64 deal = first->value("deal_id"_L1).toInteger();
    const Command submit{
        u"cmd_submit_deal"_s, newId(), f.user(u"seller"_s), deal, 1, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}}};
    const auto submitted = f.run(submit);
    QVERIFY(submitted);
    f.decide(u"finance"_s, deal, u"finance"_s);
    const auto late = f.run(submit); // its answer was lost; the deal has gone on
    QVERIFY(late);
    QCOMPARE(late->value("status"_L1).toString(), u"submitted"_s);
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
}

void TestAdminCommands::refusesAReusedId_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QJsonObject>("arguments");
    const QJsonObject draft{{u"draft"_s, CommandFixture::draft()}};
    QTest::newRow("another actor") << u"cmd_save_draft"_s << u"seller2"_s << draft;
    QTest::newRow("another verb") << u"cmd_save_advertiser"_s << u"seller"_s << draft;
    QTest::newRow("other arguments") << u"cmd_save_draft"_s << u"seller"_s << QJsonObject{{u"draft"_s, CommandFixture::draft(1)}};
}

void TestAdminCommands::refusesAReusedId()
{
    QFETCH(QString, command);
    QFETCH(QString, actor);
    QFETCH(QJsonObject, arguments);
    CommandFixture f;
    QVERIFY(f.run(Command{u"cmd_save_draft"_s, oneId(), f.user(u"seller"_s), {}, {}, {{u"draft"_s, CommandFixture::draft()}}}));
    QCOMPARE(f.refusal(Command{command, oneId(), f.user(actor), {}, {}, arguments}), u"command_reused"_s);
}

void TestAdminCommands::refusesInactiveActors()
{
    CommandFixture f;
    QVERIFY(f.connection().execute(u"UPDATE users SET is_active = false WHERE username = 'seller'"_s, u"test"_s));
    QCOMPARE(f.refusal(u"save_draft"_s, u"seller"_s, {}, {{u"draft"_s, CommandFixture::draft()}}), u"account_inactive"_s);
    QCOMPARE(f.refusal(u"save_draft"_s, u"nobody"_s, {}, {{u"draft"_s, CommandFixture::draft()}}), u"account_inactive"_s);
    QCOMPARE(f.refusal(u"save_draft"_s, u"finance"_s, {}, {{u"draft"_s, CommandFixture::draft()}}), u"forbidden"_s);
    QCOMPARE(f.refusal(Command{u"cmd_save_draft"_s, newId(), f.user(u"seller2"_s), 77, 1, {{u"draft"_s, CommandFixture::draft()}}}),
             u"not_found"_s);
}

void TestAdminCommands::leavesReferenceDataToAdministrators_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command :
         {"save_user", "save_department", "save_level", "save_policy", "save_advertiser", "save_agency", "save_catalog_item", "import"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestAdminCommands::leavesReferenceDataToAdministrators()
{
    QFETCH(QString, command);
    CommandFixture f;
    for (const QString &actor : {u"seller"_s, u"finance"_s, u"svp"_s})
        QCOMPARE(f.refusal(command, actor, {}, {{u"name"_s, u"x"_s}}), u"forbidden"_s);
}

void TestAdminCommands::savesAPerson()
{
    CommandFixture f;
    QJsonObject person{
        {u"id"_s, f.user(u"seller2"_s)}, {u"username"_s, u"seller2"_s}, {u"email"_s, u"new@example.com"_s},   {u"first_name"_s, u"New"_s},
        {u"last_name"_s, u"Name"_s},     {u"role"_s, u"approver"_s},    {u"approval_level"_s, u"director"_s}, {u"is_active"_s, 1}};
    const auto saved = f.runOn(1, u"save_user"_s, u"admin"_s, person);
    QVERIFY(saved);
    QCOMPARE(saved->value("version"_L1).toInt(), 2);
    QCOMPARE(passwordOf(f, u"seller2"_s), testVerifier());
    QVERIFY(mustChangePassword(f, u"seller2"_s));
    QCOMPARE(int(f.runOn(1, u"save_user"_s, u"admin"_s, person).error().code), int(ErrorCode::Stale));
    person[u"username"_s] = u"Finance"_s; // taken, whatever the case
    QCOMPARE(int(f.runOn(2, u"save_user"_s, u"admin"_s, person).error().code), int(ErrorCode::Duplicate));
    person[u"username"_s] = u"seller2"_s;
    person[u"role"_s] = u"department_reviewer"_s; // of no department
    QCOMPARE(int(f.runOn(2, u"save_user"_s, u"admin"_s, person).error().code), int(ErrorCode::Invalid));
}

void TestAdminCommands::releasesTheTasksOfWhoLeaves()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}});
    QVERIFY(f.runOn(1, u"save_user"_s, u"admin"_s,
                    {{u"id"_s, f.user(u"finance"_s)},
                     {u"username"_s, u"finance"_s},
                     {u"email"_s, u"f@example.com"_s},
                     {u"role"_s, u"department_reviewer"_s},
                     {u"department"_s, u"finance"_s},
                     {u"is_active"_s, 0}}));
    QVERIFY(f.value(u"SELECT assigned_to FROM deal_approvals WHERE department = 'finance'"_s).isNull());
    QCOMPARE(f.value(u"SELECT action_type || ' ' || performed_by_name FROM approval_actions ORDER BY id DESC LIMIT 1"_s).toString(),
             u"release admin Tester"_s);
}

void TestAdminCommands::handsTasksOnToTheDefaultAssignee()
{
    CommandFixture f;
    QVERIFY(f.runOn(1, u"save_department"_s, u"admin"_s,
                    {{u"department"_s, u"finance"_s},
                     {u"display_name"_s, u"Finance"_s},
                     {u"default_assignee"_s, f.user(u"finance2"_s)},
                     {u"incentive_types"_s, QJsonArray{u"Financial"_s}},
                     {u"always_required"_s, 1}}));
    const qint64 deal = f.submittedDeal();
    f.done(u"claim"_s, u"finance"_s, deal, {{u"approval_id"_s, f.taskOf(deal, u"finance"_s)}});
    QJsonObject person{{u"id"_s, f.user(u"finance"_s)},
                       {u"username"_s, u"finance"_s},
                       {u"email"_s, u"f@example.com"_s},
                       {u"role"_s, u"seller"_s}}; // still here, but decides no more
    QVERIFY(f.runOn(1, u"save_user"_s, u"admin"_s, person));
    QCOMPARE(f.value(u"SELECT assigned_to FROM deal_approvals WHERE department = 'finance'"_s).toLongLong(), f.user(u"finance2"_s));
    QCOMPARE(f.value(u"SELECT action_type FROM approval_actions ORDER BY id DESC LIMIT 1"_s).toString(), u"assign"_s);
}

void TestAdminCommands::keepsOneAdministrator()
{
    CommandFixture f;
    QCOMPARE(
        int(f.runOn(
                 1, u"save_user"_s, u"admin"_s,
                 {{u"id"_s, f.user(u"admin"_s)}, {u"username"_s, u"admin"_s}, {u"email"_s, u"a@example.com"_s}, {u"role"_s, u"seller"_s}})
                .error()
                .code),
        int(ErrorCode::Forbidden));
}

void TestAdminCommands::changesOnesOwnPassword()
{
    CommandFixture f;
    f.done(u"change_password"_s, u"vp"_s, {}, {{u"password"_s, anotherVerifier()}});
    QCOMPARE(passwordOf(f, u"vp"_s), anotherVerifier());
    QVERIFY(!mustChangePassword(f, u"vp"_s));
    QCOMPARE(f.refusal(u"change_password"_s, u"vp"_s, {}, {{u"password"_s, u""_s}}), u"invalid"_s);
}

void TestAdminCommands::movesThePolicysVersion()
{
    CommandFixture f;
    const QJsonObject department{{u"department"_s, u"legal"_s},
                                 {u"display_name"_s, u"Legal"_s},
                                 {u"always_required"_s, 1},
                                 {u"incentive_types"_s, QJsonArray{u"Technology"_s}},
                                 {u"is_active"_s, 1}};
    const auto saved = f.runOn(1, u"save_department"_s, u"admin"_s, department);
    QVERIFY(saved);
    QVERIFY(saved->value("policy_version"_L1).toInt() > 1);
    QCOMPARE(int(f.runOn(1, u"save_department"_s, u"admin"_s, department).error().code), int(ErrorCode::Stale));
    const qint64 deal = f.savedDeal();
    QJsonObject plan = f.plan(48'000'000, {u"legal"_s});
    f.done(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, plan}});
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals"_s).toInt(), 3);
    // legal may reject in stage 1
    f.decide(u"legal"_s, deal, u"legal"_s, u"reject"_s, u"not with us"_s);
    QCOMPARE(f.statusOf(deal), u"lost"_s);
}

void TestAdminCommands::savesLevels()
{
    CommandFixture f;
    QVERIFY(f.runOn({}, u"save_level"_s, u"admin"_s,
                    {{u"code"_s, u"ceo"_s}, {u"display_name"_s, u"CEO"_s}, {u"rank"_s, 5}, {u"limit_amount"_s, 1'000'000'000}}));
    QCOMPARE(f.value(u"SELECT version FROM level_list WHERE code = 'ceo'"_s).toInt(), 1);
    QCOMPARE(int(f.runOn({}, u"save_level"_s, u"admin"_s,
                         {{u"code"_s, u"cfo"_s}, {u"display_name"_s, u"CFO"_s}, {u"rank"_s, 5}, {u"limit_amount"_s, 1}})
                     .error()
                     .code),
             int(ErrorCode::Duplicate));
    QCOMPARE(int(f.runOn(1, u"save_level"_s, u"admin"_s,
                         {{u"code"_s, u"ceo"_s}, {u"display_name"_s, u"CEO"_s}, {u"rank"_s, 5}, {u"limit_amount"_s, 1}})
                     .error()
                     .code),
             int(ErrorCode::Invalid)); // less than the levels below
}

void TestAdminCommands::refusesStaleAndDuplicateRows()
{
    CommandFixture f;
    QCOMPARE(f.refusal(u"save_advertiser"_s, u"admin"_s, {}, {{u"name"_s, u" northwind OUTDOOR "_s}}), u"duplicate"_s);
    QCOMPARE(f.refusal(u"save_agency"_s, u"admin"_s, {}, {{u"id"_s, 1}, {u"name"_s, u"x"_s}}), u"stale"_s);
    QCOMPARE(f.refusal(u"save_agency"_s, u"admin"_s, {}, {{u"id"_s, 99}, {u"name"_s, u"x"_s}}), u"not_found"_s);
    QCOMPARE(f.refusal(u"save_catalog_item"_s, u"admin"_s, {},
                       {{u"category_name"_s, u"Financial"_s},
                        {u"sub_category_name"_s, u"Discounts"_s},
                        {u"incentive_option"_s, u"Volume Discount"_s}}),
             u"duplicate"_s);
    f.done(u"save_catalog_item"_s, u"admin"_s, {},
           {{u"category_name"_s, u"Financial"_s}, {u"sub_category_name"_s, u"Discounts"_s}, {u"incentive_option"_s, u"New"_s}});
    QCOMPARE(f.value(u"SELECT count(*) FROM incentive_options"_s).toInt(), 49);
}

/// A deal of the prototype, under review: finance has approved, trading is open.
QJsonObject oldDeal(const QString &key, const QString &reference = u"DEAL-2024-017"_s)
{
    QJsonObject deal = CommandFixture::draft();
    const QJsonValue tiers = deal.take("tiers"_L1);
    const QString at = u"2024-03-04T10:00:00.000Z"_s;
    for (const auto &[name, value] : {std::pair{u"reference_number"_s, reference},
                                      {u"status"_s, u"under_review"_s},
                                      {u"owner"_s, u"seller"_s},
                                      {u"submitted_by"_s, u"seller"_s},
                                      {u"created_at"_s, at},
                                      {u"updated_at"_s, at},
                                      {u"last_status_change"_s, at}})
        deal[name] = value;
    const QJsonObject approved{{u"approval_stage"_s, 1},
                               {u"department"_s, u"finance"_s},
                               {u"status"_s, u"approved"_s},
                               {u"completed_by"_s, u"finance"_s},
                               {u"completed_at"_s, at},
                               {u"created_at"_s, at},
                               {u"actions"_s,
                                QJsonArray{QJsonObject{{u"action_type"_s, u"approve"_s},
                                                       {u"performed_by"_s, QJsonValue::Null},
                                                       {u"performed_by_name"_s, u"Somebody Old"_s},
                                                       {u"created_at"_s, at}}}}};
    const QJsonObject open{{u"approval_stage"_s, 1},
                           {u"department"_s, u"trading"_s},
                           {u"status"_s, u"pending"_s},
                           {u"created_at"_s, at},
                           {u"actions"_s, QJsonArray()}};
    const QJsonArray history{QJsonObject{{u"status"_s, u"submitted"_s},
                                         {u"performed_by"_s, QJsonValue::Null},
                                         {u"performed_by_name"_s, u"Somebody Old"_s},
                                         {u"changed_at"_s, at}}};
    const QJsonArray comments{
        QJsonObject{{u"author"_s, u"vp"_s}, {u"author_name"_s, u"vp"_s}, {u"body"_s, u"old words"_s}, {u"created_at"_s, at}}};
    const QJsonObject row{
        {u"deal"_s, deal},       {u"tiers"_s, tiers},      {u"revision"_s, QJsonValue::Null}, {u"approvals"_s, QJsonArray{approved, open}},
        {u"history"_s, history}, {u"comments"_s, comments}};
    return {{u"source"_s, u"prototype"_s}, {u"kind"_s, u"deal"_s}, {u"key"_s, key}, {u"row"_s, row}};
}

void TestAdminCommands::importsADealWithItsStory()
{
    CommandFixture f;
    const QJsonObject result = f.done(u"import"_s, u"admin"_s, {}, oldDeal(u"6"_s));
    QCOMPARE(result.value("already"_L1).toBool(), false);
    QCOMPARE(result.value("reference_number"_L1).toString(), u"DEAL-2024-017"_s);
    const QString story = u"FROM deal_history WHERE source IN ('status', 'comment') ORDER BY source DESC"_s;
    QCOMPARE(f.column(u"SELECT source || ' ' || what || ' ' || actor_name "_s + story),
             QStringList({u"status submitted Somebody Old"_s, u"comment comment vp"_s}));
    QCOMPARE(f.column(u"SELECT occurred_at "_s + story), QStringList({u"2024-03-04T10:00:00.000Z"_s, u"2024-03-04T10:00:00.000Z"_s}));
    QCOMPARE(f.value(u"SELECT last_number FROM reference_counters WHERE year = 2024"_s).toInt(), 17);
    f.done(u"import"_s, u"admin"_s, {}, oldDeal(u"7"_s)); // the same reference: the next of its year
    QCOMPARE(f.value(u"SELECT reference_number FROM deals ORDER BY id DESC LIMIT 1"_s).toString(), u"DEAL-2024-018"_s);
}

void TestAdminCommands::importsNothingTwice()
{
    CommandFixture f;
    f.done(u"import"_s, u"admin"_s, {}, oldDeal(u"6"_s));
    const int deals = f.value(u"SELECT count(*) FROM deals"_s).toInt();
    const QJsonObject again = f.done(u"import"_s, u"admin"_s, {}, oldDeal(u"6"_s));
    QCOMPARE(again.value("already"_L1).toBool(), true);
    QCOMPARE(f.value(u"SELECT count(*) FROM deals"_s).toInt(), deals);
    const QJsonObject client{{u"source"_s, u"prototype"_s},
                             {u"kind"_s, u"advertiser"_s},
                             {u"key"_s, u"1"_s},
                             {u"row"_s, QJsonObject{{u"name"_s, u"NORTHWIND outdoor"_s}}}};
    f.done(u"import"_s, u"admin"_s, {}, client);
    QCOMPARE(f.column(u"SELECT name FROM advertisers"_s), QStringList(u"Northwind Outdoor"_s));
}

void TestAdminCommands::goesOnWithAnImportedDeal()
{
    CommandFixture f;
    const qint64 deal = f.done(u"import"_s, u"admin"_s, {}, oldDeal(u"6"_s)).value("deal_id"_L1).toInteger();
    QCOMPARE(f.refusal(u"decide"_s, u"finance2"_s, deal, f.decision(1, u"approve"_s)), u"already_decided"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    // a decision made here is taken back, one of the prototype is not
    const auto task = [&](const QString &department) {
        return QJsonObject{{u"approval_id"_s, f.value(u"SELECT id FROM deal_approvals WHERE department = ?"_s, {department}).toLongLong()}};
    };
    QCOMPARE(f.refusal(u"rescind"_s, u"finance"_s, deal, task(u"finance"_s)), u"forbidden"_s);
    f.done(u"rescind"_s, u"trading"_s, deal, task(u"trading"_s));
    QCOMPARE(f.value(u"SELECT status FROM deal_approvals WHERE department = 'trading'"_s).toString(), u"pending"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    f.decide(u"vp"_s, deal, u"vp"_s);
    QCOMPARE(f.statusOf(deal), u"approved"_s);
    QCOMPARE(f.value(u"SELECT previous_status FROM deal_status_history ORDER BY id DESC LIMIT 1"_s).toString(), u"under_review"_s);
}

void TestAdminCommands::importsAllOrNothing()
{
    CommandFixture f;
    QJsonObject arguments = oldDeal(u"6"_s);
    QJsonObject row = arguments.value("row"_L1).toObject();
    row[u"comments"_s] = QJsonArray{QJsonObject{{u"author"_s, u"a stranger"_s}, {u"body"_s, u"x"_s}}};
    arguments[u"row"_s] = row;
    QCOMPARE(f.refusal(u"import"_s, u"admin"_s, {}, arguments), u"not_found"_s);
    row[u"comments"_s] = QJsonArray{QJsonObject{{u"body"_s, u""_s}}};
    arguments[u"row"_s] = row;
    QVERIFY(f.refusal(u"import"_s, u"admin"_s, {}, arguments).contains("check constraint"_L1, Qt::CaseInsensitive));
}

QTEST_GUILESS_MAIN(TestAdminCommands)
#include "tst_admin_commands.moc"
