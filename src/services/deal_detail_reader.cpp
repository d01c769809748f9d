#include "services/deal_detail_reader.h"

#include "data/rows.h"
#include "domain/draft_json.h"
#include "services/deal_rows.h"
#include "services/history_query.h"
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

/// Two figures are frozen with the submission; the others count as the same year's only while those two still agree.
ClientHistory asSubmitted(const ClientHistory &now, const ClientHistory &frozen)
{
    return now.revenue == frozen.revenue && now.margin == frozen.margin ? now : frozen;
}

/// What the reads bring, before it is put together.
struct Parts {
    QList<Head> heads;
    QStringList contents;
    QList<ClientHistory> clients;
    QList<ApprovalRow> approvals;
    QList<CommentRow> comments;
    QList<RevisionRow> revisions;
    QList<RevisionTick> ticks;
    QList<HistoryEvent> events;
};

Status takePart(qsizetype index, Query &rows, Parts &parts)
{
    switch (index) {
    case 0: return takeRows(rows, headFrom, parts.heads);
    case 1:
        return takeRows(
            rows, [](const Query &row) { return row.text(0); }, parts.contents);
    case 2:
        return takeRows(
            rows, [](const Query &row) { return clientHistoryFrom(row, 0); }, parts.clients);
    case 3: return takeRows(rows, approvalRowFrom, parts.approvals);
    case 4: return takeRows(rows, commentRowFrom, parts.comments);
    case 5: return takeRows(rows, revisionRowFrom, parts.revisions);
    case 6: return takeRows(rows, revisionTickFrom, parts.ticks);
    default: return takeRows(rows, historyEventFrom, parts.events);
    }
}

/// In the order of takePart().
QList<NamedRead> readsOf(DealId deal, const Actor &actor, const SqlDialect &dialect)
{
    HistoryFilter filter;
    filter.deal = deal;
    const SqlText story = historyPageStatement(filter, {}, kStoryPage, actor, dialect);
    const QVariantList key{deal.value()};
    return {{u"deal_detail"_s, {deal.value(), actor.id.value(), actor.role == Role::Admin}, {}},
            {u"deal_content"_s, key, {}},
            {u"deal_client_figures"_s, key, {}},
            {u"deal_approvals"_s, key, {}},
            {u"deal_comments"_s, key, {}},
            {u"deal_revisions"_s, key, {}},
            {u"deal_ticks"_s, key, {}},
            {u"story of a deal"_s, story.values, story.sql}};
}

Result<DealDetail> detailFrom(Parts parts)
{
    DealDetail detail = std::move(parts.heads.first().detail);
    auto content = draftFromJson(QJsonDocument::fromJson(parts.contents.value(0).toUtf8()).object());
    if (!content)
        return failure(content.error());
    detail.content = std::move(*content);
    const ClientHistory history = parts.clients.value(0);
    detail.history = parts.revisions.isEmpty() ? history : asSubmitted(history, parts.heads.first().frozen);
    detail.approvals = std::move(parts.approvals);
    detail.comments = std::move(parts.comments);
    detail.revisions = std::move(parts.revisions);
    detail.ticks = std::move(parts.ticks);
    detail.story = historyPageOf(std::move(parts.events), kStoryPage);
    return detail;
}

} // namespace

Result<DealDetail> readDealDetail(Connection &connection, DealId deal, const Actor &actor)
{
    Parts parts;
    const auto consume = [&](qsizetype index, Query &rows) -> Status {
        if (const Status taken = takePart(index, rows, parts); !taken)
            return taken;
        return parts.heads.isEmpty() ? failure(ErrorCode::NotFound, u"deal %1"_s.arg(deal.value())) : Status(Nothing{});
    };
    if (const Status read = connection.readTogether(readsOf(deal, actor, connection.dialect()), consume); !read)
        return failure(read.error());
    return detailFrom(std::move(parts));
}

} // namespace dealdesk
