#pragma once

#include "core/ids.h"
#include "domain/values.h"

#include <QString>

#include <optional>

namespace dealdesk {

/// The signed-in person, as the rules see them.
struct Actor {
    UserId id;
    QString username;
    QString displayName;
    Role role = Role::Seller;
    std::optional<Department> department;
    QString approvalLevel; ///< code of approval_levels; empty for who decides nothing
    int approvalRank = -1; ///< rank of approvalLevel; -1 without
    bool isActive = true;  ///< false once deactivated, even while still signed in
};

} // namespace dealdesk
