#include "services/admin_service.h"
#include "services/reference_service.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/pg_test_database.h"
#include "support/services/services_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Passwords where the server looks at them: through TLS, as a person at a desk signs in.
class TestServerAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void signsInWhoeverKnowsThePassword();
    void changesOnesOwnPassword();
    void takesAPasswordFromAnAdministratorForOnce();
    void letsNobodyInWhoIsSwitchedOff();
    void storesNoPassword();

private:
    Result<std::shared_ptr<Workspace>> open(const QString &username, const QString &password);
    Person person(const QString &username);
    Psql psql() { return static_cast<PgTestDatabase &>(m_desk->database()).psql(); }

    std::unique_ptr<ServicesFixture> m_desk;
};

void TestServerAccounts::init()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    m_desk = std::make_unique<ServicesFixture>();
}

Result<std::shared_ptr<Workspace>> TestServerAccounts::open(const QString &username, const QString &password)
{
    ServerLocation server = *m_desk->location(username).server;
    server.hosts = {{u"localhost"_s, PgCluster::shared().port()}};
    server.tls = TlsMode::VerifyFull;
    server.rootCertificate = PgCluster::certificate(u"ca"_s);
    server.secret = [password] { return Result<QString>(password); };
    return await(Workspace::open({{}, std::make_shared<const ServerLocation>(server)}, Workspace::Upkeep::None));
}

Person TestServerAccounts::person(const QString &username)
{
    const auto reference = awaitValue(ReferenceService(m_desk->admin()).load());
    for (const Person &person : reference->people) {
        if (person.username == username)
            return person;
    }
    qFatal("there is no %s", qPrintable(username));
}

void TestServerAccounts::signsInWhoeverKnowsThePassword()
{
    const auto workspace = open(u"seller"_s, kPassword);
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().detail));
    QCOMPARE(awaitValue(AccountService(*workspace).signIn(u"seller"_s, kPassword)).actor.role, Role::Seller);
    for (const auto &[name, password] : {std::pair{u"seller"_s, u"wrong horse"_s}, {u"nobody"_s, kPassword}, {u"seller"_s, QString()}}) {
        const auto refused = open(name, password);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
    }
}

void TestServerAccounts::changesOnesOwnPassword()
{
    const auto workspace = *open(u"seller"_s, kPassword);
    const AccountService accounts(workspace);
    const Actor seller = awaitValue(accounts.signIn(u"seller"_s, kPassword)).actor;
    const Status wrong = await(accounts.changePassword(seller, u"wrong horse"_s, u"battery staple"_s));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::BadCredentials);
    const Status changed = await(accounts.changePassword(seller, kPassword, u"battery staple"_s));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    QVERIFY(!open(u"seller"_s, kPassword));
    QVERIFY(open(u"seller"_s, u"battery staple"_s));
}

void TestServerAccounts::takesAPasswordFromAnAdministratorForOnce()
{
    QVERIFY(await(AdminService(m_desk->admin()).savePerson(person(u"seller2"_s), u"given by admin"_s)));
    QVERIFY(!open(u"seller2"_s, kPassword));
    const auto workspace = open(u"seller2"_s, u"given by admin"_s);
    QVERIFY(workspace);
    QVERIFY(awaitValue(AccountService(*workspace).signIn(u"seller2"_s, u"given by admin"_s)).mustChangePassword);
}

void TestServerAccounts::letsNobodyInWhoIsSwitchedOff()
{
    Person leaver = person(u"seller2"_s);
    leaver.isActive = false;
    QVERIFY(await(AdminService(m_desk->admin()).savePerson(leaver, {})));
    // the server tells a stranger nothing, and somebody with the right password that they may not come in
    QCOMPARE(open(u"seller2"_s, u"wrong horse"_s).error().code, ErrorCode::AccessDenied);
    QCOMPARE(open(u"seller2"_s, kPassword).error().code, ErrorCode::AccessDenied);
}

void TestServerAccounts::storesNoPassword()
{
    const QStringList stored = psql()
                                   .must(u"SELECT coalesce(rolpassword, '') FROM pg_authid UNION ALL SELECT result::text FROM "
                                         "dealdesk.command_log UNION ALL SELECT u::text FROM dealdesk.users u"_s)
                                   .column();
    QVERIFY(stored.size() > 14);
    for (const QString &text : stored)
        QVERIFY(!text.contains(kPassword));
}

QTEST_GUILESS_MAIN(TestServerAccounts)
#include "tst_server_accounts.moc"
