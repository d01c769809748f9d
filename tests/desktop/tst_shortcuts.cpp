#include "desktop/main_window/tab_area.h"
#include "frame_fixture.h"
#include "services/deal_service.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QShortcut>
#include <QTabBar>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

/// Who answers to which keys.
using Keys = QMap<QString, QStringList>;

void add(Keys &keys, const QKeySequence &sequence, const QString &who)
{
    if (!sequence.isEmpty())
        keys[sequence.toString(QKeySequence::PortableText)] += who;
}

QString nameOf(const QObject *object)
{
    return QLatin1StringView(object->metaObject()->className()) + u' ' + object->objectName();
}

void addMnemonics(Keys &keys, const QWidget *widget)
{
    if (const auto *menuBar = qobject_cast<const QMenuBar *>(widget)) {
        const QList<QAction *> menus = menuBar->actions();
        for (const QAction *menu : menus)
            add(keys, QKeySequence::mnemonic(menu->text()), "menu "_L1 + menu->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        add(keys, button->shortcut(), nameOf(button));
    } else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy()) {
        add(keys, QKeySequence::mnemonic(label->text()), nameOf(label) + label->text());
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            add(keys, QKeySequence::mnemonic(tabs->tabText(i)), "tab "_L1 + tabs->tabText(i));
    }
}

/// Of all that is visible in the window: an action or shortcut works where its widget shows.
Keys keysOf(const QWidget *window)
{
    Keys keys;
    QSet<const QAction *> seen;
    QList<const QWidget *> widgets{window};
    const QList<QWidget *> children = window->findChildren<QWidget *>();
    std::copy_if(children.begin(), children.end(), std::back_inserter(widgets), [](const QWidget *w) { return w->isVisible(); });
    for (const QWidget *widget : widgets) {
        const QList<QAction *> actions = widget->actions();
        for (const QAction *action : actions) {
            if (seen.contains(action) || !action->isVisible())
                continue;
            seen.insert(action);
            for (const QKeySequence &sequence : action->shortcuts())
                add(keys, sequence, nameOf(action) + action->text());
        }
        const QList<QShortcut *> shortcuts = widget->findChildren<QShortcut *>(Qt::FindDirectChildrenOnly);
        for (const QShortcut *shortcut : shortcuts)
            add(keys, shortcut->key(), "shortcut of "_L1 + nameOf(widget));
        addMnemonics(keys, widget);
    }
    return keys;
}

QString clashesIn(const Keys &keys)
{
    QString clashes;
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        if (it.value().size() > 1)
            clashes += it.key() + ": "_L1 + it.value().join(u", "_s) + u'\n';
    }
    return clashes;
}

} // namespace

/// Two owners of one key sequence: neither answers to it, or not at the first press.
class TestShortcuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void everyKeyOfAPageHasOneOwner_data();
    void everyKeyOfAPageHasOneOwner();

private:
    std::unique_ptr<ServicesFixture> m_fixture;
};

void TestShortcuts::everyKeyOfAPageHasOneOwner_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("page");
    for (const Section section : sectionsFor(Role::Admin))
        QTest::newRow(qPrintable(QString(codeOf(section)))) << u"admin"_s << QString(codeOf(section));
    QTest::newRow("inbox of a reviewer") << u"finance"_s << u"inbox"_s;
    QTest::newRow("editor") << u"seller"_s << u"editor"_s;
    QTest::newRow("deal, draft") << u"seller"_s << u"draft"_s;
    QTest::newRow("deal, submitted") << u"seller"_s << u"submitted"_s;
    QTest::newRow("deal, approved") << u"seller"_s << u"approved"_s;
    QTest::newRow("deal, approved, of another") << u"legal"_s << u"approved"_s;
    QTest::newRow("deal, submitted, of another") << u"finance"_s << u"submitted"_s;
}

void TestShortcuts::everyKeyOfAPageHasOneOwner()
{
    QFETCH(const QString, username);
    QFETCH(const QString, page);
    const DealDraft draft = ServicesFixture::completeDraft();
    const bool isSubmitted = page == "submitted"_L1 || page == "approved"_L1 || page == "inbox"_L1;
    const DealState deal = isSubmitted ? m_fixture->submit(draft)
                                       : awaitValue(DealService(m_fixture->seller()).saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    if (page == "approved"_L1)
        m_fixture->approveAll(deal.id);
    const AppContext context = contextFor(*m_fixture, username);
    MainWindow frame(context);
    frame.resize(1280, 800); // with all that a narrow one hides
    frame.show();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    if (page == "editor"_L1)
        Q_EMIT context.navigator->editorRequested(deal.id);
    else if (QAction *section = frame.findChild<QAction *>("go_"_L1 + page))
        section->trigger();
    else
        Q_EMIT context.navigator->dealRequested(deal.id);
    const auto isShown = [&] {
        const auto *tabs = frame.findChild<TabArea *>(u"tabs"_s);
        return tabs->currentPage() && !tabs->currentPage()->findChildren<QAbstractButton *>().isEmpty();
    };
    QTRY_VERIFY(isShown());
    QTest::qWait(300);
    QString clashes = clashesIn(keysOf(&frame));
    const QList<QTabWidget *> inner = frame.findChild<TabArea *>(u"tabs"_s)->currentPage()->findChildren<QTabWidget *>();
    for (QTabWidget *tabs : inner) {
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            clashes += clashesIn(keysOf(&frame));
        }
    }
    QVERIFY2(clashes.isEmpty(), qPrintable(u'\n' + clashes));
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
