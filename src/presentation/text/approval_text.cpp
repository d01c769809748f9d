#include "presentation/text/approval_text.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ApprovalText)
};

/// When a step of the ladder was due, and when somebody's program noticed.
QString stepText(const QString &what, const QString &dueAt, const QString &noticedAt)
{
    return noticedAt.isEmpty() ? Words::tr("%1: due %2").arg(what, formatInstant(dueAt))
                               : Words::tr("%1: due %2, noticed %3").arg(what, formatInstant(dueAt), formatInstant(noticedAt));
}

} // namespace

QString approverName(const ApprovalRow &approval)
{
    if (approval.department)
        return label(*approval.department);
    return approval.levelName.isEmpty() ? approval.level : approval.levelName;
}

QString deciderName(const ApprovalRow &approval)
{
    return approval.onBehalfOfName.isEmpty() ? approval.completedByName
                                             : Words::tr("%1 for %2").arg(approval.completedByName, approval.onBehalfOfName);
}

QString statusText(const ApprovalRow &approval)
{
    if (approval.carriedFrom)
        return Words::tr("Carried forward");
    if (approval.status == ApprovalStatus::Pending && !approval.escalatedAt.isEmpty())
        return Words::tr("Escalated");
    if (approval.status == ApprovalStatus::Pending && approval.overdue)
        return Words::tr("Overdue");
    return label(approval.status);
}

QString decisionText(const ApprovalRow &approval)
{
    const QString when = formatInstant(approval.completedAt);
    if (approval.carriedFrom)
        return Words::tr("Approved on revision %1 by %2, %3; carried forward")
            .arg(QString::number(approval.decidedRevision), deciderName(approval), when);
    switch (approval.status) {
    case ApprovalStatus::Approved: return Words::tr("Approved by %1, %2").arg(deciderName(approval), when);
    case ApprovalStatus::RevisionRequested: return Words::tr("Changes asked for by %1, %2").arg(deciderName(approval), when);
    case ApprovalStatus::Rejected: return Words::tr("Rejected by %1, %2").arg(deciderName(approval), when);
    case ApprovalStatus::NotRequired: return Words::tr("Not required for this revision");
    case ApprovalStatus::Withdrawn: return Words::tr("Withdrawn before a decision");
    case ApprovalStatus::Pending: break;
    }
    return {};
}

QStringList clockTexts(const ApprovalRow &approval, bool isStopped, const QDateTime &now)
{
    if (approval.status != ApprovalStatus::Pending)
        return {};
    QStringList texts{Words::tr("Waiting since %1 (%2).").arg(formatInstant(approval.createdAt), formatRelative(approval.createdAt, now))};
    if (isStopped) {
        texts.append(Words::tr("The clock is stopped while the owner has the deal."));
        return texts;
    }
    if (!approval.dueAt.isEmpty())
        texts.append(approval.overdue
                         ? Words::tr("Overdue since %1 (%2).").arg(formatInstant(approval.dueAt), formatRelative(approval.dueAt, now))
                         : Words::tr("Due %1 (%2).").arg(formatInstant(approval.dueAt), formatRelative(approval.dueAt, now)));
    if (!approval.remindedAt.isEmpty())
        texts.append(stepText(Words::tr("Reminder"), approval.remindAt, approval.remindedAt));
    if (!approval.escalatedAt.isEmpty())
        texts.append(stepText(Words::tr("Escalated to %1").arg(approval.escalatedTo), approval.escalateAt, approval.escalatedAt));
    return texts;
}

} // namespace dealdesk
