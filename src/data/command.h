#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace dealdesk {

/// One user action. Fields as in docs/database-contract.md.
struct Command {
    QString name; ///< "cmd_save_draft"
    QString commandId;
    qint64 actorId = 0;
    std::optional<qint64> dealId;
    std::optional<qint64> expectedVersion;
    QJsonObject arguments;
};

/// The text that travels to the database: compact, keys in order, so that equal arguments give equal text.
QString argumentsText(const Command &command);

/// The SHA-256 of the arguments' text, in hex: a command id cannot be used again for something else.
QString digestOf(const QString &argumentsText);

} // namespace dealdesk
