#include "presentation/revisions/event_target.h"

#include "presentation/text/format.h"

#include <algorithm>

namespace dealdesk {

namespace {

int newestRevisionAt(const DealDetail &deal, const QString &instant)
{
    int newest = 0;
    for (const RevisionRow &revision : deal.revisions) {
        if (instantFrom(revision.submittedAt) <= instantFrom(instant))
            newest = std::max(newest, revision.number);
    }
    return newest;
}

bool isReviewOf(const ApprovalRow &approval, const QString &code)
{
    return approval.department ? codeOf(*approval.department) == code : approval.level == code;
}

} // namespace

EventTarget targetOf(const DealDetail &deal, const HistoryEvent &event)
{
    using Source = HistoryEvent::Source;
    if (event.source == Source::Revision)
        return {std::nullopt, event.detail.toInt()};
    if (event.detail.isEmpty() || (event.source != Source::Action && event.source != Source::Comment))
        return {};
    const int revision = newestRevisionAt(deal, event.occurredAt);
    EventTarget target;
    for (const ApprovalRow &approval : deal.approvals) {
        const bool isOlder = !target.approval || *target.approval < approval.id;
        if (approval.revision == revision && isReviewOf(approval, event.detail) && isOlder && !approval.imported
            && approval.status != ApprovalStatus::NotRequired)
            target.approval = approval.id;
    }
    return target;
}

} // namespace dealdesk
