#include "data/sqlite/native_error.h"

#include "data/refusal.h"

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
    if (std::optional<Error> refused = refusalIn(message))
        return *refused;
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
