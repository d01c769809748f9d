#include "desktop/admin/admin_page.h"
#include "frame_fixture.h"
#include "presentation/admin/admin_columns.h"
#include "services/delegation_service.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestAdminPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void listsEverythingWithinReach();
    void makesAPerson();
    void checksBesideTheField();
    void saysWhenSomebodyWasFaster();
    void savesThePolicy();
    void backsUpNow();
    void tablesChangeByDifference();
    void delegatesForAnybody();
    void saysWhatALeaverHandsOn();

private:
    QDialog *dialog();
    void showTab(const QString &widget);
    void editRow(const QString &table, const QString &text);

    std::unique_ptr<ServicesFixture> m_fixture;
    AppContext m_context;
    std::unique_ptr<AdminPage> m_page;
    QTabWidget *m_tabs = nullptr;
};

void TestAdminPage::init()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_context = contextFor(*m_fixture, u"admin"_s);
    m_page = std::make_unique<AdminPage>(m_context);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_tabs = m_page->findChild<QTabWidget *>(u"adminTabs"_s);
    QTRY_VERIFY(m_page->findChild<QTableView *>(u"catalogTable"_s)->model()->rowCount() > 0);
}

void TestAdminPage::cleanup()
{
    m_page.reset();
    m_context = {};
    m_fixture.reset();
}

QDialog *TestAdminPage::dialog()
{
    return visible<QDialog>(m_page.get(), u"recordDialog"_s);
}

/// The tab that holds the widget.
void TestAdminPage::showTab(const QString &widget)
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->widget(tab)->findChild<QWidget *>(widget))
            return m_tabs->setCurrentIndex(tab);
    }
    qFatal("no tab with %s", qPrintable(widget));
}

void TestAdminPage::editRow(const QString &tableName, const QString &text)
{
    auto *table = m_page->findChild<QTableView *>(tableName);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (table->model()->index(row, column).data().toString() != text)
                continue;
            table->setCurrentIndex(table->model()->index(row, 0));
            table->setFocus();
            QTest::keyClick(table, Qt::Key_Return);
            return;
        }
    }
    qFatal("no row %s", qPrintable(text));
}

void TestAdminPage::listsEverythingWithinReach()
{
    QCOMPARE(m_tabs->count(), 9);
    QVERIFY(m_page->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount() >= 10);
    QCOMPARE(m_page->findChild<QTableView *>(u"departmentsTable"_s)->model()->rowCount(), 7);
    QCOMPARE(m_page->findChild<QTableView *>(u"levelsTable"_s)->model()->rowCount(), 4);
    QCOMPARE(m_page->findChild<QTableView *>(u"clientsTable"_s)->model()->rowCount(), 4);
    showTab(u"clientsTable"_s);
    QTest::keyClicks(visible<QLineEdit>(m_page.get(), u"clientsSearch"_s), u"northwind"_s);
    QCOMPARE(m_page->findChild<QTableView *>(u"clientsTable"_s)->model()->rowCount(), 1);
}

void TestAdminPage::makesAPerson()
{
    const int before = m_page->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount();
    clickOn(m_page.get(), u"peopleNew"_s);
    visible<QLineEdit>(dialog(), u"firstNameEdit"_s)->setText(u"Nora"_s);
    visible<QLineEdit>(dialog(), u"lastNameEdit"_s)->setText(u"New"_s);
    visible<QLineEdit>(dialog(), u"usernameEdit"_s)->setText(u"nora"_s);
    visible<QLineEdit>(dialog(), u"emailEdit"_s)->setText(u"nora@example.com"_s);
    visible<QLineEdit>(dialog(), u"passwordEdit"_s)->setText(u"for the first time"_s);
    auto *role = visible<QComboBox>(dialog(), u"roleCombo"_s);
    role->setCurrentIndex(role->findData(QString(codeOf(Role::DepartmentReviewer))));
    clickOn(dialog(), u"recordSave"_s);
    QVERIFY(!visible<QLabel>(dialog(), u"departmentComboError"_s)->text().isEmpty());
    auto *department = visible<QComboBox>(dialog(), u"departmentCombo"_s);
    department->setCurrentIndex(department->findData(QString(codeOf(Department::Legal))));
    clickOn(dialog(), u"recordSave"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount(), before + 1, 20000);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
}

void TestAdminPage::checksBesideTheField()
{
    showTab(u"clientsTable"_s);
    clickOn(m_page.get(), u"clientsNew"_s);
    visible<QLineEdit>(dialog(), u"revenueEdit"_s)->setText(u"a lot"_s);
    clickOn(dialog(), u"recordSave"_s);
    QVERIFY(!visible<QLabel>(dialog(), u"nameEditError"_s)->text().isEmpty());
    QVERIFY(!visible<QLabel>(dialog(), u"revenueEditError"_s)->text().isEmpty());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    QCOMPARE(m_page->findChild<QTableView *>(u"clientsTable"_s)->model()->rowCount(), 4);
}

void TestAdminPage::saysWhenSomebodyWasFaster()
{
    showTab(u"levelsTable"_s);
    editRow(u"levelsTable"_s, u"director"_s);
    const AdminService service(m_fixture->admin());
    for (LevelRecord level : awaitValue(service.levels())) {
        if (level.level.code == u"director"_s) {
            level.level.limit = Money::fromDollars(150'000);
            QVERIFY(await(service.saveLevel(level)));
        }
    }
    visible<QLineEdit>(dialog(), u"limitEdit"_s)->setText(u"120000"_s);
    clickOn(dialog(), u"recordSave"_s);
    QTRY_VERIFY(dialog()->findChild<QPushButton *>(u"recordBannerAction"_s)->isVisible());
    clickOn(dialog(), u"recordBannerAction"_s);
    QTRY_VERIFY(visible<QLineEdit>(dialog(), u"limitEdit"_s)->text().contains(u"150"_s));
    visible<QLineEdit>(dialog(), u"limitEdit"_s)->setText(u"120000"_s);
    clickOn(dialog(), u"recordSave"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    const auto levels = awaitValue(service.levels());
    QCOMPARE(levels.at(1).level.limit, Money::fromDollars(120'000));
}

void TestAdminPage::savesThePolicy()
{
    showTab(u"basisCombo"_s);
    auto *basis = visible<QComboBox>(m_page.get(), u"basisCombo"_s);
    auto *save = visible<QPushButton>(m_page.get(), u"policySave"_s);
    QVERIFY(!save->isEnabled());
    basis->setCurrentIndex(basis->findData(QString(codeOf(RoutingBasis::TopIncentiveCost))));
    QVERIFY(save->isEnabled());
    const auto before = m_context.reference->current()->policy.version;
    clickOn(m_page.get(), u"policySave"_s);
    QTRY_COMPARE(m_context.reference->current()->policy.basis, RoutingBasis::TopIncentiveCost);
    QCOMPARE(m_context.reference->current()->policy.version, before + 1);
    QTRY_VERIFY(!save->isEnabled());
}

void TestAdminPage::backsUpNow()
{
    showTab(u"schemaEdit"_s);
    QTRY_VERIFY(!visible<QLineEdit>(m_page.get(), u"schemaEdit"_s)->text().isEmpty());
    clickOn(m_page.get(), u"backupNowButton"_s);
    QTRY_VERIFY(m_page->findChild<QLabel *>(u"databaseBannerText"_s)->text().contains(u".db"_s));
    QVERIFY(!QDir(m_fixture->location().filePath + "-backups"_L1).entryList({u"*.db"_s}).isEmpty());
}

void TestAdminPage::tablesChangeByDifference()
{
    RecordTable<LevelRecord> table(levelColumns(), [](const LevelRecord &) { return true; });
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto code = [](const LevelRecord &record) { return record.level.code; };
    LevelRecord manager{{u"manager"_s, u"Manager"_s, 1, Money::fromDollars(50'000)}, 1};
    const LevelRecord director{{u"director"_s, u"Director"_s, 2, Money::fromDollars(100'000)}, 1};
    table.setRecords({manager, director}, code);
    const QPersistentModelIndex second = table.index(1, 0);
    manager.level.limit = Money::fromDollars(60'000);
    table.setRecords({director, manager}, code);
    QCOMPARE(second.row(), 0);
    QVERIFY(table.index(1, 3).data().toString().contains(u"60"_s));
}

void TestAdminPage::delegatesForAnybody()
{
    showTab(u"delegationsTable"_s);
    clickOn(m_page.get(), u"delegationsNew"_s);
    clickOn(dialog(), u"recordSave"_s);
    QVERIFY(!visible<QLabel>(dialog(), u"delegatorComboError"_s)->text().isEmpty());
    auto *delegator = visible<QComboBox>(dialog(), u"delegatorCombo"_s);
    QCOMPARE(delegator->findText(u"Seller Example"_s), -1); // decides nothing
    delegator->setCurrentText(u"Vp Example"_s);
    visible<QLineEdit>(dialog(), u"untilEdit"_s)->setText(QDate::currentDate().addDays(1).toString(Qt::ISODate));
    auto *delegates = visible<QComboBox>(dialog(), u"delegateCombo"_s);
    delegates->setCurrentIndex(delegates->findText(u"Svp"_s, Qt::MatchStartsWith));
    auto *parts = visible<QComboBox>(dialog(), u"partCombo"_s);
    parts->setCurrentIndex(parts->count() - 1);
    clickOn(dialog(), u"recordSave"_s);
    auto *table = m_page->findChild<QTableView *>(u"delegationsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    m_page->activateWindow(); // offscreen nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    editRow(u"delegationsTable"_s, u"Vp Example"_s);
    auto *accept = visible<QPushButton>(m_page.get(), u"messageBoxAccept"_s);
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(!awaitValue(DelegationService(m_fixture->admin()).list()).first().endedAt.isEmpty());
    QTRY_VERIFY(!visible<QPushButton>(m_page.get(), u"delegationsEdit"_s)->isEnabled());
}

void TestAdminPage::saysWhatALeaverHandsOn()
{
    const DealState deal = m_fixture->submit();
    const InboxTask task = m_fixture->taskOf(u"finance"_s, deal.id);
    QVERIFY(await(ApprovalService(m_fixture->reviewer(Department::Finance)).claim(*task.approval, deal.id)));
    editRow(u"peopleTable"_s, u"finance"_s);
    auto *active = visible<QCheckBox>(dialog(), u"activeCheck"_s);
    active->setChecked(false);
    auto *hint = visible<QLabel>(dialog(), u"personHint"_s);
    QTRY_VERIFY2(hint->text().contains(u"1 open task"_s), qPrintable(hint->text()));
    active->setChecked(true);
    QVERIFY(!hint->isVisible());
}

QTEST_MAIN(TestAdminPage)
#include "tst_admin_page.moc"
