#include "server_fixture.h"

#include "support/postgres/pg_cluster.h"

#include "services/admin_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

DataChange lastOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? DataChange() : spy.last().first().value<DataChange>();
}

} // namespace

/// What one person does is heard by the others, without being asked for, across lost connections.
class TestHearingOfOthers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsInWithOnesOwnLogin();
    void refusesALoginWithoutAPerson();
    void changesThePasswordOfTheLogin();
    void tellsOfAnothersDealAndOfNothingElse();
    void tellsOnesOwnChangeOnceAndAtOnce();
    void tellsOfReferenceDataAndPeople();
    void putsManyChangesTogether();
    void tellsEverythingAfterAReconnect();
    void comesBackAfterTheServerWasRestarted();
};

void TestHearingOfOthers::signsInWithOnesOwnLogin()
{
    ServerFixture fixture;
    const auto workspace = fixture.open(u"finance"_s);
    const auto person = AccountService(workspace).signedIn();
    QVERIFY(person);
    QCOMPARE(person->actor.username, u"finance"_s);
    QCOMPARE(person->actor.department, std::optional(Department::Finance));
    QCOMPARE(workspace->state(), Workspace::State::Ready);
    QVERIFY(workspace->handshake()->maintenance.isEmpty());
    QVERIFY(!awaitValue(AccountService(workspace).needsFirstAdmin()));
    QCOMPARE(await(AccountService(workspace).actorNamed(u"seller"_s)).error().code, ErrorCode::Forbidden);
}

void TestHearingOfOthers::refusesALoginWithoutAPerson()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    QVERIFY(fixture.database.connection().execute(u"UPDATE users SET is_active = false WHERE username = 'seller'"_s, u"leaver"_s));
    const auto refused = await(DealService(*session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QCOMPARE(refused.error().code, ErrorCode::AccountInactive);
    const auto again = await(Workspace::open(fixture.location(u"seller"_s)));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AccountInactive);
    QCOMPARE(again.error().data.value("login"_L1).toString(), u"seller"_s);
}

void TestHearingOfOthers::changesThePasswordOfTheLogin()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    const AccountService accounts(session->sharedWorkspace());
    QCOMPARE(await(accounts.changePassword(session->actor(), kPassword, u"short"_s)).error().code, ErrorCode::Invalid);
    const QString before = fixture.database.value(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'seller'"_s).toString();
    QVERIFY(await(accounts.changePassword(session->actor(), kPassword, u"battery staple"_s)));
    const QString after = fixture.database.value(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'seller'"_s).toString();
    QVERIFY(after.startsWith("SCRAM-SHA-256$"_L1));
    QVERIFY(after != before);
}

void TestHearingOfOthers::tellsOfAnothersDealAndOfNothingElse()
{
    ServerFixture fixture;
    const auto seller = fixture.session(u"seller"_s);
    const auto finance = fixture.session(u"finance"_s);
    QSignalSpy heard(finance.get(), &Session::dataChanged);
    const qint64 deal = fixture.database.submittedDeal();
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), 5000);
    QVERIFY(lastOf(heard).concerns(DealId(deal)));
    QVERIFY(!lastOf(heard).everything);
    QVERIFY(!lastOf(heard).concernsReference());
    QVERIFY(!lastOf(heard).concerns(DealId(deal + 1)));
}

void TestHearingOfOthers::tellsOnesOwnChangeOnceAndAtOnce()
{
    ServerFixture fixture;
    const auto seller = fixture.session(u"seller"_s);
    QSignalSpy heard(seller.get(), &Session::dataChanged);
    const DealState saved = awaitValue(
        DealService(*seller).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QCOMPARE(heard.size(), 1);
    QCOMPARE(lastOf(heard), DataChange::of(saved.id));
    QTest::qWait(1500); // longer than notices take
    QCOMPARE(heard.size(), 1);
}

void TestHearingOfOthers::tellsOfReferenceDataAndPeople()
{
    ServerFixture fixture;
    const auto seller = fixture.session(u"seller"_s);
    QSignalSpy heard(seller.get(), &Session::dataChanged);
    fixture.database.done(u"save_advertiser"_s, u"admin"_s, {}, {{u"name"_s, u"Fabrikam Foods"_s}, {u"region"_s, u"west"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(lastOf(heard).reference, 5000);
    QVERIFY(!lastOf(heard).concernsDeals());
}

void TestHearingOfOthers::putsManyChangesTogether()
{
    ServerFixture fixture;
    const auto finance = fixture.session(u"finance"_s);
    QSignalSpy heard(finance.get(), &Session::dataChanged);
    QSet<DealId> deals;
    for (int number = 0; number < 10; ++number)
        deals.insert(DealId(fixture.database.submittedDeal()));
    QSet<DealId> told;
    const auto allTold = [&] {
        told.clear();
        for (const QList<QVariant> &arguments : heard)
            told |= arguments.first().value<DataChange>().deals;
        return told.contains(deals);
    };
    QTRY_VERIFY_WITH_TIMEOUT(allTold(), 5000);
    QVERIFY2(heard.size() < 10, qPrintable(QString::number(heard.size())));
}

void TestHearingOfOthers::tellsEverythingAfterAReconnect()
{
    ServerFixture fixture;
    const auto finance = fixture.session(u"finance"_s);
    QSignalSpy heard(finance.get(), &Session::dataChanged);
    fixture.line.setRefusing(true);
    fixture.line.cutAll();
    QTRY_COMPARE(finance->workspace().state(), Workspace::State::Reconnecting);
    fixture.database.submittedDeal(); // a notice that nobody hears
    fixture.line.setRefusing(false);
    QTRY_VERIFY_WITH_TIMEOUT(lastOf(heard).everything, 20'000);
    QCOMPARE(heard.size(), 1);
    const qint64 deal = fixture.database.submittedDeal();
    QTRY_VERIFY_WITH_TIMEOUT(lastOf(heard).deals.contains(DealId(deal)), 5000);
}

void TestHearingOfOthers::comesBackAfterTheServerWasRestarted()
{
    ServerFixture fixture;
    const auto finance = fixture.session(u"finance"_s);
    PgCluster::shared().stop();
    QTRY_COMPARE_WITH_TIMEOUT(finance->workspace().state(), Workspace::State::Reconnecting, 10'000);
    PgCluster::shared().start();
    QTRY_COMPARE_WITH_TIMEOUT(finance->workspace().state(), Workspace::State::Ready, 15'000);
    QVERIFY(await(ApprovalService(*finance).inbox()));
    fixture.database.database().close(); // its own connections went with the server
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestHearingOfOthers)
#include "tst_hearing_of_others.moc"
