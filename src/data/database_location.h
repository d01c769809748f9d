#pragma once

#include "core/enum_codes.h"
#include "core/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace dealdesk {

/// How a connection to a server is secured. There is no falling back from one to a weaker one.
enum class TlsMode {
    VerifyFull, ///< encrypted, the certificate is from a trusted authority and for this host
    VerifyCa,   ///< encrypted, from a trusted authority, whatever the host
    Require,    ///< encrypted, but whoever answers is believed: a password may go to a stranger
    Off         ///< clear text: only on this machine (a loopback address or a socket's folder)
};

/// The codes are libpq's names of sslmode.
template<>
struct EnumCodes<TlsMode> {
    static constexpr std::array table = {std::pair{TlsMode::VerifyFull, "verify-full"}, std::pair{TlsMode::VerifyCa, "verify-ca"},
                                         std::pair{TlsMode::Require, "require"}, std::pair{TlsMode::Off, "disable"}};
};

struct ServerAddress {
    QString host; ///< a name, an address, or the folder of a Unix socket
    int port = 5432;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// A shared database and who signs in there: each person is a login of their own.
struct ServerLocation {
    QList<ServerAddress> hosts; ///< tried in order; the first that takes writes is used
    QString database;
    QString username;
    TlsMode tls = TlsMode::VerifyFull;
    QString rootCertificate; ///< a file of trusted authorities; empty: those of the system
    /// The password, or a fresh token: asked at every connecting, on the database's thread. Never kept in a file or a log.
    std::function<Result<QString>()> secret;
};

/// Where a database is: a file of this machine, or a server.
struct DatabaseLocation {
    QString filePath = {};
    std::shared_ptr<const ServerLocation> server = {};

    [[nodiscard]] bool isServer() const { return server != nullptr; }
    /// What settings and journals are kept under: the file's path, or "postgresql://user@host:port,host:port/database".
    [[nodiscard]] QString key() const;
    /// What people see: the file's name without folder and ending, or "database on host".
    [[nodiscard]] QString displayName() const;
};

} // namespace dealdesk
