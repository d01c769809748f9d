#include "domain/reapproval.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

int rankOf(const QString &level, const RoutingPolicy &policy)
{
    for (const ApprovalLevel &candidate : policy.levels) {
        if (candidate.code == level)
            return candidate.rank;
    }
    return -1;
}

const PastDecision *decisionOf(Approver approver, const QList<PastDecision> &past)
{
    const auto found = std::find_if(past.begin(), past.end(), [approver](const PastDecision &d) { return d.approver == approver; });
    return found == past.end() ? nullptr : &*found;
}

ReapprovalStep stepAbout(const PastDecision &decision, const QString &level, ReapprovalOutcome outcome, ReapprovalCause cause)
{
    return {decision.approver, level, outcome, cause, {}, decision.decidedByName, decision.revision};
}

class Planner {
public:
    Planner(const DealDraft &draft, const RoutingPlan &plan, const RoutingPolicy &policy) : m_draft(draft), m_plan(plan), m_policy(policy)
    {
    }

    [[nodiscard]] ReapprovalStep ask(Approver approver, const QString &level, const PastDecision *decision) const
    {
        if (!decision)
            return {approver, level, ReapprovalOutcome::New, ReapprovalCause::None, {}, {}, 0};
        const QList<FactChange> blame = decision->imported ? QList<FactChange>() : blameFor(*decision);
        const ReapprovalCause cause = causeFor(*decision, level, blame);
        ReapprovalStep step = stepAbout(*decision, level, outcomeFor(cause), cause);
        step.blame = blame;
        return step;
    }

    /// Not required any more: a department that is not in the plan, a level below the one that decides now.
    [[nodiscard]] bool isOver(const PastDecision &decision) const
    {
        if (!decision.approver)
            return isBelow(decision, m_plan.level);
        return std::none_of(m_plan.departments.begin(), m_plan.departments.end(),
                            [&decision](const DepartmentStep &step) { return step.department == decision.approver; });
    }

private:
    [[nodiscard]] QList<FactChange> blameFor(const PastDecision &decision) const
    {
        return worsened(scopeFacts(decision.approver, decision.content, decision.plan, m_policy),
                        scopeFacts(decision.approver, m_draft, m_plan, m_policy));
    }

    [[nodiscard]] bool isBelow(const PastDecision &decision, const QString &level) const
    {
        return !decision.approver && decision.levelRank < rankOf(level, m_policy);
    }

    [[nodiscard]] ReapprovalCause causeFor(const PastDecision &decision, const QString &level, const QList<FactChange> &blame) const
    {
        if (isBelow(decision, level))
            return ReapprovalCause::HigherLevel;
        if (!decision.approved)
            return ReapprovalCause::RevisionRequested;
        if (decision.imported)
            return ReapprovalCause::Imported;
        if (decision.deciderWrote)
            return ReapprovalCause::SeparationOfDuties;
        return blame.isEmpty() ? ReapprovalCause::None : ReapprovalCause::Changed;
    }

    static ReapprovalOutcome outcomeFor(ReapprovalCause cause)
    {
        switch (cause) {
        case ReapprovalCause::None: return ReapprovalOutcome::CarriedForward;
        case ReapprovalCause::HigherLevel: return ReapprovalOutcome::New;
        case ReapprovalCause::Changed:
        case ReapprovalCause::RevisionRequested:
        case ReapprovalCause::SeparationOfDuties:
        case ReapprovalCause::Imported: break;
        }
        return ReapprovalOutcome::AskedAgain;
    }

    const DealDraft &m_draft;
    const RoutingPlan &m_plan;
    const RoutingPolicy &m_policy;
};

} // namespace

QString approverCode(Approver approver)
{
    return approver ? codeOf(*approver) : u"business"_s;
}

QList<ReapprovalStep> planReapproval(const DealDraft &draft, const RoutingPlan &plan, const RoutingPolicy &policy,
                                     const QList<PastDecision> &past)
{
    const Planner planner(draft, plan, policy);
    QList<ReapprovalStep> steps;
    for (const DepartmentStep &step : plan.departments)
        steps += planner.ask(step.department, {}, decisionOf(step.department, past));
    if (!plan.level.isEmpty())
        steps += planner.ask(std::nullopt, plan.level, decisionOf(std::nullopt, past));

    const auto addIfOver = [&](Approver approver) {
        const PastDecision *decision = decisionOf(approver, past);
        if (decision && planner.isOver(*decision))
            steps += stepAbout(*decision, decision->level, ReapprovalOutcome::NotRequired, ReapprovalCause::None);
    };
    for (const Department department : allOf<Department>())
        addIfOver(department);
    addIfOver(std::nullopt);
    return steps;
}

} // namespace dealdesk
