#pragma once

#include <QString>

namespace dealdesk::test {

/// Two people at once: what the second one meets while the first one's transaction is open, and once it is committed. What a lock in a
/// function of the stored logic is for.
struct LockScenario {
    struct Side {
        QString login;
        QString statement; ///< an SQL expression that gives the statement's text
        QString role = {};
    };

    QString function; ///< without schema
    QString name;
    Side first;
    Side second;
    QString outcome;    ///< "waited" or "at once", and the second one's SQLSTATE or "worked"
    QString given = {}; ///< done before, by a superuser
    QString state = {}; ///< what is read at the end, appended to the outcome

    /// What happens, in a database of its own; `mutant`: a function's text that replaces the present one there.
    [[nodiscard]] QString play(const QString &mutant = {}) const;
};

QList<LockScenario> lockScenarios();

} // namespace dealdesk::test
