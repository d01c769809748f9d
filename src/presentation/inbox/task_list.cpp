#include "presentation/inbox/task_list.h"

#include "presentation/text/labels.h"

#include <algorithm>

namespace dealdesk {

TaskList::TaskList(std::shared_ptr<InboxFeed> feed, QObject *parent) : QObject(parent), m_feed(std::move(feed))
{
    connect(m_feed.get(), &InboxFeed::changed, this, &TaskList::take);
    if (m_feed->isLoaded())
        take();
}

QList<TaskList::Lane> TaskList::lanes() const
{
    QList<Lane> lanes{{std::nullopt, 0}};
    for (const InboxLane lane : allOf<InboxLane>())
        lanes.append({lane, 0});
    for (const InboxTask &task : m_waiting) {
        if (!m_filter.passes(task))
            continue;
        ++lanes.first().count;
        const auto own = std::find_if(lanes.begin() + 1, lanes.end(), [&task](const Lane &lane) { return lane.lane == task.lane; });
        ++own->count;
    }
    lanes.removeIf([this](const Lane &lane) {
        const bool isAlways = !lane.lane || *lane.lane == InboxLane::Mine || *lane.lane == InboxLane::Queue;
        return !isAlways && lane.count == 0 && lane.lane != m_lane;
    });
    return lanes;
}

void TaskList::setLane(std::optional<InboxLane> lane)
{
    if (m_lane == lane)
        return;
    m_lane = lane;
    Q_EMIT scopeChanged();
    show();
}

void TaskList::stepLane(int steps)
{
    const auto all = lanes();
    const auto present = std::find_if(all.cbegin(), all.cend(), [this](const Lane &lane) { return lane.lane == m_lane; });
    const auto count = int(all.size());
    setLane(all.at((int(present - all.cbegin()) + steps + count) % count).lane);
}

void TaskList::setIncludeLower(bool include)
{
    if (m_includeLower == include)
        return;
    m_includeLower = include;
    if (!include && m_lane == InboxLane::Lower)
        m_lane.reset();
    Q_EMIT scopeChanged();
    take();
}

void TaskList::setFilter(const InboxFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    Q_EMIT scopeChanged();
    show();
}

void TaskList::reveal(const QString &key)
{
    if (!find(key))
        setLane(std::nullopt);
}

const InboxTask *TaskList::find(const QString &key) const
{
    const int row = m_model.rowOf(key);
    return row < 0 ? nullptr : &m_model.rowAt(row);
}

QList<InboxTask> TaskList::find(const QStringList &keys) const
{
    QList<InboxTask> tasks;
    for (const QString &key : keys) {
        if (const InboxTask *task = find(key))
            tasks.append(*task);
    }
    return tasks;
}

void TaskList::take()
{
    if (!m_feed->isLoaded())
        return;
    m_waiting = m_feed->tasks();
    if (!m_includeLower)
        m_waiting.removeIf([](const InboxTask &task) { return task.lane == InboxLane::Lower; });
    show();
}

void TaskList::show()
{
    QList<InboxTask> shown;
    std::copy_if(m_waiting.cbegin(), m_waiting.cend(), std::back_inserter(shown),
                 [this](const InboxTask &task) { return (!m_lane || task.lane == *m_lane) && m_filter.passes(task); });
    m_model.setTasks(shown);
    Q_EMIT changed();
}

QString laneTitle(std::optional<InboxLane> lane, const Actor &actor)
{
    if (!lane)
        return TaskList::tr("All");
    switch (*lane) {
    case InboxLane::Mine: return TaskList::tr("Mine");
    case InboxLane::Queue: return actor.department ? label(*actor.department) : TaskList::tr("Queue", "the shared queue of a level");
    case InboxLane::Delegated: return TaskList::tr("Delegated");
    case InboxLane::Lower: return TaskList::tr("Lower");
    case InboxLane::Unattended: return TaskList::tr("Unattended");
    }
    return {};
}

} // namespace dealdesk
