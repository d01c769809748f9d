#include "database_fixture.h"

#include "data/sqlite/native_error.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void restsOnItsPragmas();
    void createsFoldersAndRefusesWhatIsNoDatabase();
    void keepsStatementsAndForgetsTheOldest();
    void readsWithOneStatementInsideItself();
    void bindsEmptyTextsAndNulls();
    void noticesAMissingValue();
    void endsAReadOnceClosing();
    void undoesAFailedTransaction();
    void readsOneSnapshot();
    void readsTogetherOneSnapshot();
    void backgroundOnlyReads();
    void readsNativeErrors_data();
    void readsNativeErrors();
    void readsRealRefusals();
    void carriesOutACommandAndTellsThePresentState();
    void saysBusyAfterItsTimeOut();
    void readsANamedStatement();
};

void TestConnection::restsOnItsPragmas()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    for (const auto &[pragma, value] : {std::pair{u"foreign_keys"_s, u"1"_s},
                                        {u"journal_mode"_s, u"wal"_s},
                                        {u"synchronous"_s, u"2"_s},
                                        {u"trusted_schema"_s, u"0"_s},
                                        {u"cell_size_check"_s, u"1"_s},
                                        {u"busy_timeout"_s, u"5000"_s}})
        QCOMPARE(column(*connection, u"PRAGMA "_s + pragma), QStringList{value});
}

void TestConnection::createsFoldersAndRefusesWhatIsNoDatabase()
{
    const DatabaseFolder folder;
    QVERIFY(Connection::open(folder.location(u"a/b/deals.db"_s), Connection::Role::Main).has_value());

    QFile text(folder.path(u"letter.db"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(8192, 'x'));
    text.close();
    const auto refused = Connection::open(folder.location(u"letter.db"_s), Connection::Role::Main);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseCorrupt);

    QDir().mkdir(folder.path(u"folder.db"_s));
    const auto directory = Connection::open(folder.location(u"folder.db"_s), Connection::Role::Main);
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::DatabaseUnavailable);
}

void TestConnection::keepsStatementsAndForgetsTheOldest()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const int before = connection->compiledStatements();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(column(*connection, u"SELECT 'again'"_s), QStringList{u"again"_s});
    QCOMPARE(connection->compiledStatements(), before + 1);

    for (int i = 0; i < Connection::kKeptStatements; ++i)
        column(*connection, u"SELECT %1"_s.arg(i));
    const int filled = connection->compiledStatements();
    column(*connection, u"SELECT %1"_s.arg(Connection::kKeptStatements - 1)); // the newest is kept
    QCOMPARE(connection->compiledStatements(), filled);
    column(*connection, u"SELECT 'again'"_s); // the oldest was dropped
    QCOMPARE(connection->compiledStatements(), filled + 1);
}

void TestConnection::readsWithOneStatementInsideItself()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection, {u"CREATE TABLE t (n INTEGER)"_s, u"INSERT INTO t VALUES (1), (2), (3)"_s});
    auto outer = connection->prepare(u"SELECT n FROM t ORDER BY n"_s, u"outer"_s);
    QVERIFY(outer && outer->exec());
    int rows = 0;
    while (outer->next()) {
        ++rows;
        QCOMPARE(column(*connection, u"SELECT n FROM t ORDER BY n"_s), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    }
    QVERIFY(outer->status().has_value());
    QCOMPARE(rows, 3);
}

void TestConnection::bindsEmptyTextsAndNulls()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    auto query = connection->prepare(u"SELECT typeof(?), typeof(?), typeof(?), typeof(?), ?"_s, u"types"_s);
    QVERIFY(query.has_value());
    query->bind(QString()).bind(QVariant()).bind(std::optional<qint64>()).bind(std::optional<qint64>(7)).bind(999'999'999'999'999LL);
    QVERIFY(query->exec().has_value());
    QVERIFY(query->next());
    QCOMPARE(query->text(0), u"text"_s);
    QCOMPARE(query->text(1), u"null"_s);
    QCOMPARE(query->text(2), u"null"_s);
    QCOMPARE(query->text(3), u"integer"_s);
    QCOMPARE(query->integer(4), 999'999'999'999'999LL);
    QCOMPARE(query->optionalInteger(4), std::optional(999'999'999'999'999LL));
    QCOMPARE(query->columnNames().size(), 5);
}

void TestConnection::noticesAMissingValue()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const QString sql = u"SELECT ?, ?"_s;
    {
        auto query = connection->prepare(sql, sql);
        QVERIFY(query->bind(1).bind(2).exec().has_value());
    }
    auto again = connection->prepare(sql, sql);
    const Status refused = again->bind(1).exec();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
}

void TestConnection::endsAReadOnceClosing()
{
    const DatabaseFolder folder;
    const auto closing = std::make_shared<std::atomic_bool>(false);
    auto opened = Connection::open(folder.location(), Connection::Role::Main, closing);
    QVERIFY(opened.has_value());
    auto query = (*opened)->prepare(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100) SELECT i FROM n"_s,
                                    u"numbers"_s);
    QVERIFY(query && query->exec() && query->next());
    *closing = true;
    QVERIFY(!query->next());
    QCOMPARE(query->status().error().code, ErrorCode::Cancelled);
}

void TestConnection::undoesAFailedTransaction()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection, {u"CREATE TABLE t (n INTEGER UNIQUE)"_s});
    const Status failed = connection->inWriteTransaction([&]() -> Status {
        executeAll(*connection, {u"INSERT INTO t VALUES (1)"_s});
        return connection->execute(u"INSERT INTO t VALUES (1)"_s, u"twice"_s);
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Duplicate);
    QCOMPARE(failed.error().data.value("column"_L1).toString(), u"n"_s);
    QVERIFY(column(*connection, u"SELECT n FROM t"_s).isEmpty());
    // and the connection is usable
    QVERIFY(connection->inWriteTransaction([&] { return connection->execute(u"INSERT INTO t VALUES (2)"_s, u"once"_s); }).has_value());
    QCOMPARE(column(*connection, u"SELECT n FROM t"_s), QStringList{u"2"_s});
}

void TestConnection::readsOneSnapshot()
{
    const DatabaseFolder folder;
    const auto reader = openOrFail(folder.location());
    const auto writer = openOrFail(folder.location());
    executeAll(*writer, {u"CREATE TABLE t (n INTEGER)"_s, u"INSERT INTO t VALUES (1)"_s});
    const Status read = reader->inSnapshot([&]() -> Status {
        const auto before = column(*reader, u"SELECT n FROM t"_s);
        executeAll(*writer, {u"INSERT INTO t VALUES (2)"_s});
        return column(*reader, u"SELECT n FROM t"_s) == before ? Status(Nothing{}) : failure(ErrorCode::Internal);
    });
    QVERIFY(read.has_value());
    QCOMPARE(column(*reader, u"SELECT n FROM t"_s).size(), 2);
}

void TestConnection::readsTogetherOneSnapshot()
{
    const DatabaseFolder folder;
    const auto reader = openOrFail(folder.location());
    const auto writer = openOrFail(folder.location());
    executeAll(*writer, {u"CREATE TABLE t (n INTEGER)"_s, u"INSERT INTO t VALUES (1)"_s});
    const QList<NamedRead> reads{{u"first"_s, {1}, u"SELECT n FROM t WHERE n >= ?"_s}, {u"second"_s, {}, u"SELECT n FROM t"_s}};
    QStringList seen;
    const auto note = [&](qsizetype index, Query &rows) -> Status {
        while (rows.next())
            seen += u"%1:%2"_s.arg(index).arg(rows.integer(0));
        executeAll(*writer, {u"INSERT INTO t VALUES (2)"_s});
        return rows.status();
    };
    QVERIFY(reader->readTogether(reads, note).has_value());
    QCOMPARE(seen, (QStringList{u"0:1"_s, u"1:1"_s}));

    // a failure ends the reading, and leaves the connection usable
    const auto refused = reader->readTogether(reads, [](qsizetype, Query &) -> Status { return failure(ErrorCode::NotFound); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(column(*reader, u"SELECT n FROM t"_s).size(), 3);
}

void TestConnection::backgroundOnlyReads()
{
    const DatabaseFolder folder;
    QVERIFY(!Connection::open(folder.location(), Connection::Role::Background)); // there is no file yet
    const auto main = openOrFail(folder.location());
    executeAll(*main, {u"CREATE TABLE t (n INTEGER)"_s});
    const auto background = openOrFail(folder.location(), Connection::Role::Background);
    QVERIFY(column(*background, u"SELECT n FROM t"_s).isEmpty());
    const Status refused = background->execute(u"INSERT INTO t VALUES (1)"_s, u"write"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseUnavailable);
}

void TestConnection::readsNativeErrors_data()
{
    QTest::addColumn<int>("native");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("busy") << 5 << u"database is locked"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("busy snapshot") << 517 << u"database is locked"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("locked") << 6 << u"table is locked"_s << ErrorCode::DatabaseBusy;
    QTest::newRow("corrupt") << 11 << u"malformed"_s << ErrorCode::DatabaseCorrupt;
    QTest::newRow("corrupt index") << 779 << u"malformed"_s << ErrorCode::DatabaseCorrupt;
    QTest::newRow("no database") << 26 << u"file is not a database"_s << ErrorCode::DatabaseCorrupt;
    QTest::newRow("full") << 13 << u"database or disk is full"_s << ErrorCode::DiskFull;
    QTest::newRow("read only") << 8 << u"attempt to write"_s << ErrorCode::DatabaseUnavailable;
    QTest::newRow("cannot open") << 14 << u"unable to open"_s << ErrorCode::DatabaseUnavailable;
    QTest::newRow("io") << 266 << u"disk I/O error"_s << ErrorCode::DatabaseUnavailable;
    QTest::newRow("unique") << 2067 << u"UNIQUE constraint failed: users.username"_s << ErrorCode::Duplicate;
    QTest::newRow("primary key") << 1555 << u"UNIQUE constraint failed: users.id"_s << ErrorCode::Duplicate;
    QTest::newRow("check") << 275 << u"CHECK constraint failed: x"_s << ErrorCode::Invalid;
    QTest::newRow("not null") << 1299 << u"NOT NULL constraint failed: x.y"_s << ErrorCode::Invalid;
    QTest::newRow("strict type") << 3091 << u"cannot store TEXT"_s << ErrorCode::Invalid;
    QTest::newRow("foreign key") << 787 << u"FOREIGN KEY constraint failed"_s << ErrorCode::Invalid;
    QTest::newRow("bad statement") << 1 << u"near \"SELEC\": syntax error"_s << ErrorCode::Internal;
    QTest::newRow("refusal") << 1811 << u"dealdesk:separation_of_duties"_s << ErrorCode::SeparationOfDuties;
    QTest::newRow("refusal with data") << 1811 << u"dealdesk:stale:{\"version\":3}"_s << ErrorCode::Stale;
    QTest::newRow("unknown refusal") << 1811 << u"dealdesk:whatever"_s << ErrorCode::Internal;
}

void TestConnection::readsNativeErrors()
{
    QFETCH(int, native);
    QFETCH(QString, message);
    const Error error = errorFrom(native, message);
    QTEST(error.code, "code");
    if (error.code == ErrorCode::Stale)
        QCOMPARE(error.data.value("version"_L1).toInt(), 3);
    if (native == 2067)
        QCOMPARE(error.data.value("column"_L1).toString(), u"username"_s);
}

void TestConnection::readsRealRefusals()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(*connection,
               {u"CREATE TABLE t (n INTEGER NOT NULL CHECK (n > 0)) STRICT"_s,
                u"CREATE TRIGGER g BEFORE INSERT ON t WHEN NEW.n = 7 BEGIN SELECT RAISE(ABORT, 'dealdesk:not_editable'); END"_s});
    for (const auto &[value, code] : {std::pair{u"7"_s, ErrorCode::NotEditable},
                                      {u"0"_s, ErrorCode::Invalid},
                                      {u"NULL"_s, ErrorCode::Invalid},
                                      {u"'x'"_s, ErrorCode::Invalid}}) {
        const Status refused = connection->execute(u"INSERT INTO t VALUES (%1)"_s.arg(value), value);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
    }
}

void TestConnection::carriesOutACommandAndTellsThePresentState()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    executeAll(
        *connection,
        {u"CREATE TABLE command_log (command_id TEXT PRIMARY KEY, digest TEXT, result TEXT)"_s,
         u"CREATE TABLE deals (id INTEGER PRIMARY KEY, version INTEGER, status TEXT)"_s, u"INSERT INTO deals VALUES (5, 3, 'draft')"_s,
         u"CREATE VIEW cmd_try AS SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, "
         "NULL AS arguments WHERE 0"_s,
         u"CREATE TRIGGER cmd_try_run INSTEAD OF INSERT ON cmd_try BEGIN "
         "SELECT RAISE(ABORT, 'dealdesk:stale') FROM deals WHERE id = NEW.deal_id AND version IS NOT NEW.expected_version; "
         "INSERT INTO command_log VALUES (NEW.command_id, NEW.digest, '{\"actor\":' || NEW.actor_id || ',\"arguments\":' || NEW.arguments || '}'); END"_s});
    Command command{u"cmd_try"_s, u"id-1"_s, 42, 5, 3, {{u"b"_s, 999'999'999'999'999LL}, {u"a"_s, u"ü"_s}}};
    const auto done = connection->command(command);
    QVERIFY(done.has_value());
    QCOMPARE(done->value("actor"_L1).toInt(), 42);
    QCOMPARE(done->value("arguments"_L1).toObject(), command.arguments);
    QCOMPARE(column(*connection, u"SELECT digest FROM command_log"_s), QStringList{digestOf(u"{\"a\":\"ü\",\"b\":999999999999999}"_s)});

    command.commandId = u"id-2"_s;
    command.expectedVersion = 2;
    const auto stale = connection->command(command);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::Stale);
    QCOMPARE(stale.error().data.value("version"_L1).toInt(), 3);
    QCOMPARE(stale.error().data.value("status"_L1).toString(), u"draft"_s);
}

void TestConnection::saysBusyAfterItsTimeOut()
{
    const DatabaseFolder folder;
    const auto first = openOrFail(folder.location());
    const auto second = openOrFail(folder.location());
    executeAll(*first, {u"CREATE TABLE t (n INTEGER)"_s});
    executeAll(*second, {u"PRAGMA busy_timeout = 20"_s});
    executeAll(*first, {u"BEGIN IMMEDIATE"_s});
    const Status refused = second->execute(u"INSERT INTO t VALUES (1)"_s, u"write"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseBusy);
    QVERIFY(column(*second, u"SELECT n FROM t"_s).isEmpty()); // readers go on
}

void TestConnection::readsANamedStatement()
{
    const DatabaseFolder folder;
    const auto connection = openOrFail(folder.location());
    const auto missing = connection->read(u"no_such_statement"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
