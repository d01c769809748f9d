#include "services/server_handshake.h"

#include "data/client_contract.h"
#include "services/account_rows.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

void takeDesk(ServerHandshake &handshake, const Query &row)
{
    handshake.schemaVersion = row.text(0);
    handshake.minimumClient = static_cast<int>(row.integer(1));
    handshake.maximumClient = static_cast<int>(row.integer(2));
    handshake.maintenance = row.text(3);
    handshake.environment = row.text(4);
}

QList<NamedRead> reads()
{
    return {
        {u"handshake"_s, {}, u"SELECT schema_version, min_client, max_client, maintenance, environment FROM handshake"_s},
        {u"own account"_s,
         {},
         u"SELECT id, username, display_name, role, department, approval_level, approval_rank, is_active, must_change_password, password "
         "FROM accounts WHERE id = (SELECT me FROM handshake)"_s}};
}

} // namespace

Result<ServerHandshake> readHandshake(Connection &connection)
{
    ServerHandshake handshake;
    bool isSetUp = false;
    const Status read = connection.readTogether(reads(), [&](qsizetype index, Query &rows) -> Status {
        while (rows.next()) {
            if (index == 0) {
                takeDesk(handshake, rows);
                isSetUp = true;
            } else {
                const AccountRow account = accountFrom(rows);
                handshake.person = SignedIn{account.actor, account.mustChangePassword};
            }
        }
        return rows.status();
    });
    if (!read)
        return failure(read.error());
    if (!isSetUp)
        return failure(ErrorCode::DatabaseTooOld, u"no handshake"_s);
    return handshake;
}

Status checkHandshake(const ServerHandshake &handshake, const QString &login)
{
    const QJsonObject served{{u"minimum"_s, handshake.minimumClient}, {u"maximum"_s, handshake.maximumClient}};
    if (kClientContract < handshake.minimumClient)
        return failure(ErrorCode::ClientTooOld, handshake.schemaVersion, served);
    if (kClientContract > handshake.maximumClient)
        return failure(ErrorCode::ClientTooNew, handshake.schemaVersion, served);
    if (!handshake.maintenance.isEmpty())
        return failure(ErrorCode::Maintenance, {}, {{u"text"_s, handshake.maintenance}});
    if (!handshake.person)
        return failure(ErrorCode::AccountInactive, login, {{u"login"_s, login}});
    return Nothing{};
}

} // namespace dealdesk
