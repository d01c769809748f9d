#pragma once

#include "core/environment.h"
#include "data/database_location.h"
#include "services/connections/shared_secret.h"

#include <QJsonObject>

namespace dealdesk {

enum class ProfileKind { EmbeddedFile, PostgreSql, Lakebase };

template<>
struct EnumCodes<ProfileKind> {
    static constexpr std::array table = {std::pair{ProfileKind::EmbeddedFile, "embedded"}, std::pair{ProfileKind::PostgreSql, "postgresql"},
                                         std::pair{ProfileKind::Lakebase, "lakebase"}};
};

/// What stands in for a password at a server.
enum class SignInMethod {
    Password,
    PastedToken, ///< the person pastes one that another program showed
    TokenCommand ///< a program prints a fresh one whenever Deal Desk connects
};

template<>
struct EnumCodes<SignInMethod> {
    static constexpr std::array table = {std::pair{SignInMethod::Password, "password"}, std::pair{SignInMethod::PastedToken, "token"},
                                         std::pair{SignInMethod::TokenCommand, "token_command"}};
};

/// A database that a person connects to, by a name of their own. Never holds a secret.
struct ConnectionProfile {
    QString id; ///< never shown; stays the same when the name changes
    QString name;
    ProfileKind kind = ProfileKind::EmbeddedFile;
    QString filePath; ///< of an embedded database
    QList<ServerAddress> hosts;
    QString database = QStringLiteral("dealdesk");
    TlsMode tls = TlsMode::VerifyFull;
    QString rootCertificate; ///< a file; empty: the authorities of the system
    SignInMethod signIn = SignInMethod::Password;
    QString tokenCommand;        ///< program and arguments, as in a command line but run without a shell
    QString username;            ///< filled in at sign-in; may be empty
    bool remembersSecret = true; ///< in the key store of the operating system, if the person wants it at sign-in
    Environment environment = Environment::Production;
    bool isReadOnly = false; ///< placed by IT for everybody of this machine
    QJsonObject unknown;     ///< fields of a newer Deal Desk: kept as they are

    [[nodiscard]] bool isServer() const { return kind != ProfileKind::EmbeddedFile; }
    /// "postgresql://host:port,…/database" without a user, or the file's path: what two profiles of the same database share.
    [[nodiscard]] QString target() const;

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;

    /// An id that no other profile has.
    static QString newId();
};

QJsonObject toJson(const ConnectionProfile &profile);
/// Nothing for what has no id, no name or an unknown kind. Other values that this program does not know become the defaults.
std::optional<ConnectionProfile> profileFromJson(QJsonObject json);

/// Where the profile leads as this person. `secret` is the password or token that was typed; a token command needs none.
DatabaseLocation locationOf(const ConnectionProfile &profile, const QString &username, std::shared_ptr<const SharedSecret> secret = {});

} // namespace dealdesk
