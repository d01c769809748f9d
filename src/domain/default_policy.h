#pragma once

#include "domain/routing.h"

namespace dealdesk {

/// The policy that a new database starts with (domain.md "Routing"): four levels from manager to svp, seven departments,
/// highest tier's revenue as the basis, legal only at contract drafting. Version 1; admins change it from there.
RoutingPolicy defaultPolicy();

} // namespace dealdesk
