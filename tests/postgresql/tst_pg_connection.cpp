#include "sessions.h"

#include "data/postgres/pg_error.h"
#include "data/postgres/pg_placeholders.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;
using namespace std::chrono_literals;

/// The session on a server does what the one on a file does, and each call of it at most once.
class TestPgConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbersMarks_data();
    void numbersMarks();
    void readsValuesAsFromAFile();
    void bindsTrueParameters();
    void noticesAMissingValue();
    void refusesATextWithANul();
    void keepsStatementsAndForgetsTheOldest();
    void preparesAnewWhatTheServerForgot();
    void readsErrors_data();
    void readsErrors();
    void readsARealDuplicate();
    void undoesAFailedTransaction();
    void tellsThatACommitWasNone();
    void readsTogetherOneSnapshot();
    void goesOnAfterAFailedReadTogether();
    void carriesOutACommand();
    void triesACommandAgain();
    void saysWhenACopyIsNotConfirmed();
    void cancelsAReadOnceClosing();
    void finishesACommandWhileClosing();

private:
    [[nodiscard]] static ServerLocation here() { return atSocket(PgCluster::shared(), emptyDatabase()); }
    [[nodiscard]] static Command tried(const QString &name, const QJsonObject &arguments = {})
    {
        return {name, u"7b0a3f5e-0000-4000-8000-000000000001"_s, 42, 5, 3, arguments};
    }
};

void TestPgConnection::initTestCase()
{
    const auto owner = openOrFail(here());
    const QString face =
        u"(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb LANGUAGE plpgsql"_s;
    const QStringList bodies = {
        u"try%1 AS $$ BEGIN IF p_version = 2 THEN RAISE EXCEPTION USING MESSAGE = 'dealdesk:stale:{\"version\": 3}', ERRCODE = 'DD412'; "
        u"END IF; "
        "RETURN jsonb_build_object('id', p_command, 'client', p_client, 'deal', p_deal, 'arguments', p_arguments::jsonb); END $$"_s,
        u"deadlocked%1 AS $$ BEGIN IF nextval('dealdesk.attempts') < (p_arguments::jsonb->>'until')::int THEN "
        "RAISE EXCEPTION USING MESSAGE = 'x', ERRCODE = '40P01'; END IF; RETURN '{}'; END $$"_s,
        u"unconfirmed%1 AS $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication'; RETURN '{\"a\": 1}'; END $$"_s,
        u"slow%1 AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN '{\"done\": true}'; END $$"_s};
    QVERIFY(owner->execute(u"CREATE SEQUENCE dealdesk.attempts"_s, u"attempts"_s));
    for (const QString &body : bodies)
        QVERIFY(owner->execute(u"CREATE FUNCTION dealdesk.cmd_"_s + body.arg(face), u"command"_s));
}

void TestPgConnection::numbersMarks_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"a = ? AND b = ?"_s << u"a = $1 AND b = $2"_s;
    QTest::newRow("numbered") << u"?1 OR ?2 OR ?1"_s << u"$1 OR $2 OR $1"_s;
    QTest::newRow("plain after numbered") << u"?3, ?"_s << u"$3, $4"_s;
    QTest::newRow("text") << u"'a?''b?' || ?"_s << u"'a?''b?' || $1"_s;
    QTest::newRow("escaped text") << u"E'a\\'?' || ?"_s << u"E'a\\'?' || $1"_s;
    QTest::newRow("quoted name") << u"\"a?\" = ?"_s << u"\"a?\" = $1"_s;
    QTest::newRow("line comment") << u"1 -- ?\n + ?"_s << u"1 -- ?\n + $1"_s;
    QTest::newRow("comment") << u"1 /* ? */ + ?"_s << u"1 /* ? */ + $1"_s;
    QTest::newRow("dollar quotes") << u"$x$ ? $$ $x$ || ?"_s << u"$x$ ? $$ $x$ || $1"_s;
    QTest::newRow("open text") << u"'a?"_s << u"'a?"_s;
}

void TestPgConnection::numbersMarks()
{
    QFETCH(QString, sql);
    QTEST(QString::fromUtf8(numberedSql(sql).text), "expected");
}

void TestPgConnection::readsValuesAsFromAFile()
{
    const auto connection = openOrFail(here());
    auto query = connection->prepare(
        u"SELECT 7::smallint, 9223372036854775807::bigint, true, false, '2026-03-01 12:00:00.12+00'::timestamptz(3), DATE '2026-03-01', "
        u"NULL::text, "
        "'ü', '{\"b\": [1]}'::jsonb, (SELECT sum(n) FROM (VALUES (2::bigint), (3)) v(n)), 1.50, 'infinity'::timestamptz AS last"_s,
        u"values"_s);
    QVERIFY(query && query->exec());
    QVERIFY(query->next());
    const QVariantList expected{7LL,
                                9223372036854775807LL,
                                1LL,
                                0LL,
                                u"2026-03-01T12:00:00.120Z"_s,
                                u"2026-03-01"_s,
                                QVariant(),
                                u"ü"_s,
                                u"{\"b\": [1]}"_s,
                                5LL,
                                u"1.50"_s,
                                u"infinity"_s};
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(query->value(i), expected.at(i));
    QCOMPARE(query->integer(2), 1);
    QCOMPARE(query->text(2), u"1"_s);
    QVERIFY(query->flag(2) && !query->flag(3));
    QVERIFY(query->isNull(6) && !query->isNull(7));
    QCOMPARE(query->optionalInteger(6), std::nullopt);
    QCOMPARE(query->columnNames().last(), u"last"_s);
    QVERIFY(!query->next());
    QVERIFY(query->status());
}

void TestPgConnection::bindsTrueParameters()
{
    const auto connection = openOrFail(here());
    const QString hostile = u"'); DROP SCHEMA dealdesk; -- \\ $1 ?"_s;
    auto query = connection->prepare(u"SELECT ?::text, ?::text IS NULL, ?::text = '', ?::boolean, ?::bigint"_s, u"values"_s);
    query->bind(hostile).bind(QVariant()).bind(QString()).bind(true).bind(std::optional<qint64>(-1));
    QVERIFY(query->exec() && query->next());
    QCOMPARE(query->text(0), hostile);
    QVERIFY(query->flag(1) && query->flag(2) && query->flag(3));
    QCOMPARE(query->integer(4), -1);
    // Whoever sees the statements of others sees no values.
    const QString seen = oneText(*connection,
                                 u"SELECT string_agg(statement, ' ') || (SELECT query FROM pg_stat_activity WHERE pid = "
                                 "pg_backend_pid()) FROM pg_prepared_statements WHERE ?::text IS NOT NULL"_s,
                                 {u"CANARY"_s});
    QVERIFY(seen.contains("$1::text"_L1));
    QVERIFY(!seen.contains("CANARY"_L1) && !seen.contains("DROP"_L1));
}

void TestPgConnection::noticesAMissingValue()
{
    const auto connection = openOrFail(here());
    auto query = connection->prepare(u"SELECT ?::int + ?::int"_s, u"two values"_s);
    query->bind(1);
    const Status refused = query->exec();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
}

void TestPgConnection::refusesATextWithANul()
{
    const auto connection = openOrFail(here());
    const auto refused = firstColumn(*connection, u"SELECT ?::text"_s, {QString(u"a\0b"_s)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
}

void TestPgConnection::keepsStatementsAndForgetsTheOldest()
{
    const auto connection = openOrFail(here());
    const int before = connection->compiledStatements();
    for (int i = 0; i < 3; ++i)
        oneText(*connection, u"SELECT 1"_s);
    QCOMPARE(connection->compiledStatements(), before + 1);
    for (int i = 0; i < 2 * Connection::kKeptStatements; ++i)
        QCOMPARE(oneText(*connection, u"SELECT %1"_s.arg(i)), QString::number(i));
    QCOMPARE(oneText(*connection, u"SELECT count(*) FROM pg_prepared_statements"_s).toInt(), Connection::kKeptStatements);
}

void TestPgConnection::preparesAnewWhatTheServerForgot()
{
    const auto connection = openOrFail(here());
    QCOMPARE(oneText(*connection, u"SELECT 'kept'"_s), u"kept"_s);
    QVERIFY(connection->execute(u"DEALLOCATE ALL"_s, u"as a pooler might"_s));
    QCOMPARE(oneText(*connection, u"SELECT 'kept'"_s), u"kept"_s);
    // An upgrade while people work changes what a statement gives.
    QVERIFY(connection->execute(u"CREATE TABLE dealdesk.changing AS SELECT 1 AS a"_s, u"create"_s));
    QCOMPARE(oneText(*connection, u"SELECT * FROM changing"_s), u"1"_s);
    QVERIFY(connection->execute(u"ALTER TABLE dealdesk.changing ALTER a TYPE text USING 'x' || a"_s, u"alter"_s));
    QCOMPARE(oneText(*connection, u"SELECT * FROM changing"_s), u"x1"_s);
}

void TestPgConnection::readsErrors_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("refusal") << u"DD403"_s << u"dealdesk:separation_of_duties"_s << ErrorCode::SeparationOfDuties;
    QTest::newRow("too old") << u"DD426"_s << u"dealdesk:client_too_old:{\"minimum\": 2}"_s << ErrorCode::ClientTooOld;
    QTest::newRow("maintenance") << u"DD503"_s << u"dealdesk:maintenance:{\"text\": \"x\"}"_s << ErrorCode::Maintenance;
    QTest::newRow("serialisation") << u"40001"_s << u"x"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("deadlock") << u"40P01"_s << u"x"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("lock wait") << u"55P03"_s << u"x"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("statement time-out") << u"57014"_s << u"x"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("too many sessions") << u"53300"_s << u"x"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("disk full") << u"53100"_s << u"x"_s << ErrorCode::DiskFull;
    QTest::newRow("shut down") << u"57P01"_s << u"x"_s << ErrorCode::ConnectionLost;
    QTest::newRow("crashed") << u"57P02"_s << u"x"_s << ErrorCode::ConnectionLost;
    QTest::newRow("starting") << u"57P03"_s << u"x"_s << ErrorCode::ConnectionLost;
    QTest::newRow("connection") << u"08006"_s << u"x"_s << ErrorCode::ConnectionLost;
    QTest::newRow("privilege") << u"42501"_s << u"x"_s << ErrorCode::Forbidden;
    QTest::newRow("check") << u"23514"_s << u"x"_s << ErrorCode::Invalid;
    QTest::newRow("bad value") << u"22P02"_s << u"invalid input syntax for type integer: \"CANARY\""_s << ErrorCode::Invalid;
    QTest::newRow("corrupt") << u"XX001"_s << u"x"_s << ErrorCode::DatabaseCorrupt;
    QTest::newRow("io") << u"58030"_s << u"x"_s << ErrorCode::DatabaseUnavailable;
    QTest::newRow("bad statement") << u"42601"_s << u"syntax error"_s << ErrorCode::Internal;
}

void TestPgConnection::readsErrors()
{
    QFETCH(QString, state);
    QFETCH(QString, message);
    const Error error = errorFromState(state, message);
    QTEST(error.code, "code");
    QVERIFY(!error.detail.contains("CANARY"_L1));
    QVERIFY(!message.contains(u'{') || !error.data.isEmpty());
}

void TestPgConnection::readsARealDuplicate()
{
    const auto connection = openOrFail(here());
    QVERIFY(connection->execute(u"CREATE TABLE dealdesk.people (id int PRIMARY KEY, username text CONSTRAINT people_username_key UNIQUE)"_s,
                                u"create"_s));
    QVERIFY(firstColumn(*connection, u"INSERT INTO people VALUES (1, ?)"_s, {u"CANARY"_s}));
    const auto taken = firstColumn(*connection, u"INSERT INTO people VALUES (2, ?)"_s, {u"CANARY"_s});
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Duplicate);
    QCOMPARE(taken.error().data, (QJsonObject{{u"table"_s, u"people"_s}, {u"column"_s, u"username"_s}}));
    QVERIFY(!taken.error().detail.contains("CANARY"_L1));
}

void TestPgConnection::undoesAFailedTransaction()
{
    const auto connection = openOrFail(here());
    QVERIFY(connection->execute(u"CREATE TABLE dealdesk.undone (n int UNIQUE)"_s, u"create"_s));
    const Status failed = connection->inWriteTransaction([&]() -> Status {
        const Status once = connection->execute(u"INSERT INTO undone VALUES (1)"_s, u"once"_s);
        return once ? connection->execute(u"INSERT INTO undone VALUES (1)"_s, u"twice"_s) : once;
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Duplicate);
    QCOMPARE(oneText(*connection, u"SELECT count(*) FROM undone"_s), u"0"_s);
    QVERIFY(connection->inWriteTransaction([&] { return connection->execute(u"INSERT INTO undone VALUES (2)"_s, u"good"_s); }));
    QCOMPARE(oneText(*connection, u"SELECT n FROM undone"_s), u"2"_s);
}

void TestPgConnection::tellsThatACommitWasNone()
{
    const auto connection = openOrFail(here());
    const Status ended = connection->inWriteTransaction([&]() -> Status {
        static_cast<void>(connection->execute(u"SELECT 1/0"_s, u"swallowed"_s));
        return Nothing{};
    });
    QVERIFY(!ended);
    QVERIFY(!PgConnection::of(*connection).link().isInTransaction());
}

void TestPgConnection::readsTogetherOneSnapshot()
{
    const auto reader = openOrFail(here());
    const auto writer = openOrFail(here());
    QVERIFY(writer->execute(u"CREATE TABLE dealdesk.seen AS SELECT 1 AS n"_s, u"create"_s));
    QStringList seen;
    const QList<NamedRead> reads{{u"first"_s, {1}, u"SELECT n FROM seen WHERE n >= ?"_s},
                                 {u"isolation"_s, {}, u"SELECT current_setting('transaction_isolation')"_s},
                                 {u"again"_s, {1}, u"SELECT n FROM seen WHERE n >= ?"_s}};
    const auto note = [&](qsizetype index, Query &rows) -> Status {
        while (rows.next())
            seen += u"%1:%2"_s.arg(index).arg(rows.text(0));
        return rows.status();
    };
    QVERIFY(reader->readTogether(reads, note));
    QCOMPARE(seen, (QStringList{u"0:1"_s, u"1:repeatable read"_s, u"2:1"_s}));
    QVERIFY(!PgConnection::of(*reader).link().isInTransaction());
}

void TestPgConnection::goesOnAfterAFailedReadTogether()
{
    const auto connection = openOrFail(here());
    const auto ignore = [](qsizetype, Query &) -> Status { return Nothing{}; };
    const Status failed = connection->readTogether(
        {{u"a"_s, {}, u"SELECT 1"_s}, {u"b"_s, {}, u"SELECT 1/0"_s}, {u"c"_s, {}, u"SELECT 2"_s}}, ignore);
    QVERIFY(!failed);
    QVERIFY(failed.error().detail.contains("22012"_L1));
    QVERIFY(!PgConnection::of(*connection).link().isInTransaction());
    const Status writes = connection->readTogether({{u"a"_s, {}, u"CREATE TABLE dealdesk.written ()"_s}}, ignore);
    QVERIFY(!writes);
    QCOMPARE(oneText(*connection, u"SELECT 2"_s), u"2"_s);
}

void TestPgConnection::carriesOutACommand()
{
    const auto connection = openOrFail(here());
    Command command = tried(u"cmd_try"_s, {{u"b"_s, 999'999'999'999'999LL}, {u"a"_s, u"ü"_s}});
    const auto done = connection->command(command);
    QVERIFY(done);
    QCOMPARE(done->value("id"_L1).toString(), command.commandId);
    QCOMPARE(done->value("client"_L1).toInt(), 1);
    QCOMPARE(done->value("arguments"_L1).toObject(), command.arguments);

    command.expectedVersion = 2;
    const auto stale = connection->command(command);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::Stale);
    QCOMPARE(stale.error().data.value("version"_L1).toInt(), 3);
}

void TestPgConnection::triesACommandAgain()
{
    const auto connection = openOrFail(here());
    QVERIFY(connection->command(tried(u"cmd_deadlocked"_s, {{u"until"_s, 4}})));
    QVERIFY(connection->execute(u"ALTER SEQUENCE dealdesk.attempts RESTART"_s, u"restart"_s));
    const auto busy = connection->command(tried(u"cmd_deadlocked"_s, {{u"until"_s, 5}}));
    QVERIFY(!busy);
    QCOMPARE(busy.error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(oneText(*connection, u"SELECT last_value FROM attempts"_s), u"4"_s);
}

void TestPgConnection::saysWhenACopyIsNotConfirmed()
{
    const auto connection = openOrFail(here());
    const auto done = connection->command(tried(u"cmd_unconfirmed"_s));
    QVERIFY(done);
    QCOMPARE(*done, (QJsonObject{{u"a"_s, 1}, {u"unconfirmed"_s, true}}));
    QVERIFY(!connection->command(tried(u"cmd_try"_s))->contains("unconfirmed"_L1));
}

void TestPgConnection::cancelsAReadOnceClosing()
{
    const auto closing = std::make_shared<std::atomic_bool>(false);
    const auto connection = openOrFail(here(), Connection::Role::Main, closing);
    std::thread closer([closing] {
        std::this_thread::sleep_for(200ms);
        *closing = true;
    });
    QElapsedTimer timer;
    timer.start();
    const auto cancelled = firstColumn(*connection, u"SELECT pg_sleep(6)"_s);
    closer.join();
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 4000);
}

void TestPgConnection::finishesACommandWhileClosing()
{
    const auto closing = std::make_shared<std::atomic_bool>(false);
    const auto connection = openOrFail(here(), Connection::Role::Main, closing);
    *closing = true;
    const auto done = connection->command(tried(u"cmd_slow"_s));
    QVERIFY(done);
    QVERIFY(done->value("done"_L1).toBool());
}

QTEST_GUILESS_MAIN(TestPgConnection)
#include "tst_pg_connection.moc"
