#include "services/password_verifier.h"

#include "data/postgres/pg_password.h"
#include "services/workspace.h"

#include <QCoroFuture>

namespace dealdesk {

QCoro::Task<Result<QString>> passwordVerifier(Workspace &workspace, QString username, QString password)
{
    if (!workspace.location().isServer()) {
        auto hashing = hashPassword(password, workspace.passwordCost());
        co_return co_await hashing;
    }
    auto job = [username, password](Connection &connection) { return scramVerifier(connection, username, password); };
    auto future = workspace.executor().run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
