#include "services/import/history_rows.h"

#include "services/import/import_text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr std::array kTitles = {std::pair{"Draft Created", DealStatus::Draft},
                                std::pair{"Scoping Phase Started", DealStatus::Scoping},
                                std::pair{"Deal Submitted", DealStatus::Submitted},
                                std::pair{"Review Process Started", DealStatus::UnderReview},
                                std::pair{"Negotiations Started", DealStatus::Negotiating},
                                std::pair{"Deal Approved", DealStatus::Approved},
                                std::pair{"Contract Drafting", DealStatus::ContractDrafting},
                                std::pair{"Client Review Phase", DealStatus::ClientReview},
                                std::pair{"Contract Signed", DealStatus::Signed},
                                std::pair{"Deal Lost", DealStatus::Lost}};

std::optional<DealStatus> statusOf(const QString &title)
{
    for (const auto &[known, status] : kTitles) {
        if (title == QLatin1StringView(known))
            return status;
    }
    const auto prefix = "Status:"_L1;
    return title.startsWith(prefix) ? fromCode<DealStatus>(normalizedCode(title.sliced(prefix.size()))) : std::nullopt;
}

struct Performer {
    QString username;
    QString name;
};

Performer readActor(SourceRow &source, QLatin1StringView field, const People &people)
{
    const QString name = source.name(field);
    if (name.isEmpty()) {
        source.repair(field, ImportText::tr("The old data names nobody."), {}, unknownPerson());
        return {{}, unknownPerson()};
    }
    const auto person = people.byName(name);
    return {person ? person->username : QString(), name};
}

QString requiredInstant(SourceRow &source, QLatin1StringView field)
{
    const QString instant = source.instant(field);
    if (instant.isEmpty() && !source.has(field))
        source.refuseMissing(field);
    return instant;
}

StatusRecord readStatus(SourceRow &source, const People &people)
{
    StatusRecord record;
    const QString title = withoutExtraSpaces(source.text("title"_L1));
    const auto told = source.has("status"_L1) ? source.code<DealStatus>("status"_L1) : statusOf(title);
    if (!told && !source.isRefused())
        source.refuse(u"title"_s, ImportText::tr("“%1” is not a change of status that Deal Desk knows.").arg(title));
    record.status = told.value_or(DealStatus::Draft);
    record.comments = source.text("description"_L1);
    record.changedAt = requiredInstant(source, "timestamp"_L1);
    const Performer performer = readActor(source, "actor"_L1, people);
    record.performedBy = performer.username;
    record.performedByName = performer.name;
    return record;
}

std::optional<ActionType> actionOf(const SourceRow &source)
{
    const QString status = normalizedCode(sourceText(source.at("status"_L1)));
    if (status == "revision"_L1 || status == "revision_requested"_L1)
        return ActionType::RequestRevision;
    if (status == "approved"_L1)
        return ActionType::Approve;
    return status == "rejected"_L1 ? std::optional(ActionType::Reject) : std::nullopt;
}

// "revision_5" tells of approval 5. What its own actions tell already is not told twice.
void readApprovalAction(SourceRow &source, QList<ApprovalRecord> &approvals, const People &people)
{
    const QString approvalId = sourceText(source.at("id"_L1)).section(u'_', -1);
    const auto approval = std::find_if(approvals.begin(), approvals.end(),
                                       [&](const ApprovalRecord &a) { return a.sourceId == approvalId; });
    const auto type = actionOf(source);
    if (approval == approvals.end() || !type) {
        source.refuse(u"id"_s, ImportText::tr("The approval that this tells of is not among the deal's approvals."));
        return;
    }
    ActionRecord action;
    action.type = *type;
    action.comments = source.text("description"_L1);
    action.createdAt = requiredInstant(source, "timestamp"_L1);
    const Performer performer = readActor(source, "actor"_L1, people);
    action.performedBy = performer.username;
    action.performedByName = performer.name;
    const bool toldBefore = std::any_of(approval->actions.begin(), approval->actions.end(),
                                        [&action](const ActionRecord &known) { return known.type == action.type; });
    if (toldBefore)
        source.keep(u"id"_s, ImportText::tr("The approval's own actions tell this too; it is kept once."), approvalId);
    else
        approval->actions += action;
}

} // namespace

QList<StatusRecord> readHistory(QList<SourceRow> &sources, QList<ApprovalRecord> &approvals, const People &people)
{
    QList<StatusRecord> history;
    for (SourceRow &source : sources) {
        if (source.table() == "approval_actions"_L1)
            readApprovalAction(source, approvals, people);
        else
            history += readStatus(source, people);
    }
    std::reverse(history.begin(), history.end()); // the prototype lists the newest first
    std::stable_sort(history.begin(), history.end(),
                     [](const StatusRecord &a, const StatusRecord &b) { return a.changedAt < b.changedAt; });
    return history;
}

QList<CommentRecord> readComments(QList<SourceRow> &sources, const People &people)
{
    QList<CommentRecord> comments;
    for (SourceRow &source : sources) {
        CommentRecord comment;
        for (const auto field : {"content"_L1, "body"_L1, "comment"_L1, "text"_L1}) {
            if (comment.body.isEmpty())
                comment.body = source.text(field);
        }
        if (comment.body.trimmed().isEmpty())
            source.refuse(u"content"_s, ImportText::tr("The comment has no text."));
        comment.createdAt = requiredInstant(source, "createdAt"_L1);
        const auto field = source.has("authorName"_L1) ? "authorName"_L1 : "author"_L1;
        const Performer author = readActor(source, field, people);
        comment.author = author.username;
        comment.authorName = author.name;
        comments += comment;
    }
    return comments;
}

} // namespace dealdesk
