#include "sessions.h"

#include "data/data_change.h"
#include "support/postgres/pg_test_database.h"

#include <QElapsedTimer>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

Command commandOf(const QString &name, const QJsonObject &arguments)
{
    return {"cmd_"_L1 + name, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, {}, {}, arguments};
}

void fill(TestDatabase &database)
{
    const QJsonObject admin{{u"username"_s, u"admin"_s}, {u"email"_s, u"admin@example.com"_s},
                            {u"first_name"_s, u"A"_s},   {u"last_name"_s, u"Tester"_s},
                            {u"role"_s, u"admin"_s},     {u"password"_s, testVerifier()}};
    if (const auto made = database.owner().command(commandOf(u"create_first_admin"_s, admin)); !made)
        qFatal("%s", qPrintable(made.error().detail));
}

/// What a watched connection was told.
struct Told {
    explicit Told(Connection &connection)
    {
        const Status watching = connection.startWatching({[this](const DataChange &change) {
                                                              ++times;
                                                              all |= change;
                                                          },
                                                          [this](const Error &) { ++losses; }});
        if (!watching)
            qFatal("%s", qPrintable(watching.error().detail));
    }
    DataChange all;
    int times = 0;
    int losses = 0;
};

} // namespace

/// What others change is told while the thread has nothing else to do, and so is the end of the line.
class TestPgWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DEALDESK_TEST_DATABASE", "postgresql"); }
    void init() { m_database = PgTestDatabase::copyOf(u"watch"_s, fill); }
    void cleanup() { m_database.reset(); }
    void tellsWhatOthersChange();
    void tellsADeal();
    void leavesOwnChangesAside();
    void missesNothingThatIsCommittedLate();
    void hearsNoticesThatComeWithAnswers();
    void bundlesWhatComesTogether();
    void noticesACutLine();
    void noticesTheEndOfTheSession();
    void noticesASilentLine();

private:
    [[nodiscard]] ServerLocation asAdmin() const { return *m_database->location(u"admin"_s).server; }
    [[nodiscard]] Psql owner() const { return m_database->psql(); }
    [[nodiscard]] static Command newAdvertiser(const QString &name)
    {
        return commandOf(u"save_advertiser"_s, {{u"id"_s, QJsonValue::Null}, {u"name"_s, name}, {u"region"_s, u"west"_s}});
    }

    std::unique_ptr<PgTestDatabase> m_database;
};

void TestPgWatch::tellsWhatOthersChange()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    QVERIFY(m_database->as(u"admin"_s).command(newAdvertiser(u"Northwind"_s)));
    QTRY_VERIFY(told.all.reference);
    QVERIFY(!told.all.people && !told.all.everything && told.all.deals.isEmpty());
    owner().must(u"UPDATE dealdesk.users SET last_name = 'Other'"_s);
    QTRY_VERIFY(told.all.people);
}

void TestPgWatch::tellsADeal()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    const auto saved = m_database->as(u"admin"_s)
                           .command(commandOf(
                               u"save_draft"_s,
                               {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, QJsonObject{{u"deal_name"_s, u"Spring"_s}}}}));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().detail));
    const DealId deal(saved->value("deal_id"_L1).toInteger());
    QTRY_VERIFY(told.all.concerns(deal));
    QCOMPARE(told.all.deals, QSet<DealId>{deal});
}

void TestPgWatch::leavesOwnChangesAside()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    QVERIFY(watching->command(newAdvertiser(u"Own"_s)));
    QTest::qWait(800);
    QCOMPARE(told.times, 0);
}

/// Transactions commit in another order than they begin: by a rising number alone the first would be missed.
void TestPgWatch::missesNothingThatIsCommittedLate()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    Psql early = owner();
    early.must(u"BEGIN"_s);
    early.must(u"INSERT INTO dealdesk.change_feed (topic) VALUES ('people'); NOTIFY dealdesk_changes"_s); // as a trigger would
    QVERIFY(m_database->as(u"admin"_s).command(newAdvertiser(u"Late"_s)));
    QTRY_VERIFY(told.all.reference);
    QVERIFY(!told.all.people);
    QVERIFY(m_database->as(u"admin"_s).command(newAdvertiser(u"Later"_s)));
    QTRY_COMPARE(told.times, 2);
    early.must(u"COMMIT"_s);
    QTRY_VERIFY(told.all.people);
    QCOMPARE(told.times, 3); // what was read again was not told again
}

void TestPgWatch::hearsNoticesThatComeWithAnswers()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    QVERIFY(m_database->as(u"admin"_s).command(newAdvertiser(u"Northwind"_s)));
    QCOMPARE(oneText(*watching, u"SELECT 'an answer' FROM pg_sleep(0.2)"_s), u"an answer"_s);
    QCOMPARE(told.times, 0); // between jobs only
    QTRY_VERIFY(told.all.reference);
}

void TestPgWatch::bundlesWhatComesTogether()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    for (int i = 0; i < 50; ++i)
        QVERIFY(m_database->as(u"admin"_s).command(newAdvertiser(u"Client %1"_s.arg(i))));
    QTest::qWait(800);
    QVERIFY(told.all.reference);
    QVERIFY2(told.times <= 5, qPrintable(QString::number(told.times)));
}

void TestPgWatch::noticesACutLine()
{
    Proxy proxy(PgCluster::shared());
    const auto watching = openOrFail(through(proxy, m_database->name(), u"admin"_s));
    const Told told(*watching);
    proxy.cutAll();
    QTRY_COMPARE(told.losses, 1);
    const auto lost = firstColumn(*watching, u"SELECT 1"_s);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ServerUnreachable);
}

void TestPgWatch::noticesTheEndOfTheSession()
{
    const auto watching = openOrFail(asAdmin());
    const Told told(*watching);
    owner().must(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'admin'"_s);
    QTRY_COMPARE(told.losses, 1);
}

void TestPgWatch::noticesASilentLine()
{
    Proxy proxy(PgCluster::shared());
    const auto watching = openOrFail(through(proxy, m_database->name(), u"admin"_s));
    const Told told(*watching);
    QTest::qWait(6'500); // one sign of life is asked for, and comes
    QCOMPARE(told.losses, 0);
    proxy.goSilent();
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(told.losses, 1, 12'000);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPgWatch)
#include "tst_pg_watch.moc"
