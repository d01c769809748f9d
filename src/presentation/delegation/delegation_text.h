#pragma once

#include "domain/routing.h"
#include "services/delegation_service.h"

#include <QDate>
#include <QDateTime>

namespace dealdesk {

enum class DelegationState { Coming, UnderWay, Over, Ended };

DelegationState stateOf(const Delegation &delegation, const QDateTime &now);
QString label(DelegationState state);

// Delegations run from the beginning of the first day to the end of the last, in the time zone of whoever looks.
QDate firstDayOf(const Delegation &delegation);
QDate lastDayOf(const Delegation &delegation);
QString periodOf(const Delegation &delegation); ///< "23 Nov 2026 – 27 Nov 2026"; a single day stands alone

/// What the delegate may decide: "Everything", "Finance, up to 50,000 USD". A dash where nobody decides.
QString coverageOf(const Delegation &delegation, const QList<ApprovalLevel> &levels);
QString levelNameOf(const QString &code, const QList<ApprovalLevel> &levels); ///< the code where the level is unknown

/// What somebody reads while they are away: until when, and who decides. `underWay`: one's own, at least one.
QString awaySentence(const QList<Delegation> &underWay, const QList<ApprovalLevel> &levels);

} // namespace dealdesk
