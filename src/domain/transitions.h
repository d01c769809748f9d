#pragma once

#include "domain/values.h"

#include <QList>

namespace dealdesk {

/// Who may cause a change of status, as the table in domain.md says.
enum class TransitionActor { Owner, Reviewer, Legal, OwnerOrLegal, Decider, System };

struct Transition {
    DealStatus from;
    DealStatus to;
    TransitionActor actor;
    bool reasonRequired = false;
};

/// All legal changes, the same rows as the table status_transitions (a test holds the two together).
const QList<Transition> &transitions();

bool isLegal(DealStatus from, DealStatus to);
bool isTerminal(DealStatus status); ///< converted, signed, lost

} // namespace dealdesk
