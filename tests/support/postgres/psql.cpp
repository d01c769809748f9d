#include "support/postgres/psql.h"

#include <libpq-fe.h>

#include <QDeadlineTimer>

#include <vector>

#include <poll.h>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QString firstLineOf(const char *text)
{
    return QString::fromUtf8(text).section(u'\n', 0, 0);
}

PgAnswer answerOf(PGresult *result, PGconn *connection)
{
    PgAnswer answer;
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY) {
        const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        answer.sqlState = state ? state : "08000";
        answer.message = message ? QString::fromUtf8(message) : firstLineOf(PQerrorMessage(connection));
    }
    for (int column = 0; column < PQnfields(result); ++column)
        answer.columns.append(QString::fromUtf8(PQfname(result, column)));
    for (int row = 0; row < PQntuples(result); ++row) {
        auto &values = answer.rows.emplaceBack();
        for (int column = 0; column < PQnfields(result); ++column) {
            if (PQgetisnull(result, row, column))
                values.emplaceBack();
            else
                values.emplaceBack(QByteArray(PQgetvalue(result, row, column), PQgetlength(result, row, column)));
        }
    }
    PQclear(result);
    return answer;
}

PgAnswer orFail(PgAnswer answer, const QString &sql)
{
    if (!answer.worked())
        qFatal("%s: %s %s", qPrintable(sql.left(2000)), answer.sqlState.constData(), qPrintable(answer.message));
    return answer;
}

} // namespace

QString PgAnswer::text() const
{
    return rows.isEmpty() || rows.first().isEmpty() ? QString() : QString::fromUtf8(rows.first().first().value_or(QByteArray()));
}

QStringList PgAnswer::column() const
{
    QStringList values;
    for (const auto &row : rows)
        values.append(row.first() ? QString::fromUtf8(*row.first()) : QStringLiteral("∅"));
    return values;
}

Psql::Psql(const QString &connectionText) : m_connection(PQconnectdb(connectionText.toUtf8().constData()), &PQfinish)
{
    const auto ignore = [](void *, const PGresult *) {};
    PQsetNoticeReceiver(m_connection.get(), ignore, nullptr);
}

Psql::~Psql() = default;
Psql::Psql(Psql &&other) noexcept = default;
Psql &Psql::operator=(Psql &&other) noexcept = default;

bool Psql::isOpen() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

QString Psql::problem() const
{
    return QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed();
}

int Psql::processId() const
{
    return PQbackendPID(m_connection.get());
}

PgAnswer Psql::run(const QString &sql)
{
    return answerOf(PQexec(m_connection.get(), sql.toUtf8().constData()), m_connection.get());
}

PgAnswer Psql::run(const QString &sql, const QList<std::optional<QString>> &values)
{
    QList<QByteArray> texts;
    for (const auto &value : values)
        texts.append(value ? value->toUtf8() : QByteArray());
    std::vector<const char *> pointers;
    for (int i = 0; i < values.size(); ++i)
        pointers.push_back(values[i] ? texts[i].constData() : nullptr);
    PGresult *result = PQexecParams(m_connection.get(), sql.toUtf8().constData(), int(values.size()), nullptr, pointers.data(), nullptr,
                                    nullptr, 0);
    return answerOf(result, m_connection.get());
}

QStringList Psql::lines(const QString &script)
{
    QStringList lines;
    if (!PQsendQuery(m_connection.get(), script.toUtf8().constData()))
        return {u"error "_s + problem()};
    while (PGresult *result = PQgetResult(m_connection.get())) {
        const PgAnswer answer = answerOf(result, m_connection.get());
        lines += answer.worked() ? answer.column()
                                 : QStringList{u"error %1 %2"_s.arg(QString::fromLatin1(answer.sqlState), answer.message)};
    }
    return lines;
}

PgAnswer Psql::must(const QString &sql)
{
    return orFail(run(sql), sql);
}

PgAnswer Psql::must(const QString &sql, const QList<std::optional<QString>> &values)
{
    return orFail(run(sql, values), sql);
}

QStringList Psql::notices(int patienceMs)
{
    QStringList channels;
    QDeadlineTimer patience(patienceMs);
    do {
        pollfd readable{PQsocket(m_connection.get()), POLLIN, 0};
        poll(&readable, 1, int(patience.remainingTime()));
        if (!PQconsumeInput(m_connection.get()))
            return channels;
        while (PGnotify *notice = PQnotifies(m_connection.get())) {
            channels.append(QString::fromUtf8(notice->relname));
            PQfreemem(notice);
        }
    } while (channels.isEmpty() && !patience.hasExpired());
    return channels;
}

} // namespace dealdesk::test
