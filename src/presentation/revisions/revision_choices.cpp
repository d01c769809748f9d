#include "presentation/revisions/revision_choices.h"

#include "presentation/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace dealdesk {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(RevisionChoices)
};
} // namespace

QList<RevisionChoice> revisionChoices(const DealDetail &deal, UserId viewer, const RoutingPolicy &policy)
{
    QList<RevisionChoice> choices;
    for (const RevisionRow &revision : deal.revisions)
        choices.append({revision.number, Words::tr("Revision %1").arg(revision.number),
                        Words::tr("submitted by %1, %2").arg(revision.submittedByName, formatInstant(revision.submittedAt)),
                        contentOf(revision, policy)});
    std::sort(choices.begin(), choices.end(), [](const RevisionChoice &a, const RevisionChoice &b) { return a.number < b.number; });
    if (!choices.isEmpty() && deal.facts.owner == viewer && deal.facts.status == DealStatus::Negotiating)
        choices.append({0, Words::tr("Your working draft"), Words::tr("last saved %1").arg(formatInstant(deal.updatedAt)),
                        workingDraftOf(deal, policy)});
    return choices;
}

} // namespace dealdesk
