#pragma once

#include "services/deal_detail.h"

namespace dealdesk {

/// What an event of a deal's story leads to: what an approver saw, or a revision as it was submitted. Neither: nothing to look at.
struct EventTarget {
    std::optional<ApprovalId> approval;
    int revision = 0;

    [[nodiscard]] bool isNothing() const { return !approval && revision == 0; }
};

/// What somebody did in a department's or level's review was about the revision that was the newest at that time.
EventTarget targetOf(const DealDetail &deal, const HistoryEvent &event);

} // namespace dealdesk
