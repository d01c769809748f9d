#pragma once

#include "domain/deal_actions.h"
#include "domain/field_path.h"
#include "domain/routing.h"
#include "domain/values.h"
#include "services/approval_service.h"
#include "services/connections/connection_profile.h"
#include "services/deal_list.h"
#include "services/history_service.h"
#include "services/report_service.h"

#include <QString>

namespace dealdesk {

// What people read for a value. All translated.
QString label(Role role);
QString label(Department department);
QString label(DealType type);
QString label(SalesChannel channel);
QString label(DealStructure structure);
QString label(Region region);
QString label(Priority priority);
QString label(ApprovalPriority priority);
QString label(DraftType type);
QString label(AgencyType type);
QString label(DealStatus status);
QString label(ApprovalStatus status);
QString label(ActionType action);
QString label(RoutingBasis basis);
QString label(ReportKind kind);
QString label(ProfileKind kind);
QString label(TlsMode mode);
QString label(SignInMethod method);
QString label(Environment environment);
QString label(DealAction action); ///< the text of its button, with mnemonic
QString label(Field field);
QString placeOf(const FieldPath &path);   ///< "Tier 2, incentive 1: value"
QString explanation(Hindrance hindrance); ///< why an action is not on offer; empty for None
QString explanation(ApprovalHindrance hindrance);

/// What a state means, for colour and icon; the desktop layer chooses those.
enum class Meaning { Neutral, Info, Positive, Caution, Negative };
Meaning meaningOf(DealStatus status);
Meaning meaningOf(ApprovalStatus status);
Meaning meaningOf(Priority priority);

} // namespace dealdesk
