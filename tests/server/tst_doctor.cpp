#include "services/doctor/checks.h"
#include "services/doctor/doctor.h"
#include "services/server_setup.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/psql.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Each check finds what was broken for it on a real cluster, and nothing any more when that is mended.
class TestDoctor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksOnlyWhatItHasSentencesFor();
    void finds_data();
    void finds();
    void findsWhatAServerIsStartedWith();
    void saysThatNothingIsSetUp();
    void tellsOfAnotherEncoding();
    void tellsOfAnAddressThatBelievesAnybody();
    void isContentWithCarefulSettings();

private:
    static DatabaseLocation location(const PgCluster &cluster, const QString &database, const QString &user);
    static void setUp(const PgCluster &cluster, const QString &database);
    static QSet<QString> found(const PgCluster &cluster, const QString &database = u"desk"_s, const QString &user = u"steward"_s);

    QSet<QString> m_before;
};

DatabaseLocation TestDoctor::location(const PgCluster &cluster, const QString &database, const QString &user)
{
    ServerLocation server;
    server.hosts = {{cluster.socketFolder(), cluster.port()}};
    server.database = database;
    server.username = user;
    server.tls = TlsMode::Off;
    return {{}, std::make_shared<const ServerLocation>(server)};
}

void TestDoctor::setUp(const PgCluster &cluster, const QString &database)
{
    Psql postgres(cluster.connectionText(u"postgres"_s));
    postgres.must(u"CREATE ROLE steward LOGIN CREATEROLE"_s);
    postgres.must(u"CREATE DATABASE %1 OWNER steward"_s.arg(database));
    ServerSetup setup;
    setup.admin = NewAccount{u"ada"_s, u"ada@example.com"_s, u"Ada"_s, u"Admin"_s, {}};
    setup.adminPassword = [] { return u"correct horse"_s; };
    const Status done = setUpServer(location(cluster, database, u"steward"_s), setup);
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

QSet<QString> TestDoctor::found(const PgCluster &cluster, const QString &database, const QString &user)
{
    const auto findings = examine(location(cluster, database, user));
    if (!findings)
        qFatal("%s", qPrintable(findings.error().detail));
    QSet<QString> names;
    for (const Finding &finding : *findings) {
        names.insert(finding.check);
        if (finding.what.isEmpty() || finding.remedy.isEmpty() || finding.what.contains("%1"_L1) || finding.remedy.contains("%1"_L1))
            qFatal("%s is not told in a sentence", qPrintable(finding.check));
    }
    return names;
}

void TestDoctor::initTestCase()
{
    setUp(PgCluster::shared(), u"desk"_s);
    // some settings are for those only who may see them all
    Psql(PgCluster::shared().connectionText(u"postgres"_s)).must(u"GRANT pg_read_all_settings TO steward"_s);
    m_before = found(PgCluster::shared());
}

void TestDoctor::asksOnlyWhatItHasSentencesFor()
{
    QStringList told;
    for (const Check &check : checks())
        told += QString::fromLatin1(check.name) + ".sql"_L1;
    told.sort();
    QCOMPARE(QDir(u":/sql/postgresql/doctor"_s).entryList(QDir::Files, QDir::Name), told);
}

void TestDoctor::finds_data()
{
    QTest::addColumn<QString>("breaking");
    QTest::addColumn<QString>("mending");
    const auto row = [](const char *check, const char *breaking, const char *mending) {
        QTest::newRow(check) << QString::fromLatin1(breaking) << QString::fromLatin1(mending);
    };
    row("isolation", "ALTER DATABASE desk SET default_transaction_isolation = 'serializable'",
        "ALTER DATABASE desk RESET default_transaction_isolation");
    row("password_encryption", "ALTER DATABASE desk SET password_encryption = 'md5'", "ALTER DATABASE desk RESET password_encryption");
    row("values_in_log", "ALTER DATABASE desk SET log_statement = 'all'", "ALTER DATABASE desk RESET log_statement");
    row("idle_transactions", "ALTER DATABASE desk RESET idle_in_transaction_session_timeout",
        "ALTER DATABASE desk SET idle_in_transaction_session_timeout = '60s'");
    row("synchronous_standby", "ALTER SYSTEM SET synchronous_standby_names = 'somewhere'", "ALTER SYSTEM RESET synchronous_standby_names");
    row("unused_slots", "SELECT pg_create_physical_replication_slot('nobodys', true)", "SELECT pg_drop_replication_slot('nobodys')");
    row("tls_minimum", "ALTER SYSTEM SET ssl_min_protocol_version = 'TLSv1'", "ALTER SYSTEM RESET ssl_min_protocol_version");
    row("role_missing", "ALTER ROLE dealdesk_user RENAME TO somebody_else", "ALTER ROLE somebody_else RENAME TO dealdesk_user");
    row("role_attributes", "ALTER ROLE dealdesk_commands BYPASSRLS", "ALTER ROLE dealdesk_commands NOBYPASSRLS");
    row("group_memberships", "GRANT pg_read_all_data TO dealdesk_user", "REVOKE pg_read_all_data FROM dealdesk_user");
    row("keeper_cannot_create", "ALTER ROLE dealdesk_logins NOCREATEROLE", "ALTER ROLE dealdesk_logins CREATEROLE");
    row("keeper_cannot_hand_on", "REVOKE ADMIN OPTION FOR dealdesk_user FROM dealdesk_logins",
        "GRANT dealdesk_user TO dealdesk_logins WITH ADMIN OPTION");
    row("keeper_cannot_end_sessions", "REVOKE pg_signal_backend FROM dealdesk_logins", "GRANT pg_signal_backend TO dealdesk_logins");
    row("public_connect", "GRANT TEMPORARY ON DATABASE desk TO PUBLIC", "REVOKE TEMPORARY ON DATABASE desk FROM PUBLIC");
    row("public_create", "GRANT CREATE ON SCHEMA public TO dealdesk_user", "REVOKE CREATE ON SCHEMA public FROM dealdesk_user");
    row("row_security", "ALTER TABLE dealdesk.deals NO FORCE ROW LEVEL SECURITY", "ALTER TABLE dealdesk.deals FORCE ROW LEVEL SECURITY");
    row("objects_altered", "GRANT UPDATE ON dealdesk.deals TO dealdesk_user", "REVOKE UPDATE ON dealdesk.deals FROM dealdesk_user");
    row("objects_missing", "ALTER INDEX dealdesk.idx_deals_owner_created RENAME TO gone",
        "ALTER INDEX dealdesk.gone RENAME TO idx_deals_owner_created");
    row("objects_added", "CREATE FUNCTION dealdesk.cmd_mine() RETURNS int LANGUAGE sql AS 'SELECT 1'", "DROP FUNCTION dealdesk.cmd_mine()");
    row("server_upgraded", "UPDATE dealdesk.stored_objects SET fingerprint = 'older' WHERE kind = 'server'",
        "UPDATE dealdesk.stored_objects s SET fingerprint = o.fingerprint FROM dealdesk_steps.catalog_objects o WHERE o.kind = 'server' "
        "AND s.kind = 'server'");
    row("indexes_invalid",
        "UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 'dealdesk.idx_deals_owner_created'::regclass",
        "UPDATE pg_catalog.pg_index SET indisvalid = true WHERE indexrelid = 'dealdesk.idx_deals_owner_created'::regclass");
    row("version", "UPDATE dealdesk.stored_logic SET digest = 'another', loaded_by = '0.0.1'",
        "UPDATE dealdesk.stored_logic SET loaded_by = '99.0'");
    row("nobody", "UPDATE dealdesk.users SET is_active = false", "UPDATE dealdesk.users SET is_active = true");
    row("people_without_login", "ALTER ROLE ada NOLOGIN", "ALTER ROLE ada LOGIN");
    row("people_with_power", "ALTER ROLE ada SUPERUSER", "ALTER ROLE ada NOSUPERUSER");
    row("logins_without_person", "CREATE ROLE stranger LOGIN; GRANT dealdesk_user TO stranger", "DROP ROLE stranger");
    row("inactive_with_login", "UPDATE dealdesk.users SET is_active = false", "UPDATE dealdesk.users SET is_active = true");
    row("change_feed", "INSERT INTO dealdesk.change_feed (topic, deal_id) SELECT 'deal', n FROM generate_series(1, 100001) n",
        "DELETE FROM dealdesk.change_feed");
    row("maintenance", "UPDATE dealdesk.deployment SET maintenance = 'back at noon'", "UPDATE dealdesk.deployment SET maintenance = NULL");
}

void TestDoctor::finds()
{
    QFETCH(const QString, breaking);
    QFETCH(const QString, mending);
    const QString check = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY2(!m_before.contains(check), "is found without being broken");
    Psql superuser(PgCluster::shared().connectionText(u"desk"_s));
    superuser.must(breaking);
    superuser.must(u"SELECT pg_reload_conf()"_s);
    QTRY_VERIFY(found(PgCluster::shared()).contains(check));
    superuser.must(u"SET synchronous_commit = local"_s); // nothing waits for a standby that is not there
    superuser.must(mending);
    superuser.must(u"SELECT pg_reload_conf()"_s);
    QTRY_COMPARE(found(PgCluster::shared()), m_before);
}

void TestDoctor::findsWhatAServerIsStartedWith()
{
    const PgCluster cluster(
        {u"max_prepared_transactions=5"_s, u"max_connections=8"_s, u"ssl=off"_s, u"fsync=off"_s, u"archive_mode=off"_s});
    setUp(cluster, u"desk"_s);
    const QSet<QString> names = found(cluster);
    for (const QString &check : {u"prepared_transactions"_s, u"connection_limit"_s, u"tls_off"_s, u"durability"_s, u"wal_archive"_s,
                                 // as every cluster is at first
                                 u"public_other_databases"_s, u"public_plpgsql"_s, u"public_large_objects"_s})
        QVERIFY2(names.contains(check), qPrintable(check));
}

void TestDoctor::saysThatNothingIsSetUp()
{
    Psql(PgCluster::shared().connectionText(u"postgres"_s)).must(u"CREATE DATABASE empty"_s);
    const auto findings = examine(location(PgCluster::shared(), u"empty"_s, u"postgres"_s));
    QVERIFY(findings);
    QVERIFY(std::any_of(findings->begin(), findings->end(), [](const Finding &finding) {
        return finding.check == "version"_L1 && finding.what.contains("not set up"_L1) && finding.remedy.contains("migrate"_L1);
    }));
}

void TestDoctor::tellsOfAnotherEncoding()
{
    Psql(PgCluster::shared().connectionText(u"postgres"_s))
        .must(u"CREATE DATABASE old TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"_s);
    QVERIFY(found(PgCluster::shared(), u"old"_s, u"postgres"_s).contains(u"encoding"_s));
}

void TestDoctor::tellsOfAnAddressThatBelievesAnybody()
{
    const PgCluster &cluster = PgCluster::shared();
    ServerLocation server;
    server.hosts = {{u"127.0.0.1"_s, cluster.port()}};
    server.database = u"desk"_s;
    server.username = u"ada"_s;
    server.secret = [] { return Result<QString>(u"correct horse"_s); };
    server.rootCertificate = PgCluster::certificate(u"ca"_s);
    Psql(cluster.connectionText(u"desk"_s)).must(u"GRANT dealdesk_owner TO ada"_s);
    for (const auto &[mode, isTold] : {std::pair{TlsMode::Require, true}, {TlsMode::VerifyFull, false}}) {
        server.tls = mode;
        const auto findings = examine({{}, std::make_shared<const ServerLocation>(server)});
        QVERIFY2(findings, findings ? "" : qPrintable(findings.error().detail));
        const bool told = std::any_of(findings->begin(), findings->end(), [](const Finding &f) { return f.check == "tls_mode"_L1; });
        QCOMPARE(told, isTold);
        for (const Finding &finding : *findings)
            QVERIFY2(!finding.check.startsWith("clear_"_L1) && finding.check != u"tls_version", qPrintable(finding.what));
    }
    Psql(cluster.connectionText(u"desk"_s)).must(u"REVOKE dealdesk_owner FROM ada"_s);
}

void TestDoctor::isContentWithCarefulSettings()
{
    const PgCluster cluster({u"fsync=on"_s, u"full_page_writes=on"_s, u"archive_mode=on"_s, u"archive_command=true"_s});
    setUp(cluster, u"desk"_s);
    Psql superuser(cluster.connectionText(u"desk"_s));
    superuser.must(u"REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC"_s);
    superuser.must(u"REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC; GRANT USAGE ON LANGUAGE plpgsql TO dealdesk_owner, dealdesk_commands, "
                   "dealdesk_logins"_s);
    superuser.must(u"REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), "
                   "pg_catalog.lo_from_bytea(oid, bytea), pg_catalog.lo_put(oid, bigint, bytea), pg_catalog.lo_open(oid, integer), "
                   "pg_catalog.lo_unlink(oid) FROM PUBLIC"_s);
    superuser.must(u"GRANT pg_signal_backend TO dealdesk_logins"_s);
    QCOMPARE(found(cluster), QSet<QString>());
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
