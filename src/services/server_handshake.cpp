#include "services/server_handshake.h"

#include "data/client_contract.h"
#include "services/account_rows.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

void takeDesk(ServerHandshake &handshake, const Query &row)
{
    handshake.schemaVersion = row.text(0);
    handshake.minimumClient = static_cast<int>(row.integer(1));
    handshake.maximumClient = static_cast<int>(row.integer(2));
    handshake.maintenance = row.text(3);
    handshake.environment = fromCode<Environment>(row.text(4)).value_or(Environment::Production);
    handshake.step = static_cast<int>(row.integer(5));
    handshake.serverTime = row.text(6);
}

QList<NamedRead> reads()
{
    return {
        {u"handshake"_s,
         {},
         u"SELECT schema_version, min_client, max_client, maintenance, environment, step, server_time FROM handshake"_s},
        {u"own account"_s,
         {},
         u"SELECT id, username, display_name, role, department, approval_level, approval_rank, is_active, must_change_password, password "
         "FROM accounts WHERE id = (SELECT me FROM handshake)"_s}};
}

/// The newest step that this program brings, by its file's name: "0004_history_actors.sql".
int newestStep()
{
    const QStringList files = QDir(u":/sql/postgresql/schema"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    return files.isEmpty() ? 0 : files.last().section(u'_', 0, 0).toInt();
}

Error notSetUp(const QString &detail)
{
    return {ErrorCode::DatabaseTooOld, detail, {{u"found"_s, QString()}, {u"supported"_s, QString::number(newestStep())}}};
}

/// An unknown table or schema: nothing was set up. No right to look: nobody's login.
Error withoutDesk(const Error &error)
{
    if (error.detail.contains("42P01"_L1) || error.detail.contains("3F000"_L1))
        return notSetUp(error.detail);
    return error.code == ErrorCode::Forbidden ? Error{ErrorCode::AccountInactive, error.detail, {}} : error;
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
        return failure(withoutDesk(read.error()));
    if (!isSetUp)
        return failure(notSetUp(u"no handshake"_s));
    return handshake;
}

Status checkHandshake(const ServerHandshake &handshake, const QString &login)
{
    const QJsonObject served{{u"minimum"_s, handshake.minimumClient}, {u"maximum"_s, handshake.maximumClient}};
    if (kClientContract < handshake.minimumClient)
        return failure(ErrorCode::ClientTooOld, handshake.schemaVersion, served);
    if (kClientContract > handshake.maximumClient)
        return failure(ErrorCode::ClientTooNew, handshake.schemaVersion, served);
    if (handshake.step < newestStep())
        return failure(ErrorCode::DatabaseTooOld, handshake.schemaVersion,
                       {{u"found"_s, QString::number(handshake.step)}, {u"supported"_s, QString::number(newestStep())}});
    if (!handshake.maintenance.isEmpty())
        return failure(ErrorCode::Maintenance, {}, {{u"text"_s, handshake.maintenance}});
    if (!handshake.person)
        return failure(ErrorCode::AccountInactive, login, {{u"login"_s, login}});
    return Nothing{};
}

} // namespace dealdesk
