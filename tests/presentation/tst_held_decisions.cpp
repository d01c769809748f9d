#include "presentation/inbox/inbox.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// Decisions wait a while before they are sent: on a real database, from the view-model.
class TestHeldDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup();

    void waitsAndThenSends();
    void comesBackAsItWas();
    void holdsSeveralAndTakesTheNewestBack();
    void sendsAllWhenAsked();
    void sendsThoughEverythingEnds();
    void tellsARefusalWithItsDeal();
    void countsWhatTheListShows();
    void decidesSeveralWithAResultEach();
    void takesBackSeveralAtOnce();
    void offersToRescindWhatMayBe();

private:
    AppContext contextOf(const QString &username, std::chrono::milliseconds hold);
    std::unique_ptr<Inbox> openInbox(const AppContext &context);
    DealState submit(const QString &name) { return m_fixture->submit(ServicesFixture::completeDraft(name)); }
    ApprovalStatus financeOn(DealId deal);

    std::unique_ptr<ServicesFixture> m_fixture;
};

namespace {
constexpr auto kForever = std::chrono::hours(1);
}

void TestHeldDecisions::cleanup()
{
    const std::weak_ptr<Workspace> workspace = m_fixture->workspace();
    m_fixture.reset();
    waitForEnd(workspace);
}

AppContext TestHeldDecisions::contextOf(const QString &username, std::chrono::milliseconds hold)
{
    AppContext context = contextFor(*m_fixture, username);
    context.inbox->held()->setHoldTime(hold);
    return context;
}

std::unique_ptr<Inbox> TestHeldDecisions::openInbox(const AppContext &context)
{
    auto inbox = std::make_unique<Inbox>(context);
    await(inbox->refresh());
    if (!QTest::qWaitFor([&] { return inbox->card().has_value(); }))
        qFatal("no card");
    return inbox;
}

ApprovalStatus TestHeldDecisions::financeOn(DealId deal)
{
    const DealDetail detail = awaitValue(DealService(m_fixture->admin()).detail(deal));
    for (const ApprovalRow &approval : detail.approvals) {
        if (approval.department == Department::Finance)
            return approval.status;
    }
    return ApprovalStatus::NotRequired;
}

void TestHeldDecisions::waitsAndThenSends()
{
    const DealState deal = submit(u"First"_s);
    const AppContext context = contextOf(u"finance"_s, std::chrono::milliseconds(400));
    const auto inbox = openInbox(context);
    QSignalSpy sent(inbox.get(), &Inbox::sent);
    await(inbox->act(TaskAction::Approve, {}));
    QCOMPARE(inbox->tasks()->rowCount(), 0);
    QCOMPARE(context.inbox->count(), 0);
    QCOMPARE(context.inbox->held()->batches().constFirst().secondsLeft(), 1);
    QCOMPARE(financeOn(deal.id), ApprovalStatus::Pending);
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(financeOn(deal.id), ApprovalStatus::Approved);
    QVERIFY(context.inbox->held()->isEmpty());
}

void TestHeldDecisions::comesBackAsItWas()
{
    const DealState deal = submit(u"First"_s);
    submit(u"Second"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    const QString key = inbox->currentKey();
    QVERIFY(inbox->meantFields()->setData(inbox->meantFields()->index(1), Qt::Checked, Qt::CheckStateRole));
    const QStringList fields = inbox->meantFields()->checkedPaths();
    await(inbox->act(TaskAction::RequestRevision, u"Too thin"_s));
    QCOMPARE(inbox->currentTask()->name, u"Second"_s);
    QVERIFY(inbox->meantFields()->checkedPaths().isEmpty());
    QSignalSpy undone(context.inbox->held(), &HeldDecisions::undone);
    QVERIFY(context.inbox->held()->undoNewest());
    QCOMPARE(inbox->currentKey(), key);
    const auto decisions = undone.constFirst().constFirst().value<QList<HeldDecision>>();
    QCOMPARE(decisions.constFirst().text, u"Too thin"_s);
    QTRY_COMPARE(inbox->meantFields()->checkedPaths(), fields);
    QCOMPARE(financeOn(deal.id), ApprovalStatus::Pending);
    QVERIFY(!context.inbox->held()->undoNewest());
}

void TestHeldDecisions::holdsSeveralAndTakesTheNewestBack()
{
    const DealState first = submit(u"First"_s);
    const DealState second = submit(u"Second"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    await(inbox->act(TaskAction::Approve, {}));
    QTRY_VERIFY(inbox->card());
    await(inbox->act(TaskAction::Approve, {}));
    QCOMPARE(context.inbox->held()->batches().size(), 2);
    QVERIFY(context.inbox->held()->undoNewest());
    QCOMPARE(inbox->currentTask()->deal, second.id);
    QVERIFY(context.inbox->held()->undoNewest());
    QCOMPARE(inbox->currentTask()->deal, first.id);
    QCOMPARE(inbox->tasks()->rowCount(), 2);
}

void TestHeldDecisions::sendsAllWhenAsked()
{
    const DealState first = submit(u"First"_s);
    const DealState second = submit(u"Second"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    await(inbox->act(TaskAction::Approve, {}));
    QTRY_VERIFY(inbox->card());
    await(inbox->act(TaskAction::Approve, {}));
    context.inbox->held()->sendAll();
    QVERIFY(!context.inbox->held()->undoNewest()); // they are on their way
    QTRY_VERIFY(context.inbox->held()->isEmpty());
    QCOMPARE(financeOn(first.id), ApprovalStatus::Approved);
    QCOMPARE(financeOn(second.id), ApprovalStatus::Approved);
}

void TestHeldDecisions::sendsThoughEverythingEnds()
{
    const DealState deal = submit(u"First"_s);
    {
        const AppContext context = contextOf(u"finance"_s, kForever);
        const auto inbox = openInbox(context);
        await(inbox->act(TaskAction::Approve, {}));
        context.inbox->held()->sendAll();
    }
    QTRY_COMPARE(financeOn(deal.id), ApprovalStatus::Approved);
}

void TestHeldDecisions::tellsARefusalWithItsDeal()
{
    const DealState deal = submit(u"First"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    await(inbox->act(TaskAction::Approve, u"Fine"_s));
    awaitValue(DealService(m_fixture->seller()).recall(deal.id, deal.version, u"A wrong number"_s));
    QSignalSpy refused(inbox.get(), &Inbox::refused);
    context.inbox->held()->sendAll();
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(refused.constFirst().constFirst().toString().startsWith(deal.reference));
    QTRY_VERIFY(context.inbox->held()->isEmpty());
    QVERIFY(!inbox->lastSent());
}

void TestHeldDecisions::countsWhatTheListShows()
{
    for (const QString &name : {u"First"_s, u"Second"_s, u"Third"_s})
        submit(name);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    QSignalSpy changed(context.inbox.get(), &InboxFeed::changed);
    connect(inbox.get(), &Inbox::listLoaded, this, [&] { QCOMPARE(inbox->list()->total(), context.inbox->count()); });
    await(inbox->act(TaskAction::Approve, {}));
    QCOMPARE(context.inbox->count(), 2);
    context.inbox->held()->sendAll();
    QTRY_VERIFY(context.inbox->held()->isEmpty());
    submit(u"Fourth"_s);
    QTRY_COMPARE(context.inbox->count(), 3);
    QVERIFY(changed.count() > 2);
}

void TestHeldDecisions::decidesSeveralWithAResultEach()
{
    const DealState first = submit(u"First"_s);
    const DealState second = submit(u"Second"_s);
    const DealState third = submit(u"Third"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    const QAbstractItemModelTester tester(inbox->results(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList keys;
    for (const InboxTask &task : inbox->tasks()->rows())
        keys << task.key;
    QCOMPARE(inbox->commonActions(keys), (QList{TaskAction::Approve, TaskAction::RequestRevision}));
    inbox->decideSeveral(keys, TaskAction::Approve, {});
    QCOMPARE(inbox->tasks()->rowCount(), 0);
    QCOMPARE(inbox->results()->count(BulkResults::State::Waiting), 3);
    awaitValue(DealService(m_fixture->seller()).recall(second.id, second.version, u"A wrong number"_s));
    context.inbox->held()->sendAll();
    QTRY_COMPARE(inbox->results()->count(BulkResults::State::Waiting), 0);
    QCOMPARE(inbox->results()->count(BulkResults::State::Done), 2);
    QCOMPARE(inbox->results()->count(BulkResults::State::Refused), 1);
    const QString told = inbox->results()->index(1).data().toString();
    QVERIFY2(told.contains(second.reference) && told.contains(u"refused"_s), qPrintable(told));
    QCOMPARE(financeOn(first.id), ApprovalStatus::Approved);
    QCOMPARE(financeOn(third.id), ApprovalStatus::Approved);
    inbox->results()->dismiss();
    QCOMPARE(inbox->results()->rowCount(), 0);
}

void TestHeldDecisions::takesBackSeveralAtOnce()
{
    submit(u"First"_s);
    submit(u"Second"_s);
    const AppContext context = contextOf(u"finance"_s, kForever);
    const auto inbox = openInbox(context);
    inbox->decideSeveral({inbox->tasks()->rowAt(0).key, inbox->tasks()->rowAt(1).key}, TaskAction::RequestRevision, u"Both too thin"_s);
    QCOMPARE(context.inbox->count(), 0);
    QVERIFY(context.inbox->held()->undoNewest());
    QCOMPARE(context.inbox->count(), 2);
    QCOMPARE(inbox->results()->rowCount(), 0);
}

void TestHeldDecisions::offersToRescindWhatMayBe()
{
    const DealState deal = submit(u"First"_s);
    const AppContext context = contextOf(u"finance"_s, std::chrono::milliseconds(0));
    const auto inbox = openInbox(context);
    QSignalSpy sent(inbox.get(), &Inbox::sent);
    QVERIFY(!inbox->lastSent());
    await(inbox->act(TaskAction::Approve, {}));
    QTRY_COMPARE(sent.count(), 1);
    QVERIFY(inbox->lastSent());
    QCOMPARE(inbox->lastSent()->task.deal, deal.id);
    QTRY_COMPARE(inbox->tasks()->rowCount(), 0);
    await(inbox->rescind(u"Wrong deal"_s));
    QVERIFY(!inbox->lastSent());
    QTRY_COMPARE(inbox->tasks()->rowCount(), 1);
    QCOMPARE(financeOn(deal.id), ApprovalStatus::Pending);
}

QTEST_GUILESS_MAIN(TestHeldDecisions)
#include "tst_held_decisions.moc"
