#include "security_database.h"

#include <QSet>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dealdesk::test;

/// Every role, object and right there is, against the short list of what is meant (privileges.txt).
class TestPrivileges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_database->session().must(u"BEGIN"_s); }
    void cleanup() { m_database->session().must(u"ROLLBACK"_s); }
    void grantsWhatIsMeant();
    void asksEnough();
    void noticesAGrant_data();
    void noticesAGrant();

private:
    std::optional<SecurityDatabase> m_database;
};

void TestPrivileges::initTestCase()
{
    if (const QString obstacle = SecurityDatabase::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    m_database.emplace();
}

void TestPrivileges::grantsWhatIsMeant()
{
    const auto [unexpected, missing] = m_database->privilegeDifferences();
    QVERIFY2(unexpected.isEmpty(), qPrintable("not meant:\n"_L1 + unexpected.join(u'\n') + "\nmeant:\n"_L1 + missing.join(u'\n')));
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestPrivileges::asksEnough()
{
    const QString asked = m_database->session().must(SecurityDatabase::text(u"privileges.sql"_s)).column().last();
    QVERIFY(asked.startsWith(u"~ "));
    QVERIFY2(asked.mid(2).toInt() > 1'500, qPrintable(asked));
}

void TestPrivileges::noticesAGrant_data()
{
    QTest::addColumn<QString>("grant");
    for (const char *grant :
         {"GRANT SELECT ON dealdesk.command_log TO dealdesk_user", "GRANT SELECT (login_managed) ON dealdesk.users TO dealdesk_user",
          "GRANT DELETE ON dealdesk.deals TO dealdesk_commands", "GRANT UPDATE (created_at) ON dealdesk.deals TO dealdesk_commands",
          "GRANT CREATE ON SCHEMA dealdesk TO dealdesk_user", "GRANT USAGE ON SCHEMA dealdesk_steps TO dealdesk_user",
          "GRANT EXECUTE ON FUNCTION dealdesk.cmd_create_first_admin(uuid, integer, bigint, bigint, text) TO dealdesk_user",
          "GRANT EXECUTE ON FUNCTION lo_create(oid) TO PUBLIC", "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC",
          "GRANT USAGE ON SEQUENCE dealdesk.deals_id_seq TO dealdesk_user", "GRANT dealdesk_commands TO sally",
          "GRANT INSERT ON dealdesk.deals TO sally", "GRANT USAGE ON SCHEMA dealdesk TO PUBLIC", "ALTER ROLE dealdesk_user SUPERUSER",
          "REVOKE SELECT ON dealdesk.deal_list FROM dealdesk_user", "REVOKE dealdesk_user FROM sally"})
        QTest::newRow(grant) << QString::fromLatin1(grant);
}

void TestPrivileges::noticesAGrant()
{
    QFETCH(const QString, grant);
    m_database->session().must(grant);
    const auto [unexpected, missing] = m_database->privilegeDifferences();
    QVERIFY(!unexpected.isEmpty() || !missing.isEmpty());
}

QTEST_GUILESS_MAIN(TestPrivileges)
#include "tst_privileges.moc"
