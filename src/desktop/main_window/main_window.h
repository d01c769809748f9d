#pragma once

#include "desktop/main_window/sections.h"
#include "presentation/app_context.h"
#include "presentation/quick_open/quick_open_model.h"

#include <QMainWindow>

namespace dealdesk {

class Banner;
class Delegations;
class FrameActions;
class NoticeFeed;
class TrayNotices;
class Sidebar;
class StatusLine;
class TabArea;

/// The frame: sidebar, tabs, menus and status bar around the pages, of which it knows no more than how to open them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(AppContext context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showSection(dealdesk::Section section);
    void openDeal(dealdesk::DealId deal);
    void openEditor(dealdesk::DealId deal);
    void startDeal(dealdesk::DraftType type);
    void openAnything();
    void openNotices();
    /// Sends the decisions that are held and waits for their answers, no longer than closing may take. False when one was refused, which
    /// the inbox then says: it is not to be closed over.
    bool sendHeld();
    /// Opens an editor for everything that this person typed and did not save.
    void restoreJournal();

Q_SIGNALS:
    void signOutRequested();
    void connectionsRequested();
    /// The database was found damaged and the user wants its newest backup.
    void restoreRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void connectNavigator();
    void connectNotices();
    void openPage(QWidget *page, const QString &key, const QString &iconName);
    void requestClose(QWidget *page);
    void detachCurrent();
    void pageChanged();
    void importData();
    QCoro::Task<> tellLeftCommands();
    void reportProblem(const Error &problem);
    void adaptSidebar();
    void restoreLayout();
    void rememberLayout() const;
    [[nodiscard]] QList<QuickOpenEntry> commands() const;

    AppContext m_context;
    FrameActions *m_actions = nullptr;
    Sidebar *m_sidebar = nullptr;
    TabArea *m_tabs = nullptr;
    Banner *m_banner = nullptr;
    StatusLine *m_status = nullptr;
    NoticeFeed *m_notices = nullptr;
    TrayNotices *m_tray = nullptr;
    Delegations *m_delegations = nullptr;
};

} // namespace dealdesk
