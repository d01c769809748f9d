#include "desktop/app/desk_application.h"

#include "desktop/app/settings.h"
#include "desktop/main_window/main_window.h"
#include "desktop/sign_in/sign_in_window.h"
#include "presentation/text/labels.h"
#include "services/data_folder.h"
#include "services/sample/sample_people.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>

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
    : QObject(parent), m_options(std::move(options)), m_signInWindow(std::make_unique<SignInWindow>(&m_signIn))
{
    connect(&m_signIn, &SignInModel::stepChanged, this, &DeskApplication::stepChanged);
    connect(m_signInWindow.get(), &SignInWindow::databaseChosen, this, &DeskApplication::open);
    connect(m_signInWindow.get(), &SignInWindow::sampleRequested, this, &DeskApplication::openSample);
}

DeskApplication::~DeskApplication() = default;

void DeskApplication::start()
{
    m_signInWindow->show();
    if (m_options.sample)
        return openSample();
    QString path = m_options.database;
    if (path.isEmpty())
        path = settings::lastDatabase();
    open(path.isEmpty() ? defaultDatabase() : path);
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

void DeskApplication::open(const QString &filePath)
{
    m_signIn.open({QDir().absoluteFilePath(filePath)});
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
    const QString last = settings::lastUser(m_signIn.location().filePath);
    m_signInWindow->credentials()->setUsername(m_options.username.isEmpty() ? last : m_options.username);
    m_signInWindow->credentials()->prepare(); // the cursor goes where typing goes on
}

QCoro::Task<> DeskApplication::enter()
{
    const auto stop = m_entering.begin();
    AppContext context;
    context.session = std::make_shared<Session>(m_signIn.workspace(), m_signIn.actor());
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.journal = std::make_shared<DraftJournal>(DraftJournal::folderFor(m_signIn.location().filePath));
    const auto task = context.reference->load();
    const auto loaded = co_await task;
    if (stop.stopped())
        co_return;
    if (!loaded) {
        m_signIn.refuse(loaded.error());
        co_return;
    }
    const QString database = m_signIn.location().filePath;
    settings::setLastUser(database, context.session->actor().username);
    if (database != sampleDatabase())
        settings::setLastDatabase(database);
    m_mainWindow = std::make_unique<MainWindow>(context);
    connect(m_mainWindow.get(), &MainWindow::signOutRequested, this, &DeskApplication::leave);
    connect(m_mainWindow.get(), &MainWindow::restoreRequested, this, &DeskApplication::offerBackup);
    m_mainWindow->show();
    m_signInWindow->hide();
    m_mainWindow->restoreJournal();
}

void DeskApplication::leave()
{
    m_options.username.clear();
    m_signIn.resume(m_signIn.workspace());
    m_signInWindow->show(); // before the frame closes: the last window ends the program
    m_mainWindow->close();
    m_mainWindow.release()->deleteLater();
}

void DeskApplication::offerBackup()
{
    m_signIn.refuse({ErrorCode::DatabaseCorrupt, {}, {}});
    m_signInWindow->show();
    m_mainWindow->close();
    m_mainWindow.release()->deleteLater();
}

} // namespace dealdesk
