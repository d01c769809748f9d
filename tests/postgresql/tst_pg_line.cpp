#include "sessions.h"

#include "data/data_change.h"

#include <QElapsedTimer>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;
using namespace std::chrono_literals;

/// What a session asks of the line, and what it makes of a bad one: nothing waits for ever, and what may have happened is never called
/// failed.
class TestPgLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesOneRoundTripForEachCall();
    void connectsInFewRoundTrips();
    void tellsThatACommandsOutcomeIsOpen_data();
    void tellsThatACommandsOutcomeIsOpen();
    void sendsNothingOnceLost();
    void takesTheEndOfTheServerForALoss();
    void givesUpASilentLink();
    void givesUpASilentLinkInTime();
    void readsRowsAsTheyCome();
    void keepsTheRestForAnotherStatement();
    void endsAnAbandonedRead();
    void failsAReadThatIsCutShort();
    void onlyReadsInTheBackground();
    void leavesAServerThatOnlyReads();
};

void TestPgLine::initTestCase()
{
    const auto owner = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()));
    QVERIFY(owner->execute(u"CREATE TABLE dealdesk.written (id uuid PRIMARY KEY)"_s, u"table"_s));
    QVERIFY(owner->execute(
        u"CREATE FUNCTION dealdesk.cmd_write(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS "
        u"jsonb "
        "LANGUAGE plpgsql AS $$ BEGIN INSERT INTO dealdesk.written VALUES (p_command); RETURN '{\"written\": true}'; END $$"_s,
        u"command"_s));
}

namespace {

Command write()
{
    return {u"cmd_write"_s, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}, {}, {}};
}

bool isWritten(const Command &command)
{
    return Psql(PgCluster::shared().connectionText(emptyDatabase()))
               .must(u"SELECT count(*) FROM dealdesk.written WHERE id = $1"_s, {command.commandId})
               .integer()
        == 1;
}

} // namespace

void TestPgLine::takesOneRoundTripForEachCall()
{
    Proxy proxy(PgCluster::shared());
    const auto connection = openOrFail(through(proxy, emptyDatabase()));
    const auto tripsOf = [&proxy](const std::function<bool()> &call) {
        proxy.resetCounts();
        return call() ? proxy.roundTrips() : -1;
    };
    const auto read = [&] { return firstColumn(*connection, u"SELECT generate_series(1, ?)"_s, {20'000}).has_value(); };
    QCOMPARE(tripsOf(read), 1); // prepared by the way
    QCOMPARE(tripsOf(read), 1);
    const auto readTogether = [&] {
        const QList<NamedRead> reads{{u"a"_s, {1}, u"SELECT ?::int"_s}, {u"b"_s, {2}, u"SELECT ?::int + 1"_s}, {u"c"_s, {}, u"SELECT 3"_s}};
        return connection->readTogether(reads, [](qsizetype, Query &) -> Status { return Nothing{}; }).has_value();
    };
    QCOMPARE(tripsOf(readTogether), 1);
    QCOMPARE(tripsOf(readTogether), 1);
    const auto command = [&] { return connection->command(write()).has_value(); };
    QCOMPARE(tripsOf(command), 1);
    QCOMPARE(tripsOf(command), 1);
    const auto watch = [&] { return connection->startWatching({[](const DataChange &) {}, [](const Error &) {}}).has_value(); };
    QCOMPARE(tripsOf(watch), 1);
}

void TestPgLine::connectsInFewRoundTrips()
{
    Psql(PgCluster::shared().connectionText(emptyDatabase())).must(u"CREATE ROLE desk LOGIN PASSWORD 'correct horse'"_s);
    Proxy proxy(PgCluster::shared(), Proxy::Way::Tls);
    ServerLocation server = through(proxy, emptyDatabase(), u"desk"_s);
    server.tls = TlsMode::VerifyFull;
    server.rootCertificate = PgCluster::certificate(u"ca"_s);
    server.secret = [] { return Result<QString>(u"correct horse"_s); };
    const auto connection = openOrFail(server);
    // asking for TLS, its greeting (and the session's beginning with its end), the two steps of SCRAM and its result
    QVERIFY2(proxy.roundTrips() <= 6, qPrintable(QString::number(proxy.roundTrips())));
    QCOMPARE(proxy.connections(), 1);
}

void TestPgLine::tellsThatACommandsOutcomeIsOpen_data()
{
    QTest::addColumn<Proxy::Cut>("when");
    QTest::addColumn<bool>("written");
    QTest::newRow("before the request") << Proxy::Cut::BeforeRequest << false;
    QTest::newRow("after the request") << Proxy::Cut::AfterRequest << true;
    QTest::newRow("before the answer") << Proxy::Cut::BeforeAnswer << true;
}

void TestPgLine::tellsThatACommandsOutcomeIsOpen()
{
    QFETCH(Proxy::Cut, when);
    QFETCH(bool, written);
    Proxy proxy(PgCluster::shared());
    const auto connection = openOrFail(through(proxy, emptyDatabase()));
    QVERIFY(connection->command(write()));
    const Command command = write();
    proxy.cutNext(when);
    const auto open = connection->command(command);
    QVERIFY(!open);
    QCOMPARE(open.error().code, ErrorCode::ConnectionLost);
    QTRY_COMPARE(isWritten(command), written);
}

void TestPgLine::sendsNothingOnceLost()
{
    Proxy proxy(PgCluster::shared());
    const auto connection = openOrFail(through(proxy, emptyDatabase()));
    proxy.cutAll();
    QVERIFY(!connection->command(write()));
    const Command command = write();
    const auto never = connection->command(command);
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(!isWritten(command));
}

void TestPgLine::takesTheEndOfTheServerForALoss()
{
    const auto connection = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()));
    QVERIFY(connection->command(write()));
    PgCluster::shared().stop();
    const auto ended = connection->command(write());
    PgCluster::shared().start();
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::ConnectionLost);
}

void TestPgLine::givesUpASilentLink()
{
    Proxy proxy(PgCluster::shared());
    const auto connection = openOrFail(through(proxy, emptyDatabase()));
    PgConnection::of(*connection).link().setSilenceLimit(300);
    proxy.goSilent();
    const auto lost = firstColumn(*connection, u"SELECT 1"_s);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ConnectionLost);
}

void TestPgLine::givesUpASilentLinkInTime()
{
    Proxy proxy(PgCluster::shared());
    const auto connection = openOrFail(through(proxy, emptyDatabase()));
    proxy.goSilent();
    QElapsedTimer timer;
    timer.start();
    const auto lost = connection->command(write());
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ConnectionLost);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestPgLine::readsRowsAsTheyCome()
{
    const auto reader = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()), Connection::Role::Background);
    auto query = reader->prepare(u"SELECT n, repeat('x', 100) AS filling FROM generate_series(1, ?) n"_s, u"rows"_s);
    QVERIFY(query->bind(50'000).exec());
    QCOMPARE(query->columnNames(), (QStringList{u"n"_s, u"filling"_s}));
    qint64 sum = 0;
    while (query->next())
        sum += query->integer(0);
    QVERIFY(query->status());
    QCOMPARE(sum, 50'000LL * 50'001 / 2);
    QVERIFY(query->bind(0).exec()); // no row
    QCOMPARE(query->columnNames().size(), 2);
    QVERIFY(!query->next());
    QVERIFY(query->status());
}

void TestPgLine::keepsTheRestForAnotherStatement()
{
    const auto reader = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()), Connection::Role::Background);
    auto query = reader->prepare(u"SELECT generate_series(1, ?)"_s, u"rows"_s);
    QVERIFY(query->bind(10'000).exec());
    int rows = 0;
    while (query->next()) {
        if (++rows == 10)
            QCOMPARE(oneText(*reader, u"SELECT 'between'"_s), u"between"_s);
    }
    QVERIFY(query->status());
    QCOMPARE(rows, 10'000);
}

void TestPgLine::endsAnAbandonedRead()
{
    const auto reader = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()), Connection::Role::Background);
    {
        auto query = reader->prepare(u"SELECT n FROM generate_series(1, 1000) m CROSS JOIN LATERAL (SELECT m AS n FROM pg_sleep(0.01)) s"_s,
                                     u"slow"_s);
        QVERIFY(query->exec());
        QVERIFY(query->next());
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(oneText(*reader, u"SELECT 'after'"_s), u"after"_s);
    QVERIFY(timer.elapsed() < 5000);
}

void TestPgLine::failsAReadThatIsCutShort()
{
    Proxy proxy(PgCluster::shared());
    const auto reader = openOrFail(through(proxy, emptyDatabase()), Connection::Role::Background);
    auto query = reader->prepare(u"SELECT repeat('x', 1000) FROM generate_series(1, 1000000)"_s, u"rows"_s);
    QVERIFY(query->exec());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(query->next());
    proxy.cutAll();
    while (query->next()) {}
    QVERIFY(!query->status());
    QCOMPARE(query->status().error().code, ErrorCode::ConnectionLost);

    const auto second = openOrFail(through(proxy, emptyDatabase()), Connection::Role::Background);
    auto failing = second->prepare(u"SELECT 1 / (500 - n) FROM generate_series(1, 1000) n"_s, u"failing"_s);
    QVERIFY(failing->exec());
    int rows = 0;
    while (failing->next())
        ++rows;
    QCOMPARE(rows, 499);
    QVERIFY(!failing->status());
}

void TestPgLine::onlyReadsInTheBackground()
{
    const auto reader = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()), Connection::Role::Background);
    const auto refused = reader->command(write());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseUnavailable);
}

void TestPgLine::leavesAServerThatOnlyReads()
{
    const auto connection = openOrFail(atSocket(PgCluster::shared(), emptyDatabase()));
    QVERIFY(connection->execute(u"SET default_transaction_read_only = on"_s, u"as a standby"_s));
    const auto refused = connection->command(write());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServerUnreachable);
    QVERIFY(PgConnection::of(*connection).link().isLost());
}

QTEST_GUILESS_MAIN(TestPgLine)
#include "tst_pg_line.moc"
