#include "bench/postgresql/raw_session.h"

#include "data/postgres/pg_placeholders.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

struct Values {
    explicit Values(const QVariantList &values)
    {
        for (const QVariant &value : values)
            texts.append(value.toString().toUtf8());
        for (qsizetype i = 0; i < values.size(); ++i)
            pointers.append(values.at(i).isNull() ? nullptr : texts.at(i).constData());
    }
    QByteArrayList texts;
    QList<const char *> pointers;
};

qsizetype lookedAt(const PGresult *result)
{
    volatile qsizetype bytes = 0;
    const int rows = PQntuples(result);
    const int columns = PQnfields(result);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            bytes = bytes + PQgetvalue(result, row, column)[0];
    }
    return rows;
}

} // namespace

RawSession::RawSession(const QString &connectionText) : m_connection(PQconnectdb(connectionText.toUtf8().constData()), PQfinish)
{
    PQclear(PQexec(m_connection.get(), "SET search_path = dealdesk, pg_catalog; SET TimeZone = 'UTC'; SET jit = off"));
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(m_connection.get()));
}

QByteArray RawSession::prepared(const QString &sql)
{
    QByteArray &name = m_names[sql];
    if (!name.isEmpty())
        return name;
    name = "s" + QByteArray::number(m_names.size());
    PGresult *result = PQprepare(m_connection.get(), name.constData(), numberedSql(sql).text.constData(), 0, nullptr);
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        qFatal("%s: %s", qPrintable(sql), PQresultErrorMessage(result));
    PQclear(result);
    return name;
}

qsizetype RawSession::read(const QList<SqlText> &statements)
{
    QByteArrayList names;
    for (const SqlText &statement : statements)
        names.append(prepared(statement.sql));
    pg_conn *connection = m_connection.get();
    PQenterPipelineMode(connection);
    for (qsizetype i = 0; i < statements.size(); ++i) {
        const Values values(statements.at(i).values);
        PQsendQueryPrepared(connection, names.at(i).constData(), int(values.pointers.size()), values.pointers.constData(), nullptr, nullptr,
                            0);
    }
    PQpipelineSync(connection);
    qsizetype rows = 0;
    for (bool isSynced = false; !isSynced;) {
        PGresult *result = PQgetResult(connection);
        if (!result) {
            if (PQstatus(connection) != CONNECTION_OK)
                qFatal("%s", PQerrorMessage(connection));
            continue;
        }
        const ExecStatusType status = PQresultStatus(result);
        isSynced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_TUPLES_OK)
            rows += lookedAt(result);
        else if (!isSynced)
            qFatal("%s", PQresultErrorMessage(result));
        PQclear(result);
    }
    PQexitPipelineMode(connection);
    return rows;
}

bool RawSession::command(const Command &command)
{
    const auto number = [](const std::optional<qint64> &value) { return value ? QVariant(*value) : QVariant(); };
    const Values values({command.commandId, 1, number(command.dealId), number(command.expectedVersion), argumentsText(command)});
    const QByteArray name = prepared(u"SELECT dealdesk.%1(?::uuid, ?::int, ?::bigint, ?::bigint, ?::text)"_s.arg(command.name));
    PGresult *result = PQexecPrepared(m_connection.get(), name.constData(), 5, values.pointers.constData(), nullptr, nullptr, 0);
    const bool isDone = PQresultStatus(result) == PGRES_TUPLES_OK;
    if (!isDone)
        qWarning("%s: %s", qPrintable(command.name), PQresultErrorMessage(result));
    PQclear(result);
    return isDone;
}

} // namespace dealdesk::bench
