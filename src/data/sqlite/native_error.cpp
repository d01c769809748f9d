#include "data/sqlite/native_error.h"

#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Result codes of SQLite (sqlite.org/rescode.html). Qt's driver switches the extended ones on; the low byte is the primary code.
enum Sqlite : int {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    TooBig = 18,
    Constraint = 19,
    Mismatch = 20,
    Auth = 23,
    NotADatabase = 26,
    ConstraintPrimaryKey = 1555,
    ConstraintUnique = 2067,
    ConstraintRowId = 2579
};

constexpr std::array kRefusals = {
    std::pair{"forbidden", ErrorCode::Forbidden},
    std::pair{"separation_of_duties", ErrorCode::SeparationOfDuties},
    std::pair{"stale", ErrorCode::Stale},
    std::pair{"not_found", ErrorCode::NotFound},
    std::pair{"not_editable", ErrorCode::NotEditable},
    std::pair{"illegal_transition", ErrorCode::IllegalTransition},
    std::pair{"already_decided", ErrorCode::AlreadyDecided},
    std::pair{"routing_changed", ErrorCode::RoutingChanged},
    std::pair{"incomplete", ErrorCode::Incomplete},
    std::pair{"reason_required", ErrorCode::ReasonRequired},
    std::pair{"command_reused", ErrorCode::CommandReused},
    std::pair{"invalid", ErrorCode::Invalid},
    std::pair{"duplicate", ErrorCode::Duplicate},
    std::pair{"account_inactive", ErrorCode::AccountInactive},
};

constexpr auto kPrefix = "dealdesk:"_L1;

Error refusal(const QString &message)
{
    const QString text = message.mid(kPrefix.size());
    const qsizetype colon = text.indexOf(u':');
    const QString name = text.left(colon);
    const QJsonObject data = colon < 0 ? QJsonObject() : QJsonDocument::fromJson(text.mid(colon + 1).toUtf8()).object();
    for (const auto &[code, value] : kRefusals) {
        if (name == QLatin1StringView(code))
            return {value, message, data};
    }
    return {ErrorCode::Internal, message, data};
}

ErrorCode constraintCode(int nativeCode)
{
    switch (nativeCode) {
    case ConstraintPrimaryKey:
    case ConstraintUnique:
    case ConstraintRowId: return ErrorCode::Duplicate;
    default: return ErrorCode::Invalid;
    }
}

/// "UNIQUE constraint failed: users.username" names what is taken.
QJsonObject takenName(const QString &message)
{
    const QString column = message.section(": "_L1, 1).section(u',', 0, 0).trimmed();
    const qsizetype dot = column.indexOf(u'.');
    return dot < 0 ? QJsonObject() : QJsonObject{{u"table"_s, column.left(dot)}, {u"column"_s, column.mid(dot + 1)}};
}

} // namespace

Error errorFrom(int nativeCode, const QString &message)
{
    if (message.startsWith(kPrefix))
        return refusal(message);
    const QString detail = u"SQLite %1: %2"_s.arg(nativeCode).arg(message);
    switch (nativeCode & 0xff) {
    case Busy:
    case Locked: return {ErrorCode::DatabaseBusy, detail, {}};
    case Corrupt:
    case NotADatabase: return {ErrorCode::DatabaseCorrupt, detail, {}};
    case Full: return {ErrorCode::DiskFull, detail, {}};
    case Perm:
    case ReadOnly:
    case IoError:
    case CantOpen:
    case Auth: return {ErrorCode::DatabaseUnavailable, detail, {}};
    case Interrupt: return {ErrorCode::Cancelled, detail, {}};
    case TooBig:
    case Mismatch: return {ErrorCode::Invalid, detail, {}};
    case Constraint: {
        const ErrorCode code = constraintCode(nativeCode);
        return {code, detail, code == ErrorCode::Duplicate ? takenName(message) : QJsonObject()};
    }
    default: return {ErrorCode::Internal, detail, {}};
    }
}

Error errorFrom(const QSqlError &error)
{
    return errorFrom(error.nativeErrorCode().toInt(), error.databaseText());
}

} // namespace dealdesk
