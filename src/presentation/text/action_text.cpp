#include "presentation/text/labels.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};
} // namespace

QString label(DealAction action)
{
    switch (action) {
    case DealAction::Edit: return Actions::tr("E&dit");
    case DealAction::Submit: return Actions::tr("Submit for &approval");
    case DealAction::AskForScoping: return Actions::tr("As&k for scoping");
    case DealAction::ConvertToSubmission: return Actions::tr("C&onvert to deal");
    case DealAction::Resubmit: return Actions::tr("Res&ubmit");
    case DealAction::Recall: return Actions::tr("Rec&all");
    case DealAction::RenewDraft: return Actions::tr("Re&new draft");
    case DealAction::StartContract: return Actions::tr("Draft c&ontract");
    case DealAction::SendToClient: return Actions::tr("Sen&d to client");
    case DealAction::MarkSigned: return Actions::tr("Mar&k signed");
    case DealAction::Reopen: return Actions::tr("Reopen for ch&anges");
    case DealAction::MarkLost: return Actions::tr("Mark &lost");
    case DealAction::Revise: return Actions::tr("Revise as a new &deal");
    case DealAction::Comment: return Actions::tr("Co&mment");
    }
    return {};
}

QString explanation(Hindrance hindrance)
{
    switch (hindrance) {
    case Hindrance::None: return {};
    case Hindrance::WrongStatus: return Actions::tr("The deal's status does not allow this.");
    case Hindrance::NotOwner: return Actions::tr("Only the deal's owner can do this.");
    case Hindrance::NotOwnerOrLegal: return Actions::tr("Only the deal's owner or legal can do this.");
    case Hindrance::NotLegal: return Actions::tr("Only legal can do this.");
    case Hindrance::DraftExpired: return Actions::tr("The draft has expired. Renew it first.");
    case Hindrance::WrongDraftType: return Actions::tr("A scoping request cannot be submitted, and a deal cannot ask for scoping.");
    case Hindrance::Inactive: return Actions::tr("Your account is no longer active. Ask an administrator.");
    }
    return {};
}

QString explanation(ApprovalHindrance hindrance)
{
    switch (hindrance) {
    case ApprovalHindrance::None: return {};
    case ApprovalHindrance::NotOpen: return Actions::tr("This approval has been decided or withdrawn.");
    case ApprovalHindrance::OwnDeal: return Actions::tr("You own or edited this deal, so somebody else decides on it.");
    case ApprovalHindrance::OtherDepartment: return Actions::tr("This review belongs to another department.");
    case ApprovalHindrance::LevelTooLow: return Actions::tr("The amount is above the limit of your level.");
    case ApprovalHindrance::DecidedInThisStage: return Actions::tr("You have already decided on this deal. One person decides once only.");
    case ApprovalHindrance::WrongRole: return Actions::tr("Your role does not decide this kind of approval.");
    case ApprovalHindrance::StageNotOpen: return Actions::tr("This stage opens when the departments are done.");
    }
    return {};
}

} // namespace dealdesk
