#include "desktop/connections/connections_dialog.h"
#include "desktop/sign_in/sign_in_window.h"
#include "desktop/widgets/environment_strip.h"
#include "frame_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

class TestConnectionsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void makesAndSavesAConnection();
    void saysBesideTheFieldsWhatIsWrong();
    void keepsChangesWhileAnotherIsLookedAt();
    void asksBeforeChangesAreThrownAway();
    void changesNothingThatWasPlaced();
    void duplicatesAndRemoves();
    void testsAConnection();
    void asksAServerForNameAndPassword();
    void marksTheEnvironment();
    void saysWhyAServerCannotBeReached();

private:
    [[nodiscard]] ProfileStore store() const { return {m_folder->filePath(u"connections.json"_s), {m_folder->filePath(u"placed.json"_s)}}; }
    ConnectionsDialog *open();
    QLineEdit *edit(const QString &name) { return m_dialog->findChild<QLineEdit *>(name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name) { clickOn(m_dialog, name); }
    static ConnectionProfile server(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConnectionList> m_list;
    std::unique_ptr<QWidget> m_parent;
    QPointer<ConnectionsDialog> m_dialog;
};

void TestConnectionsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_list = std::make_unique<ConnectionList>(store(), m_folder->filePath(u"local.db"_s));
    m_parent = std::make_unique<QWidget>();
    m_parent->resize(1000, 760);
    m_parent->show();
}

void TestConnectionsDialog::cleanup()
{
    m_parent.reset();
    m_list.reset();
}

ConnectionProfile TestConnectionsDialog::server(const QString &name)
{
    ConnectionProfile profile;
    profile.id = ConnectionProfile::newId();
    profile.name = name;
    profile.kind = ProfileKind::PostgreSql;
    profile.hosts = {{u"127.0.0.1"_s, 1}};
    profile.username = u"ann"_s;
    profile.remembersSecret = false;
    return profile;
}

ConnectionsDialog *TestConnectionsDialog::open()
{
    m_dialog = ConnectionsDialog::open(m_list.get(), ConnectionList::kLocalId, m_parent.get());
    if (!QTest::qWaitForWindowExposed(m_dialog))
        qFatal("the dialog does not show");
    return m_dialog;
}

void TestConnectionsDialog::fill(const QString &name, const QString &text)
{
    auto *field = visible<QLineEdit>(m_dialog, name);
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestConnectionsDialog::makesAndSavesAConnection()
{
    open();
    click(u"newConnectionButton"_s);
    QCOMPARE(edit(u"nameEdit"_s)->selectedText(), u"New connection"_s);
    fill(u"nameEdit"_s, u"Office"_s);
    fill(u"hostsEdit"_s, u"db1.example.com, db2.example.com:6432"_s);
    fill(u"databaseEdit"_s, u"deals"_s);
    fill(u"usernameEdit"_s, u"ann"_s);
    QSignalSpy connected(m_dialog, &ConnectionsDialog::connectRequested);
    click(u"connectButton"_s);
    QCOMPARE(connected.size(), 1);
    const auto saved = store().profiles();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0].id, connected[0][0].toString());
    QCOMPARE(saved[0].name, u"Office"_s);
    QCOMPARE(saved[0].hosts, (QList<ServerAddress>{{u"db1.example.com"_s, 5432}, {u"db2.example.com"_s, 6432}}));
    QCOMPARE(saved[0].tls, TlsMode::VerifyFull);
}

void TestConnectionsDialog::saysBesideTheFieldsWhatIsWrong()
{
    open();
    click(u"newConnectionButton"_s);
    fill(u"hostsEdit"_s, u"db=evil"_s);
    click(u"saveConnectionButton"_s);
    auto *error = m_dialog->findChild<QLabel *>(u"hostsEditError"_s);
    QVERIFY(error->isVisible() && error->text().contains(u"db=evil"_s));
    QVERIFY(store().profiles().first().hosts.isEmpty());
    fill(u"hostsEdit"_s, u"db.example.com"_s);
    QVERIFY(!error->isVisible());
    auto *tls = visible<QComboBox>(m_dialog, u"tlsCombo"_s);
    tls->setCurrentIndex(tls->findData(u"disable"_s));
    click(u"saveConnectionButton"_s);
    QVERIFY(m_dialog->findChild<QLabel *>(u"tlsComboError"_s)->isVisible());
}

void TestConnectionsDialog::keepsChangesWhileAnotherIsLookedAt()
{
    const ConnectionProfile office = server(u"Office"_s);
    QVERIFY(m_list->save(office));
    open();
    m_dialog->select(office.id);
    fill(u"nameEdit"_s, u"Head office"_s);
    m_dialog->select(ConnectionList::kLocalId);
    QCOMPARE(edit(u"nameEdit"_s)->text(), u"This machine"_s);
    m_dialog->select(office.id);
    QCOMPARE(edit(u"nameEdit"_s)->text(), u"Head office"_s);
    QCOMPARE(store().profiles().first().name, u"Office"_s);
    click(u"saveConnectionButton"_s);
    QCOMPARE(store().profiles().first().name, u"Head office"_s);
}

void TestConnectionsDialog::asksBeforeChangesAreThrownAway()
{
    const ConnectionProfile office = server(u"Office"_s);
    QVERIFY(m_list->save(office));
    open();
    m_dialog->select(office.id);
    fill(u"nameEdit"_s, u"Elsewhere"_s);
    click(u"closeConnectionsButton"_s);
    QVERIFY(m_dialog->isVisible());
    clickOn(m_dialog, u"messageBoxCancel"_s);
    QVERIFY(m_dialog && m_dialog->isVisible());
    click(u"closeConnectionsButton"_s);
    clickOn(m_dialog, u"messageBoxAccept"_s);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(store().profiles().first().name, u"Office"_s);
}

void TestConnectionsDialog::changesNothingThatWasPlaced()
{
    QFile placed(m_folder->filePath(u"placed.json"_s));
    QVERIFY(placed.open(QIODevice::WriteOnly));
    placed.write(R"({"connections": [{"id": "it", "name": "Company", "kind": "postgresql", "hosts": ["db"], "environment": "test"}]})");
    placed.close();
    m_list = std::make_unique<ConnectionList>(store(), m_folder->filePath(u"local.db"_s));
    open();
    m_dialog->select(u"it"_s);
    QCOMPARE(edit(u"nameEdit"_s)->text(), u"Company"_s);
    QVERIFY(!edit(u"nameEdit"_s)->isEnabled());
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"removeConnectionButton"_s)->isEnabled());
    QVERIFY(m_dialog->findChild<QPushButton *>(u"connectButton"_s)->isEnabled());
}

void TestConnectionsDialog::duplicatesAndRemoves()
{
    const ConnectionProfile office = server(u"Office"_s);
    QVERIFY(m_list->save(office));
    open();
    m_dialog->select(office.id);
    click(u"duplicateConnectionButton"_s);
    QCOMPARE(store().profiles().size(), 2);
    QCOMPARE(edit(u"nameEdit"_s)->text(), u"Copy of Office"_s);
    QCOMPARE(store().profiles().last().hosts, office.hosts);
    click(u"removeConnectionButton"_s);
    clickOn(m_dialog, u"messageBoxAccept"_s);
    QTRY_COMPARE(store().profiles().size(), 1);
    QCOMPARE(store().profiles().first().id, office.id);
}

void TestConnectionsDialog::testsAConnection()
{
    ConnectionProfile nobody = server(u"Nobody there"_s);
    nobody.tls = TlsMode::Off;
    QVERIFY(m_list->save(nobody));
    open();
    m_dialog->select(nobody.id);
    QTest::keyClicks(edit(u"testPasswordEdit"_s), u"secret"_s);
    click(u"testButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QLabel *>(u"testFinding1"_s), 20'000);
    QVERIFY(m_dialog->findChild<QLabel *>(u"testFinding1"_s)->text().contains(u"nobody listens at port 1"_s));
    QCOMPARE(m_dialog->findChild<QPushButton *>(u"testButton"_s)->text(), u"&Test connection"_s);
}

void TestConnectionsDialog::asksAServerForNameAndPassword()
{
    const ConnectionProfile office = server(u"Office"_s);
    QVERIFY(m_list->save(office));
    SignInModel model;
    SignInWindow window(&model, m_list.get());
    window.show();
    model.choose(office);
    QCOMPARE(model.step(), SignInModel::Step::Credentials);
    QCOMPARE(visible<QComboBox>(&window, u"connectionCombo"_s)->currentText(), u"Office"_s);
    clickOn(&window, u"signInButton"_s);
    QVERIFY(!visible<QLabel>(&window, u"usernameEditError"_s)->text().isEmpty());
    QVERIFY(!window.findChild<QWidget *>(u"chooseDatabaseButton"_s)->isVisible());
    ConnectionProfile token = office;
    token.signIn = SignInMethod::TokenCommand;
    model.choose(token);
    window.credentials()->setConnection(token);
    QVERIFY(!window.findChild<QLineEdit *>(u"passwordEdit"_s)->isVisible());
}

void TestConnectionsDialog::marksTheEnvironment()
{
    ConnectionProfile office = server(u"Office"_s);
    office.environment = Environment::Test;
    QVERIFY(m_list->save(office));
    SignInModel model;
    SignInWindow window(&model, m_list.get());
    window.show();
    auto *strip = window.findChild<EnvironmentStrip *>(u"environmentStrip"_s);
    QVERIFY(!strip->isVisible());
    model.choose(office);
    QVERIFY(strip->isVisible() && strip->text().contains(u"TEST"_s));
    QVERIFY(window.windowTitle().startsWith(u"[Test]"_s));
    office.environment = Environment::Production;
    model.choose(office);
    QVERIFY(!strip->isVisible());
}

void TestConnectionsDialog::saysWhyAServerCannotBeReached()
{
    ConnectionProfile office = server(u"Office"_s);
    office.tls = TlsMode::Off;
    QVERIFY(m_list->save(office));
    SignInModel model;
    SignInWindow window(&model, m_list.get());
    window.show();
    model.choose(office);
    model.signIn(u"ann"_s, u"secret"_s);
    QCOMPARE(model.step(), SignInModel::Step::Opening);
    QVERIFY(visible<QPushButton>(&window, u"cancelConnectingButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(model.step(), SignInModel::Step::Refused, 20'000);
    QVERIFY(visible<QLabel>(&window, u"refusalText"_s)->text().contains(u"does not answer"_s));
    QVERIFY(visible<QPushButton>(&window, u"otherConnectionButton"_s));
    clickOn(&window, u"retryButton"_s);
    QCOMPARE(model.step(), SignInModel::Step::Opening);
    clickOn(&window, u"cancelConnectingButton"_s);
    QCOMPARE(model.step(), SignInModel::Step::Credentials);
}

} // namespace dealdesk::test

QTEST_MAIN(dealdesk::test::TestConnectionsDialog)
#include "tst_connections_dialog.moc"
