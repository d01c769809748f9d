#include "desktop/deal_editor/deal_editor_page.h"
#include "support/services/services_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestDealEditorPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_fixture = std::make_unique<ServicesFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_context.session = m_fixture->session(u"seller"_s);
        m_context.reference = std::make_shared<ReferenceStore>(m_context.session);
        m_context.navigator = std::make_shared<Navigator>();
        m_context.journal = std::make_shared<DraftJournal>(m_folder->path());
        QVERIFY(await(m_context.reference->load()).has_value());
        begin();
    }
    void cleanup()
    {
        m_page.reset();
        m_context = {};
        m_fixture.reset();
    }

    void tabGoesThroughTheFormFromTopToBottom()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        find<QWidget>(u"emailEdit"_s)->setFocus();
        const auto *context = find<QWidget>(u"businessSummaryEdit"_s);
        QStringList passed;
        while (QApplication::focusWidget() != context && passed.size() < 20) {
            press(Qt::Key_Tab);
            passed += QApplication::focusWidget()->objectName();
        }
        QVERIFY2(passed.contains(u"tierGrid"_s) && passed.contains(u"incentiveGrid"_s), qPrintable(passed.join(u' ')));
    }

    void aWholeDealIsWrittenByKeyboardAndOpenedAgain()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"nameEdit"_s);
        type(u"Spring campaign"_s);
        typeInto(u"clientEdit"_s, u"Northwind Outdoor"_s);
        find<QWidget>(u"regionCombo"_s)->setFocus();
        type(u"West"_s);
        typeInto(u"growthAmbitionEdit"_s, u"1.2m"_s);
        typeInto(u"termStartEdit"_s, u"2027-01-01"_s);
        typeInto(u"businessSummaryEdit"_s, u"A year of outdoor"_s);
        QCOMPARE(find<QLabel>(u"lastRevenue"_s)->text(), u"400,000 USD"_s);
        QCOMPARE(find<QLineEdit>(u"termEndEdit"_s)->text(), u"12/31/2027"_s);

        auto *tiers = find<QTableView>(u"tierGrid"_s);
        tiers->setFocus();
        tiers->setCurrentIndex(tiers->model()->index(0, 0));
        type(u"240000"_s);
        QCOMPARE(figure(0, 0), u"84,000"_s); // while the cell is still open
        press(Qt::Key_Tab);
        type(u"36"_s);
        press(Qt::Key_Return);
        for (const QString &revenue : {u"480k"_s, u"1.2m"_s}) {
            press(Qt::Key_T, Qt::ControlModifier);
            type(revenue);
            press(Qt::Key_Return);
        }
        QCOMPARE(tiers->model()->rowCount(), 3);
        QVERIFY(find<QLabel>(u"routingBusiness"_s)->text().contains(u"1,200,000"_s));

        tiers->setCurrentIndex(tiers->model()->index(0, 0)); // the tier that the next incentive belongs to
        auto *incentives = find<QTableView>(u"incentiveGrid"_s);
        incentives->setFocus();
        incentives->setCurrentIndex(incentives->model()->index(0, 3));
        enterIncentive(u"Volume Discount"_s, u"8000"_s, u"yearly"_s);
        QCOMPARE(incentives->currentIndex(), incentives->model()->index(1, 3)); // back where the Tabs began
        incentives->setCurrentIndex(incentives->model()->index(1, 0));
        type(u"2"_s);
        press(Qt::Key_Return);
        incentives->setCurrentIndex(incentives->model()->index(1, 3));
        enterIncentive(u"Beta Access"_s, u"5,000.50"_s, u"two seats"_s);
        QCOMPARE(figure(1, 0), u"8,000"_s);
        QCOMPARE(figure(1, 1), u"5,000.50"_s);
        QVERIFY(find<QLabel>(u"routingDepartment3"_s)->text().contains(u"Creative"_s));

        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_page->deal().has_value());
        const DealDraft stored = awaitValue(DealService(*m_context.session).detail(*m_page->deal())).content;
        QCOMPARE(stored.region, std::optional(Region::West));
        QCOMPARE(stored.tiers.size(), 3);
        QCOMPARE(stored.tiers[0].grossMargin, std::optional(Ratio::fromPercent(36)));
        QCOMPARE(
            stored.tiers[1].incentives.first(),
            (Incentive{u"Product & Innovation"_s, u"Product Features"_s, u"Beta Access"_s, Money::fromCents(500'050), u"two seats"_s}));

        const DealId deal = *m_page->deal();
        begin();
        m_page->open(deal);
        QTRY_COMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"Spring campaign"_s);
        QCOMPARE(find<QTableView>(u"incentiveGrid"_s)->model()->rowCount(), 3);
        QVERIFY(!m_page->title().contains(u'•'));
    }

    void undoReachesAcrossFieldsAndCells()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        type(u"One"_s);
        auto *tiers = find<QTableView>(u"tierGrid"_s);
        tiers->setFocus();
        tiers->setCurrentIndex(tiers->model()->index(0, 0));
        type(u"500"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(tiers->model()->index(0, 0).data().toString(), QString());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), QString());
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"One"_s);
    }

    void escapeTakesBackWhatWasTypedIntoACell()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        auto *tiers = find<QTableView>(u"tierGrid"_s);
        tiers->setFocus();
        tiers->setCurrentIndex(tiers->model()->index(0, 1));
        type(u"12"_s);
        press(Qt::Key_Escape);
        QCOMPARE(tiers->model()->index(0, 1).data().toString(), u"35%"_s);
    }

    void aBlockFromASpreadsheetGoesIn()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        auto *tiers = find<QTableView>(u"tierGrid"_s);
        tiers->setFocus();
        tiers->setCurrentIndex(tiers->model()->index(0, 0));
        QApplication::clipboard()->setText(u"240,000\t35%\n480,000\t36%\n1,200,000\t37%\n"_s);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(tiers->model()->rowCount(), 3);
        QCOMPARE(tiers->model()->index(2, 1).data().toString(), u"37%"_s);
        tiers->selectAll();
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"240,000\t35%\t"_s));
        press(Qt::Key_Delete);
        QCOMPARE(tiers->model()->index(0, 0).data().toString(), QString());
    }

    void anIncompleteSubmissionListsProblemsAndJumps()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        find<QPlainTextEdit>(u"clientAsksEdit"_s)->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *problems = find<QListView>(u"problemList"_s);
        QVERIFY(problems->isVisible());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"nameEdit"_s);
        QVERIFY(!find<QLabel>(u"nameEditError"_s)->text().isEmpty());
        const auto revenue = problems->model()->match(problems->model()->index(0, 0), Qt::DisplayRole, u"Tier 1: revenue"_s, 1,
                                                      Qt::MatchStartsWith);
        QCOMPARE(revenue.size(), 1);
        Q_EMIT problems->activated(revenue.first());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"tierGrid"_s);
    }

    void aCompleteDealIsSubmittedAndTheDealPageAskedFor()
    {
        const DealState draft = awaitValue(
            DealService(*m_context.session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
        QSignalSpy shown(m_context.navigator.get(), &Navigator::dealRequested);
        QSignalSpy closed(m_context.navigator.get(), &Navigator::closeRequested);
        m_page->open(draft.id);
        QTRY_VERIFY(find<QPushButton>(u"submitButton"_s)->isEnabled());
        find<QPushButton>(u"submitButton"_s)->click();
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(closed.count(), 1);
    }

    void theJournalBringsBackAnEditorThatWasCutOff()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        type(u"Every word"_s);
        typeInto(u"growthAmbitionEdit"_s, u"a lot"_s);
        QTRY_COMPARE(m_context.journal->entriesOf(m_context.session->actor().id).size(), 1);
        const JournalEntry entry = m_context.journal->entriesOf(m_context.session->actor().id).first();
        begin();
        m_page->restore(entry);
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"Every word"_s);
        QCOMPARE(find<QLineEdit>(u"growthAmbitionEdit"_s)->text(), u"a lot"_s);
        QVERIFY(find<QLabel>(u"editorBannerText"_s)->isVisible());
    }

    void everyControlHasNameAndAccessibleName()
    {
        m_page->newDeal(DraftType::SubmissionDraft);
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool forPeople = widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(m_page.get())
                && !widget->objectName().startsWith(u"qt_"_s);
            if (forPeople && !widget->accessibleName().isEmpty())
                QVERIFY2(!widget->objectName().isEmpty(), qPrintable(widget->accessibleName()));
            else if (forPeople && !widget->objectName().isEmpty())
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    void begin()
    {
        m_page = std::make_unique<DealEditorPage>(m_context);
        m_page->resize(1150, 660);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template<typename W>
    W *find(const QString &name)
    {
        auto *widget = m_page->findChild<W *>(name);
        if (!widget)
            qFatal("no widget %s", qPrintable(name));
        return widget;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents(); // a cell's editor closes a moment after the key,
        QCoreApplication::processEvents(); // and a line that moves to another tier is followed after that
    }
    /// Each letter goes to whatever has the focus then: the first one opens a cell's editor.
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
    void typeInto(const QString &name, const QString &text)
    {
        find<QWidget>(name)->setFocus();
        type(text);
        press(Qt::Key_Tab);
    }
    void enterIncentive(const QString &option, const QString &value, const QString &notes)
    {
        type(option);
        press(Qt::Key_Tab);
        type(value);
        press(Qt::Key_Tab);
        type(notes);
        press(Qt::Key_Return);
    }
    QString figure(int row, int tier)
    {
        return find<QTableView>(u"figuresTable"_s)->model()->index(row, tier).data(Qt::ToolTipRole).toString();
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditorPage> m_page;
};

QTEST_MAIN(TestDealEditorPage)
#include "tst_deal_editor_page.moc"
