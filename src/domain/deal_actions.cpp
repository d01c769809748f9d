#include "domain/deal_actions.h"

#include "domain/transitions.h"

namespace dealdesk {

namespace {

enum class Entitled { Owner, Legal, OwnerOrLegal, Anybody };

/// What an action needs; the rows of "Life of a deal" in domain.md from the actions' side. Commenting needs nothing but to see it.
struct ActionRule {
    DealAction action;
    QList<DealStatus> statuses;
    Entitled entitled = Entitled::Owner;
    std::optional<DraftType> draftType = std::nullopt; ///< for drafts
};

const QList<ActionRule> &actionRules()
{
    using enum DealStatus;
    static const QList<ActionRule> rules = {
        {DealAction::Edit, {Draft, Negotiating}},
        {DealAction::Submit, {Draft}, Entitled::Owner, DraftType::SubmissionDraft},
        {DealAction::AskForScoping, {Draft}, Entitled::Owner, DraftType::ScopingDraft},
        {DealAction::ConvertToSubmission, {Scoping}},
        {DealAction::Resubmit, {Negotiating}},
        {DealAction::Recall, {Submitted, UnderReview}},
        {DealAction::RenewDraft, {Draft}},
        {DealAction::StartContract, {Approved}, Entitled::Legal},
        {DealAction::SendToClient, {ContractDrafting}, Entitled::Legal},
        {DealAction::MarkSigned, {ClientReview}, Entitled::OwnerOrLegal},
        {DealAction::Reopen, {Approved, ContractDrafting, ClientReview}, Entitled::OwnerOrLegal},
        {DealAction::MarkLost, {Draft, Scoping, Submitted, UnderReview, Negotiating}},
        {DealAction::MarkLost, {Approved, ContractDrafting, ClientReview}, Entitled::OwnerOrLegal},
        {DealAction::Revise, {Signed, Lost}},
    };
    return rules;
}

const ActionRule *ruleFor(DealAction action, DealStatus status)
{
    for (const ActionRule &rule : actionRules()) {
        if (rule.action == action && rule.statuses.contains(status))
            return &rule;
    }
    static const ActionRule comment = {DealAction::Comment, {}, Entitled::Anybody};
    return action == DealAction::Comment ? &comment : nullptr;
}

Hindrance hindranceOfPerson(Entitled entitled, const DealFacts &deal, const Actor &actor)
{
    const bool owns = deal.owner.isValid() && deal.owner == actor.id;
    const bool isLegal = actor.department == Department::Legal;
    switch (entitled) {
    case Entitled::Owner: return owns ? Hindrance::None : Hindrance::NotOwner;
    case Entitled::Legal: return isLegal ? Hindrance::None : Hindrance::NotLegal;
    case Entitled::OwnerOrLegal: return owns || isLegal ? Hindrance::None : Hindrance::NotOwnerOrLegal;
    case Entitled::Anybody: break;
    }
    return Hindrance::None;
}

bool writesContent(DealAction action)
{
    return action == DealAction::Edit || action == DealAction::Submit || action == DealAction::AskForScoping
        || action == DealAction::Resubmit;
}

} // namespace

Hindrance hindranceOf(DealAction action, const DealFacts &deal, const Actor &actor)
{
    const ActionRule *rule = ruleFor(action, deal.status);
    if (!rule || (action == DealAction::RenewDraft && !deal.expired) || (writesContent(action) && !deal.canEdit))
        return Hindrance::WrongStatus;
    if (rule->draftType && rule->draftType != deal.draftType)
        return Hindrance::WrongDraftType;
    if (!actor.isActive)
        return Hindrance::Inactive;
    if (const Hindrance hindrance = hindranceOfPerson(rule->entitled, deal, actor); hindrance != Hindrance::None)
        return hindrance;
    const bool isReadOnly = deal.status == DealStatus::Draft && deal.expired;
    return isReadOnly && writesContent(action) ? Hindrance::DraftExpired : Hindrance::None;
}

QList<OfferedAction> offeredActions(const DealFacts &deal, const Actor &actor)
{
    QList<OfferedAction> offered;
    for (const DealAction action : allOf<DealAction>()) {
        const Hindrance hindrance = hindranceOf(action, deal, actor);
        if (hindrance != Hindrance::WrongStatus && hindrance != Hindrance::WrongDraftType)
            offered += {action, hindrance};
    }
    return offered;
}

ApprovalHindrance hindranceOfDecision(const ApprovalFacts &approval, const Actor &actor)
{
    const bool isDepartmentStage = approval.stage == 1;
    if (approval.status != ApprovalStatus::Pending)
        return ApprovalHindrance::NotOpen;
    if (!approval.dealIsUnderReview)
        return ApprovalHindrance::StageNotOpen;
    if (!actor.isActive || actor.role != (isDepartmentStage ? Role::DepartmentReviewer : Role::Approver))
        return ApprovalHindrance::WrongRole;
    if (isDepartmentStage && actor.department != approval.department)
        return ApprovalHindrance::OtherDepartment;
    if (!isDepartmentStage && actor.approvalRank < approval.requiredRank)
        return ApprovalHindrance::LevelTooLow;
    if (approval.actorWroteTheDeal)
        return ApprovalHindrance::OwnDeal;
    return approval.actorDecidedInStage ? ApprovalHindrance::DecidedInThisStage : ApprovalHindrance::None;
}

} // namespace dealdesk
