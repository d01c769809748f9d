#include "support/postgres/pg_cluster.h"
#include "support/postgres/psql.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk::test;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

} // namespace

/// The command line on a server, through TLS with a password as from an administrator's desk.
class TestDealdeskctlServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mistakesOfUsageEndWithTwo_data();
    void mistakesOfUsageEndWithTwo();
    void setsUpAnEmptyDatabaseInOneCommand();
    void makesOnlyOneFirstAdministrator();
    void closesAndOpensTheDesk();
    void examinesTheDeployment();
    void addsImportsAndExportsAsOneself();
    void fillsATestDatabase();
    void saysWhyItDoesNotGetIn_data();
    void saysWhyItDoesNotGetIn();
    void echoesNoPassword();

private:
    Outcome ctl(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] QString url(const QString &user, const QString &database = u"desk"_s, const QString &authority = u"ca"_s) const;
    [[nodiscard]] QString answer(const QString &sql) const { return Psql(PgCluster::shared().connectionText(u"desk"_s)).must(sql).text(); }

    QTemporaryDir m_folder;
    QString m_said; ///< everything that the program wrote
};

QString TestDealdeskctlServer::url(const QString &user, const QString &database, const QString &authority) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3?sslrootcert=%4"_s.arg(user, QString::number(PgCluster::shared().port()), database,
                                                                   PgCluster::certificate(authority));
}

Outcome TestDealdeskctlServer::ctl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"PGPASSWORD"_s, u"from the environment"_s); // is not believed
    environment.insert(u"PGHOST"_s, u"elsewhere.example.com"_s);
    process.setProcessEnvironment(environment);
    process.start(programPath(u"dealdeskctl"_s), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    const Outcome outcome{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                          QString::fromUtf8(process.readAllStandardError())};
    m_said += outcome.out + outcome.err;
    return outcome;
}

void TestDealdeskctlServer::initTestCase()
{
    Psql cluster(PgCluster::shared().connectionText(u"postgres"_s));
    cluster.must(u"CREATE ROLE steward LOGIN CREATEROLE PASSWORD 'steward secret'"_s);
    cluster.must(u"CREATE DATABASE desk OWNER steward"_s);
}

void TestDealdeskctlServer::mistakesOfUsageEndWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString server = url(u"steward"_s);
    QTest::newRow("password in the address") << QStringList{u"migrate"_s, u"--database"_s, u"postgresql://steward:secret@localhost/desk"_s};
    QTest::newRow("another parameter") << QStringList{u"migrate"_s, u"--database"_s, server + "&options=-csearch_path%3Devil"_L1};
    QTest::newRow("clear text to elsewhere") << QStringList{u"migrate"_s, u"--database"_s,
                                                            u"postgresql://steward@db.example.com/desk?sslmode=disable"_s};
    QTest::newRow("prefer") << QStringList{u"migrate"_s, u"--database"_s, u"postgresql://steward@db.example.com/desk?sslmode=prefer"_s};
    QTest::newRow("nobody") << QStringList{u"migrate"_s, u"--database"_s, u"postgresql://localhost/desk"_s};
    QTest::newRow("acting as somebody") << QStringList{u"import"_s, u"x.json"_s, u"--as"_s, u"ada"_s, u"--database"_s, server};
    QTest::newRow("doctor of a file") << QStringList{u"doctor"_s, u"--database"_s, u"deals.db"_s};
    QTest::newRow("environment of a file") << QStringList{u"migrate"_s, u"--environment"_s, u"test"_s, u"--database"_s, u"deals.db"_s};
    QTest::newRow("unknown environment") << QStringList{u"migrate"_s, u"--environment"_s, u"staging"_s, u"--database"_s, server};
    QTest::newRow("administrator without address") << QStringList{u"migrate"_s, u"--admin"_s, u"ada"_s, u"--database"_s, server};
}

void TestDealdeskctlServer::mistakesOfUsageEndWithTwo()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = ctl(arguments, "steward secret\n");
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
}

void TestDealdeskctlServer::setsUpAnEmptyDatabaseInOneCommand()
{
    const Outcome done = ctl({u"migrate"_s, u"--database"_s, url(u"steward"_s), u"--password-stdin"_s, u"--environment"_s, u"test"_s,
                              u"--admin"_s, u"ada"_s, u"--email"_s, u"ada@example.com"_s, u"--first-name"_s, u"Ada"_s},
                             "steward secret\ncorrect horse\n");
    QVERIFY2(done.status == 0, qPrintable(done.err));
    QCOMPARE(answer(u"SELECT environment FROM dealdesk.deployment"_s), u"test"_s);
    QCOMPARE(answer(u"SELECT username || role || login_managed FROM dealdesk.users"_s), u"adaadmintrue"_s);
    QVERIFY(answer(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'ada'"_s).startsWith("SCRAM-SHA-256$"_L1));
    Psql ada(u"host=127.0.0.1 port=%1 dbname=desk user=ada password='correct horse' sslmode=verify-full sslrootcert='%2'"_s.arg(
        QString::number(PgCluster::shared().port()), PgCluster::certificate(u"ca"_s)));
    QVERIFY2(ada.isOpen(), qPrintable(ada.problem()));
    QCOMPARE(ada.must(u"SELECT dealdesk.me()"_s).text(), u"1"_s);
    QCOMPARE(ctl({u"migrate"_s, u"--database"_s, url(u"steward"_s), u"--password-stdin"_s}, "steward secret\n").status, 0);
}

void TestDealdeskctlServer::makesOnlyOneFirstAdministrator()
{
    const Outcome second = ctl({u"migrate"_s, u"--database"_s, url(u"steward"_s), u"--password-stdin"_s, u"--admin"_s, u"bob"_s,
                                u"--email"_s, u"bob@example.com"_s},
                               "steward secret\ncorrect horse\n");
    QCOMPARE(second.status, 1);
    QVERIFY2(second.err.contains("people already"_L1), qPrintable(second.err));
    QCOMPARE(answer(u"SELECT count(*) FROM pg_roles WHERE rolname = 'bob'"_s), u"0"_s);
}

void TestDealdeskctlServer::closesAndOpensTheDesk()
{
    const QStringList migrate{u"migrate"_s, u"--database"_s, url(u"steward"_s), u"--password-stdin"_s, u"--maintenance"_s};
    QCOMPARE(ctl(migrate + QStringList{u"Back at noon"_s}, "steward secret\n").status, 0);
    QCOMPARE(answer(u"SELECT maintenance FROM dealdesk.deployment"_s), u"Back at noon"_s);
    QCOMPARE(ctl(migrate + QStringList{u"off"_s}, "steward secret\n").status, 0);
    QCOMPARE(answer(u"SELECT maintenance IS NULL AND environment = 'test' FROM dealdesk.deployment"_s), u"t"_s);
}

void TestDealdeskctlServer::examinesTheDeployment()
{
    const QStringList doctor{u"doctor"_s, u"--database"_s, url(u"steward"_s), u"--password-stdin"_s};
    const Outcome told = ctl(doctor, "steward secret\n");
    QCOMPARE(told.status, 1); // a test cluster does not write to the disk for good
    QVERIFY2(told.out.contains("FAULT   fsync is off"_L1), qPrintable(told.out + told.err));
    const Outcome listed = ctl(doctor + QStringList{u"--json"_s}, "steward secret\n");
    const QJsonArray findings = QJsonDocument::fromJson(listed.out.toUtf8()).array();
    QVERIFY2(!findings.isEmpty(), qPrintable(listed.out));
    QVERIFY(findings.first().toObject().contains("remedy"_L1));
}

void TestDealdeskctlServer::addsImportsAndExportsAsOneself()
{
    const QStringList asAda{u"--database"_s, url(u"ada"_s), u"--password-stdin"_s};
    const Outcome added = ctl(QStringList{u"user"_s, u"add"_s, u"sally"_s, u"--email"_s, u"sally@example.com"_s} + asAda,
                              "correct horse\nbattery staple\n");
    QVERIFY2(added.status == 0, qPrintable(added.err));
    const Outcome imported = ctl(QStringList{u"import"_s, dataPath(u"prototype-capture.json"_s)} + asAda, "correct horse\n");
    QVERIFY2(imported.out.contains(QRegularExpression(u"deals +12 +10 +2 +0\n"_s)), qPrintable(imported.out + imported.err));
    const QStringList asSally{u"--database"_s, url(u"sally"_s), u"--password-stdin"_s};
    const Outcome exported = ctl(QStringList{u"export"_s, u"history"_s, u"-o"_s, m_folder.filePath(u"h.csv"_s)} + asSally,
                                 "battery staple\n");
    QVERIFY2(exported.status == 0, qPrintable(exported.err));
    QVERIFY(QFile(m_folder.filePath(u"h.csv"_s)).size() > 500);
    const Outcome forbidden = ctl(QStringList{u"user"_s, u"add"_s, u"sam"_s, u"--email"_s, u"sam@example.com"_s} + asSally,
                                  "battery staple\nbattery staple\n");
    QCOMPARE(forbidden.status, 1);
}

void TestDealdeskctlServer::fillsATestDatabase()
{
    Psql(PgCluster::shared().connectionText(u"postgres"_s)).must(u"CREATE DATABASE sample OWNER steward"_s);
    const QString sample = url(u"steward"_s, u"sample"_s);
    const QStringList seed{u"seed"_s, u"--database"_s, sample, u"--password-stdin"_s};
    QCOMPARE(ctl({u"migrate"_s, u"--database"_s, sample, u"--password-stdin"_s}, "steward secret\n").status, 0);
    const Outcome production = ctl(seed, "steward secret\n");
    QCOMPARE(production.status, 1);
    QVERIFY2(production.err.contains("production"_L1), qPrintable(production.err));
    QCOMPARE(ctl({u"migrate"_s, u"--database"_s, sample, u"--password-stdin"_s, u"--environment"_s, u"test"_s}, "steward secret\n").status,
             0);
    const Outcome filled = ctl(seed, "steward secret\n");
    QVERIFY2(filled.status == 0, qPrintable(filled.err));
    Psql look(PgCluster::shared().connectionText(u"sample"_s));
    QVERIFY(look.must(u"SELECT count(*) FROM dealdesk.deals"_s).integer() > 50);
    QVERIFY(look.must(u"SELECT count(DISTINCT actor_id) FROM dealdesk.command_log"_s).integer() > 4);
    QCOMPARE(ctl(seed, "steward secret\n").status, 1);
}

void TestDealdeskctlServer::saysWhyItDoesNotGetIn_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("wrong password") << url(u"steward"_s) << QByteArray("wrong\n");
    QTest::newRow("no password") << url(u"steward"_s) << QByteArray();
    QTest::newRow("no such database") << url(u"steward"_s, u"nowhere"_s) << QByteArray("steward secret\n");
    QTest::newRow("an authority that did not sign") << url(u"steward"_s, u"desk"_s, u"other-ca"_s) << QByteArray("steward secret\n");
    QTest::newRow("nobody listens") << u"postgresql://steward@127.0.0.1:1/desk"_s << QByteArray("steward secret\n");
}

void TestDealdeskctlServer::saysWhyItDoesNotGetIn()
{
    QFETCH(const QString, database);
    QFETCH(const QByteArray, password);
    const Outcome outcome = ctl({u"migrate"_s, u"--database"_s, database, u"--password-stdin"_s}, password);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.size() > 20, qPrintable(outcome.err));
}

void TestDealdeskctlServer::echoesNoPassword()
{
    QVERIFY(!m_said.isEmpty());
    for (const QString &secret :
         {u"steward secret"_s, u"correct horse"_s, u"battery staple"_s, u"from the environment"_s, u"SCRAM-SHA-256"_s})
        QVERIFY(!m_said.contains(secret));
}

QTEST_GUILESS_MAIN(TestDealdeskctlServer)
#include "tst_dealdeskctl_server.moc"
