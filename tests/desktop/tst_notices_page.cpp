#include "desktop/main_window/tab_area.h"
#include "desktop/notices/notices_page.h"
#include "frame_fixture.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// The bell in the window, and the page behind it.
class TestNoticesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void countsWhatIsNotRead();
    void opensByKeyAndByTheBell();
    void opensTheDeal();
    void marksAllRead();
    void saysThatThereIsNothing();

private:
    std::unique_ptr<MainWindow> window(const QString &username);
    std::unique_ptr<ServicesFixture> m_fixture;
};

std::unique_ptr<MainWindow> TestNoticesPage::window(const QString &username)
{
    auto frame = std::make_unique<MainWindow>(contextFor(*m_fixture, username));
    frame->show();
    if (!QTest::qWaitForWindowActive(frame.get()))
        qFatal("the window does not become active");
    return frame;
}

void TestNoticesPage::countsWhatIsNotRead()
{
    const auto frame = window(u"finance"_s);
    const auto *bell = frame->findChild<QToolButton *>(u"noticesButton"_s);
    QCOMPARE(bell->accessibleName(), u"Notices"_s);
    m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    QTRY_COMPARE(bell->accessibleName(), u"Notices, 1 not read"_s);
    m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    QTRY_COMPARE(bell->accessibleName(), u"Notices, 2 not read"_s);
}

void TestNoticesPage::opensByKeyAndByTheBell()
{
    const auto frame = window(u"seller"_s);
    QTest::keyClick(frame.get(), Qt::Key_0, Qt::ControlModifier);
    auto *tabs = frame->findChild<TabArea *>(u"tabs"_s);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Notices"_s);
    const int count = tabs->count();
    QTest::keyClick(frame.get(), Qt::Key_1, Qt::ControlModifier);
    clickOn(frame.get(), u"noticesButton"_s);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Notices"_s);
    QCOMPARE(tabs->count(), count); // the same page
    QTest::keyClick(frame.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs->count(), count - 1);
}

void TestNoticesPage::opensTheDeal()
{
    const auto deal = m_fixture->submit();
    const auto frame = window(u"finance"_s);
    QTest::keyClick(frame.get(), Qt::Key_0, Qt::ControlModifier);
    auto *list = visible<QListView>(frame.get(), u"noticesList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    const QString key = u"deal:%1"_s.arg(deal.id.value());
    QTRY_VERIFY(frame->findChild<TabArea *>(u"tabs"_s)->keys().contains(key));
}

void TestNoticesPage::marksAllRead()
{
    m_fixture->submit();
    const auto frame = window(u"finance"_s);
    QTest::keyClick(frame.get(), Qt::Key_0, Qt::ControlModifier);
    auto *count = visible<QLabel>(frame.get(), u"noticesCount"_s);
    QTRY_COMPARE(count->text(), u"1 not read"_s);
    clickOn(frame.get(), u"noticesMarkRead"_s);
    QTRY_COMPARE(count->text(), u"All read"_s);
    QVERIFY(!visible<QPushButton>(frame.get(), u"noticesMarkRead"_s)->isEnabled());
    QCOMPARE(frame->findChild<QToolButton *>(u"noticesButton"_s)->accessibleName(), u"Notices"_s);
}

void TestNoticesPage::saysThatThereIsNothing()
{
    const auto frame = window(u"seller"_s);
    QTest::keyClick(frame.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(frame->findChild<QWidget *>(u"noticesEmpty"_s)->isVisible());
    QVERIFY(!frame->findChild<QListView *>(u"noticesList"_s)->isVisible());
}

QTEST_MAIN(TestNoticesPage)
#include "tst_notices_page.moc"
