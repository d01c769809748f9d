#include "presentation/text/labels.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {
struct Labels {
    Q_DECLARE_TR_FUNCTIONS(Labels)
};
} // namespace

QString label(Role role)
{
    switch (role) {
    case Role::Seller: return Labels::tr("Seller");
    case Role::DepartmentReviewer: return Labels::tr("Department reviewer");
    case Role::Approver: return Labels::tr("Approver");
    case Role::Admin: return Labels::tr("Administrator");
    }
    return {};
}

QString label(Department department)
{
    switch (department) {
    case Department::Trading: return Labels::tr("Trading");
    case Department::Finance: return Labels::tr("Finance");
    case Department::Creative: return Labels::tr("Creative");
    case Department::Marketing: return Labels::tr("Marketing");
    case Department::Product: return Labels::tr("Product");
    case Department::Solutions: return Labels::tr("Solutions");
    case Department::Legal: return Labels::tr("Legal");
    }
    return {};
}

QString label(DealType type)
{
    switch (type) {
    case DealType::Grow: return Labels::tr("Grow");
    case DealType::Protect: return Labels::tr("Protect");
    case DealType::Custom: return Labels::tr("Custom");
    }
    return {};
}

QString label(SalesChannel channel)
{
    switch (channel) {
    case SalesChannel::HoldingCompany: return Labels::tr("Holding company");
    case SalesChannel::IndependentAgency: return Labels::tr("Independent agency");
    case SalesChannel::ClientDirect: return Labels::tr("Client direct");
    }
    return {};
}

QString label(DealStructure structure)
{
    switch (structure) {
    case DealStructure::Tiered: return Labels::tr("Tiered");
    case DealStructure::FlatCommit: return Labels::tr("Flat commit");
    }
    return {};
}

QString label(Region region)
{
    switch (region) {
    case Region::Northeast: return Labels::tr("Northeast");
    case Region::Midwest: return Labels::tr("Midwest");
    case Region::Midatlantic: return Labels::tr("Mid-Atlantic");
    case Region::West: return Labels::tr("West");
    case Region::South: return Labels::tr("South");
    }
    return {};
}

QString label(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return Labels::tr("Critical");
    case Priority::High: return Labels::tr("High");
    case Priority::Medium: return Labels::tr("Medium");
    case Priority::Low: return Labels::tr("Low");
    }
    return {};
}

QString label(ApprovalPriority priority)
{
    switch (priority) {
    case ApprovalPriority::Normal: return Labels::tr("Normal");
    case ApprovalPriority::High: return Labels::tr("High");
    case ApprovalPriority::Urgent: return Labels::tr("Urgent");
    }
    return {};
}

QString label(DraftType type)
{
    switch (type) {
    case DraftType::ScopingDraft: return Labels::tr("Scoping request");
    case DraftType::SubmissionDraft: return Labels::tr("Deal");
    }
    return {};
}

QString label(AgencyType type)
{
    switch (type) {
    case AgencyType::HoldingCompany: return Labels::tr("Holding company");
    case AgencyType::Independent: return Labels::tr("Independent");
    }
    return {};
}

QString label(DealStatus status)
{
    switch (status) {
    case DealStatus::Draft: return Labels::tr("Draft");
    case DealStatus::Scoping: return Labels::tr("Scoping");
    case DealStatus::Converted: return Labels::tr("Converted");
    case DealStatus::Submitted: return Labels::tr("Submitted");
    case DealStatus::UnderReview: return Labels::tr("Under review");
    case DealStatus::Negotiating: return Labels::tr("Negotiating");
    case DealStatus::Approved: return Labels::tr("Approved");
    case DealStatus::ContractDrafting: return Labels::tr("Contract drafting");
    case DealStatus::ClientReview: return Labels::tr("Client review");
    case DealStatus::Signed: return Labels::tr("Signed");
    case DealStatus::Lost: return Labels::tr("Lost");
    }
    return {};
}

QString label(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::Pending: return Labels::tr("Pending");
    case ApprovalStatus::RevisionRequested: return Labels::tr("Revision requested");
    case ApprovalStatus::Approved: return Labels::tr("Approved");
    case ApprovalStatus::Rejected: return Labels::tr("Rejected");
    case ApprovalStatus::Withdrawn: return Labels::tr("Withdrawn");
    case ApprovalStatus::NotRequired: return Labels::tr("Not required");
    }
    return {};
}

QString label(ActionType action)
{
    switch (action) {
    case ActionType::Approve: return Labels::tr("Approved");
    case ActionType::Reject: return Labels::tr("Rejected");
    case ActionType::RequestRevision: return Labels::tr("Requested a revision");
    case ActionType::Comment: return Labels::tr("Commented");
    case ActionType::Initiate: return Labels::tr("Asked for approval");
    case ActionType::Assign: return Labels::tr("Assigned");
    case ActionType::CarryForward: return Labels::tr("Carried forward");
    case ActionType::Claim: return Labels::tr("Claimed");
    case ActionType::Release: return Labels::tr("Released");
    case ActionType::Delegate: return Labels::tr("Delegated");
    case ActionType::Escalate: return Labels::tr("Escalated");
    case ActionType::Recall: return Labels::tr("Recalled");
    case ActionType::Rescind: return Labels::tr("Rescinded");
    }
    return {};
}

QString label(RoutingBasis basis)
{
    switch (basis) {
    case RoutingBasis::TopTierRevenue: return Labels::tr("Highest tier's revenue");
    case RoutingBasis::ExpectedTierRevenue: return Labels::tr("Expected tier's revenue");
    case RoutingBasis::TopIncentiveCost: return Labels::tr("Highest incentive cost of any tier");
    }
    return {};
}

QString label(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Pipeline: return Labels::tr("Pipeline");
    case ReportKind::ApprovalsOutstanding: return Labels::tr("Approvals outstanding");
    case ReportKind::StatusHistory: return Labels::tr("Status history");
    case ReportKind::TierLines: return Labels::tr("Tier lines");
    }
    return {};
}

QString label(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::EmbeddedFile: return Labels::tr("File on this machine");
    case ProfileKind::PostgreSql: return Labels::tr("PostgreSQL server");
    case ProfileKind::Lakebase: return Labels::tr("Databricks Lakebase");
    }
    return {};
}

QString label(TlsMode mode)
{
    switch (mode) {
    case TlsMode::VerifyFull: return Labels::tr("Encrypted, certificate and host name verified");
    case TlsMode::VerifyCa: return Labels::tr("Encrypted, certificate verified");
    case TlsMode::Require: return Labels::tr("Encrypted, whoever answers (not safe)");
    case TlsMode::Off: return Labels::tr("Clear text (this machine only)");
    }
    return {};
}

QString label(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Password: return Labels::tr("Password");
    case SignInMethod::PastedToken: return Labels::tr("Token that is pasted");
    case SignInMethod::TokenCommand: return Labels::tr("Token from a program");
    }
    return {};
}

QString label(Environment environment)
{
    switch (environment) {
    case Environment::Production: return Labels::tr("Production");
    case Environment::Test: return Labels::tr("Test");
    case Environment::Development: return Labels::tr("Development");
    }
    return {};
}

} // namespace dealdesk
