#include "presentation/inbox/inbox.h"
#include "support/services/services_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

InboxTask task(const QString &key, const QString &dueAt, bool overdue = false)
{
    InboxTask task;
    task.key = key;
    task.reference = "DEAL-2026-00"_L1 + key;
    task.department = Department::Finance;
    task.dueAt = dueAt;
    task.overdue = overdue;
    return task;
}

QStringList keysOf(const InboxModel &model)
{
    QStringList keys;
    for (const InboxTask &row : model.rows())
        keys << row.key;
    return keys;
}

} // namespace

class TestInboxModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersByDueDateAndGroups();
    void changesByDifference();
    void movesOnAfterADecision();
    void keepsTheTaskOfWhoeverLooks();
    void refusesWithASentenceAndRefetches();
    void countsWhatTheListShows();
    void sendsTheFieldsMeant();
    void saysWhyYou();
    void showsWhatWasSubmittedWhileItsOwnerChangesIt();

private:
    AppContext contextOf(const QString &username);
    std::unique_ptr<ServicesFixture> m_fixture;

public Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup() { m_fixture.reset(); }
};

AppContext TestInboxModel::contextOf(const QString &username)
{
    AppContext context;
    context.session = m_fixture->session(username);
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.inbox->held()->setHoldTime({}); // what is held is tested in tst_held_decisions
    if (!await(context.reference->load()))
        qFatal("no reference data");
    return context;
}

void TestInboxModel::ordersByDueDateAndGroups()
{
    InboxModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime now(QDate(2026, 3, 4), QTime(12, 0));
    const auto at = [&now](int days) { return now.addDays(days).toUTC().toString(Qt::ISODateWithMs); };
    model.setTasks({task(u"1"_s, {}), task(u"2"_s, at(5)), task(u"3"_s, at(1)), task(u"4"_s, at(0)), task(u"5"_s, at(-2), true)}, now);
    QCOMPARE(keysOf(model), (QStringList{u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row)
        groups << model.groupAt(row);
    QCOMPARE(groups, (QStringList{u"Overdue"_s, u"Due today"_s, u"Due tomorrow"_s, u"Later"_s, u"Without a date"_s}));
}

void TestInboxModel::changesByDifference()
{
    InboxModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString day1 = u"2026-03-01T17:00:00.000Z"_s;
    const QString day2 = u"2026-03-02T17:00:00.000Z"_s;
    const QString day3 = u"2026-03-03T17:00:00.000Z"_s;
    model.setTasks({task(u"1"_s, day1), task(u"2"_s, day2), task(u"3"_s, day3)});
    const QPersistentModelIndex second = model.index(1);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    model.setTasks({task(u"3"_s, day1), task(u"2"_s, day2), task(u"4"_s, day3)});
    QCOMPARE(keysOf(model), (QStringList{u"3"_s, u"2"_s, u"4"_s}));
    QVERIFY(second.isValid());
    QCOMPARE(second.data(InboxModel::KeyRole).toString(), u"2"_s);
    QCOMPARE(changes.count(), 1); // only 3 has another date
    QCOMPARE(resets.count(), 0);
    model.setTasks({});
    QCOMPARE(model.rowCount(), 0);
}

void TestInboxModel::movesOnAfterADecision()
{
    const auto first = m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    m_fixture->submit(ServicesFixture::completeDraft(u"Third"_s));
    Inbox inbox(contextOf(u"finance"_s));
    await(inbox.refresh());
    QCOMPARE(inbox.tasks()->rowCount(), 3);
    QTRY_VERIFY(inbox.card());
    QCOMPARE(inbox.currentTask()->deal, first.id);
    QSignalSpy sent(&inbox, &Inbox::sent);

    await(inbox.act(TaskAction::Approve, {}));
    QCOMPARE(inbox.tasks()->rowCount(), 2); // while it is on its way
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(sent.constFirst().constLast().toString(), u"Approved %1; 2 left"_s.arg(first.reference));
    QCOMPARE(inbox.currentTask()->name, u"Second"_s);
    QTRY_VERIFY(inbox.card());
    inbox.step(1);
    QCOMPARE(inbox.currentTask()->name, u"Third"_s);
    inbox.step(1);
    QCOMPARE(inbox.currentTask()->name, u"Third"_s);
}

void TestInboxModel::keepsTheTaskOfWhoeverLooks()
{
    m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    const auto second = m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    Inbox inbox(contextOf(u"finance"_s));
    await(inbox.refresh());
    inbox.step(1);
    const QString key = inbox.currentKey();
    m_fixture->submit(ServicesFixture::completeDraft(u"Third"_s)); // dataChanged refreshes
    QTRY_COMPARE(inbox.tasks()->rowCount(), 3);
    QCOMPARE(inbox.currentKey(), key);
    QCOMPARE(inbox.currentTask()->deal, second.id);
}

void TestInboxModel::refusesWithASentenceAndRefetches()
{
    const auto deal = m_fixture->submit();
    Inbox inbox(contextOf(u"finance"_s));
    await(inbox.refresh());
    QTRY_VERIFY(inbox.card());
    const auto service = DealService(m_fixture->seller());
    // The owner takes it back while the decision is on its way.
    QSignalSpy refused(&inbox, &Inbox::refused);
    auto recalled = service.recall(deal.id, deal.version, u"changed my mind"_s);
    await(inbox.act(TaskAction::Approve, {}));
    QVERIFY(await(std::move(recalled)));
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!refused.constFirst().constFirst().toString().isEmpty());
    QTRY_COMPARE(inbox.tasks()->rowCount(), 0);
    QVERIFY(!inbox.isBusy());
}

void TestInboxModel::countsWhatTheListShows()
{
    m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    const auto context = contextOf(u"finance"_s);
    await(context.inbox->refresh());
    QCOMPARE(context.inbox->count(), 1);
    m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    QTRY_COMPARE(context.inbox->count(), 2);
    Inbox inbox(context);
    QCOMPARE(inbox.tasks()->rowCount(), context.inbox->count());
}

void TestInboxModel::sendsTheFieldsMeant()
{
    const auto deal = m_fixture->submit();
    Inbox inbox(contextOf(u"finance"_s));
    const QAbstractItemModelTester tester(inbox.meantFields(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester figuresTester(inbox.figures(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    await(inbox.refresh());
    QTRY_VERIFY(inbox.card());
    QVERIFY(inbox.meantFields()->rowCount() > 0);
    QCOMPARE(inbox.figures()->columnCount(), 3); // last year and two tiers
    const auto last = inbox.meantFields()->index(inbox.meantFields()->rowCount() - 1);
    QVERIFY(inbox.meantFields()->setData(last, Qt::Checked, Qt::CheckStateRole));
    const QStringList fields = inbox.meantFields()->checkedPaths();
    QCOMPARE(fields.size(), 1);

    QSignalSpy sent(&inbox, &Inbox::sent);
    await(inbox.act(TaskAction::RequestRevision, u"The rebate is too high"_s));
    QTRY_COMPARE(sent.count(), 1);
    const auto detail = awaitValue(DealService(m_fixture->seller()).detail(deal.id));
    QCOMPARE(detail.facts.status, DealStatus::Negotiating);
    const auto asked = std::find_if(detail.approvals.begin(), detail.approvals.end(),
                                    [](const ApprovalRow &row) { return row.status == ApprovalStatus::RevisionRequested; });
    QVERIFY(asked != detail.approvals.end());
    QCOMPARE(asked->revisionReason, u"The rebate is too high"_s);
    QCOMPARE(asked->revisionFields, fields);
}

void TestInboxModel::saysWhyYou()
{
    m_fixture->submit();
    Inbox inbox(contextOf(u"finance"_s));
    await(inbox.refresh());
    QTRY_VERIFY(inbox.card());
    QVERIFY(!inbox.card()->reasons.isEmpty());
    QVERIFY(inbox.card()->actions.contains(TaskAction::Approve));
    QVERIFY(!inbox.card()->actions.contains(TaskAction::Reject)); // stage 1 asks for revisions, it does not reject
    QVERIFY(!inbox.card()->due.isEmpty());
    QVERIFY(!inbox.card()->incentives.isEmpty());
    await(inbox.act(TaskAction::Claim, {}));
    QTRY_VERIFY(inbox.card() && inbox.card()->actions.contains(TaskAction::Release));
}

void TestInboxModel::showsWhatWasSubmittedWhileItsOwnerChangesIt()
{
    const auto deal = m_fixture->submit(ServicesFixture::completeDraft(u"As submitted"_s));
    const DealService deals(m_fixture->seller());
    const auto task = m_fixture->taskOf(u"trading"_s, deal.id);
    Decision revision{*task.approval, deal.id, task.version, DecisionKind::RequestRevision, {}, u"Other region"_s, {}};
    const auto asked = awaitValue(ApprovalService(m_fixture->reviewer(Department::Trading)).decide(revision));
    awaitValue(deals.saveDraft(deal.id, asked.version, DraftType::SubmissionDraft, ServicesFixture::completeDraft(u"Half changed"_s)));
    Inbox inbox(contextOf(u"finance"_s));
    await(inbox.refresh());
    QTRY_VERIFY(inbox.card());
    QVERIFY2(inbox.card()->deal.contains(u"As submitted"_s), qPrintable(inbox.card()->deal));
}

QTEST_GUILESS_MAIN(TestInboxModel)
#include "tst_inbox_model.moc"
