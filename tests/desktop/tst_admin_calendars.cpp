#include "desktop/admin/admin_page.h"
#include "frame_fixture.h"
#include "presentation/admin/holiday_text.h"
#include "services/calendar_service.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTimeEdit>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestAdminCalendars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init();
    void cleanup();

    void readsLists_data();
    void readsLists();
    void savesHolidaysAndHours();
    void makesACalendarThatTakesARegion();
    void checksBesideTheField();

private:
    QDialog *dialog() { return visible<QDialog>(m_page.get(), u"recordDialog"_s); }
    void edit(const QString &name);
    CalendarRecord stored(const QString &name);

    std::unique_ptr<ServicesFixture> m_fixture;
    AppContext m_context;
    std::unique_ptr<AdminPage> m_page;
    QTableView *m_table = nullptr;
};

void TestAdminCalendars::init()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_context = contextFor(*m_fixture, u"admin"_s);
    m_page = std::make_unique<AdminPage>(m_context);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table = m_page->findChild<QTableView *>(u"calendarsTable"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    auto *tabs = m_page->findChild<QTabWidget *>(u"adminTabs"_s);
    tabs->setCurrentWidget(m_table->parentWidget());
}

void TestAdminCalendars::cleanup()
{
    m_page.reset();
    m_context = {};
    m_fixture.reset();
}

void TestAdminCalendars::edit(const QString &name)
{
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        if (m_table->model()->index(row, 0).data().toString() != name)
            continue;
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Return);
        return;
    }
    qFatal("no calendar %s", qPrintable(name));
}

CalendarRecord TestAdminCalendars::stored(const QString &name)
{
    const CalendarService service(m_fixture->admin());
    for (const CalendarRecord &record : awaitValue(service.list())) {
        if (record.calendar.name == name)
            return record;
    }
    return {};
}

void TestAdminCalendars::readsLists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("days");
    QTest::addColumn<int>("unread");
    QTest::newRow("ISO") << u"2026-12-25 Christmas Day\n2027-01-01\tNew Year"_s
                         << QStringList{u"2026-12-25 Christmas Day"_s, u"2027-01-01 New Year"_s} << 0;
    QTest::newRow("with commas") << u"2026-12-25,Christmas\r\n\n"_s << QStringList{u"2026-12-25 Christmas"_s} << 0;
    QTest::newRow("as the locale writes") << u"12/25/2026 Christmas"_s << QStringList{u"2026-12-25 Christmas"_s} << 0;
    QTest::newRow("without a name") << u"2026-12-25"_s << QStringList{u"2026-12-25 "_s} << 0;
    QTest::newRow("not a day") << u"Christmas\n2026-12-25 Christmas"_s << QStringList{u"2026-12-25 Christmas"_s} << 1;
    QTest::newRow("nothing") << QString() << QStringList() << 0;
}

void TestAdminCalendars::readsLists()
{
    QFETCH(QString, text);
    QFETCH(QStringList, days);
    QFETCH(int, unread);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const HolidayText read = holidaysFromText(text);
    QStringList found;
    for (const Holiday &holiday : read.holidays)
        found.append(holiday.day.toString(Qt::ISODate) + u' ' + holiday.name);
    QCOMPARE(found, days);
    QCOMPARE(int(read.unread.size()), unread);
}

void TestAdminCalendars::savesHolidaysAndHours()
{
    edit(u"Eastern"_s);
    QGuiApplication::clipboard()->setText(u"2027-01-01 New Year\n2026-12-25 Christmas Day\n2026-12-25 Christmas"_s);
    clickOn(dialog(), u"holidayPaste"_s);
    auto *holidays = visible<QTableWidget>(dialog(), u"holidayTable"_s);
    QCOMPARE(holidays->rowCount(), 2);
    clickOn(dialog(), u"holidayAdd"_s);
    QCOMPARE(holidays->rowCount(), 3);
    holidays->selectRow(2);
    clickOn(dialog(), u"holidayRemove"_s);
    visible<QTimeEdit>(dialog(), u"closesEdit"_s)->setTime(QTime(18, 0));
    visible<QCheckBox>(dialog(), u"workDay6Check"_s)->setChecked(true);
    QVERIFY(!visible<QCheckBox>(dialog(), u"defaultCheck"_s)->isEnabled());
    clickOn(dialog(), u"recordSave"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    const CalendarRecord saved = stored(u"Eastern"_s);
    QCOMPARE(saved.calendar.holidays, (QList<Holiday>{{QDate(2026, 12, 25), u"Christmas"_s}, {QDate(2027, 1, 1), u"New Year"_s}}));
    QCOMPARE(saved.calendar.workDays, (QList<int>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(saved.calendar.closesAt, QTime(18, 0));
    QCOMPARE(saved.workedOutUntil, QDate(QDate::currentDate().year() + 10, 12, 31));
    QCOMPARE(saved.version, qint64(2));
    QTRY_COMPARE(m_table->model()->index(0, 5).data().toString(), u"2"_s);
}

void TestAdminCalendars::makesACalendarThatTakesARegion()
{
    clickOn(m_page.get(), u"calendarsNew"_s);
    visible<QLineEdit>(dialog(), u"nameEdit"_s)->setText(u"Southern"_s);
    visible<QComboBox>(dialog(), u"zoneCombo"_s)->setEditText(u"America/Denver"_s);
    visible<QCheckBox>(dialog(), u"southCheck"_s)->setChecked(true);
    clickOn(dialog(), u"recordSave"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    QCOMPARE(stored(u"Southern"_s).regions, QList<Region>{Region::South});
    QCOMPARE(stored(u"Southern"_s).calendar.timeZone, u"America/Denver"_s);
    QVERIFY(!stored(u"Eastern"_s).regions.contains(Region::South));
    QTRY_COMPARE(m_table->model()->rowCount(), 4);
}

void TestAdminCalendars::checksBesideTheField()
{
    edit(u"Pacific"_s);
    visible<QLineEdit>(dialog(), u"nameEdit"_s)->clear();
    visible<QComboBox>(dialog(), u"zoneCombo"_s)->setEditText(u"Mars"_s);
    visible<QTimeEdit>(dialog(), u"cutoffEdit"_s)->setTime(QTime(8, 0));
    for (int day = 1; day <= 7; ++day)
        visible<QCheckBox>(dialog(), u"workDay%1Check"_s.arg(day))->setChecked(false);
    clickOn(dialog(), u"recordSave"_s);
    for (const QString &error : {u"nameEditError"_s, u"zoneComboError"_s, u"hoursError"_s, u"workDaysError"_s})
        QVERIFY2(!visible<QLabel>(dialog(), error)->text().isEmpty(), qPrintable(error));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"recordDialog"_s));
    QCOMPARE(stored(u"Pacific"_s).version, qint64(1));
}

QTEST_MAIN(TestAdminCalendars)
#include "tst_admin_calendars.moc"
