#pragma once

#include "domain/actor.h"
#include "services/workspace.h"

namespace dealdesk {

struct NewAccount {
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    QString password; ///< clear text; only its Argon2id verifier leaves the service
};

struct SignedIn {
    Actor actor;
    bool mustChangePassword = false;
};

/// Local accounts of the embedded database. No security boundary beyond the file itself.
class AccountService {
public:
    explicit AccountService(std::shared_ptr<Workspace> workspace);

    QCoro::Task<Result<bool>> needsFirstAdmin() const;
    QCoro::Task<Status> createFirstAdmin(NewAccount account) const;
    /// BadCredentials for an unknown name and a wrong password alike (and as slow); AccountInactive only with the right password.
    QCoro::Task<Result<SignedIn>> signIn(QString username, QString password) const;
    /// Somebody by name without a password, or the first active administrator for an empty name: for the command line, where whoever may
    /// write the file may act as anybody in it. NotFound, AccountInactive.
    QCoro::Task<Result<Actor>> actorNamed(QString username) const;
    QCoro::Task<Status> changePassword(Actor actor, QString current, QString replacement) const;

    static constexpr int kMinimumPasswordLength = 10;

private:
    std::shared_ptr<Workspace> m_workspace;
};

/// Invalid with {"field": "password", "minimum"} for one that is too short.
Status acceptablePassword(const QString &password);

} // namespace dealdesk
