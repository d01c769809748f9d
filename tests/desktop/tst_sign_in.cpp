#include "desktop/sign_in/sign_in_window.h"
#include "frame_fixture.h"
#include "services/admin_service.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void createsTheFirstAdministrator();
    void saysBesideTheFieldWhatIsWrong();
    void signsInAndOutAgain();
    void hasAGivenPasswordChanged();
    void refusesADamagedFileAndOffersItsBackup();
    void listsSamplePeople();
    void replacesTheSamplePasswordByWhatIsTyped();
    void noticesCapsLock();

private:
    QLineEdit *edit(const QString &name) { return visible<QLineEdit>(m_window.get(), name); }
    void click(const QString &button) { clickOn(m_window.get(), button); }
    void openFixture(const ServicesFixture &fixture);

    QTemporaryDir m_folder;
    std::unique_ptr<SignInModel> m_model;
    std::unique_ptr<ConnectionList> m_connections;
    std::unique_ptr<SignInWindow> m_window;
};

void TestSignIn::init()
{
    m_model = std::make_unique<SignInModel>();
    m_connections = std::make_unique<ConnectionList>(ProfileStore(m_folder.filePath(u"connections.json"_s), {}),
                                                     m_folder.filePath(u"local.db"_s));
    m_window = std::make_unique<SignInWindow>(m_model.get(), m_connections.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSignIn::cleanup()
{
    m_window.reset();
    m_model.reset();
}

void TestSignIn::openFixture(const ServicesFixture &fixture)
{
    m_model->open(fixture.location());
    QTRY_COMPARE(m_model->step(), SignInModel::Step::Credentials);
}

void TestSignIn::createsTheFirstAdministrator()
{
    m_model->open({m_folder.filePath(u"new.db"_s)});
    QTRY_COMPARE(m_model->step(), SignInModel::Step::FirstStart);
    QTest::keyClicks(edit(u"newUsernameEdit"_s), u"ada"_s);
    QTest::keyClicks(edit(u"emailEdit"_s), u"ada@example.com"_s);
    QTest::keyClicks(edit(u"newPasswordEdit"_s), u"short"_s);
    click(u"createButton"_s);
    QVERIFY(visible<QLabel>(m_window.get(), u"newPasswordEditError"_s)->text().contains(u"10"_s));
    QTest::keyClicks(edit(u"newPasswordEdit"_s), u" but now long"_s);
    QTest::keyClicks(edit(u"repeatEdit"_s), u"something else"_s);
    click(u"createButton"_s);
    QVERIFY(!visible<QLabel>(m_window.get(), u"repeatEditError"_s)->text().isEmpty());
    edit(u"repeatEdit"_s)->setText(u"short but now long"_s);
    click(u"createButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->step(), SignInModel::Step::SignedIn, 20000);
    QCOMPARE(m_model->actor().role, Role::Admin);
}

void TestSignIn::saysBesideTheFieldWhatIsWrong()
{
    const ServicesFixture fixture;
    openFixture(fixture);
    click(u"signInButton"_s);
    QVERIFY(!visible<QLabel>(m_window.get(), u"usernameEditError"_s)->text().isEmpty());
    QTest::keyClicks(edit(u"usernameEdit"_s), u"finance"_s);
    QTest::keyClicks(edit(u"passwordEdit"_s), u"wrong password"_s);
    click(u"signInButton"_s);
    auto *error = m_window->findChild<QLabel *>(u"passwordEditError"_s);
    QTRY_VERIFY(error->isVisible());
    QCOMPARE(m_model->step(), SignInModel::Step::Credentials);
    QTest::keyClicks(edit(u"passwordEdit"_s), u"x"_s);
    QVERIFY(!error->isVisible()); // typing clears it
}

void TestSignIn::signsInAndOutAgain()
{
    const ServicesFixture fixture;
    openFixture(fixture);
    QTest::keyClicks(edit(u"usernameEdit"_s), u"finance"_s);
    QTest::keyClick(edit(u"usernameEdit"_s), Qt::Key_Return);
    QTest::keyClicks(edit(u"passwordEdit"_s), kPassword);
    QTest::keyClick(edit(u"passwordEdit"_s), Qt::Key_Return);
    QTRY_COMPARE(m_model->step(), SignInModel::Step::SignedIn);
    QCOMPARE(m_model->actor().username, u"finance"_s);
    m_model->resume(m_model->workspace());
    QTRY_COMPARE(m_model->step(), SignInModel::Step::Credentials);
    QVERIFY(edit(u"passwordEdit"_s)->text().isEmpty());
}

void TestSignIn::hasAGivenPasswordChanged()
{
    ServicesFixture fixture;
    const auto reference = awaitValue(ReferenceService(fixture.admin()).load());
    for (Person person : reference->people) {
        if (person.username == u"creative"_s)
            QVERIFY(await(AdminService(fixture.admin()).savePerson(person, u"given by admin"_s)));
    }
    openFixture(fixture);
    edit(u"usernameEdit"_s)->setText(u"creative"_s);
    edit(u"passwordEdit"_s)->setText(u"given by admin"_s);
    click(u"signInButton"_s);
    QTRY_COMPARE(m_model->step(), SignInModel::Step::NewPassword);
    edit(u"replacementEdit"_s)->setText(u"given by admin"_s);
    edit(u"replacementRepeatEdit"_s)->setText(u"given by admin"_s);
    click(u"changeButton"_s);
    QVERIFY(!visible<QLabel>(m_window.get(), u"replacementEditError"_s)->text().isEmpty());
    edit(u"replacementEdit"_s)->setText(u"my own password"_s);
    edit(u"replacementRepeatEdit"_s)->setText(u"my own password"_s);
    click(u"changeButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->step(), SignInModel::Step::SignedIn, 20000);
}

void TestSignIn::refusesADamagedFileAndOffersItsBackup()
{
    const QString path = m_folder.filePath(u"damaged.db"_s);
    {
        const auto workspace = awaitValue(Workspace::open({path}));
        QSignalSpy kept(workspace.get(), &Workspace::houseKept);
        QVERIFY(workspace->isHouseKept() || kept.wait()); // the daily backup is written
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    m_model->open({path});
    QTRY_COMPARE(m_model->step(), SignInModel::Step::Refused);
    QVERIFY(!visible<QLabel>(m_window.get(), u"refusalText"_s)->text().isEmpty());
    click(u"restoreButton"_s);
    QTRY_COMPARE(m_model->step(), SignInModel::Step::FirstStart);
    const auto aside = QDir(m_folder.path()).entryList({u"damaged-damaged-*.db"_s});
    QCOMPARE(aside.size(), 1); // never deleted
}

void TestSignIn::listsSamplePeople()
{
    const ServicesFixture fixture;
    openFixture(fixture);
    m_window->credentials()->setQuickPeople({{u"finance"_s, u"Fiona Finance"_s}, {u"trading"_s, u"Tom Trading"_s}}, kPassword);
    auto *people = visible<QListWidget>(m_window.get(), u"samplePeople"_s);
    QCOMPARE(people->count(), 2);
    QTest::mouseClick(people->viewport(), Qt::LeftButton, {}, people->visualItemRect(people->item(1)).center());
    QTRY_COMPARE(m_model->step(), SignInModel::Step::SignedIn);
    QCOMPARE(m_model->actor().username, u"trading"_s);
}

void TestSignIn::replacesTheSamplePasswordByWhatIsTyped()
{
    const ServicesFixture fixture;
    openFixture(fixture);
    m_window->credentials()->setQuickPeople({{u"finance"_s, u"Fiona Finance"_s}}, kPassword);
    m_window->credentials()->setUsername(u"finance"_s);
    m_window->credentials()->prepare();
    QTest::keyClicks(edit(u"passwordEdit"_s), u"another one"_s);
    QCOMPARE(edit(u"passwordEdit"_s)->text(), u"another one"_s);
}

void TestSignIn::noticesCapsLock()
{
    const ServicesFixture fixture;
    openFixture(fixture);
    auto *hint = m_window->findChild<QLabel *>(u"capsLockLabel"_s);
    QTest::sendKeyEvent(QTest::Click, edit(u"passwordEdit"_s), Qt::Key_A, u"A"_s, Qt::NoModifier);
    QVERIFY(hint->isVisible());
    QTest::sendKeyEvent(QTest::Click, edit(u"passwordEdit"_s), Qt::Key_A, u"A"_s, Qt::ShiftModifier);
    QVERIFY(!hint->isVisible());
}

QTEST_MAIN(TestSignIn)
#include "tst_sign_in.moc"
