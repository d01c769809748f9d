#include "cli/office.h"

#include "cli/cli_text.h"
#include "cli/server_login.h"
#include "services/account_service.h"

#include <QCoroTask>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dealdesk {

Result<std::shared_ptr<Workspace>> openDatabase(const CliOptions &options, bool mayCreate)
{
    if (!options.server && !mayCreate && !QFileInfo::exists(options.database))
        return failure(ErrorCode::FileUnreadable,
                       CliText::tr("there is no database %1; “dealdeskctl migrate” makes one").arg(options.database));
    return QCoro::waitFor(Workspace::open(locationOf(options), Workspace::Upkeep::None));
}

Result<std::unique_ptr<Session>> sessionFor(const std::shared_ptr<Workspace> &workspace, const QString &username)
{
    const auto &server = workspace->location().server;
    const AccountService accounts(workspace);
    auto asking = accounts.actorNamed(server ? server->username : username);
    const Result<Actor> actor = QCoro::waitFor(asking);
    if (!actor)
        return failure(actor.error());
    return std::make_unique<Session>(workspace, *actor);
}

} // namespace dealdesk
