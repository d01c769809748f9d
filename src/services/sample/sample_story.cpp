#include "services/sample/sample_story.h"

#include "domain/business_clock.h"
#include "services/import/imported_deal.h"
#include "services/sample/sample_deals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<DealStatus> pathTo(DealStatus status)
{
    using enum DealStatus;
    switch (status) {
    case Scoping: return {Draft, Scoping};
    case Converted: return {Draft, Scoping, Converted};
    case Submitted: return {Draft, Submitted};
    case Negotiating: return {Draft, Submitted, Negotiating};
    case Lost: return {Draft, Submitted, UnderReview, Lost};
    case Draft: return {Draft};
    default: {
        const QList<DealStatus> whole{Draft, Submitted, UnderReview, Approved, ContractDrafting, ClientReview, Signed};
        return whole.first(whole.indexOf(status) + 1);
    }
    }
}

const SamplePerson &personFor(const ApprovalRecord &approval, const RoutingPlan &plan)
{
    const QList<SamplePerson> &people = samplePeople();
    const auto fits = [&](const SamplePerson &person) {
        return approval.stage == 1 ? person.department == approval.department : person.approvalLevel == plan.level;
    };
    return *std::find_if(people.begin(), people.end(), fits);
}

/// Tells the story step by step, a step on each second day.
class Story {
public:
    Story(ImportedDeal &deal, bool departmentsAreDone, const SamplePerson &owner, const RoutingPlan &plan, const QDateTime &lastChange)
        : m_deal(deal)
        , m_departmentsAreDone(departmentsAreDone)
        , m_owner(owner)
        , m_plan(plan)
        , m_path(pathTo(deal.record.status))
        , m_lastChange(lastChange)
    {
    }

    void tell()
    {
        for (qsizetype i = 0; i < m_path.size(); ++i)
            m_deal.historyRecords += StatusRecord{m_path.at(i), m_owner.username, m_owner.displayName(), comment(m_path.at(i)), at(i)};
        if (!m_path.contains(DealStatus::Submitted))
            return;
        for (const DepartmentStep &step : m_plan.departments)
            addApproval(1, step.department, step.reasons);
        const bool stage1IsOver = m_path.contains(DealStatus::Approved)
            || (m_deal.record.status == DealStatus::UnderReview && m_departmentsAreDone);
        if (stage1IsOver || m_deal.record.status == DealStatus::Lost)
            addApproval(2, Department::Trading, {});
    }

    [[nodiscard]] QString began() const { return at(0); }

private:
    [[nodiscard]] QString at(qsizetype step) const
    {
        return instantText(m_lastChange.addDays(-2 * (m_path.size() - 1 - step)).addSecs(-977 * step));
    }

    [[nodiscard]] QString comment(DealStatus status) const
    {
        if (status == DealStatus::Lost)
            return u"The client chose another partner."_s;
        return status == DealStatus::Negotiating ? u"Finance asks for a better margin."_s : QString();
    }

    [[nodiscard]] ApprovalStatus outcome(int stage, Department department) const
    {
        switch (m_deal.record.status) {
        case DealStatus::Submitted: return ApprovalStatus::Pending;
        case DealStatus::UnderReview:
            if (stage == 2)
                return ApprovalStatus::Pending;
            return department != Department::Finance || m_departmentsAreDone ? ApprovalStatus::Approved : ApprovalStatus::Pending;
        case DealStatus::Negotiating:
            return department == Department::Finance ? ApprovalStatus::RevisionRequested : ApprovalStatus::Approved;
        case DealStatus::Lost: return stage == 2 ? ApprovalStatus::Rejected : ApprovalStatus::Approved;
        default: return ApprovalStatus::Approved;
        }
    }

    void addApproval(int stage, Department department, const QList<DepartmentReason> &reasons)
    {
        ApprovalRecord approval;
        approval.stage = stage;
        approval.department = department;
        approval.reasons = reasons;
        approval.status = outcome(stage, department);
        approval.priority = approvalPriorityFor(m_deal.record.draft.priority);
        approval.createdAt = at(stage);
        const QDateTime opened = QDateTime::fromString(approval.createdAt, Qt::ISODateWithMs);
        approval.dueDate = instantText(
            firstClockFor(m_deal.record.draft.region, opened.date()).dueAfter(opened, businessDaysFor(approval.priority)));
        if (approval.status != ApprovalStatus::Pending)
            decide(approval, opened);
        m_deal.approvalRecords += approval;
    }

    void decide(ApprovalRecord &approval, const QDateTime &opened)
    {
        const SamplePerson &person = personFor(approval, m_plan);
        approval.completedAt = instantText(opened.addSecs(5 * 3600));
        ActionType action = ActionType::Approve;
        if (approval.status == ApprovalStatus::RevisionRequested) {
            action = ActionType::RequestRevision;
            approval.revisionReason = u"The margin is below last year's. Please raise it or lower the incentives."_s;
        } else if (approval.status == ApprovalStatus::Rejected) {
            action = ActionType::Reject;
            approval.comments = u"Not at this price."_s;
        }
        approval.actions += ActionRecord{action, person.username, person.displayName(), approval.comments, approval.completedAt};
    }

    ImportedDeal &m_deal;
    const bool m_departmentsAreDone;
    const SamplePerson &m_owner;
    const RoutingPlan &m_plan;
    const QList<DealStatus> m_path;
    const QDateTime m_lastChange;
};

// A submission takes the client's figures along; a client without any leaves the deal without any.
void takeClientHistory(DealRecord &record)
{
    if (!wasSubmitted(record.status))
        return;
    const QList<SampleClient> &clients = sampleClients();
    const auto client = std::find_if(clients.begin(), clients.end(),
                                     [name = record.draft.clientName()](const SampleClient &c) { return c.name == name; });
    if (client == clients.end())
        return;
    record.previousYearRevenue = client->history.revenue;
    record.previousYearMargin = client->history.margin;
}

} // namespace

QJsonObject sampleStory(const DealDraft &draft, DealStatus status, bool departmentsAreDone, const SamplePerson &owner,
                        const RoutingPolicy &policy, const QDateTime &lastChange)
{
    ImportedDeal deal;
    deal.record.draft = draft;
    deal.record.status = status;
    deal.record.owner = owner.username;
    takeClientHistory(deal.record);
    const bool isScoping = status == DealStatus::Scoping || status == DealStatus::Converted;
    deal.record.draftType = isScoping ? DraftType::ScopingDraft : DraftType::SubmissionDraft;
    const RoutingPlan plan = planRouting(draft, policy);
    Story story(deal, departmentsAreDone, owner, plan, lastChange);
    story.tell();
    deal.record.createdAt = story.began();
    deal.record.updatedAt = instantText(lastChange);
    deal.record.lastStatusChange = instantText(lastChange);
    ImportSurroundings surroundings;
    surroundings.now = lastChange;
    return importRow(deal, plan, {}, surroundings, owner.displayName());
}

} // namespace dealdesk
