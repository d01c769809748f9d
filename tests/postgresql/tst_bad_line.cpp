#include "support/postgres/pg_cluster.h"
#include "support/postgres/proxy.h"
#include "support/postgres/psql.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace dealdesk::test;
using namespace std::chrono_literals;

/// The test cluster and the bad line to it do what the tests on servers rest on.
class TestBadLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsWhatWasCommittedOverAKill();
    void recoversByItselfFromTheKillOfASession();
    void asksForTlsAndAPasswordOnThePort();
    void showsBadCertificates_data();
    void showsBadCertificates();
    void countsRoundTrips();
    void addsDelay();
    void slowsDown();
    void cutsARequestOrItsAnswer_data();
    void cutsARequestOrItsAnswer();
    void goesSilent();

private:
    [[nodiscard]] static Psql asOwner() { return Psql(PgCluster::shared().connectionText(u"postgres"_s)); }
    [[nodiscard]] static QString through(const Proxy &proxy) { return proxy.connectionText(u"postgres"_s, u"postgres"_s); }
};

void TestBadLine::initTestCase()
{
    asOwner().must(u"CREATE TABLE said (what text); CREATE ROLE person LOGIN PASSWORD 'correct horse'"_s);
}

void TestBadLine::keepsWhatWasCommittedOverAKill()
{
    PgCluster &cluster = PgCluster::shared();
    asOwner().must(u"INSERT INTO said VALUES ('before')"_s);
    Psql session = asOwner();
    session.must(u"BEGIN; INSERT INTO said VALUES ('never')"_s);
    cluster.kill();
    QCOMPARE(session.run(u"COMMIT"_s).sqlState, QByteArray("08000"));
    QVERIFY(!asOwner().isOpen());
    cluster.start();
    QCOMPARE(asOwner().must(u"SELECT what FROM said"_s).column(), QStringList{u"before"_s});
    cluster.stop();
    cluster.start();
    QCOMPARE(asOwner().must(u"SELECT what FROM said"_s).column(), QStringList{u"before"_s});
}

void TestBadLine::recoversByItselfFromTheKillOfASession()
{
    Psql session = asOwner();
    Psql other = asOwner();
    PgCluster::shared().killSession(session.processId());
    QTRY_VERIFY(asOwner().isOpen());
    QVERIFY(!other.run(u"SELECT 1"_s).worked());
    QCOMPARE(asOwner().must(u"SELECT what FROM said"_s).column(), QStringList{u"before"_s});
}

void TestBadLine::asksForTlsAndAPasswordOnThePort()
{
    const Proxy proxy(PgCluster::shared(), Proxy::Way::Tls);
    const QString text = proxy.connectionText(u"postgres"_s, u"person"_s);
    const Psql good(text + " password='correct horse'"_L1);
    QVERIFY2(good.isOpen(), qPrintable(good.problem()));
    QVERIFY(Psql(text + " password='wrong'"_L1).problem().contains("password authentication failed"_L1));
    QVERIFY(!Psql(text + " password='correct horse' sslmode=disable"_L1).isOpen());
}

void TestBadLine::showsBadCertificates_data()
{
    QTest::addColumn<QString>("problem");
    QTest::newRow("wrong-host") << u"does not match host name"_s;
    QTest::newRow("expired") << u"certificate verify failed"_s;
    QTest::newRow("untrusted") << u"certificate verify failed"_s;
}

void TestBadLine::showsBadCertificates()
{
    QFETCH(QString, problem);
    const PgCluster cluster(PgCluster::showing(QString::fromLatin1(QTest::currentDataTag())));
    const Proxy proxy(cluster, Proxy::Way::Tls);
    const Psql session(through(proxy));
    QVERIFY2(session.problem().contains(problem), qPrintable(session.problem()));
}

void TestBadLine::countsRoundTrips()
{
    Proxy proxy(PgCluster::shared());
    Psql session(through(proxy));
    QVERIFY2(session.isOpen(), qPrintable(session.problem()));
    QCOMPARE(proxy.connections(), 1);
    proxy.resetCounts();
    session.must(u"SELECT 1"_s);
    QCOMPARE(proxy.roundTrips(), 1);
    session.must(u"SELECT 1; SELECT repeat('x', 1000000)"_s);
    QCOMPARE(proxy.roundTrips(), 2);
}

void TestBadLine::addsDelay()
{
    Proxy proxy(PgCluster::shared());
    Psql session(through(proxy));
    proxy.setDelay(30ms, 20ms);
    QElapsedTimer timer;
    timer.start();
    session.must(u"SELECT 1"_s);
    QVERIFY(timer.elapsed() >= 50);
}

void TestBadLine::slowsDown()
{
    Proxy proxy(PgCluster::shared());
    Psql session(through(proxy));
    proxy.setSpeed(100'000);
    QElapsedTimer timer;
    timer.start();
    session.must(u"SELECT repeat('x', 30000)"_s);
    QVERIFY(timer.elapsed() >= 250);
}

void TestBadLine::cutsARequestOrItsAnswer_data()
{
    QTest::addColumn<Proxy::Cut>("when");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("before the request") << Proxy::Cut::BeforeRequest << false;
    QTest::newRow("after the request") << Proxy::Cut::AfterRequest << true;
    QTest::newRow("before the answer") << Proxy::Cut::BeforeAnswer << true;
}

void TestBadLine::cutsARequestOrItsAnswer()
{
    QFETCH(Proxy::Cut, when);
    QFETCH(bool, isWritten);
    Proxy proxy(PgCluster::shared());
    Psql session(through(proxy));
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    proxy.cutNext(when);
    QCOMPARE(session.run(u"INSERT INTO said VALUES ($1)"_s, {what}).sqlState, QByteArray("08000"));
    const auto isThere = [&what] { return asOwner().must(u"SELECT 1 FROM said WHERE what = $1"_s, {what}).rows.size() == 1; };
    QTRY_COMPARE(isThere(), isWritten);
    QVERIFY(Psql(through(proxy)).isOpen());
}

void TestBadLine::goesSilent()
{
    Proxy proxy(PgCluster::shared());
    Psql session(through(proxy));
    proxy.goSilent();
    std::thread later([&proxy] {
        std::this_thread::sleep_for(300ms);
        proxy.wake();
    });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(session.run(u"SELECT 1"_s).sqlState, QByteArray("08000"));
    QVERIFY(timer.elapsed() >= 250);
    later.join();
    QVERIFY(Psql(through(proxy)).isOpen());
    proxy.setRefusing(true);
    QVERIFY(!Psql(through(proxy)).isOpen());
}

QTEST_GUILESS_MAIN(TestBadLine)
#include "tst_bad_line.moc"
