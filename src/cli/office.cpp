#include "cli/office.h"

#include "cli/cli_text.h"
#include "data/rows.h"
#include "services/account_rows.h"

#include <QCoroTask>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<QString> firstAdministrator(Workspace &workspace)
{
    auto job = [](Connection &connection) {
        return readRows(connection, u"SELECT username FROM user_list WHERE role = 'admin' AND is_active ORDER BY id LIMIT 1"_s, {},
                        [](const Query &row) { return row.text(0); });
    };
    const auto rows = workspace.executor().run(std::move(job)).result();
    if (!rows)
        return failure(rows.error());
    return rows->value(0);
}

} // namespace

Result<std::shared_ptr<Workspace>> openDatabase(const CliOptions &options, bool mayCreate)
{
    if (!mayCreate && !QFileInfo::exists(options.database))
        return failure(ErrorCode::FileUnreadable,
                       CliText::tr("there is no database %1; “dealdeskctl migrate” makes one").arg(options.database));
    return QCoro::waitFor(Workspace::open({options.database}));
}

Result<std::unique_ptr<Session>> sessionFor(const std::shared_ptr<Workspace> &workspace, const QString &username)
{
    const Result<QString> name = username.isEmpty() ? firstAdministrator(*workspace) : Result<QString>(username);
    if (!name)
        return failure(name.error());
    auto job = [name = *name](Connection &connection) { return readNamed(connection, u"account_by_username"_s, {name}, accountFrom); };
    const auto rows = workspace->executor().run(std::move(job)).result();
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, name->isEmpty() ? u"no administrator"_s : *name, {{u"username"_s, *name}});
    if (!rows->first().actor.isActive)
        return failure(ErrorCode::AccountInactive);
    return std::make_unique<Session>(workspace, rows->first().actor);
}

} // namespace dealdesk
