#include "server_fixture.h"

#include "support/postgres/pg_cluster.h"
#include "support/postgres/pg_test_database.h"
#include "support/soak.h"

#include <QCoroTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace dealdesk::test {

namespace {

constexpr int kWriters = 8;
constexpr int kSavesBetweenKills = 8;

/// kill -9 of the server, of one of its sessions, or of the link at one of its moments.
enum class Kill { Server, Session, Links, BeforeRequest, AfterRequest, BeforeAnswer };
constexpr int kKinds = 6;

} // namespace

/// Eight programs save while the server and the line are killed under them: what was acknowledged is there once, what was reported as
/// failed is not.
class TestKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesAndDoublesNothing();

private:
    QCoro::Task<> write(std::shared_ptr<Session> session, QString writer);
    void kill(Kill kind);
    void killAll(int kills);

    std::unique_ptr<ServerFixture> m_fixture;
    std::atomic_bool m_isOver = false;
    std::atomic_int m_saves = 0;
    int m_writing = 0;
    QStringList m_acknowledged; ///< names of deals
    QStringList m_failed;
    QStringList m_left;
};

QCoro::Task<> TestKills::write(std::shared_ptr<Session> session, QString writer)
{
    ++m_writing;
    const DealService deals(*session);
    for (int number = 0; !m_isOver; ++number) {
        const QString name = u"%1 saves %2"_s.arg(writer).arg(number);
        auto saving = deals.saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft(name));
        const Result<DealState> saved = co_await saving;
        ++m_saves;
        if (saved) {
            m_acknowledged.append(name);
            continue;
        }
        (saved.error().data.value("left"_L1).toBool() ? m_left : m_failed).append(name);
        auto pause = QCoro::sleepFor(50ms);
        co_await pause;
    }
    --m_writing;
}

void TestKills::kill(Kill kind)
{
    PgCluster &cluster = PgCluster::shared();
    switch (kind) {
    case Kill::Server:
        cluster.kill();
        cluster.start();
        break;
    case Kill::Session: {
        Psql session(cluster.connectionText(u"postgres"_s));
        const int victim =
            session.run(u"SELECT pid FROM pg_stat_activity WHERE usename ~ '^seller' ORDER BY random() LIMIT 1"_s).text().toInt();
        if (victim > 0)
            cluster.killSession(victim);
        break;
    }
    case Kill::Links: m_fixture->line.cutAll(); break;
    case Kill::BeforeRequest: m_fixture->line.cutNext(Proxy::Cut::BeforeRequest); break;
    case Kill::AfterRequest: m_fixture->line.cutNext(Proxy::Cut::AfterRequest); break;
    case Kill::BeforeAnswer: m_fixture->line.cutNext(Proxy::Cut::BeforeAnswer); break;
    }
}

/// Each falls on programs at work: some saves lie in between.
void TestKills::killAll(int kills)
{
    for (int i = 0; i < kills; ++i) {
        const int before = m_saves;
        for (int waited = 0; m_saves < before + kSavesBetweenKills && waited < 3'000; ++waited)
            std::this_thread::sleep_for(10ms);
        std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(30)));
        kill(Kill(i % kKinds));
    }
    m_isOver = true;
}

void TestKills::losesAndDoublesNothing()
{
    m_fixture = std::make_unique<ServerFixture>();
    std::vector<QCoro::Task<>> writers;
    for (int i = 0; i < kWriters; ++i)
        writers.push_back(write(m_fixture->session(i % 2 == 0 ? u"seller"_s : u"seller2"_s), u"writer %1"_s.arg(i)));
    const int kills = rounds(12, 300);
    std::thread killer([this, kills] { killAll(kills); });
    QTRY_VERIFY_WITH_TIMEOUT(m_isOver && m_writing == 0, 3 * 60 * 60 * 1000);
    killer.join();

    auto &database = static_cast<PgTestDatabase &>(m_fixture->database.database());
    const QStringList stored = database.psql().must(u"SELECT deal_name FROM dealdesk.deals"_s).column();
    const QSet<QString> once(stored.begin(), stored.end());
    QCOMPARE(stored.size(), once.size());
    for (const QString &name : std::as_const(m_acknowledged))
        QVERIFY2(once.contains(name), qPrintable(name));
    for (const QString &name : std::as_const(m_failed))
        QVERIFY2(!once.contains(name), qPrintable(name));
    // a connection that is open always learns what became of its command in the end
    QCOMPARE(m_left, QStringList());
    QCOMPARE(once.size(), m_acknowledged.size());
    qInfo("%d kills, %lld saves acknowledged, %lld reported as failed; none lost, none doubled", kills,
          static_cast<long long>(m_acknowledged.size()), static_cast<long long>(m_failed.size()));
    database.close();
    writers.clear();
    m_fixture.reset();
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestKills)
#include "tst_kills.moc"
