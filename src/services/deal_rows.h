#pragma once

#include "data/query.h"
#include "services/deal_detail.h"
#include "services/deal_list.h"
#include "services/deal_service.h"

namespace dealdesk {

/// A row of dealPageStatement().
DealRow dealRowFrom(const Query &row);
DealHit dealHitFrom(const Query &row);

ApprovalRow approvalRowFrom(const Query &row);
RevisionTick revisionTickFrom(const Query &row);
CommentRow commentRowFrom(const Query &row);
RevisionRow revisionRowFrom(const Query &row);

/// Approvals keep the plan's reasons as JSON; what cannot be read is left out.
QList<DepartmentReason> reasonsFrom(const QString &json);

} // namespace dealdesk
