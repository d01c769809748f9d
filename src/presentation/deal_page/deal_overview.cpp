#include "presentation/deal_page/deal_overview.h"

#include "domain/term.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/routing_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct DealOverview {
    Q_DECLARE_TR_FUNCTIONS(DealOverview)
};

QString orNotGiven(const QString &text)
{
    return text.isEmpty() ? DealOverview::tr("not given") : text;
}

QString termOf(const DealDraft &draft)
{
    if (draft.termStart.isNull() && draft.termEnd.isNull())
        return orNotGiven({});
    const QString dates = DealOverview::tr("%1 to %2").arg(formatDate(draft.termStart), formatDate(draft.termEnd));
    const auto months = termMonths(draft.termStart, draft.termEnd);
    return months ? DealOverview::tr("%1 (%n month(s))", nullptr, *months).arg(dates) : dates;
}

OverviewSection contextOf(const DealDraft &draft)
{
    OverviewSection section{u"context"_s, DealOverview::tr("Context"), {}};
    const bool direct = draft.channel == SalesChannel::ClientDirect;
    section.entries = {{label(direct ? Field::Advertiser : Field::Agency), orNotGiven(draft.clientName())},
                       {label(Field::Channel), label(draft.channel)},
                       {label(Field::Region), orNotGiven(draft.region ? label(*draft.region) : QString())},
                       {label(Field::Type), label(draft.type)},
                       {label(Field::Structure), label(draft.structure)},
                       {label(Field::Priority), label(draft.priority)},
                       {label(Field::ContractTerm), termOf(draft)},
                       {label(Field::GrowthAmbition), draft.growthAmbition ? formatMoney(*draft.growthAmbition) : orNotGiven({})},
                       {label(Field::Email), orNotGiven(draft.email)}};
    return section;
}

OverviewSection peopleAndDatesOf(const DealDetail &deal)
{
    OverviewSection section{u"record"_s, DealOverview::tr("Record"), {}};
    section.entries = {{DealOverview::tr("Owner"), deal.ownerName},
                       {DealOverview::tr("Created"), formatInstant(deal.createdAt)},
                       {DealOverview::tr("Last saved"), formatInstant(deal.updatedAt)},
                       {DealOverview::tr("Status since"), formatInstant(deal.lastStatusChange)}};
    if (!deal.submittedByName.isEmpty())
        section.entries.append({DealOverview::tr("Submitted by"), deal.submittedByName});
    if (deal.revisionCount > 0)
        section.entries.append({DealOverview::tr("Revisions after the first"), QString::number(deal.revisionCount)});
    if (!deal.parentReference.isEmpty())
        section.entries.append({deal.isRevision ? DealOverview::tr("Revises") : DealOverview::tr("Converted from"), deal.parentReference});
    if (deal.facts.status == DealStatus::Draft)
        section.entries.append(
            {deal.facts.expired ? DealOverview::tr("Expired") : DealOverview::tr("Expires"), formatInstant(deal.draftExpiresAt)});
    return section;
}

OverviewSection textsOf(const DealDraft &draft)
{
    OverviewSection section{u"texts"_s, DealOverview::tr("Why this deal"), {}};
    const auto add = [&section](Field field, const QString &text) {
        if (!text.trimmed().isEmpty())
            section.entries.append({label(field), text});
    };
    add(Field::BusinessSummary, draft.businessSummary);
    add(Field::GrowthOpportunityOwn, draft.growthOpportunityOwn);
    add(Field::GrowthOpportunityClient, draft.growthOpportunityClient);
    add(Field::ClientAsks, draft.clientAsks);
    return section;
}

} // namespace

QList<OverviewSection> overviewOf(const DealDetail &deal)
{
    QList<OverviewSection> sections{contextOf(deal.content), peopleAndDatesOf(deal)};
    const OverviewSection texts = textsOf(deal.content);
    if (!texts.entries.isEmpty())
        sections.append(texts);
    return sections;
}

QStringList approvalPathOf(const DealDetail &deal, const RoutingPolicy &policy)
{
    const bool asSubmitted = !deal.revisions.isEmpty() && !deal.facts.canEdit;
    const RoutingPlan plan = asSubmitted ? deal.revisions.constLast().plan : planRouting(deal.content, policy);
    return routingInWords(plan, policy);
}

} // namespace dealdesk
