#include "services/import/imported_deal.h"

#include "services/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<SourceRow> childRows(const Capture &capture, SourceRow &deal, const QString &dealId, const QString &name, const QString &table)
{
    const QString endpoint = u"deals/%1/%2"_s.arg(dealId, name);
    if (!capture.has(endpoint))
        return {};
    if (const QString problem = capture.problem(endpoint); !problem.isEmpty())
        deal.refuse(name, ImportText::tr("The prototype gave no list of these: %1").arg(problem));
    return capture.rows(endpoint, table, u"%1/%2"_s.arg(deal.address(), name));
}

// A capture without the tiers' own endpoint has them within the deal.
QList<SourceRow> tierRows(const Capture &capture, SourceRow &deal, const QString &dealId)
{
    if (capture.has(u"deals/%1/tiers"_s.arg(dealId)))
        return childRows(capture, deal, dealId, u"tiers"_s, u"deal_tiers"_s);
    QList<SourceRow> rows;
    const QJsonArray embedded = deal.at("tiers"_L1).toArray();
    for (qsizetype i = 0; i < embedded.size(); ++i)
        rows += SourceRow(u"deal_tiers"_s, u"%1/tiers/%2"_s.arg(deal.address()).arg(i + 1), embedded.at(i).toObject());
    return rows;
}

QList<SourceRow> historyRows(const Capture &capture, SourceRow &deal, const QString &dealId)
{
    QList<SourceRow> rows = childRows(capture, deal, dealId, u"history"_s, u"deal_status_history"_s);
    for (SourceRow &row : rows) {
        if (row.at("type"_L1).toString() == "approval_action"_L1)
            row = SourceRow(u"approval_actions"_s, row.address(), row.json());
    }
    return rows;
}

bool anyRefused(const QList<SourceRow> &rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const SourceRow &row) { return row.isRefused(); });
}

// The rules of today's lists: what they refuse was fine when the deal was written.
bool isAboutTodaysLists(const Violation &violation)
{
    switch (violation.code) {
    case ViolationCode::UnknownClient:
    case ViolationCode::AgencyTypeMismatch:
    case ViolationCode::NotInCatalog: return true;
    case ViolationCode::Required:
        return violation.field.field != Field::Name && violation.field.field != Field::Tiers && violation.field.field != Field::Revenue
            && violation.field.field != Field::Margin;
    default: return false;
    }
}

// The prototype's name of a field that a violation points to.
QString sourceFieldOf(const FieldPath &path)
{
    switch (path.field) {
    case Field::Name: return u"dealName"_s;
    case Field::Email: return u"email"_s;
    case Field::GrowthAmbition: return u"growthAmbition"_s;
    case Field::TermStart: return u"termStartDate"_s;
    case Field::TermEnd: return u"termEndDate"_s;
    case Field::Revenue: return u"annualRevenue"_s;
    case Field::Margin: return u"annualGrossMargin"_s;
    default: return path.toString();
    }
}

SourceRow &rowOf(ImportedDeal &rows, const FieldPath &path)
{
    return path.tier >= 0 && path.tier < rows.tiers.size() ? rows.tiers[path.tier] : rows.deal;
}

void tellToPutRight(ImportedDeal &rows, const Violation &violation)
{
    const QString field = sourceFieldOf(violation.field);
    SourceRow &row = rowOf(rows, violation.field);
    row.keep(field, ImportText::tr("To be put right before the deal is submitted again: %1").arg(violation.sentence),
             sourceText(row.json().value(field)));
}

void tellUnknownClient(ImportedDeal &rows, const KnownClients &clients)
{
    const DealDraft &draft = rows.record.draft;
    const QString client = draft.clientName();
    const bool isAgency = draft.channel != SalesChannel::ClientDirect;
    const bool isKnown = isAgency ? clients.agencies.contains(client) : clients.advertisers.contains(client);
    if (!client.isEmpty() && !isKnown)
        rows.deal.keep(isAgency ? u"agencyName"_s : u"advertiserName"_s,
                       ImportText::tr("No list has this client; the name stays as it was."), client);
}

} // namespace

QList<SourceRow> ImportedDeal::all() const
{
    return QList<SourceRow>{deal} + tiers + approvals + history + comments;
}

bool ImportedDeal::isRefused() const
{
    return deal.isRefused() || anyRefused(tiers) || anyRefused(approvals) || anyRefused(history) || anyRefused(comments);
}

ImportedDeal readImportedDeal(const SourceRow &deal, const QString &dealId, const Capture &capture, const OptionPlaces &places,
                              const People &people)
{
    ImportedDeal rows;
    rows.deal = deal;
    rows.tiers = tierRows(capture, rows.deal, dealId);
    rows.approvals = childRows(capture, rows.deal, dealId, u"approvals"_s, u"deal_approvals"_s);
    rows.history = historyRows(capture, rows.deal, dealId);
    rows.comments = childRows(capture, rows.deal, dealId, u"comments"_s, u"deal_comments"_s);
    rows.record = readDeal(rows.deal);
    rows.record.draft.tiers = readTiers(rows.tiers, dealId, places);
    rows.approvalRecords = readApprovals(rows.approvals, dealId, rows.record.draft, people);
    rows.historyRecords = readHistory(rows.history, rows.approvalRecords, people);
    rows.commentRecords = readComments(rows.comments, people);
    return rows;
}

void checkDeal(ImportedDeal &rows, const ReferenceData &reference)
{
    if (rows.isRefused())
        return;
    const DealDraft &draft = rows.record.draft;
    const bool isOpen = canBeCompleted(rows.record.status);
    if (isOpen && draft.name.isEmpty() && rows.record.status != DealStatus::Draft)
        rows.deal.refuseMissing(u"dealName"_s);
    if (rows.record.revisionCount < 0)
        rows.deal.refuse(u"revisionCount"_s, ImportText::tr("A count is not negative."));
    const QList<Violation> hard = isOpen ? violationsOfDraft(draft) : violationsOfSubmission(draft, reference.clients, reference.catalog);
    for (const Violation &violation : hard) {
        const bool lostWithoutTiers = rows.record.status == DealStatus::Lost && draft.tiers.isEmpty()
            && violation.field.field == Field::Tiers;
        if (!isAboutTodaysLists(violation) && !lostWithoutTiers)
            rowOf(rows, violation.field).refuse(sourceFieldOf(violation.field), violation.sentence);
    }
    if (isOpen && !rows.isRefused()) {
        const bool tiersAreDue = wasSubmitted(rows.record.status);
        const QList<Violation> soft = violationsOfSubmission(draft, reference.clients, reference.catalog);
        for (const Violation &violation : soft) {
            if (!isAboutTodaysLists(violation) && (tiersAreDue || violation.field.field != Field::Tiers))
                tellToPutRight(rows, violation);
        }
    }
    tellUnknownClient(rows, reference.clients);
}

} // namespace dealdesk
