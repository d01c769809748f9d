#pragma once

#include "data/query.h"
#include "domain/actor.h"

namespace dealdesk {

/// A row of the reads account_by_username and account_by_id.
struct AccountRow {
    Actor actor;
    bool mustChangePassword = false;
    QString verifier;
};

AccountRow accountFrom(const Query &row);

} // namespace dealdesk
