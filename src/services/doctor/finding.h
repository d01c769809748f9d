#pragma once

#include <QJsonObject>
#include <QString>

namespace dealdesk {

/// Something about a deployment that somebody should look at.
struct Finding {
    enum class Severity {
        Fault, ///< wrong: unsafe, or it will not work
        Advice ///< could be better, or is as it has to be on a managed service
    };
    QString check; ///< a stable name, that of the check's file
    Severity severity = Severity::Fault;
    QString what;   ///< a sentence
    QString remedy; ///< what to do, a sentence with the command where there is one
};

QJsonObject toJson(const Finding &finding);

} // namespace dealdesk
