#pragma once

#include "services/account_service.h"
#include "services/connections/connection_profile.h"
#include "services/request_scope.h"

#include <QStringList>

namespace dealdesk {

/// From a connection to a signed-in person. A file is opened first: its first administrator is made where there is nobody yet, and the
/// password checked. At a server signing in is connecting, as the person's own login. A password that was reset is changed. Knows nothing
/// of widgets.
class SignInModel : public QObject {
    Q_OBJECT

public:
    enum class Step { Opening, Refused, FirstStart, Credentials, NewPassword, SignedIn };
    Q_ENUM(Step)

    using QObject::QObject;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }
    /// The connection that was chosen; for a file that was opened by its path, one without a name.
    [[nodiscard]] const ConnectionProfile &profile() const { return m_profile; }
    [[nodiscard]] const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    /// Why the database was refused, in Step::Refused.
    [[nodiscard]] const Error &refusal() const { return m_refusal; }

    /// Opens a file, or asks for the credentials of a server.
    void choose(const ConnectionProfile &profile);
    QCoro::Task<> open(DatabaseLocation location);
    /// The same, and fills a database without people with the sample data.
    QCoro::Task<> openSample(DatabaseLocation location);
    /// Goes on with a workspace that is open already: after signing out.
    QCoro::Task<> resume(std::shared_ptr<Workspace> workspace);
    /// Asks the key store; secretFound() when it has one.
    QCoro::Task<> lookUpSecret(QString username);
    QCoro::Task<> createFirstAdmin(NewAccount account, QString repeated);
    /// The newest backup of a damaged database; empty where the refusal is for another reason, or there is none.
    [[nodiscard]] QString newestBackup() const;
    /// Puts it in the place of the damaged file, which is kept beside it, and opens again. Whoever has a session has ended it.
    QCoro::Task<> restoreNewestBackup();
    /// After a refusal: opens again, or connects again as the same person.
    void retry();
    /// Gives up connecting to a server.
    void cancel();
    /// Says why it cannot go on, with the ways on that a refused database has.
    void refuse(const Error &error);
    /// Ends what is under way and lets the database go.
    void forget();
    /// `remember`: keeps the password of a server in the key store, or forgets the one that is there.
    QCoro::Task<> signIn(QString username, QString password, bool remember = false);
    QCoro::Task<> changePassword(QString replacement, QString repeated);

    enum class Field { None, Username, Password, Email, FirstName, LastName, NewPassword, Repeated };
    Q_ENUM(Field)

Q_SIGNALS:
    void stepChanged();
    void busyChanged(bool busy);
    /// What goes on while opening.
    void progressChanged(const QString &text);
    /// What is wrong with an input; Field::None where no single field is to blame.
    void failed(dealdesk::SignInModel::Field field, const QString &sentence);
    /// What the key store has for the connection and the user name that it knows.
    void secretFound(const QString &username, const QString &secret);
    /// Why the password was not remembered; signing in goes on.
    void notRemembered(const QString &sentence);

private:
    QCoro::Task<> signInToFile(QString username, QString password);
    QCoro::Task<> signInToServer(QString username, QString password, bool remember);
    QCoro::Task<> remember(QString username, QString secret, bool wanted);
    void reportConnecting(const Error &error);
    void welcome(const SignedIn &person, const QString &password);
    QCoro::Task<Status> openWorkspace(DatabaseLocation location, StopToken stop);
    void enter(Step step);
    void setBusy(bool busy);
    void report(const Error &error, Field field);
    /// False, with the reason reported, for a password that is too short or repeated differently.
    [[nodiscard]] bool acceptPassword(const QString &password, const QString &repeated, Field field);

    Step m_step = Step::Opening;
    bool m_busy = false;
    ConnectionProfile m_profile;
    DatabaseLocation m_location;
    std::shared_ptr<Workspace> m_workspace;
    Actor m_actor;
    Error m_refusal;
    QString m_password;                     ///< between sign-in and the change that a reset password needs
    std::shared_ptr<SharedSecret> m_secret; ///< of a server
    bool m_remembers = false;
    RequestScope m_request;
    RequestScope m_lookingUp;
};

} // namespace dealdesk
