#include "desktop/import/import_dialog.h"
#include "presentation/import/import_model.h"
#include "support/presentation/test_context.h"
#include "support/test_paths.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::awaitValue;
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

qint64 dealsIn(ServicesFixture &fixture)
{
    return awaitValue(DealService(fixture.admin()).count({}));
}

} // namespace

class TestImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingSourceIsSaidBesideTheField()
    {
        ServicesFixture fixture;
        ImportDialog dialog(test::contextFor(fixture, u"admin"_s));
        dialog.show();
        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QVERIFY(find<QLabel>(dialog, u"importSourceError"_s)->isVisible());
        find<QLineEdit>(dialog, u"importSource"_s)->setText(u"/no/such/capture.json"_s);
        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QVERIFY(find<QLabel>(dialog, u"importSourceError"_s)->text().contains(u"no such file"_s));
        QVERIFY(!find<QPushButton>(dialog, u"importNow"_s)->isEnabled());
    }

    void previewsThenImportsAndNothingTwice()
    {
        ServicesFixture fixture;
        ImportDialog dialog(test::contextFor(fixture, u"admin"_s));
        dialog.show();
        const QAbstractItemModelTester counts(find<QTableView>(dialog, u"importCounts"_s)->model());
        const QAbstractItemModelTester findings(find<QTableView>(dialog, u"importFindings"_s)->model());
        auto *importNow = find<QPushButton>(dialog, u"importNow"_s);
        auto *sum = find<QLabel>(dialog, u"importSum"_s);
        find<QLineEdit>(dialog, u"importSource"_s)->setText(test::dataPath(u"prototype-capture.json"_s));
        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(importNow->isEnabled(), 30'000);
        QVERIFY(sum->text().startsWith(u"Preview"_s));
        QVERIFY(find<QTableView>(dialog, u"importCounts"_s)->model()->rowCount() > 2);
        QCOMPARE(dealsIn(fixture), 0);

        importNow->click();
        QTRY_VERIFY_WITH_TIMEOUT(sum->text().startsWith(u"Done"_s), 30'000);
        const qint64 imported = dealsIn(fixture);
        QVERIFY(imported > 0);
        QVERIFY(!importNow->isEnabled());

        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(importNow->isEnabled(), 30'000);
        importNow->click();
        QTRY_VERIFY_WITH_TIMEOUT(sum->text().startsWith(u"Done"_s), 30'000);
        QCOMPARE(dealsIn(fixture), imported);
    }

    void findingsAreFilteredAndSaved()
    {
        ServicesFixture fixture;
        QTemporaryDir folder;
        ImportDialog dialog(test::contextFor(fixture, u"admin"_s));
        dialog.show();
        find<QLineEdit>(dialog, u"importSource"_s)->setText(test::dataPath(u"prototype-capture.json"_s));
        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(dialog, u"importNow"_s)->isEnabled(), 30'000);
        auto *kind = find<QComboBox>(dialog, u"importKind"_s);
        auto *model = find<QTableView>(dialog, u"importFindings"_s)->model();
        const int all = model->rowCount();
        int together = 0;
        for (int i = 1; i < kind->count(); ++i) {
            kind->setCurrentIndex(i);
            Q_EMIT kind->activated(i);
            together += model->rowCount();
        }
        QCOMPARE(together, all);
        find<QPushButton>(dialog, u"importSaveReport"_s)->click();
        auto *files = find<QFileDialog>(dialog, u"importReportDialog"_s);
        files->selectFile(folder.filePath(u"report.csv"_s));
        QMetaObject::invokeMethod(files, "accept");
        QTRY_VERIFY(QFile::exists(folder.filePath(u"report.csv"_s)));
        QTRY_VERIFY(find<QLabel>(dialog, u"importBannerText"_s)->text().contains(u"report.csv"_s));
    }

    void aFileThatIsNoCaptureIsRefusedInASentence()
    {
        ServicesFixture fixture;
        ImportDialog dialog(test::contextFor(fixture, u"admin"_s));
        dialog.show();
        find<QLineEdit>(dialog, u"importSource"_s)->setText(test::sourcePath(u"CMakeLists.txt"_s));
        find<QPushButton>(dialog, u"importCheck"_s)->click();
        QTRY_VERIFY(!find<QLabel>(dialog, u"importBannerText"_s)->text().isEmpty());
        QCOMPARE(find<QStackedWidget>(dialog, u"importStack"_s)->currentWidget()->objectName(), u"importEmpty"_s);
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
