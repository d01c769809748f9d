#pragma once

#include "domain/draft_diff.h"

#include <QStringList>

namespace dealdesk {

/// "Tier 2: gross margin: 32 % → 33 %"; amounts, dates and codes as people read them, an absent side as an en dash.
QString changeText(const FieldChange &change);

/// A line per difference; one line that says so for equal drafts.
QStringList changesInWords(const DealDraft &before, const DealDraft &after);

} // namespace dealdesk
