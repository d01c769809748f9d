#include "desktop/deal_editor/deal_editor_page.h"
#include "support/services/services_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// The same places were changed here and elsewhere: mine, theirs, or as it was, chosen by keyboard.
class TestConflictPanel : public QObject {
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
        beginConflict();
    }
    void cleanup()
    {
        m_page.reset();
        m_context = {};
        m_fixture.reset();
    }

    void theBannersActionOpensThePanel()
    {
        QVERIFY(!panel()->isVisible());
        compare();
        QVERIFY(panel()->isVisible());
        QVERIFY(panel()->isAncestorOf(QApplication::focusWidget())); // the next key chooses
        QVERIFY(choice(0, u"Mine"_s)->isChecked());
        QCOMPARE(choice(0, u"Mine"_s)->text(), u"Mine: My name"_s);
        QCOMPARE(choice(0, u"Theirs"_s)->text(), u"Saved: Their name"_s);
        QCOMPARE(choice(0, u"Original"_s)->text(), u"As it was: Spring campaign"_s);
    }

    void theArrowsChooseASide_data()
    {
        QTest::addColumn<int>("downs");
        QTest::addColumn<QString>("name");
        QTest::newRow("mine") << 0 << u"My name"_s;
        QTest::newRow("theirs") << 1 << u"Their name"_s;
        QTest::newRow("original") << 2 << u"Spring campaign"_s;
    }
    void theArrowsChooseASide()
    {
        QFETCH(int, downs);
        QFETCH(QString, name);
        compare();
        for (int i = 0; i < downs; ++i)
            press(Qt::Key_Down);
        press(Qt::Key_Tab);  // to the next place
        press(Qt::Key_Down); // theirs
        QVERIFY(choice(1, u"Theirs"_s)->isChecked());
        press(Qt::Key_Tab);
        QCOMPARE(focused(), u"useChoicesButton"_s);
        press(Qt::Key_Space);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), name);
        QCOMPARE(find<QLineEdit>(u"emailEdit"_s)->text(), u"theirs@example.com"_s);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(stored().name, name);
        QCOMPARE(stored().email, u"theirs@example.com"_s);
    }

    void undoTakesTheChoiceBack()
    {
        compare();
        goTo(u"takeTheirsButton"_s);
        press(Qt::Key_Return);
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"Their name"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"My name"_s);
    }

    void oneKeyKeepsMine()
    {
        compare();
        goTo(u"keepMineButton"_s);
        press(Qt::Key_Return);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"My name"_s);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(stored().name, u"My name"_s);
    }

private:
    /// Name and e-mail are typed here and saved otherwise elsewhere.
    void beginConflict()
    {
        const DealService deals(*m_context.session);
        const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
        m_deal = saved.id;
        m_page = std::make_unique<DealEditorPage>(m_context);
        m_page->resize(1150, 660);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open(m_deal);
        QTRY_COMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"Spring campaign"_s);
        retype(u"nameEdit"_s, u"My name"_s);
        retype(u"emailEdit"_s, u"mine@example.com"_s);
        DealDraft theirs = ServicesFixture::completeDraft(u"Their name"_s);
        theirs.email = u"theirs@example.com"_s;
        awaitValue(deals.saveDraft(m_deal, saved.version, DraftType::SubmissionDraft, theirs));
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>(u"editorBannerAction"_s)->isVisible());
        QTRY_COMPARE(find<QPushButton>(u"editorBannerAction"_s)->text(), u"Compare… (F9)"_s);
    }
    void compare()
    {
        press(Qt::Key_F9);
        QTRY_VERIFY(panel()->isVisible());
    }
    void goTo(const QString &name)
    {
        for (int i = 0; i < 10 && focused() != name; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(focused(), name);
    }
    void retype(const QString &name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    DealDraft stored() { return awaitValue(DealService(*m_context.session).detail(m_deal)).content; }
    template<typename W>
    W *find(const QString &name)
    {
        auto *widget = m_page->findChild<W *>(name);
        if (!widget)
            qFatal("no widget %s", qPrintable(name));
        return widget;
    }
    QWidget *panel() { return find<QWidget>(u"conflictPanel"_s); }
    QRadioButton *choice(int number, const QString &side) { return find<QRadioButton>(u"conflict%1%2"_s.arg(number).arg(side)); }
    QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditorPage> m_page;
    DealId m_deal;
};

QTEST_MAIN(TestConflictPanel)
#include "tst_conflict_panel.moc"
