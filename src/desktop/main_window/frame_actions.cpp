#include "desktop/main_window/frame_actions.h"

#include "desktop/app/settings.h"
#include "desktop/notices/tray_notices.h"
#include "desktop/theme/theme.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return FrameActions::tr("As the &system");
    case ThemeChoice::Light: return FrameActions::tr("&Light");
    case ThemeChoice::Dark: return FrameActions::tr("&Dark");
    }
    return {};
}

} // namespace

FrameActions::FrameActions(const Actor &actor, QMainWindow *window) : QObject(window), m_window(window)
{
    buildFile(actor);
    m_edit = m_window->menuBar()->addMenu(tr("&Edit"));
    m_edit->setObjectName(u"editMenu"_s);
    buildView();
    buildGo(actor);
    buildPerson(actor);
    buildHelp();
    showPageActions({});
}

QAction *FrameActions::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    m_window->addAction(action); // also while the menu bar is hidden
    return action;
}

void FrameActions::buildFile(const Actor &actor)
{
    auto *menu = m_window->menuBar()->addMenu(tr("&File"));
    const bool writes = actor.role == Role::Seller || actor.role == Role::Admin;
    newDeal = add(menu, u"newDealAction"_s, tr("&New deal"), QKeySequence::New);
    newScopingRequest = add(menu, u"newScopingAction"_s, tr("New s&coping request"), tr("Ctrl+Shift+N"));
    newDeal->setVisible(writes);
    newDeal->setEnabled(writes);
    newScopingRequest->setVisible(writes);
    newScopingRequest->setEnabled(writes);
    menu->addSeparator();
    import = add(menu, u"importAction"_s, tr("&Import…"), tr("Ctrl+Shift+M"));
    exportReport = add(menu, u"exportAction"_s, tr("&Export a report…"), tr("Ctrl+E"));
    menu->addSeparator();
    closeTab = add(menu, u"closeTabAction"_s, tr("C&lose tab"), tr("Ctrl+W"));
    menu->addSeparator();
    connections = add(menu, u"connectionsAction"_s, tr("C&onnections…"));
    signOut = add(menu, u"signOutAction"_s, tr("&Sign out"), tr("Ctrl+Shift+Q"));
    quit = add(menu, u"quitAction"_s, tr("&Quit"), tr("Ctrl+Q"));
    quit->setMenuRole(QAction::QuitRole);
}

void FrameActions::buildView()
{
    auto *menu = m_window->menuBar()->addMenu(tr("&View"));
    toggleSidebar = add(menu, u"sidebarAction"_s, tr("&Sidebar with names"), tr("Ctrl+B"));
    toggleSidebar->setCheckable(true);
    toggleSidebar->setChecked(true);
    auto *themes = menu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto stored = settings::theme();
    for (const ThemeChoice choice : allOf<ThemeChoice>()) {
        auto *action = themes->addAction(themeName(choice));
        action->setObjectName("theme_"_L1 + codeOf(choice));
        action->setCheckable(true);
        action->setChecked(choice == stored);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT themeChosen(codeOf(choice)); });
    }
    trayMessages = add(menu, u"trayMessagesAction"_s, tr("&Messages in the system tray"));
    trayMessages->setCheckable(true);
    trayMessages->setEnabled(TrayNotices::isAvailable());
    trayMessages->setChecked(settings::trayMessages());
    menu->addSeparator();
    refresh = add(menu, u"refreshAction"_s, tr("&Refresh"), QKeySequence::Refresh);
}

void FrameActions::buildGo(const Actor &actor)
{
    auto *menu = m_window->menuBar()->addMenu(tr("&Go"));
    quickOpen = add(menu, u"quickOpenAction"_s, tr("&Open anything…"), tr("Ctrl+K"));
    menu->addSeparator();
    int number = 1;
    for (const Section section : sectionsFor(actor.role)) {
        auto *action = add(menu, "go_"_L1 + codeOf(section), tr("&%1 %2").arg(number).arg(titleOf(section)), tr("Ctrl+%1").arg(number));
        sections.append({section, action});
        ++number;
    }
    notices = add(menu, u"noticesAction"_s, tr("&Notices"), tr("Ctrl+0"));
    menu->addSeparator();
    nextTab = add(menu, u"nextTabAction"_s, tr("Ne&xt tab"), QKeySequence::NextChild);
    previousTab = add(menu, u"previousTabAction"_s, tr("&Previous tab"), QKeySequence::PreviousChild);
    detachTab = add(menu, u"detachTabAction"_s, tr("Move tab to a new &window"), tr("Ctrl+Shift+O"));
}

/// What concerns the signed-in person, under their name; without a mnemonic, as each name would have another one. Who decides nothing has
/// nothing to hand over.
void FrameActions::buildPerson(const Actor &actor)
{
    auto *menu = m_window->menuBar()->addMenu(QString(actor.displayName).replace(u'&', "&&"_L1));
    menu->setObjectName(u"personMenu"_s);
    outOfOffice = add(menu, u"outOfOfficeAction"_s, tr("&Out of office…"), tr("Ctrl+Shift+A"));
    const bool decides = actor.role == Role::DepartmentReviewer || actor.role == Role::Approver;
    outOfOffice->setVisible(decides);
    outOfOffice->setEnabled(decides);
    menu->addSeparator();
    menu->addAction(connections);
    menu->addAction(signOut);
}

void FrameActions::buildHelp()
{
    auto *menu = m_window->menuBar()->addMenu(tr("&Help"));
    shortcuts = add(menu, u"shortcutsAction"_s, tr("&Keyboard shortcuts"), QKeySequence::HelpContents);
    about = add(menu, u"aboutAction"_s, tr("&About Deal Desk"));
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction *> FrameActions::all() const
{
    QList<QAction *> actions = {newDeal, newScopingRequest, import,       exportReport, closeTab, connections, signOut,
                                quit,    toggleSidebar,     trayMessages, refresh,      quickOpen};
    for (const auto &[section, action] : sections)
        actions << action;
    actions << notices << nextTab << previousTab << detachTab << outOfOffice << shortcuts << about;
    actions.removeIf([](const QAction *action) { return !action->isEnabled(); });
    return actions;
}

void FrameActions::showPageActions(const QList<QAction *> &actions)
{
    m_edit->clear();
    m_edit->addActions(actions);
    m_edit->menuAction()->setEnabled(
        std::any_of(actions.begin(), actions.end(), [](const QAction *action) { return action->isVisible(); }));
}

} // namespace dealdesk
