#include "sessions.h"

#include "support/test_paths.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// What people type does not show on the server but in the tables, however much the server writes down.
class TestPgSecrecy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsValuesOutOfTheServersLog();
};

void TestPgSecrecy::keepsValuesOutOfTheServersLog()
{
    // An administrator who has statements logged can have their values left out only when they are no part of the text.
    const PgCluster cluster(
        {u"log_statement=all"_s, u"log_min_duration_statement=0"_s, u"log_parameter_max_length=0"_s, u"log_connections=on"_s});
    ServerLocation server = atSocket(cluster, u"postgres"_s);
    server.secret = [] { return Result<QString>(u"CANARY password"_s); };
    const auto connection = openOrFail(server);
    QVERIFY(connection->execute(u"CREATE SCHEMA dealdesk"_s, u"schema"_s));
    QVERIFY(connection->execute(
        u"CREATE FUNCTION dealdesk.cmd_refuse(uuid, integer, bigint, bigint, p_arguments text) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM p_arguments::jsonb; RAISE EXCEPTION USING MESSAGE = 'dealdesk:forbidden', ERRCODE = 'DD403'; END $$"_s,
        u"command"_s));
    QCOMPARE(oneText(*connection, u"SELECT ?::text"_s, {u"CANARY value"_s}), u"CANARY value"_s);
    const auto refused = connection->command(
        {u"cmd_refuse"_s, u"7b0a3f5e-0000-4000-8000-000000000001"_s, 0, {}, {}, {{u"note"_s, u"CANARY note"_s}}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QVERIFY(!firstColumn(*connection, u"SELECT 1 / length(?::text)"_s, {u""_s}));

    QFile log(QFileInfo(programPath(u"dealdesk"_s)).absolutePath() + "/../postgresql/tst_pg_secrecy.log"_L1);
    QVERIFY2(log.open(QIODevice::ReadOnly), qPrintable(log.fileName()));
    const QByteArray written = log.readAll();
    QVERIFY(written.contains("dealdesk.cmd_refuse($1::uuid"));
    QVERIFY(written.contains("SELECT $1::text"));
    QVERIFY(!written.contains("CANARY"));
}

QTEST_GUILESS_MAIN(TestPgSecrecy)
#include "tst_pg_secrecy.moc"
