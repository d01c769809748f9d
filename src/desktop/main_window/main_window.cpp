#include "desktop/main_window/main_window.h"

#include "desktop/app/settings.h"
#include "desktop/delegation/out_of_office_banner.h"
#include "desktop/delegation/out_of_office_dialog.h"
#include "desktop/main_window/connection_banner.h"
#include "desktop/main_window/frame_actions.h"
#include "desktop/main_window/help_dialogs.h"
#include "desktop/main_window/page_factory.h"
#include "desktop/main_window/page_window.h"
#include "desktop/main_window/sidebar.h"
#include "desktop/main_window/status_line.h"
#include "desktop/main_window/tab_area.h"
#include "desktop/notices/notices_page.h"
#include "desktop/notices/tray_notices.h"
#include "desktop/quick_open/quick_open.h"
#include "desktop/theme/icons.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/environment_strip.h"
#include "presentation/text/labels.h"
#include "services/clock_ticker.h"
#include "services/error_text.h"
#include "services/left_commands.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QEventLoop>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kPatienceMs = 5000; ///< with the database, while closing
constexpr int kNarrow = 1000;     ///< below, the sidebar shows icons only

} // namespace

MainWindow::MainWindow(AppContext context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(std::move(context))
    , m_notices(new NoticeFeed(m_context.session, this))
    , m_tray(new TrayNotices(m_notices, m_context.reference, this))
    , m_delegations(new Delegations(m_context.session, m_context.reference, this))
{
    setObjectName(u"mainWindow"_s);
    setAccessibleName(tr("Deal Desk"));
    setMinimumSize(800, 520);
    build();
    connectActions();
    connectNavigator();
    connectNotices();
    InboxFeed *inbox = m_context.inbox.get();
    connect(inbox, &InboxFeed::changed, m_sidebar, [this, inbox] { m_sidebar->setInboxCount(inbox->count()); });
    connect(&m_context.session->workspace(), &Workspace::problemFound, this, &MainWindow::reportProblem);
    connect(m_banner, &Banner::actionTriggered, this, &MainWindow::restoreRequested);
    new ClockTicker(m_context.session, this);
    restoreLayout();
    inbox->refresh();
    m_notices->refresh();
    m_delegations->load();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    const Actor &actor = m_context.session->actor();
    m_actions = new FrameActions(actor, this);
    m_sidebar = new Sidebar(sectionsFor(actor.role), m_actions->newDeal->isEnabled());
    m_tabs = new TabArea;
    m_banner = new Banner;
    m_banner->setObjectName(u"frameBanner"_s);
    m_status = new StatusLine(m_context.session, m_context.connection, statusBar());
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(new ConnectionBanner(m_context.session));
    pages->addWidget(new OutOfOfficeBanner(m_delegations));
    pages->addWidget(m_banner);
    pages->addWidget(m_tabs, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    columns->addLayout(pages, 1);
    auto *environment = new EnvironmentStrip;
    environment->setEnvironment(m_context.connection.environment);
    auto *middle = new QWidget;
    auto *rows = new QVBoxLayout(middle);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(environment);
    rows->addLayout(columns, 1);
    setCentralWidget(middle);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->newDeal, [this] { startDeal(DraftType::SubmissionDraft); });
    on(m_actions->newScopingRequest, [this] { startDeal(DraftType::ScopingDraft); });
    on(m_actions->import, [this] { importData(); });
    on(m_actions->exportReport, [this] { showSection(Section::Reports); });
    on(m_actions->closeTab, [this] { requestClose(m_tabs->currentPage()); });
    on(m_actions->signOut, [this] { Q_EMIT signOutRequested(); });
    on(m_actions->connections, [this] { Q_EMIT connectionsRequested(); });
    on(m_actions->outOfOffice, [this] { OutOfOfficeDialog::open(m_delegations, this); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->quickOpen, [this] { openAnything(); });
    on(m_actions->nextTab, [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); });
    on(m_actions->previousTab, [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count()); });
    on(m_actions->detachTab, [this] { detachCurrent(); });
    on(m_actions->refresh, [this] { m_context.session->workspace().refetch(); });
    on(m_actions->shortcuts, [this] { showShortcuts(m_actions->all(), this); });
    on(m_actions->about, [this] { showAbout(this); });
    connect(m_actions->toggleSidebar, &QAction::toggled, this, &MainWindow::adaptSidebar);
    for (const auto &[section, action] : std::as_const(m_actions->sections))
        on(action, [this, target = section] { showSection(target); });
    connect(m_actions, &FrameActions::themeChosen, this, [](const QString &code) {
        const auto choice = fromCode<ThemeChoice>(code).value_or(ThemeChoice::System);
        settings::setTheme(choice);
        applyTheme(*qApp, choice);
    });
    connect(m_sidebar, &Sidebar::sectionChosen, this, &MainWindow::showSection);
    connect(m_sidebar, &Sidebar::newDealRequested, m_actions->newDeal, &QAction::trigger);
    connect(m_tabs, &TabArea::closeRequested, this, &MainWindow::requestClose);
    connect(m_tabs, &TabArea::currentPageChanged, this, &MainWindow::pageChanged);
}

void MainWindow::connectNavigator()
{
    const Navigator *navigator = m_context.navigator.get();
    connect(navigator, &Navigator::dealRequested, this, &MainWindow::openDeal);
    connect(navigator, &Navigator::editorRequested, this, &MainWindow::openEditor);
    connect(navigator, &Navigator::newDealRequested, this, &MainWindow::startDeal);
    connect(navigator, &Navigator::statusMessage, m_status, &StatusLine::showMessage);
    connect(navigator, &Navigator::closeRequested, this, [this](QObject *page) {
        auto *widget = qobject_cast<QWidget *>(page);
        if (widget && widget->window() != this)
            widget->window()->close();
        else if (widget)
            m_tabs->closePage(widget);
    });
}

void MainWindow::connectNotices()
{
    connect(m_notices, &NoticeFeed::changed, this, [this] { m_sidebar->setNoticeCount(m_notices->unreadCount()); });
    connect(m_sidebar, &Sidebar::noticesRequested, m_actions->notices, &QAction::trigger);
    connect(m_actions->notices, &QAction::triggered, this, &MainWindow::openNotices);
    connect(m_actions->trayMessages, &QAction::toggled, this, [this](bool wanted) {
        settings::setTrayMessages(wanted);
        m_tray->setWanted(wanted);
    });
    connect(m_tray, &TrayNotices::openRequested, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
        openNotices();
    });
    m_tray->setWanted(settings::trayMessages());
}

void MainWindow::showSection(Section section)
{
    if (!sectionsFor(m_context.session->actor().role).contains(section))
        return;
    if (!m_tabs->sectionPage(section))
        m_tabs->addSection(section, pages::section(section, m_context));
    m_tabs->showSection(section);
}

void MainWindow::openDeal(DealId deal)
{
    if (!m_tabs->showPage(pages::dealKey(deal)))
        openPage(pages::deal(m_context, deal), pages::dealKey(deal), u"file-text"_s);
}

void MainWindow::openEditor(DealId deal)
{
    if (!m_tabs->showPage(pages::editorKey(deal)))
        openPage(pages::editor(m_context, deal), pages::editorKey(deal), u"pencil"_s);
}

void MainWindow::startDeal(DraftType type)
{
    openPage(pages::newDeal(m_context, type), {}, u"file-plus"_s);
}

void MainWindow::openNotices()
{
    if (!m_tabs->showPage(u"notices"_s))
        openPage(new NoticesPage(m_context, m_notices), u"notices"_s, u"bell"_s);
}

void MainWindow::openPage(QWidget *page, const QString &key, const QString &iconName)
{
    const QByteArray name = iconName.toLatin1();
    m_tabs->addPage(page, key, icon(QLatin1StringView(name)));
}

void MainWindow::restoreJournal()
{
    const auto entries = m_context.journal->entriesOf(m_context.session->actor().id);
    for (const JournalEntry &entry : entries)
        openPage(pages::restoredEditor(m_context, entry), entry.deal ? pages::editorKey(*entry.deal) : QString(), u"pencil"_s);
    if (!entries.isEmpty())
        m_banner->showMessage(Tone::Info, tr("Restored unsaved work on %n deal(s).", nullptr, int(entries.size())));
    tellLeftCommands();
}

/// What an earlier run of the program sent, and did not hear back about.
QCoro::Task<> MainWindow::tellLeftCommands()
{
    const QPointer<MainWindow> self(this);
    const auto task = settleLeftCommands(m_context.session->sharedWorkspace(), m_context.session->actor().id);
    const QList<LeftCommand> left = co_await task;
    if (!self || left.isEmpty())
        co_return;
    QStringList sentences;
    for (const LeftCommand &command : left)
        sentences.append(sentenceFor(command));
    m_banner->showMessage(Tone::Info, sentences.join(u'\n'));
}

void MainWindow::openAnything()
{
    auto *overlay = new QuickOpen(m_context.session, commands(), this);
    connect(overlay, &QuickOpen::dealChosen, this, &MainWindow::openDeal);
    connect(overlay, &QuickOpen::commandChosen, this, [this](const QString &key) {
        if (auto *action = findChild<QAction *>(key))
            action->trigger();
    });
    overlay->popUp();
}

QList<QuickOpenEntry> MainWindow::commands() const
{
    QList<QuickOpenEntry> entries;
    for (const auto &[section, action] : m_actions->sections)
        entries << QuickOpenEntry{action->objectName(),
                                  titleOf(section),
                                  action->shortcut().toString(QKeySequence::NativeText),
                                  QString(iconNameOf(section)),
                                  {}};
    for (const QAction *action :
         {m_actions->notices, m_actions->newDeal, m_actions->newScopingRequest, m_actions->import, m_actions->exportReport,
          m_actions->outOfOffice, m_actions->shortcuts, m_actions->connections, m_actions->signOut, m_actions->quit}) {
        if (action->isEnabled())
            entries << QuickOpenEntry{
                action->objectName(), action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText), u"command"_s, {}};
    }
    return entries;
}

void MainWindow::requestClose(QWidget *page)
{
    m_tabs->closePage(page);
}

void MainWindow::detachCurrent()
{
    QWidget *page = m_tabs->currentPage();
    if (!page || m_tabs->currentSection())
        return;
    m_tabs->takePage(page);
    (new PageWindow(page, this))->show();
}

void MainWindow::pageChanged()
{
    QWidget *page = m_tabs->currentPage();
    const auto section = m_tabs->currentSection();
    if (section)
        m_sidebar->setCurrent(*section);
    m_actions->closeTab->setEnabled(!section);
    m_actions->detachTab->setEnabled(!section);
    m_actions->showPageActions(page ? page->actions() : QList<QAction *>());
    const QString title = section ? titleOf(*section) : page ? page->windowTitle() : QString();
    const Environment environment = m_context.connection.environment;
    setWindowTitle(environment == Environment::Production ? tr("%1 – Deal Desk").arg(title)
                                                          : tr("[%1] %2 – Deal Desk").arg(label(environment), title));
}

void MainWindow::importData()
{
    pages::import(m_context, this);
}

void MainWindow::reportProblem(const Error &problem)
{
    const bool hasBackup = !problem.data.value("backup"_L1).toString().isEmpty();
    m_banner->showMessage(Tone::Negative, sentenceFor(problem), hasBackup ? tr("&Restore the newest backup…") : QString());
}

void MainWindow::adaptSidebar()
{
    m_sidebar->setCollapsed(width() < kNarrow || !m_actions->toggleSidebar->isChecked());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adaptSidebar();
}

bool MainWindow::sendHeld()
{
    HeldDecisions *held = m_context.inbox->held();
    bool isRefused = false;
    QEventLoop waiting;
    connect(held, &HeldDecisions::refused, &waiting, [&isRefused] { isRefused = true; });
    connect(held, &HeldDecisions::changed, &waiting, [held, &waiting] {
        if (held->isEmpty())
            waiting.quit();
    });
    held->sendAll();
    QTimer::singleShot(kPatienceMs, &waiting, &QEventLoop::quit);
    if (!held->isEmpty())
        waiting.exec(QEventLoop::ExcludeUserInputEvents);
    if (isRefused)
        showSection(Section::Inbox);
    return !isRefused;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!sendHeld()) {
        event->ignore();
        return;
    }
    rememberLayout();
    for (PageWindow *window : findChildren<PageWindow *>())
        window->close(); // they would keep the program running
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreLayout()
{
    const auto layout = settings::frameLayout(m_context.session->workspace().location().key(), m_context.session->actor().username);
    if (!restoreGeometry(layout.geometry))
        resize(QSize(1280, 800).boundedTo(screen()->availableSize() * 0.92));
    m_actions->toggleSidebar->setChecked(!layout.sidebarCollapsed);
    showSection(fromCode<Section>(layout.section).value_or(Section::Inbox));
    for (const QString &key : layout.openTabs) {
        if (const auto id = key.mid(key.indexOf(u':') + 1).toLongLong(); key.startsWith("deal:"_L1) && id > 0)
            openDeal(DealId(id));
    }
    m_tabs->setCurrentIndex(0);
}

void MainWindow::rememberLayout() const
{
    settings::FrameLayout layout;
    layout.geometry = saveGeometry();
    layout.sidebarCollapsed = !m_actions->toggleSidebar->isChecked();
    layout.section = codeOf(m_tabs->shownSection());
    layout.openTabs = m_tabs->keys();
    settings::setFrameLayout(m_context.session->workspace().location().key(), m_context.session->actor().username, layout);
}

} // namespace dealdesk
