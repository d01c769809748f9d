#include "database_fixture.h"

#include "data/database_setup.h"
#include "data/sqlite/migrator.h"
#include "data/sqlite/sql_script.h"
#include "data/sqlite/stored_logic.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

/// Schema files of a test's own.
class ScriptFolder {
public:
    ScriptFolder()
    {
        for (const QString &part : {u"schema"_s, u"views"_s, u"guards"_s, u"commands"_s})
            QDir(m_folder.path()).mkpath(part);
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

void writeTwoSteps(const ScriptFolder &scripts)
{
    scripts.write(u"schema/0001_a.sql"_s, "-- Schema 1.0: a\nCREATE TABLE a (n INTEGER);\n");
    scripts.write(u"schema/0002_b.sql"_s, "-- Schema 1.1: b\nCREATE TABLE b (n INTEGER);\nINSERT INTO b VALUES (1);\n");
    scripts.write(u"views/a.sql"_s, "CREATE VIEW twice AS SELECT 2 * n AS n FROM b;\n");
}

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsScripts_data();
    void splitsScripts();
    void bringsAnEmptyFileToThePresent();
    void goesOnFromAnEarlierStep();
    void undoesAStepThatFails();
    void refusesANewerDatabase();
    void refusesSomebodyElsesDatabase();
    void reloadsStoredLogicThatDiffers();
    void leavesStoredLogicOfANewerProgram();
    void backsUpBeforeAMigrationOnly();
    void twoProcessesStartAtOnce();
    void everyEmbeddedStepNamesItself();
};

void TestMigrator::splitsScripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("nothing") << u"  \n-- only a comment\n/* and; another */"_s << QStringList();
    QTest::newRow("two") << u"A;\nB;"_s << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("no last semicolon") << u"A; B"_s << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("strings") << u"INSERT INTO t VALUES ('a;b', 'it''s; so', \"c;d\", [e;f], `g;h`); B;"_s
                             << QStringList{u"INSERT INTO t VALUES ('a;b', 'it''s; so', \"c;d\", [e;f], `g;h`)"_s, u"B"_s};
    QTest::newRow("comment with a semicolon and a quote")
        << u"SELECT 1 -- it's; so\n, 2; /* ; */ B;"_s << QStringList{u"SELECT 1 -- it's; so\n, 2"_s, u"B"_s};
    const QString trigger = u"CREATE TRIGGER g BEFORE UPDATE OF a ON t WHEN CASE NEW.a WHEN 1 THEN 1 ELSE 0 END BEGIN "
                            "SELECT CASE WHEN 1 THEN 2 END; UPDATE t SET a = 'END;'; END"_s;
    QTest::newRow("trigger") << trigger + u"; B;"_s << QStringList{trigger, u"B"_s};
    QTest::newRow("column called trigger") << u"CREATE TABLE t (a, trigger_at, begin_at); BEGIN; COMMIT;"_s
                                           << QStringList{u"CREATE TABLE t (a, trigger_at, begin_at)"_s, u"BEGIN"_s, u"COMMIT"_s};
    QTest::newRow("case outside a trigger") << u"CREATE VIEW v AS SELECT CASE WHEN 1 THEN 2 END; B;"_s
                                            << QStringList{u"CREATE VIEW v AS SELECT CASE WHEN 1 THEN 2 END"_s, u"B"_s};
}

void TestMigrator::splitsScripts()
{
    QFETCH(QString, script);
    QTEST(statementsOf(script), "statements");
}

void TestMigrator::bringsAnEmptyFileToThePresent()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    Migrator migrator(*connection);
    const auto before = migrator.state();
    QVERIFY(before.has_value());
    QVERIFY(before->isEmpty && !before->needsBackup() && !before->pending.isEmpty());
    const Status migrated = migrator.migrate();
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
    const auto after = migrator.state();
    QVERIFY(after && after->pending.isEmpty() && !after->isEmpty);
    QCOMPARE(column(*connection, u"SELECT count(*) FROM schema_version"_s), QStringList{QString::number(before->pending.size())});
    QCOMPARE(column(*connection, u"SELECT count(*) FROM stored_logic"_s), QStringList{u"1"_s});
    QVERIFY(migrator.migrate().has_value());
    QCOMPARE(column(*connection, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    QVERIFY(column(*connection, u"PRAGMA foreign_key_check"_s).isEmpty());
}

void TestMigrator::goesOnFromAnEarlierStep()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const ScriptFolder old;
    old.write(u"schema/0001_a.sql"_s, "-- Schema 1.0: a\nCREATE TABLE a (n INTEGER);\n");
    QVERIFY(Migrator(*connection, old.path()).migrate().has_value());
    const ScriptFolder present;
    writeTwoSteps(present);
    Migrator migrator(*connection, present.path());
    const auto state = migrator.state();
    QVERIFY(state && state->needsBackup());
    QCOMPARE(state->foundVersion, u"1.0"_s);
    QCOMPARE(state->pending.size(), 1);
    QVERIFY(migrator.migrate().has_value());
    QCOMPARE(column(*connection, u"SELECT step || ' ' || version || ' ' || name FROM schema_version"_s),
             (QStringList{u"1 1.0 a"_s, u"2 1.1 b"_s}));
    QCOMPARE(column(*connection, u"SELECT n FROM twice"_s), QStringList{u"2"_s});
}

void TestMigrator::undoesAStepThatFails()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const ScriptFolder scripts;
    scripts.write(u"schema/0001_a.sql"_s, "-- Schema 1.0: a\nCREATE TABLE a (n INTEGER);\n");
    scripts.write(u"schema/0002_b.sql"_s, "-- Schema 1.1: b\nCREATE TABLE b (n INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
    QVERIFY(!Migrator(*connection, scripts.path()).migrate());
    QCOMPARE(column(*connection, u"SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')"_s), QStringList{u"a"_s});
    QCOMPARE(column(*connection, u"SELECT version FROM schema_version"_s), QStringList{u"1.0"_s});
}

void TestMigrator::refusesANewerDatabase()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    QVERIFY(Migrator(*connection).migrate().has_value());
    executeAll(*connection,
               {u"INSERT INTO schema_version (step, version, name, applied_by) VALUES (900, '9.0', 'later', 'Deal Desk 9')"_s});
    const Status refused = setUpDatabase(*connection);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseTooNew);
    QCOMPARE(refused.error().data.value("found"_L1).toString(), u"9.0"_s);
    QVERIFY(!refused.error().data.value("supported"_L1).toString().isEmpty());
}

void TestMigrator::refusesSomebodyElsesDatabase()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection, {u"CREATE TABLE recipes (name TEXT)"_s});
    const Status refused = setUpDatabase(*connection);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseCorrupt);
    QCOMPARE(column(*connection, u"SELECT name FROM sqlite_schema"_s), QStringList{u"recipes"_s});
}

void TestMigrator::reloadsStoredLogicThatDiffers()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const ScriptFolder first;
    writeTwoSteps(first);
    first.write(u"guards/a.sql"_s, "CREATE TRIGGER g BEFORE DELETE ON a BEGIN SELECT RAISE(ABORT, 'no'); END;\n");
    QVERIFY(Migrator(*connection, first.path()).migrate().has_value());
    const auto loadedAt = column(*connection, u"SELECT loaded_at FROM stored_logic"_s);
    QVERIFY(Migrator(*connection, first.path()).migrate().has_value());
    QCOMPARE(column(*connection, u"SELECT loaded_at FROM stored_logic"_s), loadedAt); // the same: left alone

    const ScriptFolder second;
    writeTwoSteps(second);
    second.write(u"views/a.sql"_s, "CREATE VIEW thrice AS SELECT 3 * n AS n FROM b;\n");
    QVERIFY(Migrator(*connection, second.path()).migrate().has_value());
    QCOMPARE(column(*connection, u"SELECT n FROM thrice"_s), QStringList{u"3"_s});
    QCOMPARE(column(*connection, u"SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')"_s), QStringList{u"thrice"_s});

    const ScriptFolder broken;
    writeTwoSteps(broken);
    broken.write(u"views/a.sql"_s, "CREATE VIEW fine AS SELECT 1;\nCREATE VIEW wrong AS SELEC 1;\n");
    QVERIFY(!Migrator(*connection, broken.path()).migrate());
    QCOMPARE(column(*connection, u"SELECT name FROM sqlite_schema WHERE type = 'view'"_s), QStringList{u"thrice"_s}); // all or nothing
}

void TestMigrator::leavesStoredLogicOfANewerProgram()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const ScriptFolder scripts;
    writeTwoSteps(scripts);
    QVERIFY(Migrator(*connection, scripts.path()).migrate().has_value());
    executeAll(*connection, {u"UPDATE stored_logic SET digest = 'newer', loaded_by = '99.0'"_s});
    QVERIFY(Migrator(*connection, scripts.path()).migrate().has_value());
    QCOMPARE(column(*connection, u"SELECT digest FROM stored_logic"_s), QStringList{u"newer"_s});
}

void TestMigrator::backsUpBeforeAMigrationOnly()
{
    const DatabaseFolder folder;
    const QDir backups(folder.path(u"deals.db-backups"_s));
    {
        const auto connection = openOrFail(folder.location());
        QVERIFY(setUpDatabase(*connection).has_value());
        QVERIFY(!backups.exists()); // a new file holds nothing to back up
        executeAll(*connection,
                   {u"DELETE FROM schema_version WHERE step = 2"_s, u"DROP INDEX idx_deals_status"_s}); // as if step 2 had not been yet
    }
    const auto connection = openOrFail(folder.location());
    static_cast<void>(setUpDatabase(*connection));
    const QStringList names = backups.entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QVERIFY2(names.first().contains("-before-1."_L1), qPrintable(names.first()));
}

void TestMigrator::twoProcessesStartAtOnce()
{
    const DatabaseFolder folder;
    std::array<QProcess, 4> processes;
    for (QProcess &process : processes)
        process.start(QCoreApplication::applicationFilePath(), {u"--migrate"_s, folder.path(u"deals.db"_s)});
    for (QProcess &process : processes) {
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAllStandardError().constData());
    }
    const auto connection = openOrFail(folder.location());
    const auto state = Migrator(*connection).state();
    QVERIFY(state && state->pending.isEmpty());
    QCOMPARE(column(*connection, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
}

void TestMigrator::everyEmbeddedStepNamesItself()
{
    const auto steps = schemaSteps(u":/sql/sqlite/schema"_s);
    QVERIFY2(steps, steps ? "" : qPrintable(steps.error().detail));
    QVERIFY(steps->size() >= 2);
    for (qsizetype i = 0; i < steps->size(); ++i)
        QCOMPARE(steps->at(i).number, int(i) + 1);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--migrate") {
        auto connection = Connection::open({QString::fromLocal8Bit(argv[2])}, Connection::Role::Main);
        const Status ready = connection ? setUpDatabase(**connection) : Status(failure(connection.error()));
        if (!ready)
            qCritical().noquote() << ready.error().detail;
        return ready ? 0 : 1;
    }
    TestMigrator test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrator.moc"
