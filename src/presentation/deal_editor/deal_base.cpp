#include "presentation/deal_editor/deal_base.h"

#include "presentation/text/labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace dealdesk {

namespace {
struct Requests {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

RevisionRequest requestOf(const ApprovalRow &approval)
{
    RevisionRequest request;
    const QString body = approval.department ? label(*approval.department) : approval.levelName;
    request.from = approval.completedByName.isEmpty() ? body
                                                      : Requests::tr("%1 (%2)", "department (person)").arg(body, approval.completedByName);
    request.reason = approval.revisionReason.isEmpty() ? approval.comments : approval.revisionReason;
    for (const QString &field : approval.revisionFields) {
        if (const std::optional<FieldPath> path = FieldPath::fromString(field))
            request.fields.append(*path);
    }
    return request;
}
} // namespace

DealBase newBase(DraftType type, UserId owner)
{
    DealBase base;
    base.facts.draftType = type;
    base.facts.owner = owner;
    return base;
}

DealBase baseOf(const DealDetail &detail)
{
    DealBase base;
    base.deal = detail.id;
    base.version = detail.version;
    base.reference = detail.reference;
    base.facts = detail.facts;
    base.saved = detail.content;
    int latest = 0;
    for (const ApprovalRow &approval : detail.approvals)
        latest = std::max(latest, approval.revision);
    for (const ApprovalRow &approval : detail.approvals) {
        if (approval.revision == latest && approval.status == ApprovalStatus::RevisionRequested)
            base.requests.append(requestOf(approval));
    }
    return base;
}

} // namespace dealdesk
