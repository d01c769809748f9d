#include "desktop/main_window/tab_area.h"
#include "desktop/theme/theme.h"
#include "frame_fixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void showsWhoAndWhere();
    void offersSectionsByRole();
    void goesToSectionsByKey();
    void opensAnythingByReference();
    void runsActionsByName();
    void closesTabsByKey();
    void putsTheCursorWhereANewDealBegins();
    void remembersItsLayout();
    void bringsUnsavedWorkBack();
    void countsTheInbox();
    void collapsesWhenNarrow();

private:
    std::unique_ptr<MainWindow> window(const QString &username);
    static QString currentTab(const MainWindow &frame);
    std::unique_ptr<ServicesFixture> m_fixture;
};

std::unique_ptr<MainWindow> TestMainWindow::window(const QString &username)
{
    auto frame = std::make_unique<MainWindow>(contextFor(*m_fixture, username));
    frame->show();
    if (!QTest::qWaitForWindowActive(frame.get()))
        qFatal("the window does not become active");
    return frame;
}

QString TestMainWindow::currentTab(const MainWindow &frame)
{
    const auto *tabs = frame.findChild<TabArea *>(u"tabs"_s);
    return tabs->tabText(tabs->currentIndex());
}

void TestMainWindow::showsWhoAndWhere()
{
    const auto frame = window(u"finance"_s);
    QCOMPARE(frame->findChild<QLabel *>(u"databaseName"_s)->text(), u"deals"_s);
    QCOMPARE(frame->findChild<QLabel *>(u"userName"_s)->text(), m_fixture->session(u"finance"_s)->actor().displayName);
    QVERIFY(frame->findChild<QLabel *>(u"userRole"_s)->text().contains(u"Finance"_s));
    QCOMPARE(frame->findChild<QLabel *>(u"databaseState"_s)->text(), u"Ready"_s);
    QVERIFY(frame->windowTitle().startsWith(u"Inbox"_s));
}

void TestMainWindow::offersSectionsByRole()
{
    QCOMPARE(window(u"seller"_s)->findChild<QListWidget *>(u"sidebarList"_s)->count(), 4);
    QCOMPARE(window(u"admin"_s)->findChild<QListWidget *>(u"sidebarList"_s)->count(), 5);
    const auto reviewer = window(u"finance"_s);
    QVERIFY(!reviewer->findChild<QPushButton *>(u"newDealButton"_s)->isVisible());
}

void TestMainWindow::goesToSectionsByKey()
{
    const auto frame = window(u"admin"_s);
    const QStringList titles = {u"Inbox"_s, u"Deals"_s, u"History"_s, u"Reports"_s, u"Admin"_s};
    for (int number = 5; number >= 1; --number) {
        QTest::keyClick(frame.get(), Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
        QCOMPARE(currentTab(*frame), titles.at(number - 1));
        QCOMPARE(frame->findChild<QListWidget *>(u"sidebarList"_s)->currentRow(), number - 1);
    }
}

void TestMainWindow::opensAnythingByReference()
{
    const auto deal = m_fixture->submit(ServicesFixture::completeDraft(u"Harbour lights"_s));
    const auto frame = window(u"finance"_s);
    QTest::keyClick(frame.get(), Qt::Key_K, Qt::ControlModifier);
    auto *text = visible<QLineEdit>(frame.get(), u"quickOpenText"_s);
    auto *list = frame->findChild<QListView *>(u"quickOpenList"_s);
    QTest::keyClicks(text, u"harbour"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(deal.reference));
    QTest::keyClick(text, Qt::Key_Return);
    const QStringList open = {u"deal:%1"_s.arg(deal.id.value())};
    QTRY_COMPARE(frame->findChild<TabArea *>(u"tabs"_s)->keys(), open);
}

void TestMainWindow::runsActionsByName()
{
    const auto frame = window(u"seller"_s);
    QTest::keyClick(frame.get(), Qt::Key_K, Qt::ControlModifier);
    auto *text = visible<QLineEdit>(frame.get(), u"quickOpenText"_s);
    QTest::keyClicks(text, u"reports"_s);
    QTest::keyClick(text, Qt::Key_Return); // waits for the database's answer by itself
    QTRY_COMPARE(currentTab(*frame), u"Reports"_s);
}

void TestMainWindow::closesTabsByKey()
{
    const auto deal = m_fixture->submit();
    const auto frame = window(u"finance"_s);
    auto *tabs = frame->findChild<TabArea *>(u"tabs"_s);
    frame->openDeal(deal.id);
    frame->openDeal(deal.id);
    QCOMPARE(tabs->count(), 2); // the same tab, found again
    QTest::keyClick(frame.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs->count(), 1);
    QTest::keyClick(frame.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs->count(), 1); // a section stays
}

void TestMainWindow::putsTheCursorWhereANewDealBegins()
{
    const auto frame = window(u"seller"_s);
    frame->showSection(Section::Deals); // a page that has the focus hands it on
    QTRY_VERIFY(QApplication::focusWidget());
    frame->startDeal(DraftType::SubmissionDraft);
    const auto *name = frame->findChild<QLineEdit *>(u"nameEdit"_s);
    QVERIFY(name);
    QTRY_COMPARE(QApplication::focusWidget(), name);
}

void TestMainWindow::remembersItsLayout()
{
    const auto deal = m_fixture->submit();
    {
        const auto frame = window(u"finance"_s);
        frame->showSection(Section::History);
        frame->openDeal(deal.id);
        frame->findChild<QAction *>(u"sidebarAction"_s)->setChecked(false);
        frame->close();
    }
    const auto frame = window(u"finance"_s);
    QCOMPARE(currentTab(*frame), u"History"_s);
    QCOMPARE(frame->findChild<TabArea *>(u"tabs"_s)->keys(), QStringList{u"deal:%1"_s.arg(deal.id.value())});
    QVERIFY(!frame->findChild<QAction *>(u"sidebarAction"_s)->isChecked());
}

void TestMainWindow::bringsUnsavedWorkBack()
{
    const auto context = contextFor(*m_fixture, u"seller"_s);
    JournalEntry entry;
    entry.key = u"typed"_s;
    entry.user = context.session->actor().id;
    entry.draft.name = u"Half a sentence"_s;
    entry.writtenAt = QDateTime::currentDateTimeUtc();
    QVERIFY(context.journal->write(entry));
    MainWindow frame(context);
    frame.show();
    frame.restoreJournal();
    QTRY_VERIFY(currentTab(frame).contains(u"Half a sentence"_s));
    QVERIFY(visible<QLabel>(&frame, u"frameBannerText"_s)->text().contains(u"unsaved work"_s));
}

void TestMainWindow::countsTheInbox()
{
    const auto frame = window(u"finance"_s);
    m_fixture->submit();
    const auto *item = frame->findChild<QListWidget *>(u"sidebarList"_s)->item(0);
    QTRY_VERIFY(item->data(Qt::AccessibleTextRole).toString().contains(u"1"_s));
}

void TestMainWindow::collapsesWhenNarrow()
{
    const auto frame = window(u"seller"_s);
    frame->resize(1300, 700);
    const auto *list = frame->findChild<QListWidget *>(u"sidebarList"_s);
    QTRY_COMPARE(list->item(1)->text(), u"Deals"_s);
    frame->resize(900, 700);
    QTRY_VERIFY(list->item(1)->text().isEmpty());
    QCOMPARE(list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Deals"_s);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
