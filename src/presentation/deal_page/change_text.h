#pragma once

#include "domain/draft_diff.h"

#include <QStringList>

namespace dealdesk {

/// "Tier 2: gross margin: 32 % → 33 %"; amounts, dates and codes as people read them, an absent side as an en dash.
/// A plain value of a place as people read it; "–" for none, and "removed" for a tier or incentive as a whole that is not there.
QString valueInWords(const FieldPath &path, const QString &plain);

QString changeText(const FieldChange &change);

/// A line per difference; one line that says so for equal drafts.
QStringList changesInWords(const DealDraft &before, const DealDraft &after);

} // namespace dealdesk
