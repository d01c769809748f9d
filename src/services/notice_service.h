#pragma once

#include "domain/values.h"
#include "services/session.h"

namespace dealdesk {

/// Something that happened and concerns somebody. There is one per event and person; nobody is told of what they did themselves.
struct Notice {
    enum class Kind {
        Asked,             ///< a task for one's department or level
        Assigned,          ///< a task was given to oneself
        Reminder,          ///< half of a task's time is over: its assignee, or the queue
        Overdue,           ///< to the assignee or queue, and to the owner
        Escalated,         ///< to whom was added, and to the owner
        RevisionRequested, ///< to the owner
        Approved,          ///< the deal is approved: to the owner, and to legal
        Rejected,          ///< to the owner
        Rescinded,         ///< a decision was taken back: to the owner
        Commented,         ///< to the owner, and to whoever has an open task of the deal claimed
        Delegated          ///< one is somebody's delegate from now on
    };
    QString key; ///< stable: "action-17", "step-4"
    Kind kind = Kind::Asked;
    std::optional<DealId> deal; ///< nothing for Delegated
    std::optional<ApprovalId> approval;
    QString reference;
    QString dealName;
    QString actorName;      ///< empty: the clock
    QString onBehalfOfName; ///< the actor's delegator
    QString approver;       ///< code of the department or level concerned
    QString text;           ///< a reason or comment, as written
    QString occurredAt;
    bool isRead = false;

    friend bool operator==(const Notice &, const Notice &) = default;
};
template<>
struct EnumCodes<Notice::Kind> {
    static constexpr std::array table = {
        std::pair{Notice::Kind::Asked, "asked"},         std::pair{Notice::Kind::Assigned, "assigned"},
        std::pair{Notice::Kind::Reminder, "reminder"},   std::pair{Notice::Kind::Overdue, "overdue"},
        std::pair{Notice::Kind::Escalated, "escalated"}, std::pair{Notice::Kind::RevisionRequested, "revision_requested"},
        std::pair{Notice::Kind::Approved, "approved"},   std::pair{Notice::Kind::Rejected, "rejected"},
        std::pair{Notice::Kind::Rescinded, "rescinded"}, std::pair{Notice::Kind::Commented, "commented"},
        std::pair{Notice::Kind::Delegated, "delegated"}};
};

/// How many notices are shown, and how far back they reach.
inline constexpr int kNoticeLimit = 100;
inline constexpr int kNoticeDays = 14;

class NoticeService {
public:
    explicit NoticeService(Session &session);

    /// The newest first.
    QCoro::Task<Result<QList<Notice>>> list() const;
    /// Everything up to this instant (the newest notice's occurredAt) is read.
    QCoro::Task<Status> markRead(QString upTo) const;

private:
    Session &m_session;
};

} // namespace dealdesk
