#include "presentation/deal_page/status_path.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using State = PathStep::State;

QList<PathStep> pathThrough(const QList<DealStatus> &stations, DealStatus current)
{
    QList<PathStep> path;
    State state = State::Done;
    for (const DealStatus station : stations) {
        if (station == current) {
            path.append({label(station), State::Current, meaningOf(station)});
            state = State::Upcoming;
        } else {
            path.append({label(station), state, Meaning::Neutral});
        }
    }
    return path;
}

bool allApproved(const DealDetail &deal)
{
    const int last = deal.revisions.isEmpty() ? 0 : deal.revisions.constLast().number;
    bool any = false;
    for (const ApprovalRow &approval : deal.approvals) {
        if (approval.revision != last)
            continue;
        any = true;
        if (approval.status != ApprovalStatus::Approved && approval.status != ApprovalStatus::NotRequired)
            return false;
    }
    return any;
}

/// As far as its revisions and approvals tell how far it had come.
QList<DealStatus> wayOfLostDeal(const DealDetail &deal)
{
    QList<DealStatus> stations{DealStatus::Draft};
    if (!deal.revisions.isEmpty())
        stations << DealStatus::Submitted << DealStatus::UnderReview;
    if (allApproved(deal))
        stations << DealStatus::Approved;
    return stations << DealStatus::Lost;
}

} // namespace

QList<PathStep> statusPathOf(const DealDetail &deal)
{
    const DealStatus status = deal.facts.status;
    if (status == DealStatus::Lost)
        return pathThrough(wayOfLostDeal(deal), status);
    if (deal.facts.draftType == DraftType::ScopingDraft)
        return pathThrough({DealStatus::Draft, DealStatus::Scoping, DealStatus::Converted}, status);
    const DealStatus review = status == DealStatus::Negotiating ? status : DealStatus::UnderReview;
    return pathThrough({DealStatus::Draft, DealStatus::Submitted, review, DealStatus::Approved, DealStatus::ContractDrafting,
                        DealStatus::ClientReview, DealStatus::Signed},
                       status);
}

QString describe(const QList<PathStep> &path)
{
    QStringList ahead;
    QString current;
    for (const PathStep &step : path) {
        if (step.state == State::Current)
            current = step.text;
        else if (step.state == State::Upcoming)
            ahead.append(step.text);
    }
    if (ahead.isEmpty())
        return QCoreApplication::translate("StatusPath", "Status: %1.").arg(current);
    return QCoreApplication::translate("StatusPath", "Status: %1. Still ahead: %2.").arg(current, ahead.join(u", "_s));
}

} // namespace dealdesk
