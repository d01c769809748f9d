#include "services/account_service.h"

#include "data/rows.h"
#include "services/account_rows.h"
#include "services/command_outcome.h"
#include "services/password_verifier.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QFuture<Result<QList<AccountRow>>> readAccount(SqlExecutor &executor, const QString &read, const QVariant &key)
{
    auto job = [read, key](Connection &connection) { return readNamed(connection, read, {key}, accountFrom); };
    return executor.run(std::move(job));
}

/// A server is asked by signing in there a second time.
QCoro::Task<Status> checkOnServer(DatabaseLocation location, QString password)
{
    auto other = std::make_shared<ServerLocation>(*location.server);
    other->secret = [password]() -> Result<QString> { return password; };
    location.server = std::move(other);
    SqlExecutor executor(location, Connection::Role::Background);
    auto job = [](Connection &) -> Status { return Nothing{}; };
    auto future = executor.run(std::move(job));
    const Status signedIn = co_await future;
    if (!signedIn && signedIn.error().code == ErrorCode::AccessDenied)
        co_return failure(ErrorCode::BadCredentials);
    co_return signedIn;
}

QCoro::Task<Status> checkPassword(std::shared_ptr<Workspace> workspace, Actor actor, QString password)
{
    if (workspace->location().isServer()) {
        auto checking = checkOnServer(workspace->location(), password);
        co_return co_await checking;
    }
    auto future = readAccount(workspace->executor(), u"account_by_id"_s, actor.id.value());
    const auto rows = co_await future;
    if (!rows)
        co_return failure(rows.error());
    auto verifying = verifyPassword(password, rows->value(0).verifier);
    const bool fits = co_await verifying;
    co_return fits ? Status(Nothing{}) : failure(ErrorCode::BadCredentials);
}

} // namespace

Status acceptablePassword(const QString &password)
{
    if (password.size() < AccountService::kMinimumPasswordLength)
        return failure(ErrorCode::Invalid, u"password too short"_s,
                       {{u"field"_s, u"password"_s}, {u"minimum"_s, AccountService::kMinimumPasswordLength}});
    return Nothing{};
}

AccountService::AccountService(std::shared_ptr<Workspace> workspace) : m_workspace(std::move(workspace)) {}

std::optional<SignedIn> AccountService::signedIn() const
{
    return m_workspace->handshake() ? m_workspace->handshake()->person : std::nullopt;
}

QCoro::Task<Result<bool>> AccountService::needsFirstAdmin() const
{
    if (m_workspace->location().isServer())
        co_return false;
    auto job = [](Connection &connection) -> Result<bool> {
        const auto rows = readNamed(connection, u"account_exists"_s, {}, [](const Query &) { return true; });
        return rows ? Result<bool>(rows->isEmpty()) : failure(rows.error());
    };
    auto future = m_workspace->executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Status> AccountService::createFirstAdmin(NewAccount account) const
{
    const std::shared_ptr<Workspace> workspace = m_workspace;
    if (const Status good = acceptablePassword(account.password); !good)
        co_return good;
    auto making = passwordVerifier(*workspace, account.username.trimmed(), account.password);
    const Result<QString> verifier = co_await making;
    if (!verifier)
        co_return failure(verifier.error());
    Command command;
    command.name = u"cmd_create_first_admin"_s;
    command.arguments = {{u"username"_s, account.username.trimmed()},
                         {u"email"_s, account.email.trimmed()},
                         {u"first_name"_s, account.firstName.trimmed()},
                         {u"last_name"_s, account.lastName.trimmed()},
                         {u"password"_s, *verifier}};
    auto task = statusOf(workspace->execute(std::move(command)));
    co_return co_await task;
}

QCoro::Task<Result<SignedIn>> AccountService::signIn(QString username, QString password) const
{
    if (const auto person = signedIn(); m_workspace->location().isServer()) // its server has looked at the password
        co_return person && person->actor.username == username.trimmed() ? Result<SignedIn>(*person) : failure(ErrorCode::BadCredentials);
    auto future = readAccount(m_workspace->executor(), u"account_by_username"_s, username.trimmed());
    const auto rows = co_await future;
    if (!rows)
        co_return failure(rows.error());
    const AccountRow account = rows->value(0);
    auto verifying = verifyPassword(password, account.verifier);
    const bool fits = co_await verifying;
    if (!fits)
        co_return failure(ErrorCode::BadCredentials);
    if (!account.actor.isActive)
        co_return failure(ErrorCode::AccountInactive);
    co_return SignedIn{account.actor, account.mustChangePassword};
}

QCoro::Task<Result<Actor>> AccountService::actorNamed(QString username) const
{
    if (const auto person = signedIn(); m_workspace->location().isServer()) {
        if (!person)
            co_return failure(ErrorCode::AccountInactive);
        co_return username.isEmpty() || username == person->actor.username ? Result<Actor>(person->actor) : failure(ErrorCode::Forbidden);
    }
    auto job = [username](Connection &connection) -> Result<Actor> {
        const auto first = readNamed(connection, u"first_administrator"_s, {}, [](const Query &row) { return row.text(0); });
        if (!first)
            return failure(first.error());
        const QString name = username.isEmpty() ? first->value(0) : username;
        const auto rows = readNamed(connection, u"account_by_username"_s, {name}, accountFrom);
        if (!rows)
            return failure(rows.error());
        if (rows->isEmpty())
            return failure(ErrorCode::NotFound, name);
        return rows->first().actor.isActive ? Result<Actor>(rows->first().actor) : failure(ErrorCode::AccountInactive);
    };
    auto future = m_workspace->executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Status> AccountService::changePassword(Actor actor, QString current, QString replacement) const
{
    const std::shared_ptr<Workspace> workspace = m_workspace;
    if (const Status good = acceptablePassword(replacement); !good)
        co_return good;
    auto checking = checkPassword(workspace, actor, current);
    const Status fits = co_await checking;
    if (!fits)
        co_return fits;
    auto making = passwordVerifier(*workspace, actor.username, replacement);
    const Result<QString> verifier = co_await making;
    if (!verifier)
        co_return failure(verifier.error());
    Command command;
    command.name = u"cmd_change_password"_s;
    command.actorId = actor.id.value();
    command.arguments = {{u"password"_s, *verifier}};
    auto task = statusOf(workspace->execute(std::move(command)));
    co_return co_await task;
}

} // namespace dealdesk
