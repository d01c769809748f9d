#include "server_fixture.h"

#include "support/postgres/pg_cluster.h"
#include "support/postgres/pg_test_database.h"
#include "support/soak.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace dealdesk::test {

namespace {

constexpr int kSellers = 4;
constexpr qint64 kRightWithinMs = 5'000;

/// Somebody's inbox on a screen: fetched again whenever something is said to have changed.
class LiveInbox : public QObject {
public:
    LiveInbox(std::shared_ptr<Session> session, const QElapsedTimer &clock) : m_session(std::move(session)), m_clock(clock)
    {
        connect(&m_session->workspace(), &Workspace::dataChanged, this, [this] { fetchSoon(); });
        fetchSoon();
    }

    /// When each deal came into sight.
    QHash<DealId, qint64> seen;
    int fetches = 0;

private:
    void fetchSoon()
    {
        m_isOutdated = true;
        if (!m_isFetching)
            m_fetching = fetch();
    }

    QCoro::Task<> fetch()
    {
        m_isFetching = true;
        while (m_isOutdated) {
            m_isOutdated = false;
            const ApprovalService approvals(*m_session);
            auto task = approvals.inbox();
            const auto inbox = co_await task;
            // Without an answer the next sign of change is waited for: there is one when the line is back.
            for (const InboxTask &entry : inbox.value_or(QList<InboxTask>())) {
                if (!seen.contains(entry.deal))
                    seen.insert(entry.deal, m_clock.elapsed());
            }
            ++fetches;
        }
        m_isFetching = false;
    }

    std::shared_ptr<Session> m_session;
    const QElapsedTimer &m_clock;
    bool m_isOutdated = false;
    bool m_isFetching = false;
    QCoro::Task<> m_fetching;
};

} // namespace

/// A reviewer's line is killed every two seconds while sellers submit: the inbox misses nothing and is right soon.
class TestListenerKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missesNothing();

private:
    QCoro::Task<> submit(std::shared_ptr<Session> session, RoutingPlan plan);

    QElapsedTimer m_clock;
    bool m_isOver = false;
    int m_submitting = 0;
    QHash<DealId, qint64> m_submitted; ///< when it was acknowledged
};

QCoro::Task<> TestListenerKills::submit(std::shared_ptr<Session> session, RoutingPlan plan)
{
    ++m_submitting;
    const DealService deals(*session);
    const DealDraft draft = ServicesFixture::completeDraft();
    while (!m_isOver) {
        auto saving = deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft);
        const auto saved = co_await saving;
        auto submitting = deals.submit(saved.value().id, saved.value().version, draft, plan);
        const auto submitted = co_await submitting;
        m_submitted.insert(submitted.value().id, m_clock.elapsed());
        auto pause = QCoro::sleepFor(100ms);
        co_await pause;
    }
    --m_submitting;
}

void TestListenerKills::missesNothing()
{
    ServerFixture fixture;
    Proxy line(PgCluster::shared());
    auto server = std::make_shared<ServerLocation>(*fixture.location(u"finance"_s).server);
    server->hosts = {{u"127.0.0.1"_s, line.port()}};
    const auto workspace = awaitValue(Workspace::open({{}, server}));
    const auto finance = std::make_shared<Session>(workspace, AccountService(workspace).signedIn().value().actor);
    const RoutingPlan plan = planRouting(ServicesFixture::completeDraft(), awaitValue(ReferenceService(*finance).load())->policy);
    m_clock.start();
    auto inbox = std::make_unique<LiveInbox>(finance, m_clock);
    std::vector<QCoro::Task<>> sellers;
    for (int i = 0; i < kSellers; ++i)
        sellers.push_back(submit(fixture.session(i % 2 == 0 ? u"seller"_s : u"seller2"_s), plan));

    auto &database = static_cast<PgTestDatabase &>(fixture.database.database());
    const int kills = rounds(4, 60);
    for (int i = 0; i < kills; ++i) {
        QTest::qWait(2'000);
        if (i % 2 == 0)
            line.cutAll();
        else
            database.psql().must(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'finance'"_s);
    }
    m_isOver = true;
    QTRY_COMPARE(m_submitting, 0);
    QTRY_COMPARE_WITH_TIMEOUT(inbox->seen.size(), m_submitted.size(), 10'000);
    qint64 slowest = 0;
    for (auto it = m_submitted.constBegin(); it != m_submitted.constEnd(); ++it) {
        QVERIFY2(inbox->seen.contains(it.key()), qPrintable(QString::number(it.key().value())));
        slowest = qMax(slowest, inbox->seen.value(it.key()) - it.value());
    }
    qInfo("%d kills of the listener, %lld deals submitted, %d times fetched; the slowest was in the inbox after %lld ms", kills,
          static_cast<long long>(m_submitted.size()), inbox->fetches, static_cast<long long>(slowest));
    QVERIFY2(slowest <= kRightWithinMs, qPrintable(QString::number(slowest)));
    inbox.reset();
    sellers.clear();
    database.close();
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestListenerKills)
#include "tst_listener_kills.moc"
