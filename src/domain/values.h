#pragma once

#include "core/enum_codes.h"

namespace dealdesk {

// The enumerations of the business. Codes are those of the stored tables.

enum class Role { Seller, DepartmentReviewer, Approver, Admin };
enum class Department { Trading, Finance, Creative, Marketing, Product, Solutions, Legal };
enum class DealType { Grow, Protect, Custom };
enum class SalesChannel { HoldingCompany, IndependentAgency, ClientDirect };
enum class DealStructure { Tiered, FlatCommit };
enum class Region { Northeast, Midwest, Midatlantic, West, South };
enum class Priority { Critical, High, Medium, Low };
enum class ApprovalPriority { Normal, High, Urgent };
enum class DraftType { ScopingDraft, SubmissionDraft };
enum class FlowIntelligence { OnTrack, NeedsAttention };
enum class AgencyType { HoldingCompany, Independent };
enum class DealStatus {
    Draft,
    Scoping,
    Converted,
    Submitted,
    UnderReview,
    Negotiating,
    Approved,
    ContractDrafting,
    ClientReview,
    Signed,
    Lost
};
enum class ApprovalStatus { Pending, RevisionRequested, Approved, Rejected, Withdrawn, NotRequired };
enum class ActionType {
    Approve,
    Reject,
    RequestRevision,
    Comment,
    Initiate,
    Assign,
    CarryForward,
    Claim,
    Release,
    Delegate,
    Escalate,
    Recall,
    Rescind
};

template<>
struct EnumCodes<Role> {
    static constexpr std::array table = {std::pair{Role::Seller, "seller"}, std::pair{Role::DepartmentReviewer, "department_reviewer"},
                                         std::pair{Role::Approver, "approver"}, std::pair{Role::Admin, "admin"}};
};
template<>
struct EnumCodes<Department> {
    static constexpr std::array table = {std::pair{Department::Trading, "trading"},   std::pair{Department::Finance, "finance"},
                                         std::pair{Department::Creative, "creative"}, std::pair{Department::Marketing, "marketing"},
                                         std::pair{Department::Product, "product"},   std::pair{Department::Solutions, "solutions"},
                                         std::pair{Department::Legal, "legal"}};
};
template<>
struct EnumCodes<DealType> {
    static constexpr std::array table = {std::pair{DealType::Grow, "grow"}, std::pair{DealType::Protect, "protect"},
                                         std::pair{DealType::Custom, "custom"}};
};
template<>
struct EnumCodes<SalesChannel> {
    static constexpr std::array table = {std::pair{SalesChannel::HoldingCompany, "holding_company"},
                                         std::pair{SalesChannel::IndependentAgency, "independent_agency"},
                                         std::pair{SalesChannel::ClientDirect, "client_direct"}};
};
template<>
struct EnumCodes<DealStructure> {
    static constexpr std::array table = {std::pair{DealStructure::Tiered, "tiered"}, std::pair{DealStructure::FlatCommit, "flat_commit"}};
};
template<>
struct EnumCodes<Region> {
    static constexpr std::array table = {std::pair{Region::Northeast, "northeast"}, std::pair{Region::Midwest, "midwest"},
                                         std::pair{Region::Midatlantic, "midatlantic"}, std::pair{Region::West, "west"},
                                         std::pair{Region::South, "south"}};
};
template<>
struct EnumCodes<Priority> {
    static constexpr std::array table = {std::pair{Priority::Critical, "critical"}, std::pair{Priority::High, "high"},
                                         std::pair{Priority::Medium, "medium"}, std::pair{Priority::Low, "low"}};
};
template<>
struct EnumCodes<ApprovalPriority> {
    static constexpr std::array table = {std::pair{ApprovalPriority::Normal, "normal"}, std::pair{ApprovalPriority::High, "high"},
                                         std::pair{ApprovalPriority::Urgent, "urgent"}};
};
template<>
struct EnumCodes<DraftType> {
    static constexpr std::array table = {std::pair{DraftType::ScopingDraft, "scoping_draft"},
                                         std::pair{DraftType::SubmissionDraft, "submission_draft"}};
};
template<>
struct EnumCodes<FlowIntelligence> {
    static constexpr std::array table = {std::pair{FlowIntelligence::OnTrack, "on_track"},
                                         std::pair{FlowIntelligence::NeedsAttention, "needs_attention"}};
};
template<>
struct EnumCodes<AgencyType> {
    static constexpr std::array table = {std::pair{AgencyType::HoldingCompany, "holding_company"},
                                         std::pair{AgencyType::Independent, "independent"}};
};
template<>
struct EnumCodes<DealStatus> {
    static constexpr std::array table = {std::pair{DealStatus::Draft, "draft"},
                                         std::pair{DealStatus::Scoping, "scoping"},
                                         std::pair{DealStatus::Converted, "converted"},
                                         std::pair{DealStatus::Submitted, "submitted"},
                                         std::pair{DealStatus::UnderReview, "under_review"},
                                         std::pair{DealStatus::Negotiating, "negotiating"},
                                         std::pair{DealStatus::Approved, "approved"},
                                         std::pair{DealStatus::ContractDrafting, "contract_drafting"},
                                         std::pair{DealStatus::ClientReview, "client_review"},
                                         std::pair{DealStatus::Signed, "signed"},
                                         std::pair{DealStatus::Lost, "lost"}};
};
template<>
struct EnumCodes<ApprovalStatus> {
    static constexpr std::array table = {
        std::pair{ApprovalStatus::Pending, "pending"},     std::pair{ApprovalStatus::RevisionRequested, "revision_requested"},
        std::pair{ApprovalStatus::Approved, "approved"},   std::pair{ApprovalStatus::Rejected, "rejected"},
        std::pair{ApprovalStatus::Withdrawn, "withdrawn"}, std::pair{ApprovalStatus::NotRequired, "not_required"}};
};
template<>
struct EnumCodes<ActionType> {
    static constexpr std::array table = {std::pair{ActionType::Approve, "approve"},
                                         std::pair{ActionType::Reject, "reject"},
                                         std::pair{ActionType::RequestRevision, "request_revision"},
                                         std::pair{ActionType::Comment, "comment"},
                                         std::pair{ActionType::Initiate, "initiate"},
                                         std::pair{ActionType::Assign, "assign"},
                                         std::pair{ActionType::CarryForward, "carry_forward"},
                                         std::pair{ActionType::Claim, "claim"},
                                         std::pair{ActionType::Release, "release"},
                                         std::pair{ActionType::Delegate, "delegate"},
                                         std::pair{ActionType::Escalate, "escalate"},
                                         std::pair{ActionType::Recall, "recall"},
                                         std::pair{ActionType::Rescind, "rescind"}};
};

} // namespace dealdesk
