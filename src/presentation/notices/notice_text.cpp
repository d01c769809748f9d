#include "presentation/notices/notice_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Notice)
};

QString approverName(const Notice &notice, const RoutingPolicy &policy)
{
    if (const auto department = fromCode<Department>(notice.approver))
        return label(*department);
    for (const ApprovalLevel &level : policy.levels) {
        if (level.code == notice.approver)
            return level.displayName;
    }
    return notice.approver;
}

QString actorOf(const Notice &notice)
{
    return notice.onBehalfOfName.isEmpty() || notice.kind == Notice::Kind::Delegated
        ? notice.actorName
        : NoticeText::tr("%1 for %2").arg(notice.actorName, notice.onBehalfOfName);
}

qsizetype countOf(const QList<Notice> &notices, std::initializer_list<Notice::Kind> kinds)
{
    return std::count_if(notices.begin(), notices.end(),
                         [kinds](const Notice &notice) { return std::find(kinds.begin(), kinds.end(), notice.kind) != kinds.end(); });
}

/// "2 to decide, 1 decision, 3 others".
QString summaryOf(const QList<Notice> &notices)
{
    using enum Notice::Kind;
    const auto tasks = int(countOf(notices, {Asked, Assigned}));
    const auto late = int(countOf(notices, {Reminder, Overdue, Escalated}));
    const auto decisions = int(countOf(notices, {RevisionRequested, Approved, Rejected, Rescinded}));
    const auto others = int(notices.size()) - tasks - late - decisions;
    QStringList parts;
    if (tasks > 0)
        parts << NoticeText::tr("%n to decide", nullptr, tasks);
    if (late > 0)
        parts << NoticeText::tr("%n about time running out", nullptr, late);
    if (decisions > 0)
        parts << NoticeText::tr("%n decision(s)", nullptr, decisions);
    if (others > 0)
        parts << NoticeText::tr("%n other(s)", nullptr, others);
    return parts.join(NoticeText::tr(", "));
}

} // namespace

QString sentenceOf(const Notice &notice, const RoutingPolicy &policy)
{
    const QString approver = approverName(notice, policy);
    const QString actor = actorOf(notice);
    switch (notice.kind) {
    case Notice::Kind::Asked: return NoticeText::tr("%1 is asked to decide, by %2").arg(approver, actor);
    case Notice::Kind::Assigned: return NoticeText::tr("%1 gave you the decision for %2").arg(actor, approver);
    case Notice::Kind::Reminder: return NoticeText::tr("Half of the time of %1 is over").arg(approver);
    case Notice::Kind::Overdue: return NoticeText::tr("The decision of %1 is overdue").arg(approver);
    case Notice::Kind::Escalated:
        return notice.text.isEmpty() ? NoticeText::tr("The decision of %1 was escalated").arg(approver)
                                     : NoticeText::tr("The decision of %1 was escalated to %2").arg(approver, notice.text);
    case Notice::Kind::RevisionRequested: return NoticeText::tr("%1 requests a revision (%2)").arg(approver, actor);
    case Notice::Kind::Approved: return NoticeText::tr("Approved; the last to decide was %1").arg(actor);
    case Notice::Kind::Rejected: return NoticeText::tr("%1 rejected the deal (%2)").arg(approver, actor);
    case Notice::Kind::Rescinded: return NoticeText::tr("%1 took a decision back (%2)").arg(approver, actor);
    case Notice::Kind::Commented: return NoticeText::tr("%1 commented").arg(actor);
    case Notice::Kind::Delegated: return NoticeText::tr("You decide for %1 while they are away").arg(notice.onBehalfOfName);
    }
    return {};
}

QString detailOf(const Notice &notice)
{
    const QString deal = notice.dealName.isEmpty() ? notice.reference : NoticeText::tr("%1  %2").arg(notice.reference, notice.dealName);
    const QString words = notice.kind == Notice::Kind::Escalated ? QString() : notice.text.simplified();
    if (deal.isEmpty() || words.isEmpty())
        return deal + words;
    return NoticeText::tr("%1: “%2”").arg(deal, words);
}

Meaning meaningOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Approved: return Meaning::Positive;
    case Notice::Kind::Rejected:
    case Notice::Kind::Overdue:
    case Notice::Kind::Escalated: return Meaning::Negative;
    case Notice::Kind::Reminder:
    case Notice::Kind::RevisionRequested:
    case Notice::Kind::Rescinded: return Meaning::Caution;
    case Notice::Kind::Asked:
    case Notice::Kind::Assigned:
    case Notice::Kind::Delegated: return Meaning::Info;
    case Notice::Kind::Commented: return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

QList<Announcement> announcementsOf(const QList<Notice> &fresh, const RoutingPolicy &policy)
{
    QList<Announcement> all;
    if (fresh.size() > kAnnouncedSingly)
        return {{NoticeText::tr("%n new notice(s)", nullptr, int(fresh.size())), summaryOf(fresh)}};
    for (const Notice &notice : fresh)
        all.append({sentenceOf(notice, policy), detailOf(notice)});
    return all;
}

std::optional<Announcement> digestOf(const QList<Notice> &unread)
{
    if (unread.isEmpty())
        return {};
    return Announcement{NoticeText::tr("%n notice(s) you have not read", nullptr, int(unread.size())), summaryOf(unread)};
}

} // namespace dealdesk
