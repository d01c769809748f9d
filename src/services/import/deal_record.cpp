#include "services/import/deal_record.h"

#include "domain/term.h"
#include "services/import/import_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString readDealName(SourceRow &source, QLatin1StringView field)
{
    const QString typed = source.text(field);
    const QString name = typed.trimmed();
    if (name != typed)
        source.repair(field, ImportText::tr("Extra spaces were removed."), typed, name);
    if (name.size() > kMaxNameLength)
        source.refuse(field, ImportText::tr("The name has %1 characters; at most %2 are kept.").arg(name.size()).arg(kMaxNameLength));
    return name;
}

QString readReference(SourceRow &source)
{
    const QString reference = source.name("referenceNumber"_L1);
    static const QRegularExpression form(uR"(^DEAL-\d{4}-\d{3,9}$)"_s);
    if (!reference.isEmpty() && !form.match(reference).hasMatch())
        source.refuse(u"referenceNumber"_s, ImportText::tr("A reference looks like DEAL-2026-001."));
    return reference;
}

Priority readPriority(SourceRow &source)
{
    if (!source.has("priority"_L1))
        source.repair(u"priority"_s, ImportText::tr("There is no priority; medium is the usual one."), {}, codeOf(Priority::Medium));
    return source.code<Priority>("priority"_L1).value_or(Priority::Medium);
}

// Two spellings of one name: the seed's column and the request form's.
QString ownOpportunity(SourceRow &source)
{
    return source.has("growthOpportunityMiq"_L1) ? source.text("growthOpportunityMiq"_L1) : source.text("growthOpportunityMIQ"_L1);
}

void readTerm(SourceRow &source, DealDraft &draft)
{
    draft.termStart = source.date("termStartDate"_L1);
    draft.termEnd = source.date("termEndDate"_L1);
    const auto told = source.integer("contractTerm"_L1);
    const auto counted = termMonths(draft.termStart, draft.termEnd);
    if (told && counted && *told != *counted)
        source.repair(u"contractTerm"_s, ImportText::tr("The contract term is counted from its dates."), QString::number(*told),
                      QString::number(*counted));
}

DealDraft readContent(SourceRow &source)
{
    DealDraft draft;
    draft.tiers.clear();
    draft.type = source.requiredCode<DealType>("dealType"_L1).value_or(DealType::Grow);
    draft.channel = source.requiredCode<SalesChannel>("salesChannel"_L1).value_or(SalesChannel::ClientDirect);
    draft.structure = source.requiredCode<DealStructure>("dealStructure"_L1).value_or(DealStructure::Tiered);
    draft.region = source.code<Region>("region"_L1);
    draft.advertiserName = source.name("advertiserName"_L1);
    draft.agencyName = source.name("agencyName"_L1);
    draft.growthOpportunityOwn = ownOpportunity(source);
    draft.growthOpportunityClient = source.text("growthOpportunityClient"_L1);
    draft.clientAsks = source.text("clientAsks"_L1);
    draft.growthAmbition = source.money("growthAmbition"_L1);
    readTerm(source, draft);
    return draft;
}

std::optional<DraftType> readDraftType(SourceRow &source, DealStatus status)
{
    if (const auto type = source.code<DraftType>("draftType"_L1))
        return type;
    if (status == DealStatus::Draft)
        return DraftType::SubmissionDraft;
    const bool isScoping = status == DealStatus::Scoping || status == DealStatus::Converted;
    return isScoping ? std::optional(DraftType::ScopingDraft) : std::nullopt;
}

// A zero is the prototype's "nobody entered anything".
template<typename T>
std::optional<T> unlessZero(std::optional<T> figure)
{
    return figure && *figure == T() ? std::nullopt : figure;
}

void readInstants(SourceRow &source, DealRecord &record)
{
    record.createdAt = source.instant("createdAt"_L1);
    record.updatedAt = source.instant("updatedAt"_L1);
    record.lastStatusChange = source.instant("lastStatusChange"_L1);
    if (record.createdAt.isEmpty() && !source.isRefused())
        source.refuseMissing(u"createdAt"_s);
    if (record.updatedAt.isEmpty())
        record.updatedAt = record.createdAt;
    if (record.lastStatusChange.isEmpty())
        record.lastStatusChange = record.updatedAt;
}

} // namespace

DealRecord readDeal(SourceRow &source)
{
    DealRecord record;
    record.draft = readContent(source);
    record.draft.name = readDealName(source, "dealName"_L1);
    record.draft.email = source.name("email"_L1);
    record.draft.businessSummary = source.text("businessSummary"_L1);
    record.draft.priority = readPriority(source);
    record.reference = readReference(source);
    record.status = source.requiredCode<DealStatus>("status"_L1).value_or(DealStatus::Draft);
    record.draftType = readDraftType(source, record.status);
    record.flow = source.code<FlowIntelligence>("flowIntelligence"_L1);
    record.revisionCount = source.integer("revisionCount"_L1).value_or(0);
    record.isRevision = source.flag("isRevision"_L1, false);
    record.parentId = sourceText(source.at("parentSubmissionId"_L1));
    record.revisionReason = source.text("revisionReason"_L1);
    record.lastRevisedAt = source.instant("lastRevisedAt"_L1);
    record.draftExpiresAt = source.instant("draftExpiresAt"_L1);
    record.previousYearRevenue = unlessZero(source.money("previousYearRevenue"_L1));
    record.previousYearMargin = unlessZero(source.margin("previousYearMargin"_L1));
    readInstants(source, record);
    return record;
}

DealRecord readScopingRequest(SourceRow &source)
{
    DealRecord record;
    record.draft = readContent(source);
    record.draft.name = readDealName(source, "requestTitle"_L1);
    record.draft.email = source.name("email"_L1);
    record.draft.businessSummary = source.text("description"_L1);
    record.draftType = DraftType::ScopingDraft;
    const QString status = normalizedCode(source.text("status"_L1));
    record.status = status == "converted"_L1 ? DealStatus::Converted : DealStatus::Scoping;
    if (status == "pending"_L1)
        source.repair(u"status"_s, ImportText::tr("A pending request is a deal in scoping."), source.text("status"_L1),
                      codeOf(record.status));
    else if (status != "converted"_L1 && status != "scoping"_L1)
        source.refuse(u"status"_s, ImportText::tr("“%1” is not a value that Deal Desk knows here.").arg(source.text("status"_L1)));
    readInstants(source, record);
    return record;
}

bool wasSubmitted(DealStatus status)
{
    return status != DealStatus::Draft && status != DealStatus::Scoping && status != DealStatus::Converted;
}

bool canBeCompleted(DealStatus status)
{
    return !wasSubmitted(status) || status == DealStatus::Negotiating;
}

} // namespace dealdesk
