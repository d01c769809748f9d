#include "data/postgres/pg_migrator.h"
#include "data/rows.h"
#include "support/postgres/pg_cluster.h"
#include "support/postgres/psql.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// From an empty database of somebody with CREATEROLE and nothing else, up to one that people work on.
class TestPgMigrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsUpAnEmptyDatabase();
    void leavesWhatIsCurrentAlone();
    void goesOnFromEveryEarlierVersion_data();
    void goesOnFromEveryEarlierVersion();
    void mayBeStartedSeveralTimesAtOnce();
    void waitsForWhoeverHoldsALock();
    void disturbsNobodyAtWork();
    void refusesANewerDatabase();
    void refusesSomebodyElsesSchema();
    void putsBackWhatWasChangedByHand();
    void leavesANewerProgramsLogicAlone();
    void takesNothingAlongThatOthersBuilt();
    void keepsRowsFromPeopleOnAnOlderServer();
    void asksForTheRightsThatItNeeds();

private:
    [[nodiscard]] std::unique_ptr<Connection> connect(const QString &user = u"steward"_s) const;
    Status migrate(PgMigrator::Reload reload = PgMigrator::Reload::WhenDifferent, const QString &folder = u":/sql/postgresql"_s) const;
    [[nodiscard]] Psql superuser() const { return Psql(PgCluster::shared().connectionText(m_database)); }
    [[nodiscard]] QString answer(const QString &sql) const { return superuser().must(sql).text(); }

    QString m_database;
    int m_count = 0;
};

void TestPgMigrator::init()
{
    Psql cluster(PgCluster::shared().connectionText(u"postgres"_s));
    if (m_count == 0)
        cluster.must(u"CREATE ROLE steward LOGIN CREATEROLE"_s);
    m_database = u"migrated_%1"_s.arg(++m_count);
    cluster.must(u"CREATE DATABASE %1 OWNER steward"_s.arg(m_database));
}

std::unique_ptr<Connection> TestPgMigrator::connect(const QString &user) const
{
    ServerLocation server;
    server.hosts = {{PgCluster::shared().socketFolder(), PgCluster::shared().port()}};
    server.database = m_database;
    server.username = user;
    server.tls = TlsMode::Off;
    auto connection = Connection::open({{}, std::make_shared<const ServerLocation>(server)}, Connection::Role::Main);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

Status TestPgMigrator::migrate(PgMigrator::Reload reload, const QString &folder) const
{
    const auto connection = connect();
    return PgMigrator(PgConnection::of(*connection), folder).migrate(reload);
}

void TestPgMigrator::setsUpAnEmptyDatabase()
{
    const auto connection = connect();
    PgMigrator migrator(PgConnection::of(*connection));
    const auto before = migrator.state();
    QVERIFY(before);
    QVERIFY(before->isEmpty);
    const Status done = migrator.migrate();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const auto after = migrator.state();
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    QVERIFY(!after->isEmpty && after->pending.isEmpty() && after->isLogicCurrent);
    QCOMPARE(answer(u"SELECT count(*) FROM dealdesk.approval_levels"_s), u"4"_s);
    QCOMPARE(answer(u"SELECT tableowner FROM pg_tables WHERE tablename = 'deals'"_s), u"dealdesk_owner"_s);
    QCOMPARE(answer(u"SELECT digest FROM dealdesk.stored_logic"_s), *migrator.digest());
    QCOMPARE(answer(u"SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'steward'"_s), u"f"_s);
    // nothing is left open to those who only run commands
    QCOMPARE(answer(u"SELECT has_schema_privilege('dealdesk_commands', 'dealdesk', 'CREATE')"_s), u"f"_s);
    QCOMPARE(answer(u"SELECT has_database_privilege('public', current_database(), 'CONNECT')"_s), u"f"_s);
}

void TestPgMigrator::leavesWhatIsCurrentAlone()
{
    QVERIFY(migrate());
    const QString loaded = answer(u"SELECT loaded_at FROM dealdesk.stored_logic"_s);
    QVERIFY(migrate());
    QCOMPARE(answer(u"SELECT loaded_at FROM dealdesk.stored_logic"_s), loaded);
    QVERIFY(migrate(PgMigrator::Reload::Always));
    QVERIFY(answer(u"SELECT loaded_at FROM dealdesk.stored_logic"_s) != loaded);
}

void TestPgMigrator::goesOnFromEveryEarlierVersion_data()
{
    QTest::addColumn<int>("steps");
    const auto steps = schemaSteps(u":/sql/postgresql/schema"_s);
    QVERIFY(steps);
    for (int i = 1; i < steps->size(); ++i)
        QTest::addRow("after step %d", i) << i;
}

void TestPgMigrator::goesOnFromEveryEarlierVersion()
{
    QFETCH(const int, steps);
    const auto connection = connect();
    PgConnection &server = PgConnection::of(*connection);
    // a program that knew only so many steps
    const QTemporaryDir earlier;
    const auto known = schemaSteps(u":/sql/postgresql/schema"_s);
    QVERIFY(QDir(earlier.path()).mkpath(u"schema"_s));
    QVERIFY(QDir(earlier.path()).mkpath(u"roles"_s));
    for (const QString &name : QDir(u":/sql/postgresql/roles"_s).entryList(QDir::Files))
        QVERIFY(QFile::copy(":/sql/postgresql/roles/"_L1 + name, earlier.filePath("roles/"_L1 + name)));
    for (int i = 0; i < steps; ++i)
        QVERIFY(QFile::copy(known->at(i).path, earlier.filePath(u"schema/"_s + QFileInfo(known->at(i).path).fileName())));
    const Status old = PgMigrator(server, earlier.path()).migrate();
    QVERIFY2(old, old ? "" : qPrintable(old.error().detail));
    QCOMPARE(PgMigrator(server).state()->pending.size(), known->size() - steps);
    const Status done = PgMigrator(server).migrate();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QVERIFY(PgMigrator(server).state()->pending.isEmpty());
}

void TestPgMigrator::mayBeStartedSeveralTimesAtOnce()
{
    std::array<Status, 4> done;
    std::vector<std::thread> threads;
    for (Status &status : done)
        threads.emplace_back([this, &status] { status = migrate(); });
    for (std::thread &thread : threads)
        thread.join();
    for (const Status &status : done)
        QVERIFY2(status, status ? "" : qPrintable(status.error().detail));
    QCOMPARE(answer(u"SELECT count(*) = max(step) FROM dealdesk.schema_version"_s), u"t"_s);
}

void TestPgMigrator::waitsForWhoeverHoldsALock()
{
    QVERIFY(migrate());
    Psql reader = superuser();
    reader.must(u"BEGIN; SELECT count(*) FROM dealdesk.deals"_s);
    std::thread leaves([&reader] {
        QThread::msleep(3'000); // longer than the migrator waits at a time
        reader.must(u"COMMIT"_s);
    });
    const Status done = migrate(PgMigrator::Reload::Always);
    leaves.join();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

void TestPgMigrator::disturbsNobodyAtWork()
{
    QVERIFY(migrate());
    superuser().must(u"DO $$ BEGIN CREATE ROLE worker LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"_s);
    const auto owner = connect();
    const QJsonObject worker{{u"username"_s, u"worker"_s}, {u"email"_s, u"worker@example.com"_s}};
    QVERIFY(owner->command({u"cmd_create_first_admin"_s, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}, {}, worker}));
    std::atomic_bool isOver = false;
    std::atomic_bool readsFailed = false;
    std::array<QStringList, 3> refusals;
    std::array<int, 3> saved{};
    std::vector<std::thread> people;
    for (size_t i = 0; i < refusals.size(); ++i) {
        people.emplace_back([this, i, &isOver, &readsFailed, &refusals, &saved] {
            const auto desk = connect(u"worker"_s);
            for (int number = 0; !isOver; ++number) {
                const QJsonObject client{{u"name"_s, u"Client %1 of %2"_s.arg(number).arg(i)}};
                const auto done = desk->command(
                    {u"cmd_save_advertiser"_s, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}, {}, client});
                saved[i] += done ? 1 : 0;
                if (!done)
                    refusals[i] += done.error().detail;
                const auto rows = readRows(*desk, u"SELECT id FROM dealdesk.client_list"_s, {},
                                           [](const Query &row) { return row.integer(0); });
                readsFailed = readsFailed || !rows;
            }
        });
    }
    QList<Status> migrations;
    for (int i = 0; i < 5; ++i)
        migrations += migrate(PgMigrator::Reload::Always);
    isOver = true;
    for (std::thread &person : people)
        person.join();
    for (const Status &done : migrations)
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    for (size_t i = 0; i < refusals.size(); ++i) {
        // a command that waits just then may be told that nothing was saved; whoever reads notices nothing
        QVERIFY2(refusals[i].size() <= migrations.size(), qPrintable(refusals[i].join(u'\n')));
        QVERIFY(saved[i] > 0);
    }
    QVERIFY(!readsFailed);
    QCOMPARE(answer(u"SELECT count(*) FROM dealdesk.advertisers"_s).toInt(), saved[0] + saved[1] + saved[2]);
}

void TestPgMigrator::refusesANewerDatabase()
{
    QVERIFY(migrate());
    superuser().must(
        u"INSERT INTO dealdesk.schema_version (step, version, name, applied_by) VALUES (999, '9.0', 'later', 'a later one')"_s);
    const Status done = migrate();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DatabaseTooNew);
    QCOMPARE(done.error().data.value("found"_L1).toString(), u"9.0"_s);
}

void TestPgMigrator::refusesSomebodyElsesSchema()
{
    superuser().must(u"CREATE SCHEMA dealdesk; CREATE TABLE dealdesk.cars (id int)"_s);
    const Status done = migrate();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DatabaseCorrupt);
    QCOMPARE(answer(u"SELECT count(*) FROM pg_tables WHERE schemaname = 'dealdesk'"_s), u"1"_s);
}

void TestPgMigrator::putsBackWhatWasChangedByHand()
{
    QVERIFY(migrate());
    const QString objects = u"SELECT count(*) FROM (SELECT * FROM dealdesk_steps.catalog_objects EXCEPT TABLE dealdesk.stored_objects) x"_s;
    const QString path = u"SET search_path = pg_catalog; "_s;
    QCOMPARE(answer(path + objects), u"0"_s);
    superuser().must(u"DROP POLICY people ON dealdesk.deals; GRANT INSERT ON dealdesk.deals TO dealdesk_user; "
                     "ALTER TABLE dealdesk.deals DISABLE ROW LEVEL SECURITY; "
                     "CREATE OR REPLACE FUNCTION dealdesk.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'"_s);
    QVERIFY(answer(path + objects).toInt() >= 2);
    QVERIFY(migrate(PgMigrator::Reload::Always));
    QCOMPARE(answer(path + objects), u"0"_s);
    QCOMPARE(answer(u"SELECT has_table_privilege('dealdesk_user', 'dealdesk.deals', 'INSERT')"_s), u"f"_s);
    QCOMPARE(answer(u"SELECT prosecdef FROM pg_proc WHERE oid = 'dealdesk.me()'::regprocedure"_s), u"t"_s);
}

void TestPgMigrator::leavesANewerProgramsLogicAlone()
{
    QVERIFY(migrate());
    superuser().must(u"UPDATE dealdesk.stored_logic SET digest = 'another', loaded_by = '99.0'"_s);
    QVERIFY(migrate());
    QCOMPARE(answer(u"SELECT digest FROM dealdesk.stored_logic"_s), u"another"_s);
    superuser().must(u"UPDATE dealdesk.stored_logic SET loaded_by = '0.0.1'"_s);
    QVERIFY(migrate());
    QVERIFY(answer(u"SELECT digest FROM dealdesk.stored_logic"_s) != u"another");
}

/// Before PostgreSQL 15 no view reads with the rights of whoever asks.
void TestPgMigrator::keepsRowsFromPeopleOnAnOlderServer()
{
    const auto connection = connect();
    PgMigrator migrator(PgConnection::of(*connection), u":/sql/postgresql"_s, 140'000);
    for (int twice = 0; twice < 2; ++twice) {
        const Status done = migrator.migrate(PgMigrator::Reload::Always);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
    QCOMPARE(answer(u"SELECT count(*) FROM pg_views WHERE schemaname LIKE 'dealdesk%' AND viewowner <> 'dealdesk_views'"_s), u"0"_s);
    QCOMPARE(answer(u"SELECT count(*) FROM pg_class WHERE relkind = 'v' AND 'security_invoker=true' = ANY (reloptions)"_s), u"0"_s);
    superuser().must(u"CREATE ROLE owns LOGIN IN ROLE dealdesk_user; CREATE ROLE other LOGIN IN ROLE dealdesk_user; "
                     "INSERT INTO dealdesk.users (username, email, first_name, last_name, role) "
                     "SELECT n, n || '@example.com', n, n, 'seller' FROM (VALUES ('owns'), ('other')) v(n); "
                     "INSERT INTO dealdesk.deals (reference_number, owner_id, deal_name) "
                     "SELECT 'DEAL-2026-001', id, 'Draft' FROM dealdesk.users WHERE username = 'owns'"_s);
    const auto seenBy = [this](const QString &name) {
        return Psql(PgCluster::shared().connectionText(m_database, name)).must(u"SELECT deal_name FROM dealdesk.deal_list"_s).column();
    };
    QCOMPARE(seenBy(u"owns"_s), QStringList{u"Draft"_s});
    QCOMPARE(seenBy(u"other"_s), QStringList());
    QCOMPARE(answer(u"SELECT deal_name FROM dealdesk.deal_list"_s), u"Draft"_s);
}

void TestPgMigrator::takesNothingAlongThatOthersBuilt()
{
    QVERIFY(migrate());
    superuser().must(u"CREATE SCHEMA reports; CREATE VIEW reports.mine AS SELECT id FROM dealdesk.deal_list"_s);
    const Status done = migrate(PgMigrator::Reload::Always);
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains("2BP01"_L1), qPrintable(done.error().detail));
    QCOMPARE(answer(u"SELECT count(*) FROM reports.mine"_s), u"0"_s);
    QCOMPARE(answer(u"SELECT relforcerowsecurity FROM pg_class WHERE oid = 'dealdesk.deals'::regclass"_s), u"t"_s);
}

void TestPgMigrator::asksForTheRightsThatItNeeds()
{
    superuser().must(u"DO $$ BEGIN CREATE ROLE poor LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"_s);
    const auto connection = connect(u"poor"_s);
    const Status done = PgMigrator(PgConnection::of(*connection)).migrate();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Forbidden);
    QCOMPARE(answer(u"SELECT to_regnamespace('dealdesk') IS NULL"_s), u"t"_s);
}

QTEST_GUILESS_MAIN(TestPgMigrator)
#include "tst_pg_migrator.moc"
