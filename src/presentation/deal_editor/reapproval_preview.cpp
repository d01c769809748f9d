#include "presentation/deal_editor/reapproval_preview.h"

#include "presentation/text/reapproval_text.h"

#include <QLocale>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kChangesNamed = 4;

QString asksText(const ReapprovalStep &step, const QString &name)
{
    if (step.outcome == ReapprovalOutcome::New && step.cause == ReapprovalCause::None)
        return ReapprovalPreview::tr("%1 decides for the first time").arg(name);
    if (step.outcome == ReapprovalOutcome::AskedAgain && step.cause == ReapprovalCause::Changed)
        return ReapprovalPreview::tr("%1 is asked again").arg(name);
    if (step.outcome == ReapprovalOutcome::AskedAgain && step.cause == ReapprovalCause::RevisionRequested)
        return ReapprovalPreview::tr("%1 sent it back and is asked again").arg(name);
    return ReapprovalPreview::tr("%1: %2", "approver: why").arg(name, whyText(step, Blame::LeftOut));
}

/// What is to blame, below who is asked. Who sent the deal back waits for changes: there nothing is to blame.
ReapprovalLine askedLine(const ReapprovalStep &step, const QString &name)
{
    QStringList text{asksText(step, name)};
    if (step.cause != ReapprovalCause::RevisionRequested) {
        const QStringList blame = blameInWords(step.blame);
        text += blame.mid(0, kChangesNamed);
        if (blame.size() > kChangesNamed)
            text += ReapprovalPreview::tr("and %1 more").arg(QLocale().toString(blame.size() - kChangesNamed));
    }
    return {step.outcome, text.join(u'\n'), whyText(step)};
}

} // namespace

ReapprovalPreview::ReapprovalPreview(DealForm &form, QObject *parent) : QObject(parent), m_form(form)
{
    connect(&form, &DealForm::contentChanged, this, &ReapprovalPreview::follow);
}

void ReapprovalPreview::setPast(const std::optional<QList<PastDecision>> &past)
{
    m_past = past;
    follow();
}

void ReapprovalPreview::follow()
{
    QList<ReapprovalStep> steps;
    if (m_past)
        steps = planReapproval(m_form.draftToStore(), m_form.routing(), m_form.reference().policy, *m_past);
    if (steps == m_steps)
        return;
    m_steps = steps;
    Q_EMIT changed();
}

QList<ReapprovalLine> ReapprovalPreview::lines() const
{
    QList<ReapprovalLine> lines;
    QStringList standing;
    QStringList reasons;
    QStringList dropped;
    for (const ReapprovalStep &step : m_steps) {
        const QString name = approverName(step.approver, step.level, m_form.reference().policy);
        if (step.outcome == ReapprovalOutcome::CarriedForward) {
            standing.append(name);
            reasons.append(tr("%1: %2", "approver: why").arg(name, whyText(step)));
        } else if (step.outcome == ReapprovalOutcome::NotRequired) {
            dropped.append(name);
        } else {
            lines.append(askedLine(step, name));
        }
    }
    const QLocale locale;
    if (!standing.isEmpty()) {
        lines.append(
            {ReapprovalOutcome::CarriedForward,
             standing.size() == 1 ? tr("%1 stands").arg(standing.first()) : tr("%1 stand").arg(locale.createSeparatedList(standing)),
             reasons.join(u'\n')});
    }
    if (!dropped.isEmpty()) {
        lines.append({ReapprovalOutcome::NotRequired,
                      dropped.size() == 1 ? tr("%1 is not required any more").arg(dropped.first())
                                          : tr("%1 are not required any more").arg(locale.createSeparatedList(dropped)),
                      {}});
    }
    return lines;
}

} // namespace dealdesk
