#include "desktop/deal_editor/deal_editor_page.h"
#include "support/services/sent_back.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// An owner works through what reviewers asked for and sends the deal in again, by keyboard.
class TestDealThatCameBack : public QObject {
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
        m_deal = m_fixture->submit().id;
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"tiers[1].margin"_s, u"region"_s});
        sendBack(*m_fixture, m_deal, u"trading"_s, u"Too long for us"_s, {u"term_end"_s});
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_context = {};
        m_fixture.reset();
    }

    void theKeysLeadFromPointToPoint()
    {
        QCOMPARE(find<QLabel>(u"changeProgress"_s)->text(), u"0 of 3 dealt with"_s);
        press(Qt::Key_F7);
        QCOMPARE(focused(), u"termEndEdit"_s);
        press(Qt::Key_F7);
        QCOMPARE(focused(), u"tierGrid"_s);
        QCOMPARE(find<QTableView>(u"tierGrid"_s)->currentIndex(), find<QTableView>(u"tierGrid"_s)->model()->index(1, 1));
        type(u"33"_s);
        press(Qt::Key_Return);
        QVERIFY(point(u"tiers[1].margin"_s)->isChecked());
        QCOMPARE(find<QLabel>(u"changeProgress"_s)->text(), u"1 of 3 dealt with"_s);
        press(Qt::Key_F7);
        QCOMPARE(focused(), u"regionCombo"_s);
        press(Qt::Key_F7); // what is dealt with is left out
        QCOMPARE(focused(), u"termEndEdit"_s);
    }

    void theListIsOperatedByKeyboard()
    {
        press(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), point(u"term_end"_s));
        press(Qt::Key_Space);
        QVERIFY(point(u"term_end"_s)->isChecked());
        press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), point(u"tiers[1].margin"_s));
        press(Qt::Key_Return);
        QCOMPARE(focused(), u"tierGrid"_s);
        QTRY_COMPARE(awaitValue(DealService(*m_context.session).detail(m_deal)).ticks.size(), 1);
        open(); // as after a restart
        QVERIFY(point(u"term_end"_s)->isChecked());
        QVERIFY(!point(u"tiers[1].margin"_s)->isChecked());
    }

    void aClickOnAPointLeadsToItsPlace()
    {
        placeButton(u"region"_s)->click();
        QCOMPARE(focused(), u"regionCombo"_s);
    }

    void escapeGoesBackToWhereTheOwnerWas()
    {
        find<QWidget>(u"clientAsksEdit"_s)->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QCOMPARE(focused(), u"confirmSubmissionButton"_s);
        QCOMPARE(find<QLabel>(u"submissionOpen1"_s)->text(), u"Trading (Trading Example): Term end"_s);
        QCOMPARE(find<QLabel>(u"submissionOpen2"_s)->text(), u"Finance (Finance Example): Tier 2: margin; Region"_s);
        QVERIFY(find<QLabel>(u"submissionStep1"_s)->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(focused(), u"clientAsksEdit"_s);
        QCOMPARE(awaitValue(DealService(*m_context.session).detail(m_deal)).facts.status, DealStatus::Negotiating);
    }

    void whatIsTypedPutsTheQuestionAway()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        find<QWidget>(u"nameEdit"_s)->setFocus();
        type(u"x"_s);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(focused(), u"nameEdit"_s);
    }

    void theSameKeyAgainSends_data()
    {
        QTest::addColumn<bool>("byEnter");
        QTest::newRow("Ctrl+Enter") << false;
        QTest::newRow("Enter on the button") << true;
    }
    void theSameKeyAgainSends()
    {
        QFETCH(bool, byEnter);
        QSignalSpy shown(m_context.navigator.get(), &Navigator::dealRequested);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QCOMPARE(shown.count(), 0);
        press(Qt::Key_Return, byEnter ? Qt::NoModifier : Qt::ControlModifier);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(awaitValue(DealService(*m_context.session).detail(m_deal)).facts.status, DealStatus::UnderReview);
    }

    void thePreviewStandsBesideTheForm()
    {
        const auto first = [this] { return find<QLabel>(u"reapprovalStep1"_s)->text(); };
        QVERIFY2(first().contains(u"Trading sent it back"_s), qPrintable(first()));
        QVERIFY(find<QLabel>(u"reapprovalStep2"_s)->text().contains(u"Finance sent it back"_s));
    }

    void everyControlHasNameAndAccessibleName()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s))
                continue;
            if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QPushButton *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty() && !widget->objectName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    void open()
    {
        m_page = std::make_unique<DealEditorPage>(m_context);
        m_page->resize(1150, 660);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open(m_deal);
        QTRY_VERIFY(find<QWidget>(u"changeListPanel"_s)->isVisible());
    }
    template<typename W>
    W *find(const QString &name)
    {
        auto *widget = m_page->findChild<W *>(name);
        if (!widget)
            qFatal("no widget %s", qPrintable(name));
        return widget;
    }
    /// The part of a point that ends with its path.
    template<typename W>
    W *ofPoint(const QString &kind, const QString &path)
    {
        const QList<W *> widgets = m_page->findChildren<W *>();
        for (W *widget : widgets) {
            if (widget->objectName().startsWith(kind) && widget->objectName().endsWith(u'_' + path))
                return widget;
        }
        qFatal("no point %s", qPrintable(path));
    }
    QCheckBox *point(const QString &path) { return ofPoint<QCheckBox>(u"changeDone_"_s, path); }
    QPushButton *placeButton(const QString &path) { return ofPoint<QPushButton>(u"changePlace_"_s, path); }
    QWidget *panel() { return find<QWidget>(u"submissionPanel"_s); }
    QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents(); // a cell's editor closes a moment after the key,
        QCoreApplication::processEvents(); // and a line that moves to another tier is followed after that
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditorPage> m_page;
    DealId m_deal;
};

QTEST_MAIN(TestDealThatCameBack)
#include "tst_deal_that_came_back.moc"
