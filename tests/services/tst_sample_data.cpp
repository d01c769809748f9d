#include "data/rows.h"
#include "domain/validation.h"
#include "services/account_service.h"
#include "services/approval_service.h"
#include "services/deal_service.h"
#include "services/delegation_service.h"
#include "services/import/import_run.h"
#include "services/import_service.h"
#include "services/sample/sample_data.h"
#include "services/sample/sample_deals.h"
#include "services/sample/sample_reviews.h"
#include "services/sample/seed_service.h"
#include "support/services/test_workspace.h"
#include "support/test_paths.h"

#include <QCoroTask>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using dealdesk::test::TestWorkspace;

/// The sample database and the one for measurements.
class TestSampleData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleHasEverything();
    void sampleDealsAreComplete();
    void everySamplePersonHasWork_data();
    void everySamplePersonHasWork();
    void submissionsCarryTheClientsFigures();
    void reviewsAreInFullSwing();
    void sampleIsMadeOnce();
    void theOldDataFitsBesideTheSample();
    void seedsForMeasurements();
    void seedsOnlyWhereThereIsNoDeal();

private:
    void makeSample();
    std::unique_ptr<Session> sessionOf(const QString &username);
    DealDetail dealCalled(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_sample;
};

void TestSampleData::makeSample()
{
    if (m_sample)
        return;
    m_folder = std::make_unique<QTemporaryDir>();
    const auto opened = QCoro::waitFor(Workspace::open({m_folder->filePath(u"sample.db"_s)}));
    QVERIFY(opened);
    (*opened)->setPasswordCost(PasswordCost::minimal());
    const SampleData sample(*opened);
    QCOMPARE(QCoro::waitFor(sample.isWanted()).value(), true);
    const Status made = QCoro::waitFor(sample.create());
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_sample = *opened;
}

void TestSampleData::sampleHasEverything()
{
    makeSample();
    auto job = [](Connection &connection) {
        return readRows(connection, u"SELECT status, count(*) FROM deals GROUP BY status"_s, {},
                        [](const Query &row) { return std::pair(row.text(0), row.integer(1)); });
    };
    const auto rows = m_sample->executor().run(std::move(job)).result();
    QVERIFY(rows);
    QCOMPARE(rows->size(), qsizetype(allOf<DealStatus>().size()));
    qint64 deals = 0;
    for (const auto &[status, count] : *rows)
        deals += count;
    QCOMPARE(deals, qint64(SampleData::kPastDeals + SampleData::kPresentDeals + SampleReviews::kDeals));
}

void TestSampleData::sampleDealsAreComplete()
{
    const TestWorkspace database;
    auto job = [actor = database.admin().actor()](Connection &connection) { return readSurroundings(connection, {}, actor); };
    const auto surroundings = database.workspace()->executor().run(std::move(job)).result();
    QVERIFY(surroundings);
    KnownClients clients;
    for (const SampleClient &client : sampleClients()) {
        if (client.agency)
            clients.agencies.insert(client.name, *client.agency);
        else
            clients.advertisers += client.name;
    }
    for (int i = 0; i < 200; ++i) {
        const QList<Violation> found = violationsOfSubmission(sampleDeal(i, surroundings->reference.catalog, QDate(2026, 3, 14)), clients,
                                                              surroundings->reference.catalog);
        QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(u"%1: %2"_s.arg(i).arg(found.first().sentence)));
    }
}

void TestSampleData::everySamplePersonHasWork_data()
{
    QTest::addColumn<QString>("username");
    for (const SamplePerson &person : samplePeople()) {
        if (person.role != Role::Admin)
            QTest::newRow(qPrintable(person.username)) << person.username;
    }
}

void TestSampleData::everySamplePersonHasWork()
{
    makeSample();
    QFETCH(const QString, username);
    const AccountService accounts(m_sample);
    const auto signedIn = QCoro::waitFor(accounts.signIn(username, QString::fromLatin1(kSamplePassword)));
    QVERIFY(signedIn);
    QVERIFY(!signedIn->mustChangePassword);
    Session session(m_sample, signedIn->actor);
    const auto tasks = QCoro::waitFor(ApprovalService(session).inbox());
    QVERIFY(tasks);
    QVERIFY(!tasks->isEmpty());
}

void TestSampleData::submissionsCarryTheClientsFigures()
{
    makeSample();
    auto job = [](Connection &connection) {
        return readRows(
            connection,
            u"SELECT count(*), sum(d.previous_year_revenue IS NOT NULL), "
            "sum(d.previous_year_revenue IS NOT c.previous_year_revenue OR d.previous_year_margin IS NOT c.previous_year_margin) "
            "FROM deals d JOIN client_list c ON c.name = coalesce(d.advertiser_name, d.agency_name) "
            "AND c.kind = CASE WHEN d.advertiser_name IS NULL THEN 'agency' ELSE 'advertiser' END "
            "WHERE d.status NOT IN ('draft', 'scoping', 'converted')"_s,
            {}, [](const Query &row) {
                return std::array{row.integer(0), row.integer(1), row.integer(2)};
            });
    };
    const auto rows = m_sample->executor().run(std::move(job)).result();
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    const auto [submitted, withFigures, different] = rows->first();
    QCOMPARE(different, 0);
    QVERIFY(withFigures > submitted / 2);
    QVERIFY(withFigures < submitted);
}

std::unique_ptr<Session> TestSampleData::sessionOf(const QString &username)
{
    const auto actor = QCoro::waitFor(AccountService(m_sample).actorNamed(username));
    return std::make_unique<Session>(m_sample, actor.value());
}

DealDetail TestSampleData::dealCalled(const QString &name)
{
    const auto admin = sessionOf(u"ada.admin"_s);
    const DealService deals(*admin);
    const auto hits = QCoro::waitFor(deals.search(name, 1)).value();
    return hits.isEmpty() ? DealDetail() : QCoro::waitFor(deals.detail(hits.first().id)).value();
}

void TestSampleData::reviewsAreInFullSwing()
{
    makeSample();
    const DealDetail thrice = dealCalled(u"Alpine Outfitters winter plan"_s);
    QCOMPARE(thrice.revisions.size(), 3);
    const auto isCarried = [](const ApprovalRow &row) { return row.status == ApprovalStatus::Approved && row.carriedFrom; };
    QCOMPARE(std::count_if(thrice.approvals.begin(), thrice.approvals.end(), isCarried), 3); // trading once, creative twice
    const DealDetail back = dealCalled(u"Canyon Cycles spring tour"_s);
    QCOMPARE(back.facts.status, DealStatus::Negotiating);
    QStringList points;
    for (const ApprovalRow &row : back.approvals) {
        if (row.status == ApprovalStatus::RevisionRequested)
            points += row.revisionFields;
    }
    QCOMPARE(points.size(), 5);
    const auto paula = sessionOf(u"paula.product"_s);
    const auto delegations = QCoro::waitFor(DelegationService(*paula).list()).value();
    QCOMPARE(delegations.size(), 2);
    const auto inbox = QCoro::waitFor(ApprovalService(*paula).inbox()).value();
    const auto isDelegated = [](const InboxTask &task) { return task.lane == InboxLane::Delegated; };
    QVERIFY(std::any_of(inbox.begin(), inbox.end(), isDelegated));
    const auto tom = sessionOf(u"tom.trading"_s);
    const auto toms = QCoro::waitFor(ApprovalService(*tom).inbox()).value();
    QVERIFY(std::any_of(toms.begin(), toms.end(), [](const InboxTask &task) { return task.overdue; }));
}

void TestSampleData::sampleIsMadeOnce()
{
    makeSample();
    const SampleData sample(m_sample);
    QCOMPARE(QCoro::waitFor(sample.isWanted()).value(), false);
    QVERIFY(!QCoro::waitFor(sample.create()));
}

// The sample's deals have the very references that the prototype's have, of the same year: none of them came with one.
void TestSampleData::theOldDataFitsBesideTheSample()
{
    makeSample();
    const AccountService accounts(m_sample);
    const auto signedIn = QCoro::waitFor(accounts.signIn(u"ada.admin"_s, QString::fromLatin1(kSamplePassword)));
    QVERIFY(signedIn);
    Session session(m_sample, signedIn->actor);
    const ImportService service(session);
    const auto progress = std::make_shared<ImportProgress>();
    const QUrl source = QUrl::fromLocalFile(test::dataPath(u"prototype-capture.json"_s));
    const auto capture = QCoro::waitFor(service.read(source, progress));
    QVERIFY(capture);
    const auto report = QCoro::waitFor(service.run(*capture, false, progress));
    QVERIFY(report);
    const auto deals = std::find_if(report->counts.begin(), report->counts.end(),
                                    [](const ImportCount &c) { return c.table == "deals"_L1; });
    QVERIFY(deals != report->counts.end());
    QCOMPARE(deals->imported, 10);
    QCOMPARE(deals->quarantined, 2);
    QVERIFY(std::any_of(report->findings.begin(), report->findings.end(), [](const ImportFinding &finding) {
        return finding.kind == ImportFinding::Kind::Repaired && finding.field == "referenceNumber"_L1;
    }));
}

void TestSampleData::seedsForMeasurements()
{
    const TestWorkspace database;
    const SeedService service(database.admin());
    const Status done = QCoro::waitFor(service.seedForMeasurements(2000));
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(database.value(u"SELECT count(*) FROM deals"_s).toInt(), 2000);
    QCOMPARE(
        database
            .value(
                u"SELECT count(*) FROM deals d WHERE d.top_revenue IS NOT (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = d.id)"_s)
            .toInt(),
        0);
    QCOMPARE(
        database
            .value(
                u"SELECT count(*) FROM deals d WHERE d.status IS NOT (SELECT h.status FROM deal_status_history h WHERE h.deal_id = d.id ORDER BY h.changed_at DESC, h.id DESC LIMIT 1)"_s)
            .toInt(),
        0);
    QCOMPARE(database
                 .value(u"SELECT count(*) FROM deal_status_history h WHERE h.previous_status IS NOT NULL AND NOT EXISTS "
                        "(SELECT 1 FROM status_transitions t WHERE t.from_status = h.previous_status AND t.to_status = h.status)"_s)
                 .toInt(),
             0);
    QVERIFY(database.value(u"SELECT count(*) FROM deal_approvals WHERE status = 'pending'"_s).toInt() > 100);
    QVERIFY(database.sessionOf(u"finance01"_s));
    // The guards are back.
    auto job = [](Connection &connection) { return connection.execute(u"DELETE FROM deal_status_history"_s, u"test"_s); };
    QVERIFY(!database.workspace()->executor().run(std::move(job)).result());
}

void TestSampleData::seedsOnlyWhereThereIsNoDeal()
{
    const TestWorkspace database;
    const SeedService service(database.admin());
    QVERIFY(QCoro::waitFor(service.seedForMeasurements(20)));
    const Status again = QCoro::waitFor(service.seedForMeasurements(20));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Invalid);
    QCOMPARE(database.value(u"SELECT count(*) FROM deals"_s).toInt(), 20);
}

QTEST_GUILESS_MAIN(TestSampleData)
#include "tst_sample_data.moc"
