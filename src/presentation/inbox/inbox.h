#pragma once

#include "presentation/app_context.h"
#include "presentation/inbox/bulk_results.h"
#include "presentation/inbox/meant_fields_model.h"
#include "presentation/inbox/task_card.h"
#include "presentation/inbox/task_list.h"
#include "presentation/inbox/tier_comparison_model.h"

namespace dealdesk {

/// The inbox without its widgets: the list, the card of the current task, and what is done with it. What completes a task is held for a
/// while, during which the next task is current already; a refused decision says why and everything is fetched again.
class Inbox : public QObject {
    Q_OBJECT

public:
    explicit Inbox(AppContext context, QObject *parent = nullptr);

    [[nodiscard]] TaskList *list() { return &m_list; }
    [[nodiscard]] InboxModel *tasks() { return m_list.model(); }
    [[nodiscard]] HeldDecisions *held() { return m_context.inbox->held(); }
    [[nodiscard]] BulkResults *results() { return &m_results; }
    [[nodiscard]] TierComparisonModel *figures() { return &m_figures; }
    [[nodiscard]] MeantFieldsModel *meantFields() { return &m_meantFields; }

    QCoro::Task<> refresh();

    /// Nothing happens for a key that is not in the list.
    void setCurrent(const QString &key);
    void step(int rows); ///< 1: the next task, -1: the one before
    [[nodiscard]] const QString &currentKey() const { return m_currentKey; }
    [[nodiscard]] const InboxTask *currentTask() const { return m_list.find(m_currentKey); }
    /// Nothing until the current task's deal has been read.
    [[nodiscard]] const std::optional<TaskCard> &card() const { return m_card; }
    [[nodiscard]] const std::optional<DealDetail> &deal() const { return m_detail; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isLoaded() const { return m_context.inbox->isLoaded(); }

    /// Carries out the action on the current task, or holds it. `text`: the comment, or the reason of a revision or rejection.
    QCoro::Task<> act(dealdesk::TaskAction action, QString text);
    /// What all of these tasks offer: Approve, RequestRevision, Reject.
    [[nodiscard]] QList<TaskAction> commonActions(const QStringList &keys) const;
    /// Holds one decision for each, about the deals as the list has them.
    void decideSeveral(const QStringList &keys, TaskAction action, const QString &text);

    /// The last decision that the database took and that may be taken back there; nothing after that, and for a rejection.
    [[nodiscard]] const std::optional<HeldDecision> &lastSent() const { return m_lastSent; }
    QCoro::Task<> rescind(QString reason);

Q_SIGNALS:
    void listLoaded();
    void currentChanged();
    void cardChanged();
    void busyChanged(bool busy);
    void lastSentChanged();
    void done(const QString &sentence);    ///< "Claimed DEAL-2026-014."
    void refused(const QString &sentence); ///< nothing was written; followed by what changed since, where that is why
    /// What was typed for the task is not needed any more.
    void sent(const QString &taskKey, const QString &sentence);
    /// The deal on the card is not as it was: what changed, a line each below the sentence.
    void contentChanged(const QString &sentence);

private:
    void takeList();
    QCoro::Task<> loadCard();
    QCoro::Task<> tellRefusal(HeldDecision decision, Error error);
    QCoro::Task<QString> withDifference(QString sentence, InboxTask task, DealDraft shown);
    void holdCurrent(TaskAction action, const QString &text);
    void takeSent(const HeldDecision &decision);
    void takeRefused(const HeldDecision &decision, const Error &why);
    void takeBack(const QList<HeldDecision> &decisions);
    void adopt(const QString &key);
    void showDetail(const DealDetail &detail);
    void setLastSent(std::optional<HeldDecision> decision);
    void setBusy(bool busy);

    AppContext m_context;
    TaskList m_list;
    BulkResults m_results;
    TierComparisonModel m_figures;
    MeantFieldsModel m_meantFields;
    QString m_currentKey;
    int m_currentRow = 0;
    std::optional<DealDetail> m_detail;
    std::optional<TaskCard> m_card;
    std::optional<HeldDecision> m_lastSent;
    QHash<QString, QStringList> m_meant; ///< fields ticked for tasks that are not current, by their keys
    bool m_busy = false;
    bool m_cardIsDue = false; ///< something has happened that concerns the card
    RequestScope m_reading;
    RequestScope m_acting;
    RequestScope m_telling;
};

} // namespace dealdesk
