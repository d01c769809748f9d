#pragma once

#include "domain/reapproval.h"
#include "presentation/text/labels.h"

#include <QStringList>

namespace dealdesk {

QString label(ReapprovalOutcome outcome); ///< "New", "Asked again", "Stands", "Not required any more"
Meaning meaningOf(ReapprovalOutcome outcome);

/// "Finance", or of stage 2 the level's name: "VP".
QString approverName(Approver approver, const QString &level, const RoutingPolicy &policy);

/// Why, in a sentence that stands beside the approver's name: "Asked again because the figures changed: tier 2 margin 32 % → 31.9 %." What
/// changed is left out on request, for where it stands in lines of its own (blameInWords).
enum class Blame { Told, LeftOut };
QString whyText(const ReapprovalStep &step, Blame blame = Blame::Told);

/// A line for each thing that is to blame. A tier that came or went is one, whatever it holds: "Tier 3: added".
QStringList blameInWords(const QList<FactChange> &changes);
/// "Tier 2 margin: 32 % → 31.9 %", "Tier 1, Volume Discount: removed (8,000 USD)".
QString changeText(const FactChange &change);

/// "Tier 2 margin", "Lowest margin", "Tier 1, Volume Discount".
QString factLabel(const QString &path);
/// The fact's value as people read it; an en dash for none.
QString factValue(const QString &path, const QString &value);

} // namespace dealdesk
