#pragma once

#include "domain/validation.h"
#include "presentation/app_context.h"
#include "presentation/deal_page/rescind_rule.h"
#include "presentation/inbox/task_card.h"
#include "services/approval_service.h"
#include "services/deal_service.h"
#include "services/request_scope.h"

#include <QObject>
#include <QTimer>

namespace dealdesk {

/// One deal's page without widgets: fetches the deal, again when data changed, and takes the actions that are on offer.
class DealPageModel : public QObject {
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    DealPageModel(const AppContext &context, DealId deal, QObject *parent = nullptr);

    void load();

    [[nodiscard]] DealId id() const { return m_id; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    /// Null until the first answer.
    [[nodiscard]] const DealDetail *detail() const { return m_detail.get(); }
    [[nodiscard]] const RoutingPolicy &policy() const;
    [[nodiscard]] const Actor &actor() const { return m_context.session->actor(); }
    /// While an action is under way no other one starts.
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// In the order of the header bar. Comment is not among them: its place is the comments tab.
    [[nodiscard]] QList<OfferedAction> actions() const;
    enum class Reason { None, Optional, Required };
    [[nodiscard]] static Reason reasonFor(DealAction action);
    void perform(DealAction action, const QString &reason = {});

    [[nodiscard]] bool mayTransfer() const;
    /// Who may become the owner: active sellers and administrators, but for the present one.
    [[nodiscard]] QList<Person> possibleOwners() const;
    void transfer(UserId owner);

    /// The open approval that this person may decide now: their own, one that nobody has claimed, or one of somebody whose delegate they
    /// are. None while a decision on it is held in the inbox.
    [[nodiscard]] std::optional<InboxTask> ownTask() const;
    /// Approve, RequestRevision or Reject of ownTask(), with the reason and the fields meant.
    void decide(TaskAction action, const QString &reason, const QStringList &fields);
    [[nodiscard]] ApprovalHindrance claimHindrance(const ApprovalRow &approval) const;
    [[nodiscard]] bool mayRelease(const ApprovalRow &approval) const;
    [[nodiscard]] bool mayAssign(const ApprovalRow &approval) const;
    [[nodiscard]] QList<Person> eligibleFor(const ApprovalRow &approval) const;
    /// Whether this person made the decision of an approval; whether they may still take it back is another matter.
    [[nodiscard]] bool isOwnDecision(const ApprovalRow &approval) const;
    [[nodiscard]] RescindHindrance rescindHindrance(const ApprovalRow &approval) const;
    void rescind(ApprovalId approval, const QString &reason);
    void claim(ApprovalId approval);
    void release(ApprovalId approval);
    void assign(ApprovalId approval, UserId person);

    void sendComment(const QString &body);

Q_SIGNALS:
    void stateChanged();
    void detailChanged();
    /// The deal was read again; its story may have gone on although nothing else changed.
    void storyRead();
    void busyChanged();
    /// An action was taken; a sentence for the status bar.
    void done(const QString &sentence);
    /// An action was refused; a sentence for the banner. The deal is fetched again by itself.
    void refused(const QString &sentence);
    /// The deal lacks something for the action; the places and sentences are in the order of the form.
    void incomplete(const QList<dealdesk::Violation> &violations);
    void commentSent();

private:
    QCoro::Task<> fetch(StopToken token);
    void followInbox();
    QCoro::Task<> finishDealTask(QCoro::Task<Result<DealState>> task, QString sentence, StopToken token);
    QCoro::Task<> finishTask(QCoro::Task<Status> task, QString sentence, StopToken token);
    QCoro::Task<> finishComment(QCoro::Task<Status> task, StopToken token);
    [[nodiscard]] QList<Violation> missingFor(DealAction action) const;
    void start(DealAction action, const QString &reason);
    [[nodiscard]] ApprovalHindrance ownHindrance(const ApprovalRow &approval) const; ///< by one's own authority
    [[nodiscard]] std::optional<InboxTask> delegatedTask(const ApprovalRow &approval) const;
    [[nodiscard]] bool isHeld(const ApprovalRow &approval) const;
    void settle(const std::optional<Error> &error, const QString &sentence);
    void setBusy(bool busy);

    AppContext m_context;
    DealService m_deals;
    ApprovalService m_approvals;
    DealId m_id;
    State m_state = State::Loading;
    Error m_error;
    std::shared_ptr<const DealDetail> m_detail;
    std::optional<InboxTask> m_followed; ///< ownTask() when the inbox was last read
    bool m_busy = false;
    QTimer m_changes;
    RequestScope m_fetching;
    RequestScope m_alive;
};

} // namespace dealdesk
