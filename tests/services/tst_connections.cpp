#include "services/connections/database_url.h"
#include "services/connections/profile_store.h"
#include "services/connections/profile_validation.h"
#include "services/connections/server_address.h"
#include "services/connections/token_command.h"
#include "services/error_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

ConnectionProfile serverProfile(const QString &name)
{
    ConnectionProfile profile;
    profile.id = ConnectionProfile::newId();
    profile.name = name;
    profile.kind = ProfileKind::PostgreSql;
    profile.hosts = {{u"db1.example.com"_s, 5432}, {u"db2.example.com"_s, 6432}};
    profile.username = u"ann"_s;
    return profile;
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray textOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ProfileField> problemFields(const ConnectionProfile &profile)
{
    QList<ProfileField> fields;
    const auto problems = problemsOf(profile, textOf(profile.hosts), {});
    for (const ProfileProblem &problem : problems)
        fields += problem.field;
    return fields;
}

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void knowsThisMachine();
    void readsUrls();
    void refusesUrls_data();
    void refusesUrls();
    void keepsProfiles();
    void keepsWhatItDoesNotKnow();
    void leavesADamagedFileAlone();
    void changesNothingThatItPlaced();
    void neverWritesASecret();
    void saysWhatIsWrongWithAProfile();
    void asksForEncryption();
    void fetchesTokens();
    void saysWhyThereIsNoToken();

private:
    [[nodiscard]] QString script(const QByteArray &body);

    QTemporaryDir m_folder;
};

void TestConnections::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("name") << u"db.example.com"_s << u"db.example.com"_s << 5432;
    QTest::newRow("name and port") << u"db_1:6000"_s << u"db_1"_s << 6000;
    QTest::newRow("address") << u"10.0.0.7:5433"_s << u"10.0.0.7"_s << 5433;
    QTest::newRow("IPv6") << u"fe80::1"_s << u"fe80::1"_s << 5432;
    QTest::newRow("IPv6 and port") << u"[::1]:5433"_s << u"::1"_s << 5433;
    QTest::newRow("socket") << u"/var/run/postgresql"_s << u"/var/run/postgresql"_s << 5432;
    QTest::newRow("socket and port") << u"/tmp/pg:5433"_s << u"/tmp/pg"_s << 5433;
    QTest::newRow("international") << u"bücher.example"_s << u"bücher.example"_s << 5432;
}

void TestConnections::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto address = serverAddressFrom(text);
    QVERIFY(address);
    QCOMPARE(*address, (ServerAddress{host, port}));
    QCOMPARE(serverAddressFrom(textOf(*address)), address);
}

void TestConnections::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",         "a b",  "db;x",  "db sslmode=disable", "-db",     "db=x",     "'db'", "db:0",      "db:70000",
          "db:",      "db:x", "1.2.3", "999.1.1.1",          "@socket", "db\nhost", "a,b",  "[db]:5432", "relative/folder",
          "/tmp/a,b", "%00",  "x..y"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long") << QString(254, u'a');
}

void TestConnections::refusesWhatIsNoAddress()
{
    QFETCH(QString, text);
    QVERIFY(!serverAddressFrom(text));
}

void TestConnections::knowsThisMachine()
{
    for (const auto &host : {u"localhost"_s, u"127.0.0.1"_s, u"127.8.8.8"_s, u"::1"_s, u"/var/run/postgresql"_s})
        QVERIFY2(isOnThisMachine(host), qPrintable(host));
    for (const auto &host : {u"localhost.example.com"_s, u"10.0.0.1"_s, u"0.0.0.0"_s, u"db"_s})
        QVERIFY2(!isOnThisMachine(host), qPrintable(host));
}

void TestConnections::readsUrls()
{
    const auto full = serverFromUrl(
        u"postgresql://o%27neil%40corp@db1.example.com,db2.example.com:6432/deals?sslmode=verify-ca&sslrootcert=/etc/ca.pem"_s);
    QVERIFY(full);
    QCOMPARE(full->username, u"o'neil@corp"_s);
    QCOMPARE(full->hosts, (QList<ServerAddress>{{u"db1.example.com"_s, 5432}, {u"db2.example.com"_s, 6432}}));
    QCOMPARE(full->database, u"deals"_s);
    QCOMPARE(full->tls, TlsMode::VerifyCa);
    QCOMPARE(full->rootCertificate, u"/etc/ca.pem"_s);

    const auto brief = serverFromUrl(u"postgres://db.example.com"_s);
    QVERIFY(brief);
    QCOMPARE(brief->username, QString());
    QCOMPARE(brief->database, u"dealdesk"_s);
    QCOMPARE(brief->tls, TlsMode::VerifyFull);

    const auto socket = serverFromUrl(u"postgresql://ann@%2Ftmp%2Fpg:5433/deals?sslmode=disable"_s);
    QVERIFY(socket);
    QCOMPARE(socket->hosts, (QList<ServerAddress>{{u"/tmp/pg"_s, 5433}}));
    QVERIFY(isServerUrl(u"postgresql://x"_s) && !isServerUrl(u"/home/x/deals.db"_s));
}

void TestConnections::refusesUrls_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"postgresql://ann:secret@db/deals", "postgresql:///deals", "postgresql://db/deals?options=-c%20x=y",
                            "postgresql://db/deals?sslmode=prefer", "postgresql://db/deals?sslmode=disable", "postgresql://db/a%3Db",
                            "postgresql://d b/deals", "postgresql://db:99999/deals", "http://db/deals"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestConnections::refusesUrls()
{
    QFETCH(QString, url);
    const auto server = serverFromUrl(url);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::MalformedInput);
    const QString reason = server.error().data.value("reason"_L1).toString();
    QVERIFY2(reason.endsWith(u'.') && !reason.contains("secret"_L1), qPrintable(reason));
}

void TestConnections::keepsProfiles()
{
    const ProfileStore store(m_folder.filePath(u"deep/er/connections.json"_s), {});
    QVERIFY(store.profiles().isEmpty());
    ConnectionProfile server = serverProfile(u"Office"_s);
    server.kind = ProfileKind::Lakebase;
    server.signIn = SignInMethod::TokenCommand;
    server.tokenCommand = u"databricks auth token"_s;
    server.remembersSecret = false;
    server.environment = Environment::Test;
    ConnectionProfile file;
    file.id = ConnectionProfile::newId();
    file.name = u"Mine"_s;
    file.kind = ProfileKind::EmbeddedFile;
    file.filePath = u"/home/ann/deals.db"_s;
    QVERIFY(store.save(server) && store.save(file));
    QCOMPARE(store.profiles(), (QList<ConnectionProfile>{server, file}));
    server.name = u"Office again"_s;
    QVERIFY(store.save(server));
    QCOMPARE(store.profiles(), (QList<ConnectionProfile>{server, file}));
    QVERIFY(store.remove(server.id));
    QCOMPARE(store.profiles(), QList<ConnectionProfile>{file});
}

void TestConnections::keepsWhatItDoesNotKnow()
{
    const QString path = m_folder.filePath(u"newer.json"_s);
    writeFile(path, R"({"version": 7, "colour": "blue", "connections": [
        {"id": "a", "name": "Known", "kind": "postgresql", "hosts": ["db"], "database": "x", "tls": "quantum", "proxy": {"host": "p"}},
        {"id": "b", "name": "Another kind", "kind": "oracle"}]})");
    const ProfileStore store(path, {});
    const auto profiles = store.profiles();
    QCOMPARE(profiles.size(), 1);
    QCOMPARE(profiles.first().tls, TlsMode::VerifyFull);
    QVERIFY(store.save(profiles.first()));
    const QJsonObject json = QJsonDocument::fromJson(textOfFile(path)).object();
    QCOMPARE(json.value("version"_L1).toInt(), 7);
    QCOMPARE(json.value("colour"_L1).toString(), u"blue"_s);
    QCOMPARE(json["connections"_L1][0]["proxy"_L1]["host"_L1].toString(), u"p"_s);
    QCOMPARE(json["connections"_L1][1]["kind"_L1].toString(), u"oracle"_s);
}

void TestConnections::leavesADamagedFileAlone()
{
    const QString path = m_folder.filePath(u"damaged.json"_s);
    writeFile(path, "{\"connections\": [{\"id\": ");
    const ProfileStore store(path, {});
    QVERIFY(store.profiles().isEmpty());
    QCOMPARE(store.problems().size(), 1);
    QCOMPARE(store.problems().first().code, ErrorCode::MalformedInput);
    const Status saved = store.save(serverProfile(u"Office"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::MalformedInput);
    QVERIFY(textOfFile(path).startsWith("{\"connections\": [{\"id\": "));
}

void TestConnections::changesNothingThatItPlaced()
{
    const QString placed = m_folder.filePath(u"placed.json"_s);
    writeFile(placed, R"({"connections": [{"id": "it", "name": "Company", "kind": "postgresql", "hosts": ["db"], "database": "x"}]})");
    const ProfileStore store(m_folder.filePath(u"own.json"_s), {placed, m_folder.filePath(u"absent.json"_s)});
    QVERIFY(store.save(serverProfile(u"Office"_s)));
    auto profiles = store.profiles();
    QCOMPARE(profiles.size(), 2);
    QVERIFY(profiles[0].isReadOnly && !profiles[1].isReadOnly);
    profiles[0].name = u"Mine now"_s;
    const Status saved = store.save(profiles[0]);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Forbidden);
    QVERIFY(store.remove(u"it"_s));
    QCOMPARE(store.profiles().first().name, u"Company"_s);
}

void TestConnections::neverWritesASecret()
{
    const QString path = m_folder.filePath(u"secretless.json"_s);
    const ProfileStore store(path, {});
    const ConnectionProfile profile = serverProfile(u"Office"_s);
    QVERIFY(store.save(profile));
    const DatabaseLocation location = locationOf(profile, u"ann"_s, std::make_shared<SharedSecret>(u"canary-7531"_s));
    QCOMPARE(*location.server->secret(), u"canary-7531"_s);
    QVERIFY(!textOfFile(path).contains("canary-7531"));
    QVERIFY(!location.key().contains("canary-7531"_L1) && !location.displayName().contains("canary-7531"_L1));
}

void TestConnections::saysWhatIsWrongWithAProfile()
{
    const ConnectionProfile good = serverProfile(u"Office"_s);
    QCOMPARE(problemFields(good), QList<ProfileField>{});
    ConnectionProfile bad;
    bad.id = u"x"_s;
    bad.kind = ProfileKind::PostgreSql;
    bad.database = u"dbname=evil host=elsewhere"_s;
    bad.rootCertificate = u"/nowhere/ca.pem"_s;
    bad.signIn = SignInMethod::TokenCommand;
    bad.tokenCommand = u"no-such-program --now"_s;
    bad.username = u"two\nlines"_s;
    const auto problems = problemsOf(bad, u"db.example.com, -oops"_s, {});
    QCOMPARE(problems.size(), 6);
    for (const ProfileProblem &problem : problems)
        QVERIFY2(problem.sentence.endsWith(u'.'), qPrintable(problem.sentence));
    QVERIFY(problems[1].sentence.contains("-oops"_L1));
    ConnectionProfile twin = serverProfile(u"office"_s);
    QCOMPARE(problemsOf(twin, u"db"_s, {good}).value(0).field, ProfileField::Name);
    QCOMPARE(problemsOf(good, u"db"_s, {good}).size(), 0);
    ConnectionProfile file;
    file.name = u"File"_s;
    file.kind = ProfileKind::EmbeddedFile;
    QCOMPARE(problemFields(file), QList<ProfileField>{ProfileField::FilePath});
    file.filePath = m_folder.path();
    QCOMPARE(problemFields(file), QList<ProfileField>{ProfileField::FilePath});
}

void TestConnections::asksForEncryption()
{
    ConnectionProfile profile = serverProfile(u"Office"_s);
    profile.tls = TlsMode::Off;
    QCOMPARE(problemFields(profile), QList<ProfileField>{ProfileField::Tls});
    profile.hosts = {{u"127.0.0.1"_s, 5432}, {u"/tmp"_s, 5432}};
    QCOMPARE(problemFields(profile), QList<ProfileField>{});
    profile.kind = ProfileKind::Lakebase;
    QCOMPARE(problemFields(profile), QList<ProfileField>{ProfileField::Tls});
    profile.kind = ProfileKind::PostgreSql;
    profile.tls = TlsMode::VerifyCa;
    QCOMPARE(problemFields(profile), QList<ProfileField>{ProfileField::Tls});
}

QString TestConnections::script(const QByteArray &body)
{
    static int number = 0;
    const QString path = m_folder.filePath(u"token %1.sh"_s.arg(++number));
    writeFile(path, "#!/bin/sh\n" + body);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return u'"' + path + u'"';
}

void TestConnections::fetchesTokens()
{
    QCOMPARE(tokenFrom(script("echo tok-1")).value_or(QString()), u"tok-1"_s);
    QCOMPARE(tokenFrom(script("echo '{\"access_token\": \"tok-2\", \"expiry\": 1}'")).value_or(QString()), u"tok-2"_s);
    QCOMPARE(tokenFrom(script("echo '{\"token\": \"tok-3\"}'")).value_or(QString()), u"tok-3"_s);
    QCOMPARE(tokenFrom(script("printf %s \"$1|$2\"") + " \"$HOME;x\" `id`"_L1).value_or(QString()), u"$HOME;x|`id`"_s);
}

void TestConnections::saysWhyThereIsNoToken()
{
    const auto reasonOf = [](const QString &command) {
        const auto token = tokenFrom(command, std::chrono::milliseconds(300));
        return token ? *token : token.error().data.value("reason"_L1).toString();
    };
    QCOMPARE(reasonOf(u"no-such-program"_s), u"not_found"_s);
    QCOMPARE(reasonOf(u"./relative"_s), u"not_found"_s);
    QCOMPARE(reasonOf({}), u"not_found"_s);
    QCOMPARE(reasonOf(script("exec sleep 30")), u"timeout"_s);
    QCOMPARE(reasonOf(script("true")), u"empty"_s);
    QCOMPARE(reasonOf(script("echo '{\"error\": 1}'")), u"empty"_s);
    const auto failed = tokenFrom(script("echo noise >&2; echo 'Sign in first.' >&2; echo half-a-token; exit 3"));
    QVERIFY(!failed);
    QVERIFY(sentenceFor(failed.error()).contains("Sign in first."_L1));
    QVERIFY(!sentenceFor(failed.error()).contains("half-a-token"_L1));
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
