#pragma once

#include "core/ids.h"
#include "domain/deal_draft.h"
#include "domain/field_path.h"
#include "domain/routing.h"

#include <QList>

namespace dealdesk {

/// Who approves: a department, or nothing for the business level of stage 2. Stored as "trading", …, "business".
using Approver = std::optional<Department>;
QString approverCode(Approver approver);

/// One figure that an approver answers for (domain.md "Smart re-approval"; docs/decisions/0011). `path` tells places apart and is stable.
/// Fields of the form are spelled as in domain/field_path.h ("channel", "tiers[0].margin", "tiers" for their number); besides there are
/// "tiers[1].incentives[Financial/Rebates/Volume rebate#1].value" and ".notes", "tiers[0].incentive_total", "lowest_margin" and
/// "routing_amount[top_tier_revenue]". Incentives are told apart by what they are, not by their place, so that moving one is no change;
/// equal ones of a tier are numbered from 1 in the order of value and notes.
struct ScopeFact {
    enum class Better { Equal, Up, Down }; ///< which direction does not ask again
    QString path;
    QString value;                ///< plain: a code, an ISO date, a text, cents, or millionths
    std::optional<qint64> number; ///< of the value, where a direction is better
    Better better = Better::Equal;

    friend bool operator==(const ScopeFact &, const ScopeFact &) = default;
};
template<>
struct EnumCodes<ScopeFact::Better> {
    static constexpr std::array table = {std::pair{ScopeFact::Better::Equal, "equal"}, std::pair{ScopeFact::Better::Up, "up"},
                                         std::pair{ScopeFact::Better::Down, "down"}};
};

/// What the approver answers for in a deal. The same as the view approval_scope_facts. An incentive of a category that no active department
/// reviews counts for everybody. Names of clients count without spaces around them, as they are stored.
QList<ScopeFact> scopeFacts(Approver approver, const DealDraft &draft, const RoutingPlan &plan, const RoutingPolicy &policy);

/// A figure in somebody's scope that is another; one side is empty where the fact came or went.
struct FactChange {
    QString path;
    QString before;
    QString after;

    friend bool operator==(const FactChange &, const FactChange &) = default;
};

/// What asks again: figures that are neither equal nor better, in the order of `after`, then those that went.
QList<FactChange> worsened(const QList<ScopeFact> &before, const QList<ScopeFact> &after);
/// Everything that is another, also for the better; in the same order.
QList<FactChange> changedFacts(const QList<ScopeFact> &before, const QList<ScopeFact> &after);

/// Where in the form a fact is changed: the tier that decides for "routing_amount" and "lowest_margin", the incentive where it stands now.
/// Nothing for what is not in the draft any more.
std::optional<FieldPath> fieldOfFact(const QString &path, const DealDraft &draft);

/// The last word of an approver about a deal: the newest decided approval of any earlier revision (approved, also carried forward, or a
/// requested revision; not withdrawn, not_required, or still open).
struct PastDecision {
    Approver approver;
    ApprovalId approval;       ///< that really looked: carried_from of one that was carried forward
    bool approved = true;      ///< false: a revision was requested
    bool imported = false;     ///< decided in the prototype, about figures that nobody knows
    bool deciderWrote = false; ///< whoever decided (or for whom) has come to own or write the deal, or sends it in now
    QString decidedByName;
    QString level;      ///< stage 2: the code that it was decided at
    int levelRank = -1; ///< stage 2
    int revision = 1;   ///< whose figures were decided on
    DealDraft content;  ///< of that revision
    RoutingPlan plan;   ///< of that revision
};

enum class ReapprovalOutcome { New, AskedAgain, CarriedForward, NotRequired };
template<>
struct EnumCodes<ReapprovalOutcome> {
    static constexpr std::array table = {std::pair{ReapprovalOutcome::New, "new"}, std::pair{ReapprovalOutcome::AskedAgain, "asked"},
                                         std::pair{ReapprovalOutcome::CarriedForward, "carried"},
                                         std::pair{ReapprovalOutcome::NotRequired, "not_required"}};
};
enum class ReapprovalCause { None, Changed, RevisionRequested, HigherLevel, SeparationOfDuties, Imported };
template<>
struct EnumCodes<ReapprovalCause> {
    static constexpr std::array table = {std::pair{ReapprovalCause::None, "none"},
                                         std::pair{ReapprovalCause::Changed, "changed"},
                                         std::pair{ReapprovalCause::RevisionRequested, "revision_requested"},
                                         std::pair{ReapprovalCause::HigherLevel, "higher_level"},
                                         std::pair{ReapprovalCause::SeparationOfDuties, "separation_of_duties"},
                                         std::pair{ReapprovalCause::Imported, "imported"}};
};

struct ReapprovalStep {
    Approver approver;
    QString level; ///< stage 2: the code that decides, or decided where it is not required any more
    ReapprovalOutcome outcome = ReapprovalOutcome::New;
    ReapprovalCause cause = ReapprovalCause::None; ///< why AskedAgain; HigherLevel: why a level that never decided is asked (New)
    QList<FactChange> blame; ///< for Changed; also filled for the other causes where figures changed (but for Imported)
    QString decidedByName;   ///< of the decision that stands or does not
    int revision = 0;        ///< that it was about; 0 without one

    friend bool operator==(const ReapprovalStep &, const ReapprovalStep &) = default;
};

/// Who stands and who is asked again when `draft` is sent in again: stage 1 in the order of the Department enumeration, then the business
/// level, then what is not required any more. The database computes the same (view deal_reapproval), so that the preview is what is
/// created.
QList<ReapprovalStep> planReapproval(const DealDraft &draft, const RoutingPlan &plan, const RoutingPolicy &policy,
                                     const QList<PastDecision> &past);

} // namespace dealdesk
