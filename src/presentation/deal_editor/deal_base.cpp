#include "presentation/deal_editor/deal_base.h"

#include "services/past_decisions.h"

namespace dealdesk {

DealBase newBase(DraftType type, UserId owner)
{
    DealBase base;
    base.facts.draftType = type;
    base.facts.owner = owner;
    return base;
}

DealBase baseOf(const DealDetail &detail)
{
    DealBase base;
    base.deal = detail.id;
    base.version = detail.version;
    base.reference = detail.reference;
    base.facts = detail.facts;
    base.saved = detail.content;
    base.changes = changeRequestsOf(detail);
    if (detail.facts.status == DealStatus::Negotiating)
        base.past = pastDecisions(detail, detail.facts.owner);
    return base;
}

} // namespace dealdesk
