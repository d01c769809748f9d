#pragma once

#include "core/environment.h"
#include "services/connections/connection_profile.h"

#include <QCoroTask>

namespace dealdesk {

/// One thing that "Test connection" found out.
struct ConnectionFinding {
    enum class Kind { Good, Note, Problem };
    Kind kind = Kind::Good;
    QString what;   ///< a sentence
    QString advice; ///< what to do about it; empty for good news

    friend bool operator==(const ConnectionFinding &, const ConnectionFinding &) = default;
};

struct ConnectionReport {
    QList<ConnectionFinding> findings;      ///< in the order in which one would look
    std::optional<Environment> environment; ///< as the server says
    [[nodiscard]] bool isUsable() const;
};

/// Connects as this person would, on a connection of its own, and tells what is right and what is wrong. `secret`: the password or token as
/// typed; a token command needs none. Takes as long as the time-outs of connecting at worst. Writes nothing.
QCoro::Task<ConnectionReport> testConnection(ConnectionProfile profile, QString username, QString secret);

} // namespace dealdesk
