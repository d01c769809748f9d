#include "support/services/services_fixture.h"

#include "data/rows.h"
#include "services/admin_service.h"
#include "services/password.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

class TestAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashesAndVerifies();
    void makesTheFirstAdministratorOnce();
    void signsInWhoeverKnowsThePassword();
    void refusesUnknownNamesAndWrongPasswordsAlike();
    void tellsOfASwitchedOffAccountOnlyWithItsPassword();
    void changesAPassword();
    void refusesShortPasswords();
    void storesNoPassword();
};

void TestAccounts::hashesAndVerifies()
{
    const QString verifier = *await(hashPassword(u"pässword ☃"_s, PasswordCost::minimal()));
    QVERIFY(verifier.startsWith("$argon2id$"_L1));
    QVERIFY(await(verifyPassword(u"pässword ☃"_s, verifier)));
    QVERIFY(!await(verifyPassword(u"pässword"_s, verifier)));
    QVERIFY(!await(verifyPassword({}, verifier)));
    QVERIFY(!await(verifyPassword({}, {})));
    QVERIFY(!await(verifyPassword(u"x"_s, u"not a verifier"_s)));
    // the cost that people get: libsodium's interactive one, 64 MiB
    QVERIFY((*await(hashPassword(u"x"_s, PasswordCost::interactive()))).startsWith("$argon2id$v=19$m=65536,t=2,p=1$"_L1));
}

void TestAccounts::makesTheFirstAdministratorOnce()
{
    const QTemporaryDir folder;
    const auto workspace = awaitValue(Workspace::open({folder.filePath(u"new.db"_s)}));
    workspace->setPasswordCost(PasswordCost::minimal());
    const AccountService accounts(workspace);
    QVERIFY(awaitValue(accounts.needsFirstAdmin()));
    const NewAccount first{u" ann "_s, u"ann@example.com"_s, u"Ann"_s, u"Lee"_s, kPassword};
    QVERIFY(await(accounts.createFirstAdmin(first)).has_value());
    QVERIFY(!awaitValue(accounts.needsFirstAdmin()));
    const SignedIn ann = awaitValue(accounts.signIn(u"Ann"_s, kPassword)); // names are the same in any case
    QCOMPARE(ann.actor.role, Role::Admin);
    QCOMPARE(ann.actor.displayName, u"Ann Lee"_s);
    QVERIFY(!ann.mustChangePassword);
    const Status second = await(accounts.createFirstAdmin({u"bob"_s, u"bob@example.com"_s, {}, {}, kPassword}));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Forbidden);
}

void TestAccounts::signsInWhoeverKnowsThePassword()
{
    ServicesFixture fixture;
    const Actor vp = fixture.session(u"vp"_s)->actor();
    QCOMPARE(vp.role, Role::Approver);
    QCOMPARE(vp.approvalLevel, u"vp"_s);
    QVERIFY(vp.approvalRank > fixture.session(u"director"_s)->actor().approvalRank);
    const Actor finance = fixture.reviewer(Department::Finance).actor();
    QCOMPARE(finance.department, std::optional(Department::Finance));
    QCOMPARE(finance.approvalRank, -1);
}

void TestAccounts::refusesUnknownNamesAndWrongPasswordsAlike()
{
    ServicesFixture fixture;
    const AccountService accounts(fixture.workspace());
    for (const auto &[name, password] :
         {std::pair{u"nobody"_s, kPassword}, {u"seller"_s, u"wrong horse"_s}, {u""_s, u""_s}, {u"seller' OR '1'='1"_s, u""_s}}) {
        const auto refused = await(accounts.signIn(name, password));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadCredentials);
    }
}

void TestAccounts::tellsOfASwitchedOffAccountOnlyWithItsPassword()
{
    if (isOnPostgresql())
        QSKIP("the server looks at passwords itself: server/tst_server_accounts");
    ServicesFixture fixture;
    const auto reference = awaitValue(ReferenceService(fixture.admin()).load());
    for (Person person : reference->people) {
        if (person.username != "seller2"_L1)
            continue;
        person.isActive = false;
        QVERIFY(await(AdminService(fixture.admin()).savePerson(person, {})).has_value());
    }
    const AccountService accounts(fixture.workspace());
    const auto off = await(accounts.signIn(u"seller2"_s, kPassword));
    QVERIFY(!off);
    QCOMPARE(off.error().code, ErrorCode::AccountInactive);
    const auto wrong = await(accounts.signIn(u"seller2"_s, u"wrong horse"_s));
    QCOMPARE(wrong.error().code, ErrorCode::BadCredentials);
}

void TestAccounts::changesAPassword()
{
    if (isOnPostgresql())
        QSKIP("the server looks at passwords itself: server/tst_server_accounts");
    ServicesFixture fixture;
    const AccountService accounts(fixture.workspace());
    const Actor seller = fixture.seller().actor();
    const Status wrong = await(accounts.changePassword(seller, u"wrong horse"_s, u"battery staple"_s));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::BadCredentials);
    QVERIFY(await(accounts.changePassword(seller, kPassword, u"battery staple"_s)).has_value());
    QVERIFY(!await(accounts.signIn(u"seller"_s, kPassword)));
    QVERIFY(await(accounts.signIn(u"seller"_s, u"battery staple"_s)).has_value());
    // one that an administrator gives must be changed
    const auto reference = awaitValue(ReferenceService(fixture.admin()).load());
    const auto person = std::find_if(reference->people.begin(), reference->people.end(),
                                     [](const Person &p) { return p.username == "seller"_L1; });
    QVERIFY(person != reference->people.end());
    QVERIFY(await(AdminService(fixture.admin()).savePerson(*person, u"given by admin"_s)).has_value());
    const SignedIn reset = awaitValue(accounts.signIn(u"seller"_s, u"given by admin"_s));
    QVERIFY(reset.mustChangePassword);
    QVERIFY(await(accounts.changePassword(reset.actor, u"given by admin"_s, kPassword)).has_value());
    QVERIFY(!awaitValue(accounts.signIn(u"seller"_s, kPassword)).mustChangePassword);
}

void TestAccounts::refusesShortPasswords()
{
    ServicesFixture fixture;
    const AccountService accounts(fixture.workspace());
    const Status refused = await(accounts.changePassword(fixture.seller().actor(), kPassword, u"123456789"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().data.value("minimum"_L1).toInt(), AccountService::kMinimumPasswordLength);
}

void TestAccounts::storesNoPassword()
{
    if (isOnPostgresql())
        QSKIP("the server looks at passwords itself: server/tst_server_accounts");
    ServicesFixture fixture;
    auto future = fixture.workspace()->executor().run([](Connection &connection) {
        return readRows(connection, u"SELECT password FROM users UNION ALL SELECT result FROM command_log"_s, {},
                        [](const Query &row) { return row.text(0); });
    });
    future.waitForFinished();
    const QStringList stored = future.result().value();
    QVERIFY(stored.size() > 14);
    for (const QString &text : stored)
        QVERIFY(!text.contains(kPassword));
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
