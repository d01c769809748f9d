#pragma once

#include "data/connection.h"

#include <QByteArray>

#include <vector>

namespace dealdesk {

/// How long things may take on one connection, in milliseconds.
struct PgLimits {
    int connecting = 5'000; ///< each host
    int statement = 7'000;  ///< the server ends a statement then
    int lock = 3'000;       ///< and a wait for a lock
    int idleInTransaction = 30'000;
    int silence = 9'000; ///< no byte came although an answer is due: the link is given up

    static PgLimits forRole(Connection::Role role);
};

/// Everything that libpq is told about one host, as the arrays of PQconnectStartParams: nothing is left to the environment, to files in
/// the home folder or to the text of a field.
class PgOptions {
public:
    /// Invalid for a host or database that could be read as more than a name; TlsRefused for clear text to another machine.
    static Result<PgOptions> make(const ServerLocation &location, const ServerAddress &address, Connection::Role role,
                                  const QString &secret);

    [[nodiscard]] const char *const *keywords() const { return m_keywords.data(); }
    [[nodiscard]] const char *const *values() const { return m_valuePointers.data(); }
    /// What was set for a keyword; empty when it was not.
    [[nodiscard]] QByteArray valueOf(const char *keyword) const;

private:
    void set(const char *keyword, const QByteArray &value);
    void close();

    std::vector<const char *> m_keywords;
    std::vector<QByteArray> m_values;
    std::vector<const char *> m_valuePointers;
};

/// A folder with a Unix socket, as libpq tells it from a name.
bool isSocketFolder(const QString &host);
/// Whether the address never leaves this machine.
bool isThisMachine(const QString &host);

/// Takes libpq's variables (PGHOST, PGPASSWORD, PGOPTIONS, …) out of this process. Called before every connecting.
void forgetPgEnvironment();

} // namespace dealdesk
