#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include <cstdio>

namespace dealdesk::test {

/// A PostgreSQL server that lives as long as this object, or as the test program should it crash: a copy of the template in the build
/// folder with its data in a temporary folder. It trusts everybody at its socket; on 127.0.0.1 it wants TLS and a password. It does not
/// sync to disk, which loses nothing unless the machine itself stops. Its log stays in the build folder, in postgresql/<program>.log.
///
/// Ends the program as skipped (exit code 77) where PostgreSQL is not installed.
class PgCluster {
public:
    /// `settings`: as in postgresql.conf, "max_connections=20".
    explicit PgCluster(const QStringList &settings = {});
    ~PgCluster();
    PgCluster(const PgCluster &) = delete;
    PgCluster &operator=(const PgCluster &) = delete;

    /// The one that a program's tests share, started at first use.
    static PgCluster &shared();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString socketFolder() const { return m_folder.path(); }
    /// libpq's way to a database through the socket, where no password is asked.
    [[nodiscard]] QString connectionText(const QString &database, const QString &user = QStringLiteral("postgres")) const;
    /// "ca": of the authority that signed "server", "wrong-host" (signed for another host) and "expired"; "other-ca" signed "untrusted".
    [[nodiscard]] static QString certificate(const QString &name);
    /// The setting by which a cluster shows another certificate than "server".
    [[nodiscard]] static QStringList showing(const QString &certificate);

    /// Serves again after a stop or kill, on the same port; waits until it answers.
    void start();
    /// As an administrator would restart it: sessions are ended, what is committed is kept.
    void stop();
    /// kill -9 of the server and of everything that it started.
    void kill();
    /// kill -9 of one session's process: the server ends all others and recovers by itself.
    void killSession(int processId);

private:
    void tellKeeper(const char *verb);
    void endWith(const char *verb);
    void waitUntilItAnswers();

    quint16 m_port;
    QTemporaryDir m_folder;
    std::FILE *m_keeper; ///< standard input of the script that serves; its end stops the server
};

} // namespace dealdesk::test
