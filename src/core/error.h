#pragma once

#include <QJsonObject>
#include <QString>

namespace dealdesk {

/// Everything that can go wrong, as a stable code. services/error_text.h turns each into a sentence for people.
enum class ErrorCode {
    // refusals by the stored logic; the names in the database are these in snake_case
    Forbidden,          ///< this person may not do this
    SeparationOfDuties, ///< owner, submitter or editor deciding; or one person twice in a stage
    Stale,              ///< the version on screen is not the stored one; data: {"version", "status"}
    NotFound,
    NotEditable,       ///< the deal's state does not allow edits
    IllegalTransition, ///< data: {"from", "to"}
    AlreadyDecided,    ///< data: {"by", "status"}
    RoutingChanged,    ///< the plan sent along does not match policy or content
    Incomplete,        ///< a submission that lacks something
    ReasonRequired,
    CommandReused, ///< the command id was used for something else
    Invalid,       ///< a constraint or malformed argument
    Duplicate,     ///< a unique name is taken
    // sign-in
    BadCredentials,
    AccountInactive,
    // the database itself
    DatabaseBusy,
    DatabaseUnavailable,
    DatabaseCorrupt,
    DatabaseTooNew, ///< data: {"found", "supported"}
    DatabaseTooOld, ///< a migration is needed; data of a server: {"found", "supported"}
    // a server
    ServerUnreachable, ///< nobody answers there; data: {"hosts"}, and {"standby": true} when only a copy that takes no writes does
    TlsRefused,        ///< no trustworthy encrypted connection; data: {"reason"}: none, certificate, host_name, expired
    /// the server lets this login, or this login into this database, not in; data: {"reason"}: password, database, not_allowed
    AccessDenied,
    ConnectionLost,      ///< the line broke after something was sent: a command's outcome is not known until it is sent again
    Maintenance,         ///< the administrators have closed the database for a while; data: {"text"}
    ClientTooOld,        ///< this program may not write there any more; data: {"minimum", "maximum"}
    ClientTooNew,        ///< this program is ahead of the server; data: {"minimum", "maximum"}
    TokenUnavailable,    ///< the program that fetches a token gave none; data: {"reason": not_found, failed, timeout, empty; "text"}
    KeyStoreUnavailable, ///< the operating system offers no place for secrets, or did not open it
    // a file of the embedded database
    NetworkFileSystem, ///< a file on a network or synced folder; data: {"path", "kind"}
    DiskFull,
    // files and the rest
    FileUnreadable,
    FileNotWritable,
    MalformedInput, ///< an import or settings file; detail says where
    NetworkUnreachable,
    Cancelled, ///< the requester gave up; never shown
    Internal   ///< a bug; detail has what the log says
};

/// Whether the stored logic said no: then nothing was written. After any other failure of a command that may still be open.
constexpr bool isRefusal(ErrorCode code)
{
    return code <= ErrorCode::Duplicate || code == ErrorCode::BadCredentials || code == ErrorCode::AccountInactive;
}

/// Whether the line to a server broke, before or after something was sent: it is opened again by itself.
constexpr bool isLineBroken(ErrorCode code)
{
    return code == ErrorCode::ConnectionLost || code == ErrorCode::ServerUnreachable;
}

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;   ///< technical, for logs and the details pane; never the sentence itself
    QJsonObject data; ///< what the sentence needs; keys as listed at the code
};

} // namespace dealdesk
