#pragma once

#include "domain/actor.h"

namespace dealdesk {

/// Who works here now.
struct SignedIn {
    Actor actor;
    bool mustChangePassword = false;
};

} // namespace dealdesk
