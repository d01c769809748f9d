#include "server_fixture.h"

#include "services/left_commands.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

using Cut = Proxy::Cut;

/// Files that say that something may be open.
QStringList notes(const std::shared_ptr<Session> &session)
{
    return QDir(CommandJournal::folderFor(session->workspace().location())).entryList({u"*.json"_s}, QDir::Files);
}

} // namespace

/// Commands over a line that breaks: the answer is the truth, and what was done was done once.
class TestExactlyOnce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsOutWhenTheAnswerIsLost_data();
    void findsOutWhenTheAnswerIsLost();
    void tellsADefiniteRefusalAfterALostAnswer();
    void sendsNothingWithoutANote();
    void saysSoWhenNothingCouldBeSent();
    void repeatsAReadUnderWhichTheLineBroke();
    void waitsForTheServerToComeBack();
    void findsOutDuringMaintenance();
    void settlesWhatAnEarlierRunLeft();
    void endsOnASilentLine();
};

void TestExactlyOnce::findsOutWhenTheAnswerIsLost_data()
{
    QTest::addColumn<int>("cut");
    QTest::newRow("before the request") << int(Cut::BeforeRequest);
    QTest::newRow("after the request") << int(Cut::AfterRequest);
    QTest::newRow("before the answer") << int(Cut::BeforeAnswer);
}

void TestExactlyOnce::findsOutWhenTheAnswerIsLost()
{
    QFETCH(int, cut);
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    const DealService deals(*session);
    QList<Workspace::State> states;
    QObject::connect(&session->workspace(), &Workspace::stateChanged, session.get(), [&] { states.append(session->workspace().state()); });
    for (int round = 1; round <= 3; ++round) {
        fixture.line.cutNext(Cut(cut));
        const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
        QVERIFY(saved.id.isValid());
        QCOMPARE(fixture.database.value(u"SELECT count(*) FROM deals"_s).toInt(), round);
    }
    QVERIFY(states.contains(Workspace::State::Checking));
    QTRY_COMPARE(session->workspace().state(), Workspace::State::Ready);
    QCOMPARE(notes(session), QStringList());
}

void TestExactlyOnce::tellsADefiniteRefusalAfterALostAnswer()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    const DealService deals(*session);
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    fixture.line.cutNext(Cut::BeforeAnswer);
    const auto refused = await(deals.saveDraft(saved.id, saved.version + 5, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Stale);
    QCOMPARE(refused.error().data.value("version"_L1).toInteger(), saved.version);
    QCOMPARE(notes(session), QStringList());
}

void TestExactlyOnce::sendsNothingWithoutANote()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    const QString folder = CommandJournal::folderFor(session->workspace().location());
    QDir().mkpath(QFileInfo(folder).absolutePath());
    QFile obstacle(folder);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    const auto refused = await(DealService(*session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QVERIFY(!refused);
    QVERIFY(refused.error().data.value("unsent"_L1).toBool());
    QCOMPARE(fixture.database.value(u"SELECT count(*) FROM command_log WHERE verb = 'save_draft'"_s).toInt(), 0);
}

void TestExactlyOnce::saysSoWhenNothingCouldBeSent()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    fixture.line.setRefusing(true);
    fixture.line.cutAll();
    QTRY_COMPARE(session->workspace().state(), Workspace::State::Reconnecting);
    const auto refused = await(DealService(*session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(notes(session), QStringList());
    fixture.line.setRefusing(false);
    QTRY_COMPARE_WITH_TIMEOUT(session->workspace().state(), Workspace::State::Ready, 20'000);
}

void TestExactlyOnce::repeatsAReadUnderWhichTheLineBroke()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    for (const Cut cut : {Cut::BeforeRequest, Cut::AfterRequest, Cut::BeforeAnswer}) {
        fixture.line.cutNext(cut);
        QVERIFY(await(DealService(*session).page({})));
    }
}

void TestExactlyOnce::waitsForTheServerToComeBack()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    fixture.line.cutNext(Cut::BeforeAnswer);
    fixture.line.setRefusing(true);
    auto saving = DealService(*session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft());
    QTRY_COMPARE(session->workspace().state(), Workspace::State::Checking);
    QCOMPARE(notes(session).size(), 1);
    const auto reading = await(DealService(*session).page({})); // others are told meanwhile, in reasonable time
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, ErrorCode::ServerUnreachable);
    fixture.line.setRefusing(false);
    QVERIFY(await(std::move(saving)));
    QCOMPARE(fixture.database.value(u"SELECT count(*) FROM deals"_s).toInt(), 1);
    QCOMPARE(notes(session), QStringList());
}

void TestExactlyOnce::findsOutDuringMaintenance()
{
    ServerFixture fixture;
    const auto session = fixture.session(u"seller"_s);
    const DealService deals(*session);
    QVERIFY(fixture.database.connection().execute(u"UPDATE deployment SET maintenance = 'moving house'"_s, u"close"_s));
    const auto refused = await(deals.saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Maintenance);
    QCOMPARE(refused.error().data.value("text"_L1).toString(), u"moving house"_s);
    QCOMPARE(session->workspace().state(), Workspace::State::Maintenance);
    QVERIFY(await(deals.page({})));
    const auto closed = await(Workspace::open(fixture.location(u"seller2"_s)));
    QCOMPARE(closed.error().code, ErrorCode::Maintenance);
}

void TestExactlyOnce::settlesWhatAnEarlierRunLeft()
{
    ServerFixture fixture;
    auto session = fixture.session(u"seller"_s);
    const UserId seller = session->actor().id;
    const DealState deal = awaitValue(
        DealService(*session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    // three that were under way when the program ended: written, never arrived, and no longer possible
    const CommandJournal earlier(CommandJournal::folderFor(session->workspace().location()));
    const auto command = [&](const QString &name, const QString &id, std::optional<qint64> version, const QJsonObject &arguments) {
        return Command{name, id, seller.value(), deal.id.value(), version, arguments};
    };
    const Command written = command(u"cmd_comment"_s, u"00000000-0000-4000-8000-000000000001"_s, {},
                                    {{u"body"_s, u"Once"_s}, {u"approval_id"_s, QJsonValue()}});
    QVERIFY(fixture.database.database().as(u"seller"_s).command(written));
    const Command unsent = command(u"cmd_comment"_s, u"00000000-0000-4000-8000-000000000002"_s, {},
                                   {{u"body"_s, u"Late"_s}, {u"approval_id"_s, QJsonValue()}});
    const Command stale = command(u"cmd_renew_draft"_s, u"00000000-0000-4000-8000-000000000003"_s, deal.version + 7, {});
    for (const Command &left : {written, unsent, stale})
        QVERIFY(earlier.write(left));
    session = fixture.session(u"seller"_s);

    const QList<LeftCommand> settled = await(settleLeftCommands(fixture.open(u"seller"_s), seller));
    QCOMPARE(settled.size(), 3);
    QCOMPARE(settled[0].fate, LeftCommand::Fate::Saved);
    QCOMPARE(settled[1].fate, LeftCommand::Fate::Saved);
    QCOMPARE(settled[2].fate, LeftCommand::Fate::NotSaved);
    QCOMPARE(settled[2].refusal.code, ErrorCode::Stale);
    QCOMPARE(sentenceFor(settled[0]), u"Your comment of %1 was saved after all."_s.arg(deal.reference));
    QCOMPARE(fixture.database.column(u"SELECT body FROM deal_comments ORDER BY id"_s), (QStringList{u"Once"_s, u"Late"_s}));
    QCOMPARE(notes(session), QStringList());
}

/// Closing does not wait for a server that says nothing.
void TestExactlyOnce::endsOnASilentLine()
{
    ServerFixture fixture;
    auto session = fixture.session(u"seller"_s);
    fixture.line.goSilent();
    auto reading = DealService(*session).page({});
    QTest::qWait(50);
    QElapsedTimer clock;
    clock.start();
    session.reset();
    const auto page = await(std::move(reading));
    QVERIFY(!page);
    QVERIFY2(clock.elapsed() < 6000, qPrintable(QString::number(clock.elapsed())));
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestExactlyOnce)
#include "tst_exactly_once.moc"
