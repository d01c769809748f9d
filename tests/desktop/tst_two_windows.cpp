#include "desktop/widgets/status_chip.h"
#include "frame_fixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

/// Two people in front of two main windows on one database: what one does shows at the other's without a refresh, and takes nothing away
/// from under their hands.
class TestTwoWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void bringsATaskIntoTheOthersInbox();
    void keepsWhatTheReviewerWrites();
    void tellsTheSellerWhatWasDecided();
    void takesATaskAwayThatAColleagueTook();
    void keepsSelectionAndPlaceInTheList();
    void leavesTheSellersTypingAlone();

private:
    MainWindow *open(const QString &username);
    template<typename Widget>
    Widget *in(MainWindow *window, const QString &name)
    {
        if (!QTest::qWaitFor([&] { return find<Widget>(window, name) != nullptr; }, kPatienceMs))
            qFatal("%s does not show", qPrintable(name));
        return find<Widget>(window, name);
    }
    template<typename Widget>
    static Widget *find(MainWindow *window, const QString &name)
    {
        for (Widget *widget : window->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    static void activate(MainWindow *window);
    static void show(MainWindow *window, Section section) { window->showSection(section); }
    DealState submit(const QString &name) { return m_fixture->submit(ServicesFixture::completeDraft(name)); }

    std::unique_ptr<ServicesFixture> m_fixture;
    QHash<QString, std::shared_ptr<MainWindow>> m_windows;
};

void TestTwoWindows::init()
{
    m_fixture = std::make_unique<ServicesFixture>();
}

void TestTwoWindows::cleanup()
{
    m_windows.clear();
    m_fixture.reset();
}

MainWindow *TestTwoWindows::open(const QString &username)
{
    auto window = std::make_shared<MainWindow>(contextFor(*m_fixture, username));
    window->resize(1200, 700);
    window->show();
    m_windows.insert(username, window);
    return window.get();
}

void TestTwoWindows::activate(MainWindow *window)
{
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

void TestTwoWindows::bringsATaskIntoTheOthersInbox()
{
    auto *finance = open(u"finance"_s);
    show(finance, Section::Inbox);
    in<QLabel>(finance, u"inboxEmptyTitle"_s);
    submit(u"Out of the blue"_s);
    auto *list = in<QListView>(finance, u"inboxList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(in<QLabel>(finance, u"taskDeal"_s)->text().contains(u"Out of the blue"_s), kPatienceMs);
}

void TestTwoWindows::keepsWhatTheReviewerWrites()
{
    submit(u"Zebra"_s);
    auto *finance = open(u"finance"_s);
    show(finance, Section::Inbox);
    auto *list = in<QListView>(finance, u"inboxList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
    QTRY_VERIFY(in<QLabel>(finance, u"taskDeal"_s)->text().contains(u"Zebra"_s));
    activate(finance);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_R);
    auto *reason = in<QPlainTextEdit>(finance, u"answerText"_s);
    QTest::keyClicks(reason, u"Half a sent"_s);
    submit(u"Aardvark"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatienceMs);
    QVERIFY(reason->isVisible() && reason->hasFocus());
    QTest::keyClicks(reason, u"ence"_s);
    QCOMPARE(reason->toPlainText(), u"Half a sentence"_s);
    QVERIFY(in<QLabel>(finance, u"taskDeal"_s)->text().contains(u"Zebra"_s));
}

void TestTwoWindows::tellsTheSellerWhatWasDecided()
{
    const DealState deal = submit(u"Decided live"_s);
    auto *seller = open(u"seller"_s);
    seller->openDeal(deal.id);
    in<QLabel>(seller, u"dealReference"_s);
    auto *finance = open(u"finance"_s);
    show(finance, Section::Inbox);
    auto *list = in<QListView>(finance, u"inboxList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        find<QLabel>(finance, u"taskDeal"_s) && find<QLabel>(finance, u"taskDeal"_s)->text().contains(u"Decided live"_s), kPatienceMs);
    activate(finance);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_A);
    auto *status = seller->findChild<StatusChip *>(u"dealStatus"_s);
    QVERIFY(status);
    QTRY_COMPARE_WITH_TIMEOUT(status->text(), u"Under review"_s, kPatienceMs);
}

void TestTwoWindows::takesATaskAwayThatAColleagueTook()
{
    const DealState deal = submit(u"Recalled"_s);
    auto *finance = open(u"finance"_s);
    show(finance, Section::Inbox);
    auto *list = in<QListView>(finance, u"inboxList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
    const auto detail = awaitValue(DealService(m_fixture->seller()).detail(deal.id));
    awaitValue(DealService(m_fixture->seller()).recall(deal.id, detail.version, u"A wrong number"_s));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, kPatienceMs);
}

void TestTwoWindows::keepsSelectionAndPlaceInTheList()
{
    QList<DealState> deals;
    for (int i = 0; i < 40; ++i)
        deals += submit(u"Deal %1"_s.arg(i, 2, 10, QChar(u'0')));
    auto *admin = open(u"admin"_s);
    show(admin, Section::Deals);
    auto *table = in<QTableView>(admin, u"dealsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 40, kPatienceMs);
    const QModelIndex chosen = table->model()->index(25, 0);
    table->setCurrentIndex(chosen);
    const QString reference = chosen.data().toString();
    table->scrollTo(chosen, QAbstractItemView::PositionAtCenter);
    const QPersistentModelIndex kept(chosen);
    const int above = table->visualRect(kept).top();
    submit(u"One more"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 41, kPatienceMs);
    QVERIFY(kept.isValid());
    QCOMPARE(table->currentIndex(), QModelIndex(kept));
    QCOMPARE(kept.data().toString(), reference);
    QVERIFY(qAbs(table->visualRect(kept).top() - above) <= table->rowHeight(0));
}

void TestTwoWindows::leavesTheSellersTypingAlone()
{
    auto *seller = open(u"seller"_s);
    seller->startDeal(DraftType::SubmissionDraft);
    auto *name = in<QLineEdit>(seller, u"nameEdit"_s);
    activate(seller);
    name->setFocus();
    QTest::keyClicks(name, u"My own "_s);
    auto *finance = open(u"finance"_s);
    show(finance, Section::Inbox);
    m_fixture->submit(ServicesFixture::completeDraft(u"Somebody else's"_s), m_fixture->otherSeller());
    auto *list = in<QListView>(finance, u"inboxList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatienceMs);
    activate(seller);
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, u"deal"_s);
    QCOMPARE(name->text(), u"My own deal"_s);
}

} // namespace dealdesk::test

QTEST_MAIN(dealdesk::test::TestTwoWindows)
#include "tst_two_windows.moc"
