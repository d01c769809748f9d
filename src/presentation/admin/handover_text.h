#pragma once

#include "presentation/delegation/delegations.h"
#include "services/admin_service.h"

namespace dealdesk {

/// What becomes of what somebody leaves behind who is switched off, in sentences; empty where there is nothing. `delegations`: everybody's.
QString handoverText(const Handover &handover, UserId person, const QList<Delegation> &delegations, const QDateTime &now);

} // namespace dealdesk
