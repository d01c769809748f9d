#include "services/deal_detail_reader.h"

#include "data/rows.h"
#include "domain/draft_json.h"
#include "services/deal_rows.h"
#include "services/reference_rows.h"
#include "services/values_from.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// The deal's own row, and the two figures of the client that were frozen at submission.
struct Head {
    DealDetail detail;
    ClientHistory frozen;
};

Head headFrom(const Query &row)
{
    Head head;
    DealDetail &detail = head.detail;
    detail.id = DealId(row.integer(0));
    detail.reference = row.text(1);
    detail.facts.status = fromCode<DealStatus>(row.text(2)).value_or(DealStatus::Draft);
    detail.facts.draftType = fromCode<DraftType>(row.text(3)).value_or(DraftType::SubmissionDraft);
    detail.facts.owner = UserId(row.integer(4));
    detail.facts.canEdit = row.flag(5);
    detail.facts.expired = row.flag(6);
    detail.ownerName = row.text(7);
    detail.submittedByName = row.text(8);
    detail.version = row.integer(9);
    detail.revisionCount = static_cast<int>(row.integer(10));
    detail.isRevision = row.flag(11);
    detail.parent = optionalId<DealId>(row, 12);
    detail.parentReference = row.text(13);
    detail.createdAt = row.text(14);
    detail.updatedAt = row.text(15);
    detail.lastStatusChange = row.text(16);
    detail.draftExpiresAt = row.text(17);
    detail.needsAttention = fromCode<FlowIntelligence>(row.text(18)) == FlowIntelligence::NeedsAttention;
    detail.routingAmount = optionalMoney(row, 19);
    detail.routingLevel = row.text(20);
    head.frozen.revenue = optionalMoney(row, 21);
    head.frozen.margin = optionalRatio(row, 22);
    return head;
}

Result<DealDraft> readContent(Connection &connection, DealId deal)
{
    const auto contents = readNamed(connection, u"deal_content"_s, {deal.value()}, [](const Query &row) { return row.text(0); });
    if (!contents)
        return failure(contents.error());
    return draftFromJson(QJsonDocument::fromJson(contents->value(0).toUtf8()).object());
}

Result<ClientHistory> readHistory(Connection &connection, const DealDraft &draft)
{
    const QString kind = draft.channel == SalesChannel::ClientDirect ? u"advertiser"_s : u"agency"_s;
    const auto rows = readNamed(connection, u"client_history"_s, {kind, draft.clientName()},
                                [](const Query &row) { return clientHistoryFrom(row, 0); });
    return rows ? Result<ClientHistory>(rows->value(0)) : failure(rows.error());
}

/// Two figures are frozen with the submission; the others count as the same year's only while those two still agree.
ClientHistory asSubmitted(const ClientHistory &now, const ClientHistory &frozen)
{
    return now.revenue == frozen.revenue && now.margin == frozen.margin ? now : frozen;
}

Status readParts(Connection &connection, DealDetail &detail)
{
    const QVariantList key{detail.id.value()};
    auto approvals = readNamed(connection, u"deal_approvals"_s, key, approvalRowFrom);
    if (!approvals)
        return failure(approvals.error());
    auto comments = readNamed(connection, u"deal_comments"_s, key, commentRowFrom);
    if (!comments)
        return failure(comments.error());
    auto revisions = readNamed(connection, u"deal_revisions"_s, key, revisionRowFrom);
    if (!revisions)
        return failure(revisions.error());
    detail.approvals = std::move(*approvals);
    detail.comments = std::move(*comments);
    detail.revisions = std::move(*revisions);
    return Nothing{};
}

Result<DealDetail> readAll(Connection &connection, DealId deal, const Actor &actor)
{
    auto heads = readNamed(connection, u"deal_detail"_s, {deal.value(), actor.id.value(), actor.role == Role::Admin}, headFrom);
    if (!heads)
        return failure(heads.error());
    if (heads->isEmpty())
        return failure(ErrorCode::NotFound, u"deal %1"_s.arg(deal.value()));
    DealDetail detail = heads->first().detail;
    auto content = readContent(connection, deal);
    if (!content)
        return failure(content.error());
    detail.content = std::move(*content);
    if (const Status parts = readParts(connection, detail); !parts)
        return failure(parts.error());
    const auto history = readHistory(connection, detail.content);
    if (!history)
        return failure(history.error());
    detail.history = detail.revisions.isEmpty() ? *history : asSubmitted(*history, heads->first().frozen);
    return detail;
}

} // namespace

Result<DealDetail> readDealDetail(Connection &connection, DealId deal, const Actor &actor)
{
    return connection.inSnapshot([&] { return readAll(connection, deal, actor); });
}

} // namespace dealdesk
