#include "presentation/revisions/as_approved.h"

#include "presentation/text/approval_text.h"
#include "services/past_decisions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AsApproved)
};

template<typename Rows, typename Matches>
auto findIn(const Rows &rows, Matches matches) -> decltype(&rows.front())
{
    const auto found = std::find_if(rows.cbegin(), rows.cend(), matches);
    return found == rows.cend() ? nullptr : &*found;
}

QString titlePattern(ApprovalStatus status)
{
    switch (status) {
    case ApprovalStatus::Pending: return Words::tr("What %1 is asked about: revision %2");
    case ApprovalStatus::Withdrawn: return Words::tr("What %1 was asked about: revision %2");
    default: return Words::tr("What %1 decided on: revision %2");
    }
}

QString answerOf(const ApprovalRow &approval)
{
    const QString decision = decisionText(approval);
    QStringList lines{decision.isEmpty() ? Words::tr("Not decided yet.") : decision + u'.'};
    for (const QString &words : {approval.revisionReason, approval.comments}) {
        if (!words.isEmpty() && !lines.contains(words))
            lines.append(Words::tr("“%1”").arg(words));
    }
    return lines.join(u'\n');
}

} // namespace

std::optional<AsApproved> asApproved(const DealDetail &deal, ApprovalId approval, const RoutingPolicy &policy)
{
    const auto *row = findIn(deal.approvals, [approval](const ApprovalRow &each) { return each.id == approval; });
    const auto *revision = row ? findIn(deal.revisions, [row](const RevisionRow &each) { return each.number == row->decidedRevision; })
                               : nullptr;
    if (!revision || row->imported || row->status == ApprovalStatus::NotRequired)
        return std::nullopt;
    AsApproved seen{row->id, revision->number, approverName(*row), {}, answerOf(*row), contentOf(*revision, policy), {}};
    seen.title = titlePattern(row->status).arg(seen.approver).arg(seen.revision);
    const auto facts = factsDecidedOn(deal, *row, policy);
    for (const ScopeFact &fact : facts)
        seen.scope.append(fact.path);
    return seen;
}

} // namespace dealdesk
