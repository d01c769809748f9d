#include "services/sample/sample_desk.h"

#include "data/rows.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk {

SampleDesk::SampleDesk(ConnectionOf connectionOf) : m_connectionOf(std::move(connectionOf)) {}

QJsonObject SampleDesk::as(const QString &username, const QString &command, QJsonObject arguments, std::optional<qint64> deal,
                           std::optional<qint64> version)
{
    if (m_failure)
        return {};
    Command sent{command, QUuid::createUuid().toString(QUuid::WithoutBraces), m_ids.value(username), deal, version, std::move(arguments)};
    const Result<Connection *> connection = m_connectionOf(username);
    const Result<QJsonObject> result = connection ? (*connection)->command(sent) : failure(connection.error());
    if (!result)
        fail({result.error().code, u"%1 by %2: %3"_s.arg(command, username, result.error().detail), result.error().data});
    return result.value_or(QJsonObject());
}

Connection *SampleDesk::adminConnection()
{
    if (m_failure)
        return nullptr;
    const auto connection = m_connectionOf(samplePeople().first().username);
    if (!connection) {
        fail(connection.error());
        return nullptr;
    }
    return *connection;
}

qint64 SampleDesk::taskOf(qint64 deal, const QString &departmentOrLevel)
{
    return number(
        u"SELECT max(id) FROM approval_list WHERE deal_id = ? AND CASE approval_stage WHEN 1 THEN department ELSE approval_level END = ?"_s,
        {deal, departmentOrLevel});
}

qint64 SampleDesk::versionOf(qint64 deal)
{
    return number(u"SELECT version FROM deal_detail WHERE id = ?"_s, {deal});
}

void SampleDesk::fail(const Error &error)
{
    if (!m_failure)
        m_failure = error;
}

qint64 SampleDesk::number(const QString &sql, const QVariantList &values)
{
    Connection *admin = adminConnection();
    if (!admin)
        return 0;
    const auto rows = readRows(*admin, sql, values, [](const Query &row) { return row.integer(0); });
    if (!rows)
        fail(rows.error());
    else if (rows->value(0) == 0)
        fail({ErrorCode::Internal, u"nothing found by %1"_s.arg(sql), {}});
    return rows ? rows->value(0) : 0;
}

} // namespace dealdesk
