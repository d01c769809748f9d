#include "presentation/deal_editor/submission_check.h"

#include "presentation/text/routing_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isAsked(const ReapprovalStep &step)
{
    return step.outcome == ReapprovalOutcome::New || step.outcome == ReapprovalOutcome::AskedAgain;
}

} // namespace

SubmissionCheck::SubmissionCheck(const DealForm &form, const ChangeListModel &changes, const ReapprovalPreview &reapproval,
                                 const ApproverAbsences &absences, QObject *parent)
    : QObject(parent), m_form(form), m_changes(changes), m_reapproval(reapproval), m_absences(absences)
{
    connect(&form, &DealForm::contentChanged, this, [this] {
        if (isOpen() && m_form.draftToStore() != m_shown)
            close();
    });
    connect(&form, &DealForm::routingChanged, this, &SubmissionCheck::absencesChanged);
    connect(&absences, &ApproverAbsences::changed, this, &SubmissionCheck::absencesChanged);
    connect(this, &SubmissionCheck::absencesChanged, this, &SubmissionCheck::follow);
    connect(&reapproval, &ReapprovalPreview::changed, this, &SubmissionCheck::follow);
    connect(&changes, &ChangeListModel::requestsChanged, this, &SubmissionCheck::follow);
    connect(&changes, &ChangeListModel::progressChanged, this, &SubmissionCheck::follow);
}

void SubmissionCheck::follow()
{
    if (isOpen())
        Q_EMIT changed();
}

bool SubmissionCheck::isNeeded(DealAction action) const
{
    if (action == DealAction::AskForScoping)
        return false;
    const QList<AbsenceHint> hints = absences();
    if (std::any_of(hints.begin(), hints.end(), [](const AbsenceHint &hint) { return hint.waits; }))
        return true;
    const QList<ReapprovalStep> &steps = m_reapproval.steps();
    return action == DealAction::Resubmit
        && (!m_changes.openPoints().isEmpty() || m_changes.hasUnanswered()
            || std::any_of(steps.begin(), steps.end(), [this](const ReapprovalStep &step) { return isNews(step); }));
}

/// Who sent the deal back expects it, and who was on its path will see it anyway.
bool SubmissionCheck::isNews(const ReapprovalStep &step) const
{
    if (step.outcome == ReapprovalOutcome::AskedAgain)
        return step.cause != ReapprovalCause::RevisionRequested;
    return step.outcome == ReapprovalOutcome::New && !m_changes.hadOnPath(step.approver, step.level);
}

void SubmissionCheck::open(DealAction action, const QStringList &news)
{
    m_action = action;
    m_shown = m_form.draftToStore();
    m_news = news;
    Q_EMIT changed();
}

void SubmissionCheck::close()
{
    if (!isOpen())
        return;
    m_action.reset();
    Q_EMIT changed();
}

QString SubmissionCheck::question() const
{
    return m_action == DealAction::Resubmit ? tr("Resubmit the deal like this?") : tr("Submit the deal now?");
}

QList<AbsenceHint> SubmissionCheck::absences() const
{
    QList<Approver> asked;
    for (const ReapprovalStep &step : m_reapproval.steps()) {
        if (isAsked(step))
            asked.append(step.approver);
    }
    if (m_reapproval.steps().isEmpty()) {
        for (const DepartmentStep &step : m_form.routing().departments)
            asked.append(step.department);
        asked.append(Approver());
    }
    QList<AbsenceHint> hints;
    for (const Approver approver : asked) {
        if (const std::optional<AbsenceHint> hint = absenceOf(approver))
            hints.append(*hint);
    }
    return hints;
}

std::optional<AbsenceHint> SubmissionCheck::absenceOf(Approver approver) const
{
    return dealdesk::absenceOf(approver, m_form.routing(), m_form.reference().policy, m_absences.cover(), m_absences.delegations(),
                               QDateTime::currentDateTimeUtc());
}

QStringList SubmissionCheck::pathInWords() const
{
    QStringList words = routingInWords(m_form.routing(), m_form.reference().policy);
    const QList<ReapprovalLine> lines = m_reapproval.lines();
    for (const ReapprovalLine &line : lines)
        words.append(QString(line.text).replace(u"\n"_s, u"; "_s));
    return words;
}

} // namespace dealdesk
