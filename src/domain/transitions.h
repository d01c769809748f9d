#pragma once

#include "domain/values.h"

#include <QList>

namespace dealdesk {

/// Who may cause a change of status, as the table in domain.md says.
enum class TransitionActor {
    Owner,
    Reviewer,       ///< who acts first on an open approval
    Decider,        ///< who decides an open approval, of either stage, or takes the decision back
    OwnerOrDecider, ///< the owner by recalling, resubmitting or giving up, a decider by requesting a revision, taking it back or rejecting
    Legal,
    OwnerOrLegal,
    System ///< by itself, with the last required approval
};
template<>
struct EnumCodes<TransitionActor> {
    static constexpr std::array table = {
        std::pair{TransitionActor::Owner, "owner"},     std::pair{TransitionActor::Reviewer, "reviewer"},
        std::pair{TransitionActor::Decider, "decider"}, std::pair{TransitionActor::OwnerOrDecider, "owner_or_decider"},
        std::pair{TransitionActor::Legal, "legal"},     std::pair{TransitionActor::OwnerOrLegal, "owner_or_legal"},
        std::pair{TransitionActor::System, "system"}};
};

/// `reasonRequired` where every way of making the change needs a reason; submitted → negotiating needs one for a requested revision,
/// not for the owner's recall.
struct Transition {
    DealStatus from;
    DealStatus to;
    TransitionActor actor;
    bool reasonRequired = false;

    friend bool operator==(const Transition &, const Transition &) = default;
};

/// All legal changes, one row for each pair of statuses: the same rows as the table status_transitions (a test holds the two together).
const QList<Transition> &transitions();

bool isLegal(DealStatus from, DealStatus to);
bool isTerminal(DealStatus status); ///< converted, signed, lost

} // namespace dealdesk
