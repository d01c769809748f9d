#include "presentation/sign_in/sign_in_model.h"

#include "services/backup_service.h"
#include "services/error_text.h"
#include "services/sample/sample_data.h"

namespace dealdesk {

/// Cancelled when a newer request took over.
QCoro::Task<Status> SignInModel::openWorkspace(DatabaseLocation location, StopToken stop)
{
    if (m_profile.isServer() || m_profile.filePath != location.filePath) {
        m_profile = {};
        m_profile.kind = ProfileKind::EmbeddedFile;
        m_profile.filePath = location.filePath;
    }
    m_location = location;
    m_workspace.reset();
    m_secret.reset();
    setBusy(true);
    enter(Step::Opening);
    const auto task = Workspace::open(location);
    const auto opened = co_await task;
    if (stop.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!opened) {
        setBusy(false);
        refuse(opened.error());
        co_return failure(opened.error());
    }
    m_workspace = *opened;
    co_return Status{};
}

QCoro::Task<> SignInModel::open(DatabaseLocation location)
{
    const auto opening = openWorkspace(location, m_request.begin());
    const auto opened = co_await opening;
    if (opened)
        resume(m_workspace);
}

QCoro::Task<> SignInModel::openSample(DatabaseLocation location)
{
    const auto stop = m_request.begin();
    const auto opening = openWorkspace(location, stop);
    const auto opened = co_await opening;
    if (!opened)
        co_return;
    const SampleData sample(m_workspace);
    const auto asking = sample.isWanted();
    const auto wanted = co_await asking;
    if (stop.stopped())
        co_return;
    if (wanted && *wanted) {
        Q_EMIT progressChanged(tr("Making the sample data: people, clients and some sixty deals. This takes a moment."));
        const auto filling = sample.create();
        const auto filled = co_await filling;
        if (stop.stopped())
            co_return;
        if (!filled) {
            setBusy(false);
            refuse(filled.error());
            co_return;
        }
    }
    resume(m_workspace);
}

QCoro::Task<> SignInModel::resume(std::shared_ptr<Workspace> workspace)
{
    const auto stop = m_request.begin();
    m_workspace = workspace;
    m_location = workspace->location();
    setBusy(true);
    const AccountService accounts(workspace);
    const auto task = accounts.needsFirstAdmin();
    const auto isNew = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!isNew) {
        refuse(isNew.error());
        co_return;
    }
    enter(*isNew ? Step::FirstStart : Step::Credentials);
}

void SignInModel::refuse(const Error &error)
{
    m_refusal = error;
    enter(Step::Refused);
}

void SignInModel::retry()
{
    if (!m_profile.isServer())
        open(m_location);
    else if (m_secret)
        signInToServer(m_location.server->username, m_secret->text(), m_remembers);
    else
        choose(m_profile);
}

void SignInModel::forget()
{
    m_lookingUp.stop();
    m_request.stop();
    m_workspace.reset();
}

QString SignInModel::newestBackup() const
{
    return m_refusal.code == ErrorCode::DatabaseCorrupt ? BackupService(m_location).newest() : QString();
}

QCoro::Task<> SignInModel::restoreNewestBackup()
{
    const QString backup = newestBackup();
    if (m_busy || backup.isEmpty())
        co_return;
    const auto stop = m_request.begin();
    m_workspace.reset(); // nobody may have the file open
    setBusy(true);
    const BackupService backups(m_location);
    const auto task = backups.restore(backup);
    const auto restored = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!restored) {
        refuse(restored.error());
        co_return;
    }
    open(m_location);
}

QCoro::Task<> SignInModel::createFirstAdmin(NewAccount account, QString repeated)
{
    account.username = account.username.trimmed();
    account.email = account.email.trimmed();
    if (m_busy)
        co_return;
    if (account.username.isEmpty()) {
        Q_EMIT failed(Field::Username, tr("Choose a user name."));
        co_return;
    }
    if (!account.email.contains(u'@')) {
        Q_EMIT failed(Field::Email, tr("Give an e-mail address, like name@example.com."));
        co_return;
    }
    if (!acceptPassword(account.password, repeated, Field::Password))
        co_return;
    const auto stop = m_request.begin();
    setBusy(true);
    const AccountService accounts(m_workspace);
    const auto task = accounts.createFirstAdmin(account);
    const auto created = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!created) {
        report(created.error(), Field::None);
        co_return;
    }
    const auto signing = signIn(account.username, account.password);
    co_await signing;
}

QCoro::Task<> SignInModel::signIn(QString username, QString password, bool remember)
{
    username = username.trimmed();
    if (m_busy)
        co_return;
    if (username.isEmpty()) {
        Q_EMIT failed(Field::Username, tr("Enter your user name."));
        co_return;
    }
    if (password.isEmpty() && m_profile.signIn != SignInMethod::TokenCommand) {
        Q_EMIT failed(Field::Password, m_profile.signIn == SignInMethod::PastedToken ? tr("Paste a token.") : tr("Enter your password."));
        co_return;
    }
    const auto task = m_profile.isServer() ? signInToServer(username, password, remember) : signInToFile(username, password);
    co_await task;
}

QCoro::Task<> SignInModel::signInToFile(QString username, QString password)
{
    const auto stop = m_request.begin();
    setBusy(true);
    const AccountService accounts(m_workspace);
    const auto task = accounts.signIn(username, password);
    const auto signedIn = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (signedIn)
        welcome(*signedIn, password);
    else
        report(signedIn.error(), Field::Password);
}

void SignInModel::welcome(const SignedIn &person, const QString &password)
{
    m_actor = person.actor;
    m_password = person.mustChangePassword ? password : QString();
    enter(person.mustChangePassword ? Step::NewPassword : Step::SignedIn);
}

QCoro::Task<> SignInModel::changePassword(QString replacement, QString repeated)
{
    if (m_busy || !acceptPassword(replacement, repeated, Field::NewPassword))
        co_return;
    if (replacement == m_password) {
        Q_EMIT failed(Field::NewPassword, tr("Choose a password other than the one that you were given."));
        co_return;
    }
    const auto stop = m_request.begin();
    setBusy(true);
    const AccountService accounts(m_workspace);
    const auto task = accounts.changePassword(m_actor, m_password, replacement);
    const auto changed = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!changed) {
        report(changed.error(), Field::NewPassword);
        co_return;
    }
    m_password.clear();
    if (m_secret) {
        m_secret->setText(replacement);
        remember(m_actor.username, replacement, m_remembers);
    }
    enter(Step::SignedIn);
}

bool SignInModel::acceptPassword(const QString &password, const QString &repeated, Field field)
{
    if (password.size() < AccountService::kMinimumPasswordLength) {
        Q_EMIT failed(field, tr("A password has at least %n characters.", nullptr, AccountService::kMinimumPasswordLength));
        return false;
    }
    if (password != repeated) {
        Q_EMIT failed(Field::Repeated, tr("The two passwords differ."));
        return false;
    }
    return true;
}

void SignInModel::enter(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void SignInModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void SignInModel::report(const Error &error, Field field)
{
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(field, sentenceFor(error));
}

} // namespace dealdesk
