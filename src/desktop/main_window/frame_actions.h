#pragma once

#include "desktop/main_window/sections.h"
#include "domain/actor.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace dealdesk {

/// The menus of the frame and the actions in them, with their shortcuts. What an action does is up to who connects it.
class FrameActions : public QObject {
    Q_OBJECT

public:
    FrameActions(const Actor &actor, QMainWindow *window);

    QAction *newDeal = nullptr;
    QAction *newScopingRequest = nullptr;
    QAction *import = nullptr;
    QAction *exportReport = nullptr;
    QAction *closeTab = nullptr;
    QAction *connections = nullptr;
    QAction *signOut = nullptr;
    QAction *outOfOffice = nullptr;
    QAction *quit = nullptr;
    QAction *quickOpen = nullptr;
    QAction *nextTab = nullptr;
    QAction *previousTab = nullptr;
    QAction *detachTab = nullptr;
    QAction *refresh = nullptr;
    QAction *notices = nullptr;
    QAction *trayMessages = nullptr; ///< disabled where there is no tray
    QAction *toggleSidebar = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QList<std::pair<Section, QAction *>> sections;

    /// Every action that can be triggered by name, in the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;
    /// What the Edit menu shows: the actions of the page in front.
    void showPageActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void themeChosen(const QString &code);

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut = {});
    void buildFile(const Actor &actor);
    void buildGo(const Actor &actor);
    void buildView();
    void buildPerson(const Actor &actor);
    void buildHelp();

    QMainWindow *m_window;
    QMenu *m_edit = nullptr;
};

} // namespace dealdesk
