#include "desktop/inbox/inbox_page.h"
#include "frame_fixture.h"

#include "desktop/main_window/sidebar_delegate.h"
#include "desktop/widgets/card.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <spdlog/spdlog.h>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// Deciding in the real window by keyboard alone: what is held, taken back, done to several, compared, and how fast it goes.
class TestInboxFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void holdsAndGivesBackWithWhatWasTyped();
    void offersToTakeBackWhatWasSent();
    void closingSendsWhatIsHeld();
    void staysOpenOverARefusal();
    void decidesSeveralAndTellsEach();
    void walksTheLanes();
    void searchesByKey();
    void showsWhatChangedSinceTheOwnDecision();
    void twentyDealsByKeyboard();

private:
    void open(const QString &username, std::chrono::milliseconds hold);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool isShown(const QString &name) const;
    [[nodiscard]] QString text(const QString &label) const { return visible<QLabel>(m_window.get(), label)->text(); }
    [[nodiscard]] int badge() const;
    [[nodiscard]] int rows() const { return m_list->model()->rowCount(); }
    [[nodiscard]] int approvedByFinance() const;
    DealState submit(const QString &name) { return m_fixture->submit(ServicesFixture::completeDraft(name)); }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
    AppContext m_context;
    QListView *m_list = nullptr;
    int m_keystrokes = 0;
};

namespace {
constexpr auto kForever = std::chrono::hours(1);
constexpr int kPatienceMs = 30'000;
} // namespace

void TestInboxFlow::init()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_keystrokes = 0;
}

void TestInboxFlow::cleanup()
{
    m_window.reset();
    m_context = {};
    m_fixture.reset();
}

void TestInboxFlow::open(const QString &username, std::chrono::milliseconds hold)
{
    m_context = contextFor(*m_fixture, username);
    m_context.inbox->held()->setHoldTime(hold);
    m_window = std::make_unique<MainWindow>(m_context);
    m_window->resize(1366, 768);
    m_window->showSection(Section::Inbox);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_list = m_window->findChild<QListView *>(u"inboxList"_s);
    QVERIFY(m_list);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && isShown(u"approveButton"_s), kPatienceMs);
}

/// To whatever has the keys, as a person's keyboard does.
void TestInboxFlow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    ++m_keystrokes;
}

bool TestInboxFlow::isShown(const QString &name) const
{
    const auto *widget = m_window->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

int TestInboxFlow::badge() const
{
    return m_window->findChild<QListWidget *>(u"sidebarList"_s)->item(0)->data(SidebarDelegate::CountRole).toInt();
}

int TestInboxFlow::approvedByFinance() const
{
    const auto page = awaitValue(DealService(m_fixture->admin()).page({}));
    int approved = 0;
    for (const DealRow &row : page.rows) {
        const auto detail = awaitValue(DealService(m_fixture->admin()).detail(row.id));
        approved += int(std::count_if(detail.approvals.cbegin(), detail.approvals.cend(), [](const ApprovalRow &approval) {
            return approval.department == Department::Finance && approval.status == ApprovalStatus::Approved;
        }));
    }
    return approved;
}

void TestInboxFlow::holdsAndGivesBackWithWhatWasTyped()
{
    const DealState first = submit(u"First"_s);
    submit(u"Second"_s);
    open(u"finance"_s, kForever);
    QCOMPARE(badge(), 2);
    press(Qt::Key_R);
    auto *reason = visible<QPlainTextEdit>(m_window.get(), u"answerText"_s);
    QTest::keyClicks(reason, u"Margin is too thin"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows(), 1);
    QCOMPARE(badge(), 1);
    QVERIFY2(text(u"heldText0"_s).startsWith(u"Request a revision of %1 in "_s.arg(first.reference)), qPrintable(text(u"heldText0"_s)));
    QTRY_VERIFY(text(u"taskDeal"_s).contains(u"Second"_s));
    QVERIFY(!reason->isVisible());
    QTRY_VERIFY(m_list->hasFocus());
    press(Qt::Key_U);
    QCOMPARE(rows(), 2);
    QTRY_VERIFY(text(u"taskDeal"_s).contains(u"First"_s));
    QVERIFY(reason->isVisible());
    QCOMPARE(reason->toPlainText(), u"Margin is too thin"_s);
    QVERIFY(!isShown(u"heldStrip"_s));
}

void TestInboxFlow::offersToTakeBackWhatWasSent()
{
    const DealState deal = submit(u"First"_s);
    submit(u"Second"_s);
    open(u"finance"_s, {});
    press(Qt::Key_A);
    QTRY_VERIFY(isShown(u"rescindButton"_s));
    QTRY_COMPARE(rows(), 1);
    press(Qt::Key_U);
    QVERIFY2(text(u"answerTitle"_s).contains(deal.reference), qPrintable(text(u"answerTitle"_s)));
    QTest::keyClicks(visible<QPlainTextEdit>(m_window.get(), u"answerText"_s), u"The wrong one"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(text(u"taskDeal"_s).contains(deal.reference));
    QVERIFY(!isShown(u"rescindButton"_s));
    QCOMPARE(approvedByFinance(), 0);
}

void TestInboxFlow::closingSendsWhatIsHeld()
{
    submit(u"First"_s);
    submit(u"Second"_s);
    open(u"finance"_s, kForever);
    press(Qt::Key_A);
    QTRY_VERIFY(isShown(u"approveButton"_s));
    press(Qt::Key_A);
    QCOMPARE(approvedByFinance(), 0);
    QVERIFY(m_window->close());
    QCOMPARE(approvedByFinance(), 2);
}

void TestInboxFlow::staysOpenOverARefusal()
{
    const DealState deal = submit(u"First"_s);
    open(u"finance"_s, kForever);
    press(Qt::Key_A);
    awaitValue(DealService(m_fixture->seller()).recall(deal.id, deal.version, u"A wrong number"_s));
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(isShown(u"inboxBannerText"_s));
    QVERIFY(text(u"inboxBannerText"_s).startsWith(deal.reference));
    QVERIFY(m_window->close());
}

void TestInboxFlow::decidesSeveralAndTellsEach()
{
    submit(u"First"_s);
    const DealState second = submit(u"Second"_s);
    submit(u"Third"_s);
    open(u"finance"_s, kForever);
    QTRY_COMPARE(rows(), 3);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(text(u"severalTitle"_s), u"2 task(s) selected"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(isShown(u"decisionCard"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(text(u"severalTitle"_s), u"3 task(s) selected"_s);
    QVERIFY(!isShown(u"rejectButton"_s)); // departments do not reject
    press(Qt::Key_R);
    QVERIFY(!isShown(u"meantFieldsList"_s));
    QTest::keyClicks(visible<QPlainTextEdit>(m_window.get(), u"answerText"_s), u"All too thin"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows(), 0);
    QVERIFY(text(u"heldText0"_s).contains(u"3 deal"_s));
    awaitValue(DealService(m_fixture->seller()).recall(second.id, second.version, u"A wrong number"_s));
    m_context.inbox->held()->sendAll();
    QTRY_COMPARE(text(u"resultsSummary"_s), u"2 of 3 done, 1 refused"_s);
    QCOMPARE(visible<QListView>(m_window.get(), u"resultsList"_s)->model()->rowCount(), 3);
    visible<QPushButton>(m_window.get(), u"resultsDismiss"_s)->click();
    QVERIFY(!isShown(u"resultsView"_s));
}

void TestInboxFlow::walksTheLanes()
{
    submit(u"First"_s);
    submit(u"Second"_s);
    open(u"finance"_s, kForever);
    const auto *lanes = visible<QTabBar>(m_window.get(), u"laneTabs"_s);
    QCOMPARE(lanes->tabText(0), u"All  2"_s);
    press(Qt::Key_L); // claims the first
    QTRY_COMPARE(lanes->tabText(1), u"Mine  1"_s);
    QTRY_COMPARE(lanes->tabText(2), u"Finance  1"_s);
    m_list->setFocus();
    press(Qt::Key_Right);
    QCOMPARE(lanes->currentIndex(), 1);
    QCOMPARE(rows(), 1);
    QTRY_VERIFY(text(u"taskClaim"_s).contains(u"you"_s));
    press(Qt::Key_Left);
    QCOMPARE(rows(), 2);
}

void TestInboxFlow::searchesByKey()
{
    submit(u"First"_s);
    submit(u"Second"_s);
    open(u"finance"_s, kForever);
    press(Qt::Key_F);
    auto *field = visible<QLineEdit>(m_window.get(), u"inboxFilterText"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"seconda"_s); // an A that decides nothing
    QCOMPARE(rows(), 0);
    QVERIFY(isShown(u"inboxNoTask"_s));
    press(Qt::Key_Backspace);
    QCOMPARE(rows(), 1);
    QCOMPARE(text(u"inboxCount"_s), u"1 of 2"_s);
    press(Qt::Key_Return);
    QVERIFY(m_list->hasFocus());
    QTRY_VERIFY(text(u"taskDeal"_s).contains(u"Second"_s));
    QCOMPARE(badge(), 2);
    QVERIFY(m_context.inbox->held()->isEmpty());
}

void TestInboxFlow::showsWhatChangedSinceTheOwnDecision()
{
    const DealDraft draft = ServicesFixture::completeDraft(u"Twice"_s);
    const DealState deal = m_fixture->submit(draft);
    const InboxTask task = m_fixture->taskOf(u"finance"_s, deal.id);
    Decision asked{*task.approval, deal.id, task.version, DecisionKind::RequestRevision, {}, u"The margin is too thin"_s, {}};
    const DealState negotiating = awaitValue(ApprovalService(m_fixture->reviewer(Department::Finance)).decide(asked));
    DealDraft better = draft;
    better.tiers[0].grossMargin = Ratio::fromMillionths(420'000);
    awaitValue(DealService(m_fixture->seller()).resubmit(deal.id, negotiating.version, better, m_fixture->planFor(better)));
    open(u"finance"_s, kForever);
    QTRY_VERIFY(isShown(u"sinceCard"_s));
    QVERIFY2(text(u"sinceLine0"_s).contains(u"42"_s), qPrintable(text(u"sinceLine0"_s)));
    press(Qt::Key_D);
    QVERIFY(isShown(u"differencePage"_s));
    QVERIFY(text(u"differenceDeal"_s).contains(u"Twice"_s));
    press(Qt::Key_D);
    QVERIFY(!isShown(u"differencePage"_s));
    QVERIFY(isShown(u"decisionCard"_s));
}

/// A reviewer reads each card, looks at some differences, claims one, asks one for a revision, and approves the rest. Nothing but keys.
void TestInboxFlow::twentyDealsByKeyboard()
{
    constexpr int kDeals = 20;
    for (int i = 0; i < kDeals; ++i)
        submit(u"Deal %1"_s.arg(i + 1, 2, 10, QChar(u'0')));
    open(u"finance"_s, std::chrono::seconds(10));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), kDeals, kPatienceMs);
    QElapsedTimer clock;
    clock.start();
    m_keystrokes = 0;
    for (int left = kDeals; left > 0; --left) {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(u"approveButton"_s), kPatienceMs); // the card has been read
        if (left == kDeals / 2) {
            press(Qt::Key_R);
            QTest::keyClicks(QApplication::focusWidget(), u"Margin"_s);
            m_keystrokes += int(qstrlen("Margin"));
            press(Qt::Key_Return, Qt::ControlModifier);
        } else {
            press(Qt::Key_A);
        }
        QTRY_COMPARE_WITH_TIMEOUT(rows(), left - 1, kPatienceMs);
    }
    const qint64 decidedMs = clock.elapsed();
    QCOMPARE(badge(), 0);
    QVERIFY(m_window->close()); // sends the last ten seconds' worth
    const qint64 closedMs = clock.elapsed();
    spdlog::info("twenty deals by keyboard: {} keystrokes, decided in {} ms, all written after {} ms", m_keystrokes, decidedMs, closedMs);
    QCOMPARE(approvedByFinance(), kDeals - 1);
    DealPageRequest negotiating;
    negotiating.filter.statuses = {DealStatus::Negotiating};
    QCOMPARE(awaitValue(DealService(m_fixture->admin()).page(negotiating)).rows.size(), 1);
}

QTEST_MAIN(TestInboxFlow)
#include "tst_inbox_flow.moc"
