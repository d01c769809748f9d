#include "services/send_outcome.h"

namespace dealdesk {

SendOutcome outcomeOf(const Result<QJsonObject> &answer, bool wasSent)
{
    if (answer)
        return SendOutcome::Saved;
    const ErrorCode code = answer.error().code;
    if (code == ErrorCode::ConnectionLost)
        return SendOutcome::Unknown;
    if (wasSent) // the stored logic's own refusals come after the look into the log
        return code <= ErrorCode::Duplicate ? SendOutcome::Refused : SendOutcome::Unknown;
    switch (code) {
    case ErrorCode::ServerUnreachable:
    case ErrorCode::TlsRefused:
    case ErrorCode::AccessDenied:
    case ErrorCode::Cancelled:
    case ErrorCode::DiskFull:
    case ErrorCode::FileNotWritable: return SendOutcome::NotSent;
    default: return SendOutcome::Refused;
    }
}

bool mayAnswerLater(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ConnectionLost:
    case ErrorCode::ServerUnreachable:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::Maintenance:
    case ErrorCode::DiskFull:
    case ErrorCode::Internal: return true;
    default: return false;
    }
}

} // namespace dealdesk
