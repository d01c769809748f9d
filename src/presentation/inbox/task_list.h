#pragma once

#include "presentation/inbox/inbox_feed.h"
#include "presentation/inbox/inbox_filter.h"
#include "presentation/inbox/inbox_model.h"

namespace dealdesk {

/// Which of the waiting tasks are shown: those of the chosen lane that pass the filter. A lane's number is that of the tasks that
/// choosing it shows.
class TaskList : public QObject {
    Q_OBJECT

public:
    explicit TaskList(std::shared_ptr<InboxFeed> feed, QObject *parent = nullptr);

    struct Lane {
        std::optional<InboxLane> lane; ///< nothing: all of them
        int count = 0;

        friend bool operator==(const Lane &, const Lane &) = default;
    };
    /// All, mine, the queue; the others where there is something in them, or they are chosen.
    [[nodiscard]] QList<Lane> lanes() const;
    [[nodiscard]] std::optional<InboxLane> lane() const { return m_lane; }
    void setLane(std::optional<InboxLane> lane);
    /// Through the lanes, round and round.
    void stepLane(int steps);
    /// Tasks of lower levels are there on request only.
    void setIncludeLower(bool include);
    void setFilter(const InboxFilter &filter);
    [[nodiscard]] const InboxFilter &filter() const { return m_filter; }
    /// Shows a task that waits, whatever it takes.
    void reveal(const QString &key);

    [[nodiscard]] InboxModel *model() { return &m_model; }
    [[nodiscard]] const InboxModel *model() const { return &m_model; }
    /// How many wait, in all lanes and unfiltered.
    [[nodiscard]] int total() const { return int(m_waiting.size()); }
    /// Nothing when no such task is shown.
    [[nodiscard]] const InboxTask *find(const QString &key) const;
    [[nodiscard]] QList<InboxTask> find(const QStringList &keys) const;

Q_SIGNALS:
    /// Before changed(): another lane or filter was chosen.
    void scopeChanged();
    void changed();

private:
    void take();
    void show();

    std::shared_ptr<InboxFeed> m_feed;
    InboxModel m_model;
    QList<InboxTask> m_waiting;
    InboxFilter m_filter;
    std::optional<InboxLane> m_lane;
    bool m_includeLower = false;
};

/// "Mine", "Finance", "Delegated", …; the queue is called by whose it is.
QString laneTitle(std::optional<InboxLane> lane, const Actor &actor);

} // namespace dealdesk
