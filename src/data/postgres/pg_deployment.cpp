#include "data/postgres/pg_deployment.h"

#include "data/client_contract.h"
#include "data/rows.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

Status changeDeployment(Connection &connection, const Deployment &deployment)
{
    auto change = connection.prepare(
        u"UPDATE dealdesk.deployment SET environment = coalesce(?1::text, environment), "
        "maintenance = CASE WHEN ?2::text IS NULL THEN maintenance ELSE nullif(?2::text, '') END, "
        "min_client = coalesce(?3::integer, min_client), max_client = greatest(max_client, ?4::integer, ?3::integer)"_s,
        u"change deployment"_s);
    if (!change)
        return failure(change.error());
    const QVariant environment = deployment.environment ? QVariant(codeOf(*deployment.environment).toString()) : QVariant();
    return change->bind(environment).bind(deployment.maintenance).bind(deployment.oldestClient).bind(kClientContract).exec();
}

Result<FirstAdminNeeds> firstAdminNeeds(Connection &connection, const QString &username)
{
    const auto rows = readRows(connection,
                               u"SELECT NOT EXISTS (SELECT 1 FROM dealdesk.users), "
                               "EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = ?)"_s,
                               {username}, [](const Query &row) {
                                   return FirstAdminNeeds{row.flag(0), row.flag(1)};
                               });
    return rows ? Result<FirstAdminNeeds>(rows->first()) : failure(rows.error());
}

} // namespace dealdesk
