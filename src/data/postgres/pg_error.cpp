#include "data/postgres/pg_error.h"

#include "data/refusal.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// What follows a colon and a quotation mark is a value that somebody typed ("invalid input syntax for type integer: "abc"").
QString withoutValues(const QString &message)
{
    return message.section(u": \""_s, 0, 0);
}

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

/// The single states that mean more than their class.
const QHash<QString, ErrorCode> &singleStates()
{
    static const QHash<QString, ErrorCode> states = {
        {u"23505"_s, ErrorCode::Duplicate},       {u"25006"_s, ErrorCode::DatabaseUnavailable}, // a standby, or a reader that writes
        {u"40001"_s, ErrorCode::DatabaseBusy},    {u"40P01"_s, ErrorCode::DatabaseBusy},        {u"42501"_s, ErrorCode::Forbidden},
        {u"53100"_s, ErrorCode::DiskFull},        {u"53300"_s, ErrorCode::DatabaseBusy},        {u"55P03"_s, ErrorCode::DatabaseBusy},
        {u"57014"_s, ErrorCode::DatabaseBusy},    {u"57P01"_s, ErrorCode::ConnectionLost},      {u"57P02"_s, ErrorCode::ConnectionLost},
        {u"57P03"_s, ErrorCode::ConnectionLost},  {u"57P05"_s, ErrorCode::ConnectionLost},      {u"25P03"_s, ErrorCode::ConnectionLost},
        {u"XX001"_s, ErrorCode::DatabaseCorrupt}, {u"XX002"_s, ErrorCode::DatabaseCorrupt},
    };
    return states;
}

ErrorCode codeOf(const QString &sqlState)
{
    const auto single = singleStates().constFind(sqlState);
    if (single != singleStates().constEnd())
        return *single;
    const QString stateClass = sqlState.left(2);
    if (stateClass == u"08")
        return ErrorCode::ConnectionLost;
    if (stateClass == u"22" || stateClass == u"23")
        return ErrorCode::Invalid;
    if (stateClass == u"53" || stateClass == u"57" || stateClass == u"58")
        return ErrorCode::DatabaseUnavailable;
    if (stateClass == u"28")
        return ErrorCode::AccessDenied;
    return ErrorCode::Internal;
}

/// "users_username_key" on users names the column that is taken.
QJsonObject takenName(const QString &table, const QString &constraint)
{
    QString column = constraint;
    if (column.startsWith(table + u'_'))
        column.remove(0, table.size() + 1);
    for (const QLatin1StringView ending : {"_key"_L1, "_idx"_L1, "_unique"_L1}) {
        if (column.endsWith(ending))
            column.chop(ending.size());
    }
    return {{u"table"_s, table}, {u"column"_s, column}};
}

} // namespace

QString sqlStateOf(const PGresult *result)
{
    return field(result, PG_DIAG_SQLSTATE);
}

bool mayWorkNow(const PGresult *result)
{
    const QString state = sqlStateOf(result);
    return state == u"40001" || state == u"40P01" || state == u"55P03";
}

bool isOutdatedStatement(const PGresult *result)
{
    const QString state = sqlStateOf(result);
    return state == u"26000" || state == u"0A000";
}

Error errorFromState(const QString &sqlState, const QString &message, const QString &table, const QString &constraint)
{
    if (std::optional<Error> refused = refusalIn(message))
        return *refused;
    const ErrorCode code = codeOf(sqlState);
    QString detail = u"PostgreSQL %1: %2"_s.arg(sqlState, withoutValues(message));
    if (!constraint.isEmpty() && !detail.contains(constraint))
        detail += u" (%1)"_s.arg(constraint);
    return {code, detail, code == ErrorCode::Duplicate ? takenName(table, constraint) : QJsonObject()};
}

Error errorFrom(const PGresult *result)
{
    return errorFromState(sqlStateOf(result), field(result, PG_DIAG_MESSAGE_PRIMARY), field(result, PG_DIAG_TABLE_NAME),
                          field(result, PG_DIAG_CONSTRAINT_NAME));
}

ErrorCode signInError(const QString &sqlState)
{
    if (sqlState.startsWith("28"_L1) || sqlState == u"3D000" || sqlState == u"42501")
        return ErrorCode::AccessDenied;
    return sqlState == u"53300" ? ErrorCode::DatabaseBusy : ErrorCode::ServerUnreachable;
}

} // namespace dealdesk
