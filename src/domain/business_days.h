#pragma once

#include "domain/values.h"

#include <QDateTime>

namespace dealdesk {

/// Business days that a priority allows: urgent 1, high 2, normal 3 (domain.md "Clock").
int businessDaysFor(ApprovalPriority priority);

/// The end (24:00 UTC, that is the next day's 00:00 less a millisecond) of the Nth business day, Monday to Friday, after `start`'s day.
/// Calendars with hours, holidays and zones replace this; every caller goes through here.
QDateTime dueAfter(const QDateTime &start, int businessDays);

} // namespace dealdesk
