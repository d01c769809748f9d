#include "server_fixture.h"

#include "services/admin_service.h"
#include "services/calendar_service.h"
#include "services/clock_service.h"
#include "services/delegation_service.h"
#include "services/history_service.h"
#include "services/notice_service.h"
#include "support/postgres/pg_cluster.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

/// How often a person waits for the line: once for each thing they do.
class TestRoundTrips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<ServerFixture>(); }
    void signsInWithFew();
    void opensAScreenInOne();
    void takesADealThroughInOneEach();
    void administersInOneEach();
    void cleanupTestCase();

private:
    /// Somebody at work, with a line of their own.
    struct Desk {
        std::unique_ptr<Proxy> line;
        std::shared_ptr<Session> session;
    };
    [[nodiscard]] DatabaseLocation through(const Proxy &line, const QString &username, TlsMode tls = TlsMode::Off);
    Session &session(const QString &username);
    /// What `start` gives; notes when it took another number than one. Waits first until nothing is under way any more.
    template<typename T, typename Start>
    T counted(const QString &what, const QString &username, Start start);

    std::unique_ptr<ServerFixture> m_fixture;
    std::map<QString, Desk> m_desks;
    QStringList m_dear;
};

DatabaseLocation TestRoundTrips::through(const Proxy &line, const QString &username, TlsMode tls)
{
    auto server = std::make_shared<ServerLocation>(*m_fixture->location(username).server);
    server->hosts = {{tls == TlsMode::Off ? u"127.0.0.1"_s : u"localhost"_s, line.port()}};
    server->tls = tls;
    server->rootCertificate = PgCluster::certificate(u"ca"_s);
    return {{}, server};
}

Session &TestRoundTrips::session(const QString &username)
{
    Desk &desk = m_desks[username];
    if (!desk.session) {
        desk.line = std::make_unique<Proxy>(PgCluster::shared());
        const auto workspace = awaitValue(Workspace::open(through(*desk.line, username)));
        desk.session = std::make_shared<Session>(workspace, AccountService(workspace).signedIn().value().actor);
    }
    return *desk.session;
}

template<typename T, typename Start>
T TestRoundTrips::counted(const QString &what, const QString &username, Start start)
{
    session(username);
    Proxy &line = *m_desks[username].line;
    for (int before = -1; before != line.roundTrips();) {
        before = line.roundTrips();
        QTest::qWait(400); // what others changed is looked for after 350 ms
    }
    line.resetCounts();
    T result = await(start());
    if (const int trips = line.roundTrips(); trips != 1)
        m_dear.append(u"%1: %2"_s.arg(what).arg(trips));
    if (!result)
        m_dear.append(u"%1: %2"_s.arg(what, result.error().detail));
    return result;
}

/// With everything that is asked before the first screen, over TLS and with a password.
void TestRoundTrips::signsInWithFew()
{
    const Proxy line(PgCluster::shared(), Proxy::Way::Tls);
    const auto workspace = awaitValue(Workspace::open(through(line, u"seller"_s, TlsMode::VerifyFull)));
    QVERIFY(AccountService(workspace).signedIn());
    qInfo("sign-in: %d round trips", line.roundTrips());
    QVERIFY2(line.roundTrips() <= 9, qPrintable(QString::number(line.roundTrips())));
    QCOMPARE(line.connections(), 1);
}

void TestRoundTrips::opensAScreenInOne()
{
    const qint64 deal = m_fixture->database.submittedDeal();
    Session &finance = session(u"finance"_s);
    const DealService deals(finance);
    const ApprovalService approvals(finance);
    const HistoryService history(finance);
    const ReferenceService reference(finance);
    const DelegationService delegations(finance);
    const ClockService clock(finance);
    const CalendarService calendars(finance);
    const NoticeService notices(finance);
    m_dear.clear();
    // The second time there is nothing left to prepare; it has to be one the first time as well.
    for (const QString &time : {u"first"_s, u"again"_s}) {
        counted<Result<QList<InboxTask>>>(u"inbox, "_s + time, u"finance"_s, [&] { return approvals.inbox(); });
        counted<Result<int>>(u"inbox count, "_s + time, u"finance"_s, [&] { return approvals.inboxCount(); });
        counted<Result<DealDetail>>(u"a deal, "_s + time, u"finance"_s, [&] { return deals.detail(DealId(deal)); });
        counted<Result<DealListPage>>(u"a page of deals, "_s + time, u"finance"_s, [&] { return deals.page({}); });
        counted<Result<qint64>>(u"deals counted, "_s + time, u"finance"_s, [&] { return deals.count({}); });
        counted<Result<QList<DealHit>>>(u"a search, "_s + time, u"finance"_s, [&] { return deals.search(u"spring"_s, 20); });
        counted<Result<HistoryEventPage>>(u"a page of the history, "_s + time, u"finance"_s, [&] { return history.page({}, {}, 100); });
        counted<Result<QList<Notice>>>(u"notices, "_s + time, u"finance"_s, [&] { return notices.list(); });
        counted<Status>(u"notices read, "_s + time, u"finance"_s, [&] { return notices.markRead(u"2026-01-01T00:00:00.000Z"_s); });
        counted<Result<std::shared_ptr<const ReferenceData>>>(u"reference data, "_s + time, u"finance"_s, [&] { return reference.load(); });
        counted<Result<QList<Delegation>>>(u"delegations, "_s + time, u"finance"_s, [&] { return delegations.list(); });
        counted<Result<QList<ApproverCover>>>(u"who covers, "_s + time, u"finance"_s, [&] { return delegations.cover(); });
        counted<Result<int>>(u"the clock, "_s + time, u"finance"_s, [&] { return clock.tick(); });
        counted<Result<QList<CalendarRecord>>>(u"calendars, "_s + time, u"finance"_s, [&] { return calendars.list(); });
    }
    QCOMPARE(m_dear.join(u'\n'), QString());
}

void TestRoundTrips::takesADealThroughInOneEach()
{
    const DealDraft draft = ServicesFixture::completeDraft();
    const RoutingPlan plan = planRouting(draft, awaitValue(ReferenceService(session(u"seller"_s)).load())->policy);
    const DealService deals(session(u"seller"_s));
    const auto state = [this](const QString &what, const QString &username, auto start) {
        return counted<Result<DealState>>(what, username, start).value_or(DealState());
    };
    m_dear.clear();
    DealState deal = state(u"save a new one"_s, u"seller"_s, [&] { return deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft); });
    deal = state(u"save"_s, u"seller"_s, [&] { return deals.saveDraft(deal.id, deal.version, DraftType::SubmissionDraft, draft); });
    deal = state(u"renew"_s, u"seller"_s, [&] { return deals.renewDraft(deal.id, deal.version); });
    deal = state(u"submit"_s, u"seller"_s, [&] { return deals.submit(deal.id, deal.version, draft, plan); });
    counted<Status>(u"comment"_s, u"seller"_s, [&] { return deals.comment(deal.id, u"soon, please"_s, {}); });
    deal = state(u"recall"_s, u"seller"_s, [&] { return deals.recall(deal.id, deal.version, u"a typo"_s); });
    deal = state(u"resubmit"_s, u"seller"_s, [&] { return deals.resubmit(deal.id, deal.version, draft, plan); });

    const auto taskOf = [&](const QString &departmentOrLevel) {
        return ApprovalId(m_fixture->database.taskOf(deal.id.value(), departmentOrLevel));
    };
    const ApprovalService finance(session(u"finance"_s));
    counted<Status>(u"claim"_s, u"finance"_s, [&] { return finance.claim(taskOf(u"finance"_s), deal.id); });
    counted<Status>(u"release"_s, u"finance"_s, [&] { return finance.release(taskOf(u"finance"_s), deal.id); });
    const DelegationService delegations(session(u"finance"_s));
    Delegation away;
    away.delegator = UserId(m_fixture->database.user(u"finance"_s));
    away.delegate = UserId(m_fixture->database.user(u"creative"_s));
    away.startsAt = u"2099-01-01T00:00:00.000Z"_s;
    away.endsAt = u"2099-01-08T00:00:00.000Z"_s;
    counted<Status>(u"add a delegation"_s, u"finance"_s, [&] { return delegations.add(away); });
    const QList<Delegation> all = awaitValue(delegations.list());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().delegateName, u"creative Tester"_s);
    counted<Status>(u"end a delegation"_s, u"finance"_s, [&] { return delegations.end(all.first().id); });
    const ApprovalService admin(session(u"admin"_s));
    counted<Status>(u"assign"_s, u"admin"_s, [&] {
        const UserId finance2(m_fixture->database.user(u"finance2"_s));
        return admin.assign(taskOf(u"finance"_s), deal.id, finance2);
    });
    Decision request{taskOf(u"trading"_s), deal.id, deal.version, DecisionKind::RequestRevision, {}, u"the region"_s, {u"region"_s}};
    const ApprovalService trading(session(u"trading"_s));
    deal = state(u"request a revision"_s, u"trading"_s, [&] { return trading.decide(request); });
    const ApprovalService owner(session(u"seller"_s));
    counted<Status>(u"tick"_s, u"seller"_s, [&] { return owner.tick(request.approval, deal.id, u"region"_s, true); });
    deal = state(u"take it back"_s, u"trading"_s, [&] { return trading.rescind(request.approval, deal.id, u"misread"_s); });
    for (const QString &decider : {u"finance"_s, u"trading"_s, u"vp"_s}) {
        const ApprovalService approvals(session(decider));
        Decision decision;
        decision.approval = taskOf(decider);
        decision.deal = deal.id;
        decision.version = deal.version;
        deal = state(u"decide"_s, decider, [&] { return approvals.decide(decision); });
    }
    const DealService legal(session(u"legal"_s));
    for (const DealStatus next : {DealStatus::ContractDrafting, DealStatus::ClientReview, DealStatus::Signed})
        deal = state(u"advance to "_s + codeOf(next), u"legal"_s, [&] { return legal.advance(deal.id, deal.version, next, {}); });
    QCOMPARE(m_dear.join(u'\n'), QString());
    QCOMPARE(m_fixture->database.statusOf(deal.id.value()), u"signed"_s);
}

void TestRoundTrips::administersInOneEach()
{
    const AdminService admin(session(u"admin"_s));
    m_dear.clear();
    counted<Result<QList<DepartmentRecord>>>(u"departments"_s, u"admin"_s, [&] { return admin.departments(); });
    counted<Result<QList<ClientRecord>>>(u"clients"_s, u"admin"_s, [&] { return admin.clients(); });
    const UserId finance(m_fixture->database.user(u"finance"_s));
    counted<Result<Handover>>(u"what somebody hands on"_s, u"admin"_s, [&] { return admin.handoverOf(finance); });
    ClientRecord client;
    client.name = u"Fabrikam Foods"_s;
    counted<Status>(u"save a client"_s, u"admin"_s, [&] { return admin.saveClient(client); });
    LevelRecord level = awaitValue(admin.levels()).first();
    counted<Status>(u"save a level"_s, u"admin"_s, [&] { return admin.saveLevel(level); });
    const CalendarService calendars(session(u"admin"_s));
    const CalendarRecord calendar = awaitValue(calendars.list()).first();
    counted<Status>(u"save a calendar"_s, u"admin"_s, [&] { return calendars.save(calendar); });
    QCOMPARE(m_dear.join(u'\n'), QString());
}

void TestRoundTrips::cleanupTestCase()
{
    m_desks.clear();
    m_fixture.reset();
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestRoundTrips)
#include "tst_round_trips.moc"
