#pragma once

#include "domain/values.h"

#include <QDateTime>

namespace dealdesk {

/// Business days that a priority allows: urgent 1, high 2, normal 3 (domain.md "Clock").
int businessDaysFor(ApprovalPriority priority);

/// The end (23:59:59.999 UTC) of the Nth business day, Monday to Friday, after `start`'s day in UTC. What arrives on a weekend counts
/// as Monday's: Saturday and one business day give Tuesday. Every caller that needs a due date goes through here, so that a calendar
/// with hours, holidays and zones has one place to go.
QDateTime dueAfter(const QDateTime &start, int businessDays);

} // namespace dealdesk
