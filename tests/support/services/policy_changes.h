#pragma once

#include "services/admin_service.h"

namespace dealdesk::test {

/// What a policy differs in from the one before.
struct PolicyChange {
    const char *name;
    void (*apply)(AdminService &admin, RoutingPolicy policy);
};

/// One after the other in one database: each starts from what those before left.
const QList<PolicyChange> &policyChanges();

} // namespace dealdesk::test
