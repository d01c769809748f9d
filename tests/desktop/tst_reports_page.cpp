#include "desktop/history/history_page.h"
#include "desktop/reports/reports_page.h"
#include "support/presentation/test_context.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::ServicesFixture;

namespace {

template<typename T>
T *find(QWidget &page, const QString &name)
{
    T *found = page.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

void chooseFile(QWidget &page, const QString &path)
{
    auto *dialog = find<QFileDialog>(page, u"exportFileDialog"_s);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReportsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
        QCoreApplication::setApplicationName(u"tst_reports_page"_s);
    }
    void init()
    {
        QSettings().clear();
        QSettings().setValue("export/folder"_L1, m_folder.path());
    }
    void cleanupTestCase() { QSettings().clear(); }

    void everyReportShowsItsFirstRows()
    {
        ServicesFixture fixture;
        fixture.submit();
        ReportsPage page(test::contextFor(fixture, u"seller"_s));
        page.show();
        auto *kinds = find<QComboBox>(page, u"reportKind"_s);
        auto *preview = find<QTableView>(page, u"reportPreview"_s);
        QCOMPARE(kinds->count(), 4);
        for (int kind = 0; kind < kinds->count(); ++kind) {
            kinds->setCurrentIndex(kind);
            QTRY_VERIFY2(preview->model()->rowCount() > 0, qPrintable(kinds->currentText()));
            QTRY_VERIFY(find<QLabel>(page, u"reportCount"_s)->text().startsWith(u"All"_s));
            QVERIFY(preview->model()->columnCount() > 3);
        }
    }

    void aFilterThatMatchesNothingSaysSo()
    {
        ServicesFixture fixture;
        fixture.submit();
        ReportsPage page(test::contextFor(fixture, u"seller"_s));
        page.show();
        auto *preview = find<QTableView>(page, u"reportPreview"_s);
        QTRY_COMPARE(preview->model()->rowCount(), 1);
        QTest::keyClicks(find<QLineEdit>(page, u"dealFilterText"_s), u"no such deal"_s);
        QTRY_COMPARE(find<QStackedWidget>(page, u"reportStack"_s)->currentWidget()->objectName(), u"reportEmpty"_s);
        find<QPushButton>(page, u"reportEmptyAction"_s)->click();
        QTRY_COMPARE(preview->model()->rowCount(), 1);
    }

    void exportsWithAndWithoutByteOrderMark()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        ReportsPage page(test::contextFor(fixture, u"seller"_s));
        page.show();
        const QString plain = m_folder.filePath(u"plain.csv"_s);
        find<QPushButton>(page, u"reportExport"_s)->click();
        chooseFile(page, plain);
        QTRY_VERIFY(find<QLabel>(page, u"exportBannerText"_s)->text().contains(u"plain.csv"_s));
        QVERIFY(content(plain).contains(deal.reference.toUtf8()));
        QVERIFY(!content(plain).startsWith("\xEF\xBB\xBF"));
        find<QAbstractButton>(page, u"reportByteOrderMark"_s)->click();
        const QString marked = m_folder.filePath(u"marked.csv"_s);
        find<QPushButton>(page, u"reportExport"_s)->click();
        chooseFile(page, marked);
        QTRY_COMPARE(content(marked), "\xEF\xBB\xBF" + content(plain));
    }

    void historyFiltersAndExports()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        fixture.submit(ServicesFixture::completeDraft(u"Autumn mobile"_s));
        const AppContext context = test::contextFor(fixture, u"seller"_s);
        HistoryPage page(context);
        page.show();
        auto *events = find<QTableView>(page, u"eventsTable"_s);
        QTRY_VERIFY(events->model()->rowCount() >= 4);
        const int all = events->model()->rowCount();
        QTest::keyClicks(find<QLineEdit>(page, u"historyDeal"_s), deal.reference);
        QTRY_VERIFY(events->model()->rowCount() > 0 && events->model()->rowCount() < all);
        const QSignalSpy opened(context.navigator.get(), &Navigator::dealRequested);
        events->setCurrentIndex(events->model()->index(0, 0));
        Q_EMIT events->doubleClicked(events->currentIndex());
        QCOMPARE(opened.first().first().value<DealId>(), deal.id);
        const QString file = m_folder.filePath(u"history.csv"_s);
        find<QToolButton>(page, u"eventsExport"_s)->click();
        chooseFile(page, file);
        QTRY_VERIFY(content(file).contains(deal.reference.toUtf8()));
        QVERIFY(!content(file).contains("Autumn mobile"));
        QTest::keyClicks(find<QLineEdit>(page, u"historyActor"_s), u"Nobody of this name"_s);
        QTRY_COMPARE(find<QStackedWidget>(page, u"eventsStack"_s)->currentWidget()->objectName(), u"eventsEmpty"_s);
        find<QPushButton>(page, u"eventsEmptyAction"_s)->click();
        QTRY_COMPARE(events->model()->rowCount(), all);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestReportsPage)
#include "tst_reports_page.moc"
