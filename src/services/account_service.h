#pragma once

#include "services/workspace.h"

namespace dealdesk {

struct NewAccount {
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    QString password; ///< clear text; only its Argon2id verifier leaves the service
};

/// Who may work here. In the embedded database: local accounts, no security boundary beyond the file itself. On a server each person is a
/// login of their own, and connecting was signing in: the server says who that is.
class AccountService {
public:
    explicit AccountService(std::shared_ptr<Workspace> workspace);

    /// On a server: whose login it is that the workspace was opened with. Nothing in an embedded database.
    [[nodiscard]] std::optional<SignedIn> signedIn() const;
    /// Never on a server: dealdeskctl makes the first one there.
    QCoro::Task<Result<bool>> needsFirstAdmin() const;
    QCoro::Task<Status> createFirstAdmin(NewAccount account) const;
    /// BadCredentials for an unknown name and a wrong password alike (and as slow); AccountInactive only with the right password.
    QCoro::Task<Result<SignedIn>> signIn(QString username, QString password) const;
    /// Somebody by name without a password, or the first active administrator for an empty name: for the command line, where whoever may
    /// write the file may act as anybody in it. NotFound, AccountInactive. On a server only the login's own person: Forbidden for another.
    QCoro::Task<Result<Actor>> actorNamed(QString username) const;
    /// BadCredentials when `current` does not fit. On a server the login's password is changed there; whoever knows the old one for the
    /// next connecting has to learn the new one.
    QCoro::Task<Status> changePassword(Actor actor, QString current, QString replacement) const;

    static constexpr int kMinimumPasswordLength = 10;

private:
    std::shared_ptr<Workspace> m_workspace;
};

/// Invalid with {"field": "password", "minimum"} for one that is too short.
Status acceptablePassword(const QString &password);

} // namespace dealdesk
