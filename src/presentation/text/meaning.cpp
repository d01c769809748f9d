#include "presentation/text/labels.h"

namespace dealdesk {

Meaning meaningOf(DealStatus status)
{
    switch (status) {
    case DealStatus::Draft:
    case DealStatus::Converted: return Meaning::Neutral;
    case DealStatus::Scoping:
    case DealStatus::Submitted:
    case DealStatus::UnderReview:
    case DealStatus::ContractDrafting:
    case DealStatus::ClientReview: return Meaning::Info;
    case DealStatus::Negotiating: return Meaning::Caution;
    case DealStatus::Approved:
    case DealStatus::Signed: return Meaning::Positive;
    case DealStatus::Lost: return Meaning::Negative;
    }
    return Meaning::Neutral;
}

Meaning meaningOf(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::Pending: return Meaning::Info;
    case ApprovalStatus::RevisionRequested: return Meaning::Caution;
    case ApprovalStatus::Approved: return Meaning::Positive;
    case ApprovalStatus::Rejected: return Meaning::Negative;
    case ApprovalStatus::Withdrawn:
    case ApprovalStatus::NotRequired: return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

Meaning meaningOf(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return Meaning::Negative;
    case Priority::High: return Meaning::Caution;
    case Priority::Medium: return Meaning::Info;
    case Priority::Low: return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

} // namespace dealdesk
