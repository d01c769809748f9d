#pragma once

#include "presentation/app_context.h"
#include "presentation/inbox/inbox_model.h"
#include "presentation/inbox/meant_fields_model.h"
#include "presentation/inbox/task_card.h"
#include "presentation/inbox/tier_comparison_model.h"

namespace dealdesk {

/// The inbox without its widgets: the list, the card of the current task, and what is done with it. After a decision the next task
/// becomes the current one; a refused decision says why and everything is fetched again.
class Inbox : public QObject {
    Q_OBJECT

public:
    explicit Inbox(AppContext context, QObject *parent = nullptr);

    [[nodiscard]] InboxModel *tasks() { return &m_tasks; }
    [[nodiscard]] TierComparisonModel *figures() { return &m_figures; }
    [[nodiscard]] MeantFieldsModel *meantFields() { return &m_meantFields; }

    QCoro::Task<> refresh();
    void setIncludeLowerLevels(bool include);

    /// Nothing happens for a key that is not in the list.
    void setCurrent(const QString &key);
    void step(int rows); ///< 1: the next task, -1: the one before
    [[nodiscard]] const QString &currentKey() const { return m_currentKey; }
    [[nodiscard]] const InboxTask *currentTask() const;
    /// Nothing until the current task's deal has been read.
    [[nodiscard]] const std::optional<TaskCard> &card() const { return m_card; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    /// Carries out the action on the current task. `text`: the comment, or the reason of a revision or rejection.
    QCoro::Task<> act(dealdesk::TaskAction action, QString text);

Q_SIGNALS:
    void listLoaded();
    void currentChanged();
    void cardChanged();
    void busyChanged(bool busy);
    void done(const QString &sentence);    ///< "Approved DEAL-2026-014; 6 left"
    void refused(const QString &sentence); ///< nothing was written; followed by what changed since, where that is why
    /// The deal on the card is not as it was: what changed, a line each below the sentence.
    void contentChanged(const QString &sentence);

private:
    void take(const DataChange &change);
    QCoro::Task<> list(bool withCard);
    QCoro::Task<> loadCard();
    QCoro::Task<QString> withDifference(QString sentence, InboxTask task, DealDraft shown);
    void adopt(const QString &key);
    void showDetail(const DealDetail &detail);
    void keepCurrent(int formerRow, bool withCard);
    void setBusy(bool busy);

    AppContext m_context;
    InboxModel m_tasks;
    TierComparisonModel m_figures;
    MeantFieldsModel m_meantFields;
    QString m_currentKey;
    std::optional<DealDetail> m_detail;
    std::optional<TaskCard> m_card;
    bool m_includeLowerLevels = false;
    bool m_busy = false;
    bool m_loaded = false;
    bool m_cardIsDue = false; ///< the list under way was asked for by something that concerns the card
    RequestScope m_listing;
    RequestScope m_reading;
    RequestScope m_acting;
};

} // namespace dealdesk
