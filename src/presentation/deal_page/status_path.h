#pragma once

#include "presentation/text/labels.h"
#include "services/deal_detail.h"

namespace dealdesk {

/// One station of a deal's way, as its page draws it.
struct PathStep {
    enum class State { Done, Current, Upcoming };
    QString text;
    State state = State::Upcoming;
    Meaning meaning = Meaning::Neutral; ///< of the current one

    friend bool operator==(const PathStep &, const PathStep &) = default;
};

/// The way of this deal: the stations behind it, where it stands, and what is still ahead. Negotiating stands in for the review that it
/// interrupts; a lost deal has nothing ahead.
QList<PathStep> statusPathOf(const DealDetail &deal);

/// The path in one sentence, for screen readers.
QString describe(const QList<PathStep> &path);

} // namespace dealdesk
