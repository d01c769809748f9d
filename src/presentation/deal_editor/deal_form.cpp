#include "presentation/deal_editor/deal_form.h"

#include <algorithm>
#include <tuple>

namespace dealdesk {

namespace {
/// Deal fields as the form lists them, then tier by tier, each followed by its incentives.
auto placeInForm(const FormProblem &problem)
{
    return std::tuple(problem.path.tier, problem.path.incentive, int(problem.path.field));
}

bool isMissing(ViolationCode code)
{
    return code == ViolationCode::Required || code == ViolationCode::TooFewTiers;
}
} // namespace

DealForm::DealForm(std::shared_ptr<const ReferenceData> reference, QObject *parent) : QObject(parent), m_reference(std::move(reference))
{
    recompute();
}

void DealForm::reset(const FormContent &content, DraftType type)
{
    m_type = type;
    m_history.reset(content);
    m_showsMissing = false;
    contentReplaced();
}

void DealForm::setReference(std::shared_ptr<const ReferenceData> reference)
{
    m_reference = std::move(reference);
    contentReplaced();
}

DealDraft DealForm::draftToStore() const
{
    DealDraft draft = content().draft;
    draft.name = draft.name.trimmed();
    draft.email = draft.email.trimmed();
    draft.advertiserName = draft.advertiserName.trimmed();
    draft.agencyName = draft.agencyName.trimmed();
    return draft;
}

QString DealForm::inputText(const FieldPath &path) const
{
    return dealdesk::inputText(content(), path);
}

QString DealForm::problemAt(const FieldPath &path) const
{
    for (const FormProblem &problem : m_problems) {
        if (problem.path == path && (m_showsMissing || !problem.missing))
            return problem.sentence;
    }
    return {};
}

void DealForm::setShowsMissing(bool shows)
{
    if (m_showsMissing == shows)
        return;
    m_showsMissing = shows;
    Q_EMIT problemsChanged();
}

FieldPath DealForm::clientField() const
{
    return {draft().channel == SalesChannel::ClientDirect ? Field::Advertiser : Field::Agency};
}

void DealForm::edit(const std::function<void(FormContent &)> &change, const std::optional<FieldPath> &place, bool mergeable)
{
    FormContent next = content();
    change(next);
    if (next == content())
        return;
    m_history.record(next, place, mergeable);
    contentReplaced();
}

void DealForm::undo()
{
    if (!canUndo())
        return;
    const DraftHistory::Place place = m_history.undo();
    contentReplaced();
    if (place)
        Q_EMIT placeChanged(*place);
}

void DealForm::redo()
{
    if (!canRedo())
        return;
    const DraftHistory::Place place = m_history.redo();
    contentReplaced();
    if (place)
        Q_EMIT placeChanged(*place);
}

void DealForm::contentReplaced()
{
    const QList<TierFigures> figures = m_figures;
    const ClientHistory history = m_clientHistory;
    const RoutingPlan routing = m_routing;
    const QList<FormProblem> problems = m_problems;
    recompute();
    Q_EMIT contentChanged();
    Q_EMIT historyChanged();
    if (figures != m_figures)
        Q_EMIT figuresChanged();
    if (history != m_clientHistory)
        Q_EMIT clientHistoryChanged();
    if (routing != m_routing)
        Q_EMIT routingChanged();
    if (problems != m_problems)
        Q_EMIT problemsChanged();
}

void DealForm::recompute()
{
    m_clientHistory = m_reference->historyFor(draft());
    m_figures.clear();
    for (const Tier &tier : draft().tiers)
        m_figures.append(figuresOf(tier, m_clientHistory, m_reference->policy.clientValueFactor));
    m_routing = planRouting(draft(), m_reference->policy);
    m_problems = findProblems();
}

QList<FormProblem> DealForm::findProblems() const
{
    const FormContent &now = content();
    QList<FormProblem> problems;
    for (auto it = now.unreadable.cbegin(); it != now.unreadable.cend(); ++it)
        problems.append({it.key(), unreadable(it.key(), it.value()).sentence, false});
    const DealDraft draft = draftToStore();
    const QList<Violation> violations = m_type == DraftType::ScopingDraft
        ? violationsOfScoping(draft, m_reference->clients)
        : violationsOfSubmission(draft, m_reference->clients, m_reference->catalog);
    for (const Violation &violation : violations) {
        if (!now.unreadable.contains(violation.field))
            problems.append({violation.field, violation.sentence, isMissing(violation.code)});
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const FormProblem &a, const FormProblem &b) { return placeInForm(a) < placeInForm(b); });
    return problems;
}

} // namespace dealdesk
