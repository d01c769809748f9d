#include "desktop/delegation/out_of_office_dialog.h"
#include "desktop/widgets/banner.h"
#include "frame_fixture.h"
#include "presentation/delegation/delegation_text.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// Going away and coming back, by keyboard.
class TestOutOfOffice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup();

    void isForWhoDecides();
    void goesAwayAndComesBackByKeyboard();
    void endsFromTheList();
    void saysWhatIsWrongBesideTheField();
    void offersNoPartWithoutADelegate();
    void showsWhatOneWasGiven();

private:
    void openFrame(const QString &username);
    QDialog *dialog();
    void type(const QString &field, const QString &text);
    void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<MainWindow> m_frame;
};

void TestOutOfOffice::cleanup()
{
    m_frame.reset();
    m_fixture.reset();
}

void TestOutOfOffice::openFrame(const QString &username)
{
    m_frame = std::make_unique<MainWindow>(contextFor(*m_fixture, username));
    m_frame->resize(1280, 800);
    m_frame->show();
    QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
}

QDialog *TestOutOfOffice::dialog()
{
    if (!m_frame->findChild<QDialog *>(u"outOfOfficeDialog"_s)) {
        QTest::keyClick(m_frame.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *opened = visible<QDialog>(m_frame.get(), u"outOfOfficeDialog"_s);
        if (!QTest::qWaitFor([opened] { return opened->isActiveWindow() && opened->isAncestorOf(QApplication::focusWidget()); }))
            qFatal("the dialog does not become active");
    }
    return visible<QDialog>(m_frame.get(), u"outOfOfficeDialog"_s);
}

void TestOutOfOffice::type(const QString &field, const QString &text)
{
    auto *edit = visible<QLineEdit>(dialog(), field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestOutOfOffice::press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(widget, Qt::Key(key), modifiers);
}

void TestOutOfOffice::isForWhoDecides()
{
    openFrame(u"seller"_s);
    QVERIFY(!m_frame->findChild<QAction *>(u"outOfOfficeAction"_s)->isVisible());
    openFrame(u"vp"_s);
    QVERIFY(m_frame->findChild<QAction *>(u"outOfOfficeAction"_s)->isVisible());
}

void TestOutOfOffice::goesAwayAndComesBackByKeyboard()
{
    openFrame(u"finance"_s);
    auto *banner = m_frame->findChild<Banner *>(u"outOfOfficeBanner"_s);
    QVERIFY(!banner->isVisible());
    const QString until = QDate::currentDate().addDays(4).toString(Qt::ISODate);
    press(dialog(), Qt::Key_U, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"untilEdit"_s);
    QTest::keyClicks(QApplication::focusWidget(), until);
    press(dialog(), Qt::Key_D, Qt::AltModifier);
    auto *delegates = visible<QComboBox>(dialog(), u"delegateCombo"_s);
    QCOMPARE(QApplication::focusWidget(), delegates);
    QTest::keyClicks(delegates, u"Trading"_s);
    QVERIFY(delegates->currentText().startsWith(u"Trading Example"_s));
    type(u"commentEdit"_s, u"Call me when it burns"_s);
    press(dialog(), Qt::Key_Return);
    auto *given = visible<QTableView>(dialog(), u"givenTable"_s);
    QTRY_COMPARE(given->model()->rowCount(), 1);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"Trading Example decides for you"_s), qPrintable(banner->text()));
    press(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_frame->findChild<QDialog *>(u"outOfOfficeDialog"_s));
    m_frame->activateWindow(); // offscreen nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    press(m_frame.get(), Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(!banner->isVisible());
    const auto delegations = awaitValue(DelegationService(m_fixture->admin()).list());
    QCOMPARE(delegations.size(), 1);
    QVERIFY(!delegations.first().endedAt.isEmpty());
    QCOMPARE(delegations.first().comment, u"Call me when it burns"_s);
    QCOMPARE(lastDayOf(delegations.first()), QDate::currentDate().addDays(4));
}

void TestOutOfOffice::endsFromTheList()
{
    openFrame(u"finance"_s);
    type(u"fromEdit"_s, QDate::currentDate().addDays(10).toString(Qt::ISODate));
    type(u"untilEdit"_s, QDate::currentDate().addDays(12).toString(Qt::ISODate));
    clickOn(dialog(), u"outOfOfficeAdd"_s);
    auto *given = visible<QTableView>(dialog(), u"givenTable"_s);
    QTRY_COMPARE(given->model()->rowCount(), 1);
    QVERIFY(!m_frame->findChild<Banner *>(u"outOfOfficeBanner"_s)->isVisible()); // it has not begun
    auto *end = visible<QPushButton>(dialog(), u"outOfOfficeEnd"_s);
    QVERIFY(!end->isEnabled());
    given->setCurrentIndex(given->model()->index(0, 0));
    QVERIFY(end->isEnabled());
    press(dialog(), Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(!end->isEnabled());
    QTRY_VERIFY(!awaitValue(DelegationService(m_fixture->admin()).list()).first().endedAt.isEmpty());
}

void TestOutOfOffice::saysWhatIsWrongBesideTheField()
{
    openFrame(u"director"_s);
    clickOn(dialog(), u"outOfOfficeAdd"_s);
    QVERIFY(!visible<QLabel>(dialog(), u"untilEditError"_s)->text().isEmpty());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"untilEdit"_s);
    type(u"untilEdit"_s, QDate::currentDate().toString(Qt::ISODate));
    auto *delegates = visible<QComboBox>(dialog(), u"delegateCombo"_s);
    delegates->setCurrentIndex(1);
    type(u"limitEdit"_s, u"a lot"_s);
    clickOn(dialog(), u"outOfOfficeAdd"_s);
    QVERIFY(!dialog()->findChild<QLabel *>(u"untilEditError"_s)->isVisible());
    QVERIFY(!visible<QLabel>(dialog(), u"limitEditError"_s)->text().isEmpty());
    QVERIFY(awaitValue(DelegationService(m_fixture->admin()).list()).isEmpty());
}

void TestOutOfOffice::offersNoPartWithoutADelegate()
{
    openFrame(u"vp"_s);
    QVERIFY(!visible<QComboBox>(dialog(), u"partCombo"_s)->isEnabled());
    QVERIFY(!visible<QCheckBox>(dialog(), u"awayCheck"_s)->isEnabled());
    auto *delegates = visible<QComboBox>(dialog(), u"delegateCombo"_s);
    delegates->setCurrentIndex(delegates->findText(u"Director"_s, Qt::MatchStartsWith));
    QVERIFY(visible<QComboBox>(dialog(), u"partCombo"_s)->isEnabled());
    QVERIFY(visible<QLabel>(dialog(), u"delegateHint"_s)->text().contains(u"100"_s)); // the director's own limit
    visible<QCheckBox>(dialog(), u"awayCheck"_s)->setChecked(false);
    delegates->setCurrentIndex(0);
    QVERIFY(visible<QCheckBox>(dialog(), u"awayCheck"_s)->isChecked());
}

void TestOutOfOffice::showsWhatOneWasGiven()
{
    {
        Delegation delegation;
        delegation.delegator = m_fixture->session(u"finance"_s)->actor().id;
        delegation.delegate = m_fixture->session(u"trading"_s)->actor().id;
        delegation.startsAt = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODateWithMs);
        delegation.endsAt = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs);
        QVERIFY(await(DelegationService(*m_fixture->session(u"finance"_s)).add(delegation)));
    }
    openFrame(u"trading"_s);
    QTRY_COMPARE(dialog()->findChild<QTableView *>(u"receivedTable"_s)->model()->rowCount(), 1);
    QVERIFY(!m_frame->findChild<Banner *>(u"outOfOfficeBanner"_s)->isVisible());
    press(dialog(), Qt::Key_M, Qt::AltModifier);
    auto *received = visible<QTableView>(dialog(), u"receivedTable"_s);
    QCOMPARE(received->model()->index(0, 0).data().toString(), u"Finance Example"_s);
    QVERIFY(!dialog()->findChild<QPushButton *>(u"outOfOfficeEnd"_s)->isVisible());
}

QTEST_MAIN(TestOutOfOffice)
#include "tst_out_of_office.moc"
