#pragma once

#include "domain/reapproval.h"
#include "services/delegation_service.h"

#include <QDateTime>

namespace dealdesk {

/// Somebody who is to be asked is not there.
struct AbsenceHint {
    Approver approver;
    QString text;       ///< "Every director is out until Monday, 24 November; VP or above can decide instead."
    bool waits = false; ///< nobody of them decides, nor does a delegate

    friend bool operator==(const AbsenceHint &, const AbsenceHint &) = default;
};

/// What the owner should know about one of the approvers of `plan` before sending a deal there; nothing while somebody is present.
/// `now` tells which delegations are under way.
std::optional<AbsenceHint> absenceOf(Approver approver, const RoutingPlan &plan, const RoutingPolicy &policy,
                                     const QList<ApproverCover> &cover, const QList<Delegation> &delegations, const QDateTime &now);

} // namespace dealdesk
