#pragma once

#include "services/deal_detail.h"

#include <QStringList>

namespace dealdesk {

/// "Finance", or of stage 2 the level's name.
QString approverName(const ApprovalRow &approval);

/// "Ben Boss", or as a delegate "Ben Boss for Ann Away".
QString deciderName(const ApprovalRow &approval);

/// The status in a word or two: as label(), but "Carried forward" and "Escalated" where that is what matters.
QString statusText(const ApprovalRow &approval);

/// What came of it: "Approved by Fay Finance, 12.05.2026 10:30", "Approved on revision 1 by …; carried forward". Empty while
/// open.
QString decisionText(const ApprovalRow &approval);

/// The clock of an open approval, a sentence each: since when it waits, when it is or was due, when a reminder, overdue and escalation were
/// due and noticed. `isStopped`: the owner has the deal. Empty for a decided one.
QStringList clockTexts(const ApprovalRow &approval, bool isStopped, const QDateTime &now);

} // namespace dealdesk
