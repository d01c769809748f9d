#include "desktop/deal_list/deal_table_view.h"
#include "desktop/deal_list/deals_page.h"
#include "support/presentation/test_context.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::awaitValue;
using test::ServicesFixture;

namespace {

DealState saved(ServicesFixture &fixture, const QString &name)
{
    return awaitValue(DealService(fixture.seller()).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft(name)));
}

/// The page of one person, shown.
struct Shown {
    Shown(ServicesFixture &fixture, const QString &username) : context(test::contextFor(fixture, username)), page(context)
    {
        page.resize(1150, 700);
        page.show();
    }
    template<typename T>
    T *find(const QString &name)
    {
        T *found = page.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    DealTableView *table() { return find<DealTableView>(u"dealsTable"_s); }
    int rows() { return table()->model()->rowCount(); }
    QString text(int row, DealColumn column) { return table()->model()->index(row, int(column)).data().toString(); }

    AppContext context;
    DealsPage page;
};

} // namespace

class TestDealsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
        QCoreApplication::setApplicationName(u"tst_deals_page"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void anEmptyListSaysWhatToDo()
    {
        ServicesFixture fixture;
        Shown seller(fixture, u"seller"_s);
        auto *stack = seller.find<QStackedWidget>(u"dealsStack"_s);
        QTRY_COMPARE(stack->currentWidget()->objectName(), u"dealsEmpty"_s);
        const QSignalSpy asked(seller.context.navigator.get(), &Navigator::newDealRequested);
        seller.find<QPushButton>(u"dealsEmptyAction"_s)->click();
        QCOMPARE(asked.count(), 1);
        Shown reviewer(fixture, u"finance"_s);
        QTRY_COMPARE(reviewer.find<QStackedWidget>(u"dealsStack"_s)->currentWidget()->objectName(), u"dealsEmpty"_s);
        QVERIFY(reviewer.find<QPushButton>(u"dealsEmptyAction"_s)->isHidden());
    }

    void typingFindsAndClearingShowsAllAgain()
    {
        ServicesFixture fixture;
        saved(fixture, u"Autumn outdoor"_s);
        saved(fixture, u"Spring mobile"_s);
        Shown shown(fixture, u"seller"_s);
        QTRY_COMPARE(shown.rows(), 2);
        QTRY_COMPARE(shown.find<QLabel>(u"dealsCount"_s)->text(), u"Showing 2 of 2"_s);
        QTest::keyClicks(shown.find<QLineEdit>(u"dealFilterText"_s), u"autumn"_s);
        QTRY_COMPARE(shown.rows(), 1);
        QCOMPARE(shown.text(0, DealColumn::Name), u"Autumn outdoor"_s);
        QTRY_COMPARE(shown.find<QLabel>(u"dealsCount"_s)->text(), u"Showing 1 of 1"_s);
        shown.find<QToolButton>(u"dealFilterClear"_s)->click();
        QTRY_COMPARE(shown.rows(), 2);
        QVERIFY(shown.find<QLineEdit>(u"dealFilterText"_s)->text().isEmpty());
    }

    void statusesFilterThroughTheirMenu()
    {
        ServicesFixture fixture;
        saved(fixture, u"A draft"_s);
        fixture.submit();
        Shown shown(fixture, u"seller"_s);
        QTRY_COMPARE(shown.rows(), 2);
        shown.find<QAction>(u"dealFilterStatuses%1"_s.arg(int(DealStatus::Draft)))->trigger();
        QTRY_COMPARE(shown.rows(), 1);
        QCOMPARE(shown.text(0, DealColumn::Name), u"A draft"_s);
        shown.find<QToolButton>(u"dealFilterChip%1"_s.arg(int(DealFilterForm::Part::Statuses)))->click();
        QTRY_COMPARE(shown.rows(), 2);
        // Nothing matches: the empty state offers to take the filter away.
        shown.find<QAction>(u"dealFilterStatuses%1"_s.arg(int(DealStatus::Signed)))->trigger();
        QTRY_COMPARE(shown.find<QStackedWidget>(u"dealsStack"_s)->currentWidget()->objectName(), u"dealsEmpty"_s);
        shown.find<QPushButton>(u"dealsEmptyAction"_s)->click();
        QTRY_COMPARE(shown.rows(), 2);
    }

    void filtersAreSavedUnderAName()
    {
        ServicesFixture fixture;
        saved(fixture, u"A draft"_s);
        Shown shown(fixture, u"seller"_s);
        QTRY_COMPARE(shown.rows(), 1);
        shown.find<QToolButton>(u"dealFilterMine"_s)->click();
        auto *menu = shown.find<QMenu>(u"savedFilterMenu"_s);
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(u"savedFilterSave"_s)->trigger();
        shown.find<QLineEdit>(u"nameDialogName"_s)->setText(u"Needs attention"_s);
        shown.find<QPushButton>(u"nameDialogSave"_s)->click();
        QVERIFY(shown.page.findChild<QDialog *>(u"nameDialog"_s)->isVisible()); // the name is taken
        shown.find<QLineEdit>(u"nameDialogName"_s)->setText(u"All of mine"_s);
        shown.find<QPushButton>(u"nameDialogSave"_s)->click();
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->findChild<QAction *>(u"savedFilter_All of mine"_s)->isChecked());
        menu->findChild<QAction *>(u"savedFilter_Expired drafts"_s)->trigger();
        QTRY_COMPARE(shown.find<QStackedWidget>(u"dealsStack"_s)->currentWidget()->objectName(), u"dealsEmpty"_s);
    }

    void enterOpensAndSelectionSurvivesAChange()
    {
        ServicesFixture fixture;
        const DealState first = saved(fixture, u"Alpha"_s);
        saved(fixture, u"Beta"_s);
        Shown shown(fixture, u"seller"_s);
        QTRY_COMPARE(shown.rows(), 2);
        for (int row = 0; row < 2; ++row) {
            if (shown.text(row, DealColumn::Name) == u"Alpha"_s)
                shown.table()->selectRow(row);
        }
        saved(fixture, u"Gamma"_s);
        QTRY_COMPARE(shown.rows(), 3);
        QCOMPARE(shown.table()->currentDeal(), first.id);
        const QSignalSpy opened(shown.context.navigator.get(), &Navigator::dealRequested);
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<DealId>(), first.id);
    }

    void headerSortsAndRemembers()
    {
        ServicesFixture fixture;
        for (const QString &name : {u"Beta"_s, u"Alpha"_s, u"Gamma"_s})
            saved(fixture, name);
        {
            Shown shown(fixture, u"seller"_s);
            QTRY_COMPARE(shown.rows(), 3);
            shown.table()->horizontalHeader()->setSortIndicator(int(DealColumn::Name), Qt::AscendingOrder);
            QTRY_COMPARE(shown.text(0, DealColumn::Name), u"Alpha"_s);
            // A column that cannot be sorted by leaves the order as it is.
            shown.table()->horizontalHeader()->setSortIndicator(int(DealColumn::Owner), Qt::AscendingOrder);
            QCOMPARE(shown.table()->horizontalHeader()->sortIndicatorSection(), int(DealColumn::Name));
        }
        Shown again(fixture, u"seller"_s);
        QTRY_COMPARE(again.rows(), 3);
        QCOMPARE(again.text(0, DealColumn::Name), u"Alpha"_s);
    }

    void columnsAreChosenAndRemembered()
    {
        ServicesFixture fixture;
        {
            Shown shown(fixture, u"seller"_s);
            QVERIFY(shown.table()->isColumnHidden(int(DealColumn::Region)));
            shown.find<QAction>(u"dealColumn_region"_s)->trigger();
            shown.find<QAction>(u"dealColumn_owner"_s)->trigger();
            shown.table()->setColumnWidth(int(DealColumn::Name), 321);
            shown.table()->horizontalHeader()->moveSection(1, 0);
        }
        Shown again(fixture, u"seller"_s);
        QVERIFY(!again.table()->isColumnHidden(int(DealColumn::Region)));
        QVERIFY(again.table()->isColumnHidden(int(DealColumn::Owner)));
        QCOMPARE(again.table()->columnWidth(int(DealColumn::Name)), 321);
        QCOMPARE(again.table()->shownColumns().first(), DealColumn::Name);
        again.find<QAction>(u"dealColumnsReset"_s)->trigger();
        QVERIFY(again.table()->isColumnHidden(int(DealColumn::Region)));
        QCOMPARE(again.table()->shownColumns().first(), DealColumn::Reference);
    }

    void rowsAreCopiedWithTheirHeadings()
    {
        ServicesFixture fixture;
        const DealState deal = saved(fixture, u"Alpha"_s);
        Shown shown(fixture, u"seller"_s);
        QTRY_COMPARE(shown.rows(), 1);
        shown.table()->selectAll();
        shown.table()->setFocus();
        QTest::keyClick(shown.table(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Reference\tDeal\t"_s), qPrintable(copied));
        QVERIFY(copied.contains(deal.reference + u"\tAlpha\t"_s));
    }
};

QTEST_MAIN(TestDealsPage)
#include "tst_deals_page.moc"
