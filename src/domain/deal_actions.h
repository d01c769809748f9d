#pragma once

#include "domain/actor.h"

#include <QDateTime>
#include <QList>

namespace dealdesk {

/// What a person can do with a deal as a whole.
enum class DealAction {
    Edit,
    Submit,
    AskForScoping,
    ConvertToSubmission,
    Resubmit,
    Recall,
    RenewDraft,
    StartContract,
    SendToClient,
    MarkSigned,
    Reopen,   ///< client wants changes: back to negotiating
    MarkLost, ///< for a draft: discard it
    Revise,   ///< a new deal from a lost or signed one
    Comment
};

template<>
struct EnumCodes<DealAction> {
    static constexpr std::array table = {std::pair{DealAction::Edit, "edit"},
                                         std::pair{DealAction::Submit, "submit"},
                                         std::pair{DealAction::AskForScoping, "ask_for_scoping"},
                                         std::pair{DealAction::ConvertToSubmission, "convert_to_submission"},
                                         std::pair{DealAction::Resubmit, "resubmit"},
                                         std::pair{DealAction::Recall, "recall"},
                                         std::pair{DealAction::RenewDraft, "renew_draft"},
                                         std::pair{DealAction::StartContract, "start_contract"},
                                         std::pair{DealAction::SendToClient, "send_to_client"},
                                         std::pair{DealAction::MarkSigned, "mark_signed"},
                                         std::pair{DealAction::Reopen, "reopen"},
                                         std::pair{DealAction::MarkLost, "mark_lost"},
                                         std::pair{DealAction::Revise, "revise"},
                                         std::pair{DealAction::Comment, "comment"}};
};

/// Why an action is not on offer now. presentation/text/action_text.h has the sentences.
enum class Hindrance { None, WrongStatus, NotOwner, NotOwnerOrLegal, NotLegal, DraftExpired, WrongDraftType, Inactive };

struct DealFacts {
    DealStatus status = DealStatus::Draft;
    DraftType draftType = DraftType::SubmissionDraft;
    UserId owner;
    bool canEdit = true;
    bool expired = false;
};

struct OfferedAction {
    DealAction action;
    Hindrance hindrance = Hindrance::None;
    [[nodiscard]] bool isEnabled() const { return hindrance == Hindrance::None; }
};

/// The actions that make sense in this status, in the order of the header bar: those that the status or the kind of draft rules out
/// for everybody are left out, those that this person may not take, or not while the draft is expired, are listed with what hinders.
QList<OfferedAction> offeredActions(const DealFacts &deal, const Actor &actor);

/// Whether the actor may take it, and if not, why. Owning counts by id whatever the role; legal is who belongs to the department;
/// being an admin entitles to nothing here. An expired draft is read-only: it can be renewed or discarded.
Hindrance hindranceOf(DealAction action, const DealFacts &deal, const Actor &actor);

/// What a person can do with one open approval.
enum class ApprovalHindrance { None, NotOpen, OwnDeal, OtherDepartment, LevelTooLow, DecidedInThisStage, WrongRole, StageNotOpen };

struct ApprovalFacts {
    int stage = 1;
    std::optional<Department> department; ///< stage 1
    int requiredRank = -1;                ///< stage 2
    ApprovalStatus status = ApprovalStatus::Pending;
    bool actorWroteTheDeal = false;   ///< owns, submitted or edited it
    bool actorDecidedInStage = false; ///< has decided another approval of this deal: one person decides in one stage only
    bool dealIsUnderReview = true;    ///< submitted or under_review, or negotiating with reviews that go on (or a legal step afterwards)
};

/// Separation of duties and authority (domain.md "Roles"); the stored logic checks the same again.
ApprovalHindrance hindranceOfDecision(const ApprovalFacts &approval, const Actor &actor);

} // namespace dealdesk
