#include "services/notice_service.h"

#include "data/rows.h"
#include "services/command_outcome.h"
#include "services/values_from.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Notice noticeFrom(const Query &row)
{
    Notice notice;
    notice.key = row.text(0);
    notice.kind = fromCode<Notice::Kind>(row.text(1)).value_or(Notice::Kind::Asked);
    notice.deal = optionalId<DealId>(row, 2);
    notice.approval = optionalId<ApprovalId>(row, 3);
    notice.reference = row.text(4);
    notice.dealName = row.text(5);
    notice.actorName = row.text(6);
    notice.onBehalfOfName = row.text(7);
    notice.approver = row.text(8);
    notice.text = row.text(9);
    notice.occurredAt = row.text(10);
    notice.isRead = row.flag(11);
    return notice;
}

} // namespace

NoticeService::NoticeService(Session &session) : m_session(session) {}

QCoro::Task<Result<QList<Notice>>> NoticeService::list() const
{
    auto job = [me = m_session.actor().id.value()](Connection &connection) {
        return readNamed(connection, u"notices"_s, {me, kNoticeLimit}, noticeFrom);
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Status> NoticeService::markRead(QString upTo) const
{
    return statusOf(m_session.command(u"cmd_read_notices"_s, {}, {}, {{u"up_to"_s, upTo}}));
}

} // namespace dealdesk
