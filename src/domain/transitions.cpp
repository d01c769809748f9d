#include "domain/transitions.h"

#include <algorithm>

namespace dealdesk {

const QList<Transition> &transitions()
{
    using enum DealStatus;
    using enum TransitionActor;
    constexpr bool withReason = true;
    static const QList<Transition> table = {
        {Draft, Scoping, Owner},
        {Draft, Submitted, Owner},
        {Draft, Lost, Owner, withReason},
        {Scoping, Converted, Owner},
        {Scoping, Lost, Owner, withReason},
        {Submitted, UnderReview, Reviewer},
        {Submitted, Negotiating, OwnerOrDecider},
        {Submitted, Approved, System},
        {Submitted, Lost, OwnerOrDecider, withReason},
        {UnderReview, Negotiating, OwnerOrDecider},
        {UnderReview, Approved, System},
        {UnderReview, Lost, OwnerOrDecider, withReason},
        {Negotiating, UnderReview, OwnerOrDecider},
        {Negotiating, Lost, Owner, withReason},
        {Approved, ContractDrafting, Legal},
        {Approved, UnderReview, Decider},
        {Approved, Negotiating, OwnerOrLegal, withReason},
        {Approved, Lost, OwnerOrLegal, withReason},
        {ContractDrafting, ClientReview, Legal},
        {ContractDrafting, Negotiating, OwnerOrLegal, withReason},
        {ContractDrafting, Lost, OwnerOrLegal, withReason},
        {ClientReview, Signed, OwnerOrLegal},
        {ClientReview, Negotiating, OwnerOrLegal, withReason},
        {ClientReview, Lost, OwnerOrLegal, withReason},
    };
    return table;
}

bool isLegal(DealStatus from, DealStatus to)
{
    const QList<Transition> &table = transitions();
    return std::any_of(table.cbegin(), table.cend(), [from, to](const Transition &row) { return row.from == from && row.to == to; });
}

bool isTerminal(DealStatus status)
{
    return status == DealStatus::Converted || status == DealStatus::Signed || status == DealStatus::Lost;
}

} // namespace dealdesk
