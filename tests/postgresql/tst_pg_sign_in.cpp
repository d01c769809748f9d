#include "sessions.h"

#include "data/postgres/pg_options.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

const QString kSecret = u"CANARY correct horse"_s;

/// Listens on 127.0.0.1 in a thread of its own, says one thing to whoever speaks first, and keeps what it was told.
class FakeServer : public QThread {
public:
    explicit FakeServer(QByteArray answer) : m_answer(std::move(answer))
    {
        m_listening.listen(QHostAddress::LocalHost);
        m_port = m_listening.serverPort();
        m_listening.moveToThread(this);
        start();
    }
    ~FakeServer() override
    {
        quit();
        wait();
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    QByteArray heard()
    {
        quit();
        wait();
        return m_heard;
    }

protected:
    void run() override
    {
        QObject::connect(&m_listening, &QTcpServer::newConnection, &m_listening, [this] {
            QTcpSocket *client = m_listening.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] {
                if (m_heard.isEmpty())
                    client->write(m_answer);
                m_heard += client->readAll();
            });
        });
        exec();
        m_listening.close();
    }

private:
    QTcpServer m_listening;
    QByteArray m_answer;
    QByteArray m_heard;
    quint16 m_port = 0;
};

ServerLocation at(quint16 port, TlsMode tls = TlsMode::VerifyFull)
{
    ServerLocation server;
    server.hosts = {{u"localhost"_s, port}};
    server.database = u"postgres"_s;
    server.username = u"person"_s;
    server.tls = tls;
    server.rootCertificate = PgCluster::certificate(u"ca"_s);
    server.secret = [] { return Result<QString>(kSecret); };
    return server;
}

/// A literal with NULs in it.
template<std::size_t n>
QByteArray bytes(const char (&text)[n])
{
    return QByteArray(text, qsizetype(n) - 1);
}

/// The message of a server that takes no TLS and asks for the password as it is: "AuthenticationCleartextPassword".
const QByteArray kAsksForPassword = bytes("R\0\0\0\x08\0\0\0\x03");

} // namespace

/// Signing in trusts nobody before TLS stands, and nothing but what it is told: neither the environment nor the home folder.
class TestPgSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsInOverTls();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void refusesOldTls();
    void tellsNothingToAFakeServer_data();
    void tellsNothingToAFakeServer();
    void speaksClearTextOnlyHere();
    void tellsWhoIsNotLetIn_data();
    void tellsWhoIsNotLetIn();
    void takesNoFieldForMore_data();
    void takesNoFieldForMore();
    void ignoresTheEnvironment();
    void ignoresTheHomeFolder();
    void triesHostsInOrder();
    void waitsNotLongForASilentHost();
    void asksForTheSecretEachTime();
    void setsUpTheSession();
};

void TestPgSignIn::initTestCase()
{
    Psql(PgCluster::shared().connectionText(u"postgres"_s))
        .must(u"CREATE ROLE person LOGIN PASSWORD '%1'; CREATE ROLE leaver NOLOGIN"_s.arg(kSecret));
}

void TestPgSignIn::signsInOverTls()
{
    const auto connection = openOrFail(at(PgCluster::shared().port()));
    QCOMPARE(oneText(*connection, u"SELECT session_user::text"_s), u"person"_s);
    QCOMPARE(oneText(*connection, u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s), u"1"_s);
    QVERIFY(oneText(*connection, u"SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s) >= u"TLSv1.2"_s);
}

void TestPgSignIn::refusesBadCertificates_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<TlsMode>("tls");
    QTest::addColumn<QString>("reason");
    QTest::newRow("untrusted") << PgCluster::showing(u"untrusted"_s) << TlsMode::VerifyFull << u"certificate"_s;
    QTest::newRow("untrusted, any host") << PgCluster::showing(u"untrusted"_s) << TlsMode::VerifyCa << u"certificate"_s;
    QTest::newRow("wrong host") << PgCluster::showing(u"wrong-host"_s) << TlsMode::VerifyFull << u"host_name"_s;
    QTest::newRow("expired") << PgCluster::showing(u"expired"_s) << TlsMode::VerifyFull << u"certificate"_s;
    QTest::newRow("no TLS") << QStringList{u"ssl=off"_s} << TlsMode::VerifyFull << u"none"_s;
    QTest::newRow("no TLS, any certificate") << QStringList{u"ssl=off"_s} << TlsMode::Require << u"none"_s;
}

void TestPgSignIn::refusesBadCertificates()
{
    QFETCH(QStringList, settings);
    QFETCH(TlsMode, tls);
    const PgCluster cluster(settings);
    const auto refused = test::open(at(cluster.port(), tls));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TlsRefused);
    QTEST(refused.error().data.value("reason"_L1).toString(), "reason");
}

void TestPgSignIn::refusesOldTls()
{
    const PgCluster cluster({u"ssl_min_protocol_version=TLSv1"_s, u"ssl_max_protocol_version=TLSv1.1"_s});
    const auto refused = test::open(at(cluster.port()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TlsRefused);
}

void TestPgSignIn::tellsNothingToAFakeServer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<TlsMode>("tls");
    QTest::newRow("no TLS") << QByteArray("N") << TlsMode::VerifyFull;
    QTest::newRow("no TLS, any certificate") << QByteArray("N") << TlsMode::Require;
    QTest::newRow("asks for the password at once") << kAsksForPassword << TlsMode::VerifyFull;
    QTest::newRow("no TLS, and asks") << "N" + kAsksForPassword << TlsMode::VerifyFull;
    QTest::newRow("says yes and asks") << "S" + kAsksForPassword << TlsMode::VerifyFull;
    QTest::newRow("says an error") << bytes("ECall 555-CANARY to unlock\0") << TlsMode::VerifyFull;
    QTest::newRow("says an error in the new form") << bytes("E\0\0\0\x1ESFATAL\0C28P01\0MCANARY\0\0\0") << TlsMode::VerifyFull;
    QTest::newRow("says nonsense") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << TlsMode::VerifyFull;
}

void TestPgSignIn::tellsNothingToAFakeServer()
{
    QFETCH(QByteArray, answer);
    QFETCH(TlsMode, tls);
    FakeServer server(answer);
    const auto refused = test::open(at(server.port(), tls));
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::TlsRefused || refused.error().code == ErrorCode::ServerUnreachable);
    QVERIFY2(!refused.error().detail.contains("CANARY"_L1), qPrintable(refused.error().detail));
    const QByteArray heard = server.heard();
    QVERIFY(!heard.isEmpty());
    QVERIFY(!heard.contains("CANARY") && !heard.contains("person"));
}

void TestPgSignIn::speaksClearTextOnlyHere()
{
    ServerLocation server = at(5432, TlsMode::Off);
    server.hosts = {{u"database.example.com"_s, 5432}};
    const auto refused = test::open(server);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TlsRefused);
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s, u"/run/postgresql"_s})
        QVERIFY2(isThisMachine(host), qPrintable(host));
    for (const QString &host : {u"10.0.0.1"_s, u"localhost.example.com"_s, u"127.0.0.1.example.com"_s})
        QVERIFY2(!isThisMachine(host), qPrintable(host));
}

void TestPgSignIn::tellsWhoIsNotLetIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("database");
    QTest::newRow("wrong password") << u"person"_s << u"wrong"_s << u"postgres"_s;
    QTest::newRow("no password") << u"person"_s << QString() << u"postgres"_s;
    QTest::newRow("nobody") << u"nobody"_s << kSecret << u"postgres"_s;
    QTest::newRow("not allowed to sign in") << u"leaver"_s << kSecret << u"postgres"_s;
    QTest::newRow("no such database") << u"person"_s << kSecret << u"elsewhere"_s;
}

void TestPgSignIn::tellsWhoIsNotLetIn()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, database);
    ServerLocation server = at(PgCluster::shared().port());
    server.username = user;
    server.database = database;
    server.secret = [password] { return Result<QString>(password); };
    const auto refused = test::open(server);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
}

void TestPgSignIn::takesNoFieldForMore_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("user");
    QTest::addColumn<ErrorCode>("code");
    const QString host = u"localhost"_s;
    const QString database = u"postgres"_s;
    const QString user = u"person"_s;
    for (const QString &bad : {u"localhost,evil.example.com"_s, u"localhost sslmode=disable"_s, u"localhost'"_s, u"host=localhost"_s, u""_s,
                               u"localhost/postgres"_s, u"/tmp,localhost"_s, u"localhost\nuser=postgres"_s})
        QTest::newRow(qPrintable("host "_L1 + bad)) << bad << database << user << ErrorCode::Invalid;
    for (const QString &bad : {u"dbname=postgres sslmode=disable"_s, u"postgresql://localhost/postgres?sslmode=disable"_s,
                               u"postgres' user='postgres"_s, u"postgres\\"_s, u"user=postgres"_s})
        QTest::newRow(qPrintable("database "_L1 + bad)) << host << bad << user << ErrorCode::AccessDenied;
    for (const QString &bad : {u"person user=postgres"_s, u"postgres' --"_s, u"person\\"_s})
        QTest::newRow(qPrintable("user "_L1 + bad)) << host << database << bad << ErrorCode::AccessDenied;
    QTest::newRow("no database") << host << QString() << user << ErrorCode::Invalid;
    QTest::newRow("no user") << host << database << QString() << ErrorCode::Invalid;
    QTest::newRow("a NUL") << host << database << QString(u"person\0x"_s) << ErrorCode::Invalid;
}

void TestPgSignIn::takesNoFieldForMore()
{
    QFETCH(QString, host);
    QFETCH(QString, database);
    QFETCH(QString, user);
    ServerLocation server = at(PgCluster::shared().port());
    server.hosts.first().host = host;
    server.database = database;
    server.username = user;
    const auto refused = test::open(server);
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
}

void TestPgSignIn::ignoresTheEnvironment()
{
    const QList<std::pair<const char *, QByteArray>> hostile = {{"PGHOST", "evil.example.com"},
                                                                {"PGHOSTADDR", "192.0.2.1"},
                                                                {"PGPORT", "1"},
                                                                {"PGDATABASE", "elsewhere"},
                                                                {"PGUSER", "postgres"},
                                                                {"PGPASSWORD", "wrong"},
                                                                {"PGSSLMODE", "disable"},
                                                                {"PGSSLROOTCERT", "/dev/null"},
                                                                {"PGOPTIONS", "-c search_path=public -c TimeZone=Asia/Tokyo"},
                                                                {"PGTZ", "Asia/Tokyo"},
                                                                {"PGDATESTYLE", "German"},
                                                                {"PGGEQO", "off"},
                                                                {"PGAPPNAME", "evil"},
                                                                {"PGCLIENTENCODING", "LATIN1"},
                                                                {"PGSERVICE", "evil"},
                                                                {"PGSERVICEFILE", "/dev/null"},
                                                                {"PGTARGETSESSIONATTRS", "read-only"},
                                                                {"PGCHANNELBINDING", "disable"}};
    for (const auto &[name, value] : hostile)
        qputenv(name, value);
    const auto connection = openOrFail(at(PgCluster::shared().port()));
    QCOMPARE(oneText(*connection, u"SELECT session_user::text"_s), u"person"_s);
    QCOMPARE(oneText(*connection, u"SELECT current_setting('TimeZone')"_s), u"UTC"_s);
    QCOMPARE(oneText(*connection, u"SELECT current_setting('DateStyle')"_s).left(3), u"ISO"_s);
    QCOMPARE(oneText(*connection, u"SELECT current_setting('geqo')"_s), u"on"_s);
    QCOMPARE(oneText(*connection, u"SELECT current_setting('client_encoding')"_s), u"UTF8"_s);
    QCOMPARE(oneText(*connection, u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s), u"1"_s);
}

void TestPgSignIn::ignoresTheHomeFolder()
{
    const QTemporaryDir home;
    QFile passwords(home.filePath(u".pgpass"_s));
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    passwords.write("*:*:*:*:" + kSecret.toUtf8() + "\n");
    passwords.close();
    passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(home.path()));
    ServerLocation server = at(PgCluster::shared().port());
    server.secret = {};
    const auto refused = test::open(server);
    qputenv("HOME", before);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
}

void TestPgSignIn::triesHostsInOrder()
{
    QTcpServer closed; // a port that nobody listens at
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 deadPort = closed.serverPort();
    closed.close();
    const PgCluster standby({u"default_transaction_read_only=on"_s});
    ServerLocation server = atSocket(PgCluster::shared(), u"postgres"_s);
    server.hosts = {{u"127.0.0.1"_s, deadPort}, {standby.socketFolder(), standby.port()}, server.hosts.first()};
    const auto connection = openOrFail(server);
    QCOMPARE(oneText(*connection, u"SELECT current_setting('port')"_s).toInt(), int(PgCluster::shared().port()));

    server.hosts.removeLast();
    const auto nowhere = test::open(server);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(nowhere.error().data.value("hosts"_L1).toArray().size(), 2);
}

void TestPgSignIn::waitsNotLongForASilentHost()
{
    QTcpServer silent; // takes connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QElapsedTimer timer;
    timer.start();
    const auto refused = test::open(at(silent.serverPort()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServerUnreachable);
    QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
}

void TestPgSignIn::asksForTheSecretEachTime()
{
    int asked = 0;
    ServerLocation server = at(PgCluster::shared().port());
    server.secret = [&asked]() -> Result<QString> { return ++asked < 3 ? Result<QString>(kSecret) : failure(ErrorCode::Cancelled); };
    QVERIFY(test::open(server));
    QVERIFY(test::open(server));
    const auto refused = test::open(server);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Cancelled);
}

void TestPgSignIn::setsUpTheSession()
{
    const auto connection = openOrFail(at(PgCluster::shared().port()));
    for (const auto &[setting, value] : {std::pair{u"search_path"_s, u"dealdesk,pg_catalog,pg_temp"_s},
                                         {u"statement_timeout"_s, u"7s"_s},
                                         {u"lock_timeout"_s, u"3s"_s},
                                         {u"idle_in_transaction_session_timeout"_s, u"30s"_s},
                                         {u"application_name"_s, QStringLiteral("dealdesk/" DEALDESK_VERSION)},
                                         {u"standard_conforming_strings"_s, u"on"_s}})
        QCOMPARE(oneText(*connection, u"SELECT current_setting(?)"_s, {setting}), value);
}

QTEST_GUILESS_MAIN(TestPgSignIn)
#include "tst_pg_sign_in.moc"
