#include "desktop/app/desk_application.h"

#include "desktop/app/settings.h"
#include "desktop/connections/connections_dialog.h"
#include "desktop/main_window/main_window.h"
#include "desktop/sign_in/sign_in_window.h"
#include "presentation/text/labels.h"
#include "services/data_folder.h"
#include "services/sample/sample_people.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kPatienceMs = 5000;

QString jobOf(const SamplePerson &person)
{
    if (person.department)
        return DeskApplication::tr("%1, %2").arg(label(person.role), label(*person.department));
    if (!person.approvalLevel.isEmpty())
        return DeskApplication::tr("%1, %2").arg(label(person.role), person.approvalLevel);
    return label(person.role);
}

} // namespace

DeskApplication::DeskApplication(StartOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_connections(ProfileStore(), defaultDatabase())
    , m_signInWindow(std::make_unique<SignInWindow>(&m_signIn, &m_connections))
{
    connect(&m_signIn, &SignInModel::stepChanged, this, &DeskApplication::stepChanged);
    connect(m_signInWindow.get(), &SignInWindow::databaseChosen, this, &DeskApplication::open);
    connect(m_signInWindow.get(), &SignInWindow::connectionChosen, this, &DeskApplication::chooseConnection);
    connect(m_signInWindow.get(), &SignInWindow::sampleRequested, this, &DeskApplication::openSample);
}

DeskApplication::~DeskApplication() = default;

void DeskApplication::start()
{
    m_signInWindow->show();
    if (m_options.sample)
        return openSample();
    if (!m_options.database.isEmpty())
        return open(m_options.database);
    const QString wanted = m_options.connection.isEmpty() ? settings::lastConnection() : m_options.connection;
    if (const auto profile = m_connections.find(wanted))
        return m_signIn.choose(*profile);
    if (!m_options.connection.isEmpty())
        return m_signIn.refuse({ErrorCode::NotFound, m_options.connection, {{u"connection"_s, m_options.connection}}});
    if (QFileInfo(wanted).isAbsolute())
        return open(wanted);
    chooseConnection(ConnectionList::kLocalId);
}

void DeskApplication::finish()
{
    const std::weak_ptr<Workspace> workspace = m_signIn.workspace();
    m_mainWindow.reset();
    m_signInWindow.reset();
    m_signIn.forget();
    const QDeadlineTimer patience(kPatienceMs);
    while (!workspace.expired() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

void DeskApplication::open(const QString &fileOrUrl)
{
    const auto profile = profileOf(fileOrUrl);
    if (profile)
        m_signIn.choose(m_connections.visit(*profile));
    else
        m_signIn.refuse(profile.error());
}

void DeskApplication::chooseConnection(const QString &id)
{
    if (const auto profile = m_connections.profile(id))
        m_signIn.choose(*profile);
}

void DeskApplication::openSample()
{
    m_signIn.openSample({sampleDatabase()});
}

void DeskApplication::stepChanged()
{
    if (m_signIn.step() == SignInModel::Step::Credentials)
        prepareCredentials();
    if (m_signIn.step() == SignInModel::Step::SignedIn)
        enter();
}

void DeskApplication::prepareCredentials()
{
    QList<QuickPerson> people;
    const bool isSample = m_signIn.location().filePath == sampleDatabase();
    if (isSample) {
        for (const SamplePerson &person : samplePeople())
            people.append({person.username, tr("%1 – %2").arg(person.displayName(), jobOf(person))});
    }
    m_signInWindow->credentials()->setQuickPeople(people, isSample ? QString::fromLatin1(kSamplePassword) : QString());
    const ConnectionProfile &profile = m_signIn.profile();
    const QString last = settings::lastUser(profile.target());
    const QString known = last.isEmpty() ? profile.username : last;
    const QString username = m_options.username.isEmpty() ? known : m_options.username;
    m_signInWindow->credentials()->setConnection(profile);
    m_signInWindow->credentials()->setUsername(username);
    m_signInWindow->credentials()->prepare(); // the cursor goes where typing goes on
    m_signIn.lookUpSecret(username);
}

QCoro::Task<> DeskApplication::enter()
{
    const auto stop = m_entering.begin();
    AppContext context;
    context.session = std::make_shared<Session>(m_signIn.workspace(), m_signIn.actor());
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.inbox->held()->setHoldTime(settings::decisionHold());
    context.journal = std::make_shared<DraftJournal>(DraftJournal::folderFor(m_signIn.location().key()));
    context.connection = m_signIn.profile();
    if (const auto &said = context.session->workspace().handshake())
        context.connection.environment = said->environment;
    const auto task = context.reference->load();
    const auto loaded = co_await task;
    if (stop.stopped())
        co_return;
    if (!loaded) {
        m_signIn.refuse(loaded.error());
        co_return;
    }
    settings::setLastUser(m_signIn.profile().target(), context.session->actor().username);
    if (m_signIn.location().filePath != sampleDatabase())
        settings::setLastConnection(connectionToRemember());
    m_mainWindow = std::make_unique<MainWindow>(context);
    connect(m_mainWindow.get(), &MainWindow::signOutRequested, this, &DeskApplication::leave);
    connect(m_mainWindow.get(), &MainWindow::connectionsRequested, this, [this] {
        const auto *dialog = ConnectionsDialog::open(&m_connections, m_signIn.profile().id, m_mainWindow.get());
        connect(dialog, &ConnectionsDialog::connectRequested, this, &DeskApplication::switchConnection);
    });
    connect(&m_signIn, &SignInModel::notRemembered, context.navigator.get(), &Navigator::statusMessage);
    connect(m_mainWindow.get(), &MainWindow::restoreRequested, this, &DeskApplication::offerBackup);
    m_mainWindow->show();
    m_signInWindow->hide();
    m_mainWindow->restoreJournal();
}

/// A server that only the command line named is not gone back to by itself.
QString DeskApplication::connectionToRemember() const
{
    const ConnectionProfile &profile = m_signIn.profile();
    const bool isKept = !profile.id.isEmpty() && profile.id != ConnectionList::kVisitedId;
    return isKept ? profile.id : profile.filePath;
}

void DeskApplication::leave()
{
    if (!m_mainWindow->sendHeld())
        return;
    m_options.username.clear();
    if (m_signIn.profile().isServer())
        m_signIn.choose(m_signIn.profile());
    else
        m_signIn.resume(m_signIn.workspace());
    closeFrame();
}

void DeskApplication::switchConnection(const QString &id)
{
    if (!m_mainWindow->sendHeld())
        return;
    m_options.username.clear();
    chooseConnection(id);
    closeFrame();
}

void DeskApplication::offerBackup()
{
    m_signIn.refuse({ErrorCode::DatabaseCorrupt, {}, {}});
    closeFrame();
}

void DeskApplication::closeFrame()
{
    m_signInWindow->show(); // before the frame closes: the last window ends the program
    m_mainWindow->close();
    m_mainWindow.release()->deleteLater();
}

} // namespace dealdesk
