#include "presentation/inbox/inbox_filter_form.h"
#include "presentation/inbox/task_list.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// Lanes, filters and their numbers.
class TestInboxLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void filterPasses_data();
    void filterPasses();
    void filterKeepsEveryPart();
    void formSaysWhatIsActive();
    void numbersAreThoseOfTheList();
    void claimMovesATaskIntoTheOwnLane();
    void saysHowLongAndWhose();
};

namespace {

InboxTask someTask()
{
    InboxTask task;
    task.key = u"approval-1"_s;
    task.reference = u"DEAL-2026-014"_s;
    task.name = u"Spring launch"_s;
    task.client = u"Northwind"_s;
    task.ownerName = u"Sam Seller"_s;
    task.department = Department::Finance;
    task.priority = ApprovalPriority::High;
    task.routingAmount = Money::fromDollars(480'000);
    return task;
}

InboxFilter everything()
{
    InboxFilter filter;
    filter.text = u"spring"_s;
    filter.departments = {Department::Finance};
    filter.levels = {u"vp"_s};
    filter.priorities = {ApprovalPriority::High};
    filter.overdueOnly = true;
    filter.claimedOnly = true;
    filter.unclaimedOnly = true;
    filter.minimum = Money::fromCents(50'000'01);
    return filter;
}

} // namespace

void TestInboxLanes::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_inbox_lanes"_s);
}

void TestInboxLanes::filterPasses_data()
{
    QTest::addColumn<InboxFilter>("filter");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *name, bool passes, auto change) {
        InboxFilter filter;
        change(filter);
        QTest::newRow(name) << filter << passes;
    };
    row("nothing", true, [](InboxFilter &) {});
    row("text in the name", true, [](InboxFilter &f) { f.text = u"LAUNCH"_s; });
    row("text in the owner", true, [](InboxFilter &f) { f.text = u"sam"_s; });
    row("text nowhere", false, [](InboxFilter &f) { f.text = u"autumn"_s; });
    row("department", true, [](InboxFilter &f) { f.departments = {Department::Legal, Department::Finance}; });
    row("another department", false, [](InboxFilter &f) { f.departments = {Department::Legal}; });
    row("a level", false, [](InboxFilter &f) { f.levels = {u"vp"_s}; });
    row("level or department", true, [](InboxFilter &f) {
        f.levels = {u"vp"_s};
        f.departments = {Department::Finance};
    });
    row("priority", true, [](InboxFilter &f) { f.priorities = {ApprovalPriority::High}; });
    row("another priority", false, [](InboxFilter &f) { f.priorities = {ApprovalPriority::Normal}; });
    row("overdue", false, [](InboxFilter &f) { f.overdueOnly = true; });
    row("claimed", false, [](InboxFilter &f) { f.claimedOnly = true; });
    row("unclaimed", true, [](InboxFilter &f) { f.unclaimedOnly = true; });
    row("the amount itself", true, [](InboxFilter &f) { f.minimum = Money::fromDollars(480'000); });
    row("a cent more", false, [](InboxFilter &f) { f.minimum = Money::fromCents(480'000'01); });
}

void TestInboxLanes::filterPasses()
{
    QFETCH(const InboxFilter, filter);
    QTEST(filter.passes(someTask()), "passes");
}

void TestInboxLanes::filterKeepsEveryPart()
{
    QCOMPARE(inboxFilterFromJson(toJson(everything())), everything());
    QVERIFY(toJson(InboxFilter()).isEmpty());
    QVERIFY(inboxFilterFromJson({{u"priorities"_s, u"x"_s}, {u"minimum_cents"_s, -1}}).isEmpty());
}

void TestInboxLanes::formSaysWhatIsActive()
{
    ServicesFixture fixture;
    const AppContext context = contextFor(fixture, u"vp"_s);
    InboxFilterForm form(context.reference);
    QVERIFY(form.chips().isEmpty());
    QVERIFY(form.levels().size() >= 4);
    form.setFilter(everything());
    QCOMPARE(form.chips().size(), 7); // claimed and unclaimed are two
    QVERIFY(form.chips().at(1).text.contains(form.levels().at(2).displayName));
    const auto chips = form.chips();
    for (const FilterChip &chip : chips)
        form.remove(chip.part);
    QVERIFY(form.filter().isEmpty());
    InboxSavedFilters saved(context.session->actor());
    QVERIFY(saved.save(u"Large"_s, toJson(everything())));
    form.adopt(InboxSavedFilters(context.session->actor()).all().constLast().filter);
    QCOMPARE(form.filter(), everything());
}

void TestInboxLanes::numbersAreThoseOfTheList()
{
    ServicesFixture fixture;
    fixture.submit(ServicesFixture::completeDraft(u"Small"_s, Money::fromDollars(40'000)));
    fixture.submit(ServicesFixture::completeDraft(u"Large"_s));
    const AppContext context = contextFor(fixture, u"finance"_s);
    TaskList list(context.inbox);
    await(context.inbox->refresh());
    QCOMPARE(list.total(), context.inbox->count());
    InboxFilter large;
    large.minimum = Money::fromDollars(100'000);
    for (const InboxFilter &filter : {InboxFilter(), large}) {
        list.setFilter(filter);
        for (const TaskList::Lane &lane : list.lanes()) {
            list.setLane(lane.lane);
            QCOMPARE(list.model()->rowCount(), lane.count);
        }
        list.setLane(std::nullopt);
        QCOMPARE(list.model()->rowCount(), filter.isEmpty() ? 2 : 1);
    }
    QCOMPARE(list.lanes().size(), 3);
    list.stepLane(-1);
    QCOMPARE(list.lane(), std::optional(InboxLane::Queue));
    list.stepLane(1);
    QCOMPARE(list.lane(), std::optional<InboxLane>());
}

void TestInboxLanes::claimMovesATaskIntoTheOwnLane()
{
    ServicesFixture fixture;
    const DealState deal = fixture.submit();
    const AppContext context = contextFor(fixture, u"finance"_s);
    TaskList list(context.inbox);
    await(context.inbox->refresh());
    list.setLane(InboxLane::Mine);
    QCOMPARE(list.model()->rowCount(), 0);
    const InboxTask task = fixture.taskOf(u"finance"_s, deal.id);
    QVERIFY(await(ApprovalService(*context.session).claim(*task.approval, deal.id)));
    QTRY_COMPARE(list.model()->rowCount(), 1);
    QCOMPARE(laneTitle(InboxLane::Queue, context.session->actor()), u"Finance"_s);
}

void TestInboxLanes::saysHowLongAndWhose()
{
    InboxTask task = someTask();
    QVERIFY(ageOf(task).isEmpty());
    QVERIFY(claimOf(task).isEmpty());
    task.waitingDays = 2;
    task.escalated = true;
    task.assignee = UserId(7);
    task.assigneeName = u"Fiona Finance"_s;
    QVERIFY2(ageOf(task).startsWith(u"waiting 2"_s) && ageOf(task).endsWith(u"escalated"_s), qPrintable(ageOf(task)));
    QCOMPARE(claimOf(task), u"claimed by Fiona Finance"_s);
    InboxModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    task.onBehalfOfName = u"Anna Adams"_s;
    model.setTasks({task});
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    for (const QString &part : {ageOf(task), claimOf(task), u"Anna Adams"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
}

QTEST_GUILESS_MAIN(TestInboxLanes)
#include "tst_inbox_lanes.moc"
