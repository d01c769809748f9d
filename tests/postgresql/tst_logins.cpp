#include "data/client_contract.h"
#include "sql/command_fixture.h"
#include "support/postgres/pg_test_database.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// A login per person: made, adopted, renamed, switched off with the person, and never anything that is more than a person's.
class TestLogins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void makesALogin_data();
    void makesALogin();
    void takesVerifiersOnly_data();
    void takesVerifiersOnly();
    void refusesWhatIsMoreThanALogin_data();
    void refusesWhatIsMoreThanALogin();
    void adoptsALoginThatIsThere();
    void saysWhenItMayNotMakeLogins();
    void switchesOffWhoeverLeaves();
    void refusesTheNextCommandWhereItMayNotEndSessions();
    void renamesALoginWithItsPerson();
    void makesNoLoginForImportedPeople();
    void leavesTheKeeperToTheCommands();

private:
    Result<QJsonObject> save(const QString &username, QJsonObject more = {}, std::optional<qint64> version = {});
    PgTestDatabase &database() { return static_cast<PgTestDatabase &>(m_desk->database()); }
    QString answer(const QString &sql) { return database().psql().must(sql).text(); }

    std::unique_ptr<CommandFixture> m_desk;
};

void TestLogins::init()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    m_desk = std::make_unique<CommandFixture>();
}

Result<QJsonObject> TestLogins::save(const QString &username, QJsonObject more, std::optional<qint64> version)
{
    QJsonObject person{{u"username"_s, username}, {u"email"_s, u"somebody.new@example.com"_s}, {u"role"_s, u"seller"_s}};
    for (auto value = more.constBegin(); value != more.constEnd(); ++value)
        person.insert(value.key(), value.value());
    return m_desk->runOn(version, u"save_user"_s, u"admin"_s, person);
}

void TestLogins::makesALogin_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"newcomer", "o'brien", "Ann \"Lee\"", "x; DROP TABLE dealdesk.users --", "ann@example.com", "ännchen", "%I", "a\\b"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestLogins::makesALogin()
{
    QFETCH(const QString, name);
    const auto saved = save(name, {{u"password"_s, testVerifier()}});
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    const auto role = database().psql().must(
        u"SELECT rolcanlogin, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls, "
        "rolpassword FROM pg_authid WHERE rolname = $1"_s,
        {name});
    QCOMPARE(role.rows.size(), 1);
    QCOMPARE(role.rows.first().at(0), QByteArray("t"));
    QCOMPARE(role.rows.first().at(1), QByteArray("f"));
    QCOMPARE(role.rows.first().at(2), testVerifier().toUtf8());
    auto session = Connection::open(database().location(name), Connection::Role::Main);
    QVERIFY(session);
    const auto draft = (*session)->command(
        {u"cmd_save_draft"_s, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}, {}, {{u"draft"_s, CommandFixture::draft()}}});
    QVERIFY2(draft, draft ? "" : qPrintable(draft.error().detail));
}

void TestLogins::takesVerifiersOnly_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("clear text") << u"correct horse"_s;
    QTest::newRow("md5") << u"md5c52e4b2c9d9d8d5c1d0b8f6f0b0a1c2d"_s;
    QTest::newRow("one iteration") << testVerifier().replace(u"$4096:"_s, u"$1:"_s);
    QTest::newRow("a short salt") << u"SCRAM-SHA-256$4096:ZGVhbA==$%1"_s.arg(testVerifier().section(u'$', 2));
    QTest::newRow("something behind") << testVerifier() + u"' VALID UNTIL 'infinity"_s;
    QTest::newRow("a line behind") << testVerifier() + u'\n';
    QTest::newRow("nothing") << u""_s;
}

void TestLogins::takesVerifiersOnly()
{
    QFETCH(const QString, password);
    const auto saved = save(u"newcomer"_s, {{u"password"_s, password}});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Invalid);
    QCOMPARE(answer(u"SELECT count(*) FROM pg_roles WHERE rolname = 'newcomer'"_s), u"0"_s);
    const auto changed = m_desk->run(u"change_password"_s, u"seller"_s, {}, {{u"password"_s, password}});
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, ErrorCode::Invalid);
}

void TestLogins::refusesWhatIsMoreThanALogin_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("making");
    QTest::newRow("superuser") << u"postgres"_s << u"SELECT"_s;
    QTest::newRow("our group") << u"dealdesk_user"_s << u"SELECT"_s;
    QTest::newRow("our owner") << u"dealdesk_owner"_s << u"SELECT"_s;
    QTest::newRow("a name of ours") << u"dealdesk_anything"_s << u"SELECT"_s;
    QTest::newRow("the server's") << u"pg_monitor"_s << u"SELECT"_s;
    QTest::newRow("a name of the server's") << u"pg_anything"_s << u"SELECT"_s;
    QTest::newRow("public") << u"public"_s << u"SELECT"_s;
    QTest::newRow("longer than a name") << QString(64, u'x') << u"SELECT"_s;
    QTest::newRow("group") << u"sales"_s << u"CREATE ROLE sales NOLOGIN"_s;
    QTest::newRow("createrole") << u"hr"_s << u"CREATE ROLE hr LOGIN CREATEROLE"_s;
    QTest::newRow("createdb") << u"dev"_s << u"CREATE ROLE dev LOGIN CREATEDB"_s;
    QTest::newRow("bypassrls") << u"audit"_s << u"CREATE ROLE audit LOGIN BYPASSRLS"_s;
    QTest::newRow("replication") << u"copy"_s << u"CREATE ROLE copy LOGIN REPLICATION"_s;
    QTest::newRow("reads everything") << u"bi"_s << u"CREATE ROLE bi LOGIN; GRANT pg_read_all_data TO bi"_s;
    QTest::newRow("owner's member") << u"dba"_s << u"CREATE ROLE dba LOGIN; GRANT dealdesk_owner TO dba"_s;
    QTest::newRow("by way of a group") << u"eve"_s << u"CREATE ROLE hidden CREATEROLE; CREATE ROLE eve LOGIN; GRANT hidden TO eve"_s;
}

void TestLogins::refusesWhatIsMoreThanALogin()
{
    QFETCH(const QString, name);
    QFETCH(const QString, making);
    database().psql().must(making);
    const auto saved = save(name);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Invalid);
    QCOMPARE(saved.error().data.value("field"_L1).toString(), u"username"_s);
    QCOMPARE(answer(u"SELECT count(*) FROM dealdesk.users WHERE email = 'somebody.new@example.com'"_s), u"0"_s);
}

void TestLogins::adoptsALoginThatIsThere()
{
    database().psql().must(u"CREATE ROLE ldap_lisa LOGIN"_s);
    const auto withPassword = save(u"ldap_lisa"_s, {{u"password"_s, testVerifier()}});
    QVERIFY(!withPassword);
    QCOMPARE(withPassword.error().code, ErrorCode::Forbidden);
    const auto saved = save(u"ldap_lisa"_s);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(answer(u"SELECT login_managed FROM dealdesk.users WHERE username = 'ldap_lisa'"_s), u"f"_s);
    Psql lisa = database().psql(u"ldap_lisa"_s);
    QVERIFY(lisa.must(u"SELECT dealdesk.me()"_s).integer() > 0);
    const auto changing = m_desk->run(u"change_password"_s, u"ldap_lisa"_s, {}, {{u"password"_s, testVerifier()}});
    QCOMPARE(changing.error().code, ErrorCode::Forbidden);
    const qint64 id = saved->value("id"_L1).toInteger();
    QVERIFY(save(u"ldap_lisa"_s, {{u"id"_s, id}, {u"is_active"_s, 0}}, 1));
    QCOMPARE(answer(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'ldap_lisa'"_s), u"t"_s); // not ours to switch off
    Psql later = database().psql(u"ldap_lisa"_s);
    QCOMPARE(later.must(u"SELECT count(*) FROM dealdesk.user_list"_s).integer(), 0);
}

void TestLogins::saysWhenItMayNotMakeLogins()
{
    Psql superuser = database().psql();
    superuser.must(u"CREATE ROLE cloud_carl LOGIN; ALTER ROLE dealdesk_logins NOCREATEROLE"_s);
    const auto made = save(u"newcomer"_s);
    const auto adopted = save(u"cloud_carl"_s);
    superuser.must(u"ALTER ROLE dealdesk_logins CREATEROLE"_s);
    QVERIFY(!made);
    QCOMPARE(made.error().data.value("field"_L1).toString(), u"login"_s);
    QVERIFY2(adopted, adopted ? "" : qPrintable(adopted.error().detail));
    QVERIFY(database().psql(u"cloud_carl"_s).must(u"SELECT dealdesk.me()"_s).integer() > 0);
}

void TestLogins::switchesOffWhoeverLeaves()
{
    Psql open = database().psql(u"finance"_s);
    QVERIFY(open.run(u"SELECT 1"_s).worked());
    const qint64 id = m_desk->user(u"finance"_s);
    const QJsonObject finance{{u"id"_s, id}, {u"role"_s, u"department_reviewer"_s}, {u"department"_s, u"finance"_s}};
    QJsonObject off = finance;
    off.insert(u"is_active"_s, 0);
    const auto saved = save(u"finance"_s, off, 1);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QTRY_VERIFY(!open.run(u"SELECT 1"_s).worked());
    QVERIFY(!database().psql(u"finance"_s).isOpen());
    QVERIFY(save(u"finance"_s, finance, 2));
    QVERIFY(database().psql(u"finance"_s).isOpen());
}

void TestLogins::refusesTheNextCommandWhereItMayNotEndSessions()
{
    Psql superuser = database().psql();
    superuser.must(u"REVOKE pg_signal_backend FROM dealdesk_logins"_s);
    Psql open = database().psql(u"seller2"_s);
    const auto saved = save(u"seller2"_s, {{u"id"_s, m_desk->user(u"seller2"_s)}, {u"is_active"_s, 0}}, 1);
    superuser.must(u"GRANT pg_signal_backend TO dealdesk_logins"_s);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    const PgAnswer refused = open.run(u"SELECT dealdesk.cmd_save_draft(gen_random_uuid(), %1, NULL, NULL, '{}')"_s.arg(kClientContract));
    QCOMPARE(refused.sqlState, QByteArray("DD403"));
    QCOMPARE(refused.message, u"dealdesk:account_inactive"_s);
    QCOMPARE(open.must(u"SELECT count(*) FROM dealdesk.user_list"_s).integer(), 0);
}

void TestLogins::renamesALoginWithItsPerson()
{
    const qint64 id = m_desk->user(u"seller2"_s);
    QVERIFY(save(u"Seller Too"_s, {{u"id"_s, id}}, 1));
    QCOMPARE(database().psql(u"Seller Too"_s).must(u"SELECT dealdesk.me()"_s).integer(), id);
    QVERIFY(!database().psql(u"seller2"_s).isOpen());
    const auto taken = save(u"postgres"_s, {{u"id"_s, id}}, 2);
    QCOMPARE(taken.error().code, ErrorCode::Invalid);
    QVERIFY(save(u"seller2"_s, {{u"id"_s, id}}, 2));
}

void TestLogins::makesNoLoginForImportedPeople()
{
    const QJsonObject row{{u"username"_s, u"old_olga"_s}, {u"email"_s, u"olga@example.com"_s}, {u"role"_s, u"seller"_s}};
    m_desk->done(u"import"_s, u"admin"_s, {}, {{u"source"_s, u"prototype"_s}, {u"kind"_s, u"user"_s}, {u"key"_s, u"1"_s}, {u"row"_s, row}});
    QCOMPARE(answer(u"SELECT count(*) FROM pg_roles WHERE rolname = 'old_olga'"_s), u"0"_s);
    QVERIFY(save(u"old_olga"_s, {{u"id"_s, m_desk->user(u"old_olga"_s)}, {u"password"_s, testVerifier()}}, 1));
    QCOMPARE(answer(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'old_olga'"_s), u"t"_s);
}

void TestLogins::leavesTheKeeperToTheCommands()
{
    for (const QString &who : {u"admin"_s, u"seller"_s}) {
        Psql session = database().psql(who);
        for (const QString &call : {u"open_login('evil', NULL)"_s, u"set_login_verifier('admin', NULL)"_s,
                                    u"switch_login('admin', false)"_s, u"rename_login('admin', 'x')"_s, u"end_sessions('admin')"_s})
            QCOMPARE(session.run(u"SELECT dealdesk_steps."_s + call).sqlState, QByteArray("42501"));
    }
}

QTEST_GUILESS_MAIN(TestLogins)
#include "tst_logins.moc"
