#pragma once

#include "services/deal_detail.h"

namespace dealdesk {

/// Why a decision of one's own cannot be taken back any more. The stored logic checks the same again.
enum class RescindHindrance { None, NotOwnDecision, OlderRevision, CarriedForward, Rejected, NextStageActed, OwnerChangedTheDeal };

RescindHindrance hindranceOfRescind(const DealDetail &deal, const ApprovalRow &approval, UserId person);
QString explanation(RescindHindrance hindrance);

} // namespace dealdesk
