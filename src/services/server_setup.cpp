#include "services/server_setup.h"

#include "data/postgres/pg_migrator.h"
#include "data/postgres/pg_password.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// A login that the cluster has already brings its own password.
Result<QJsonValue> verifierFor(Connection &connection, const ServerSetup &setup, bool hasLogin)
{
    if (hasLogin)
        return QJsonValue();
    const auto password = setup.adminPassword ? setup.adminPassword() : std::nullopt;
    if (const Status good = acceptablePassword(password.value_or(QString())); !good)
        return failure(good.error());
    const auto verifier = scramVerifier(connection, setup.admin->username, *password);
    return verifier ? Result<QJsonValue>(QJsonValue(*verifier)) : failure(verifier.error());
}

Status createFirstAdmin(Connection &connection, const ServerSetup &setup)
{
    const NewAccount &admin = *setup.admin;
    const auto needs = firstAdminNeeds(connection, admin.username);
    if (!needs)
        return failure(needs.error());
    if (!needs->isNeeded)
        return failure(ErrorCode::Forbidden, u"there are people already"_s, {{u"people"_s, true}});
    const auto verifier = verifierFor(connection, setup, needs->hasLogin);
    if (!verifier)
        return failure(verifier.error());
    Command command;
    command.name = u"cmd_create_first_admin"_s;
    command.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.arguments = {{u"username"_s, admin.username},
                         {u"email"_s, admin.email},
                         {u"first_name"_s, admin.firstName},
                         {u"last_name"_s, admin.lastName},
                         {u"password"_s, *verifier}};
    const auto created = connection.command(command);
    return created ? Status(Nothing{}) : failure(created.error());
}

} // namespace

Status setUpServer(const DatabaseLocation &location, const ServerSetup &setup)
{
    const auto connection = Connection::open(location, Connection::Role::Main);
    if (!connection)
        return failure(connection.error());
    PgMigrator migrator(PgConnection::of(**connection));
    Status done = migrator.migrate(setup.reloads ? PgMigrator::Reload::Always : PgMigrator::Reload::WhenDifferent);
    if (done)
        done = changeDeployment(**connection, setup.deployment);
    return done && setup.admin ? createFirstAdmin(**connection, setup) : done;
}

} // namespace dealdesk
