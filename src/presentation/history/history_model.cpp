#include "presentation/history/history_model.h"

#include "presentation/history/event_text.h"
#include "presentation/models/row_steps.h"
#include "presentation/text/format.h"

#include <QSet>

namespace dealdesk {

namespace {

constexpr auto kSettleTime = std::chrono::milliseconds(120);

/// Sources count their ids each for themselves.
qint64 keyOf(const HistoryEvent &event)
{
    return event.id * 8 + qint64(event.source);
}

QList<qint64> keysOf(const QList<HistoryEvent> &events)
{
    QList<qint64> keys;
    keys.reserve(events.size());
    for (const HistoryEvent &event : events)
        keys.append(keyOf(event));
    return keys;
}

} // namespace

HistoryModel::HistoryModel(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : QAbstractTableModel(parent), m_session(std::move(session)), m_reference(std::move(reference)), m_history(*m_session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleTime);
    connect(&m_settle, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsDeals())
            m_settle.start();
    });
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
    setState(State::Loading);
    fetch(Job::First, m_scope.begin());
}

void HistoryModel::showPage(const HistoryFilter &filter, const HistoryEventPage &page)
{
    m_isReadElsewhere = true;
    if (m_state == State::Ready && m_filter == filter) {
        takeAgain(page);
        return;
    }
    m_filter = filter;
    takeFirst(page);
    setState(State::Ready);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryEvent &event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(event, index.column());
    case Qt::ToolTipRole: return index.column() == CommentsColumn ? event.comments : QString();
    case DealIdRole: return QVariant::fromValue(event.deal);
    case MeaningRole: return index.column() == WhatColumn ? QVariant(int(meaningOf(event))) : QVariant();
    default: return {};
    }
}

QString HistoryModel::text(const HistoryEvent &event, int column) const
{
    static const RoutingPolicy none;
    switch (column) {
    case WhenColumn: return formatInstant(event.occurredAt);
    case WhoColumn: return whoText(event);
    case DealColumn: return event.dealName.isEmpty() ? event.reference : tr("%1  %2").arg(event.reference, event.dealName);
    case WhatColumn: return eventText(event, m_reference->isReady() ? m_reference->current()->policy : none);
    case CommentsColumn: return event.comments.simplified();
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn: return tr("When");
    case WhoColumn: return tr("Who");
    case DealColumn: return tr("Deal");
    case WhatColumn: return tr("What");
    case CommentsColumn: return tr("Words");
    default: return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && m_state == State::Ready;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent) && !m_fetching)
        fetch(Job::More, m_scope.current());
}

void HistoryModel::refresh()
{
    if (m_isReadElsewhere)
        return;
    if (m_state == State::Failed)
        retry();
    else if (m_fetching)
        m_refreshAgain = true;
    else if (m_state == State::Ready)
        fetch(Job::Again, m_scope.current());
}

QCoro::Task<> HistoryModel::fetch(Job job, StopToken token)
{
    m_fetching = true;
    const auto task = m_history.page(m_filter, job == Job::More ? m_next : std::nullopt, kPageSize);
    const auto page = co_await task;
    if (token.stopped())
        co_return;
    m_fetching = false;
    if (!page) {
        m_error = page.error();
        if (job == Job::First)
            takeFirst({});
        setState(State::Failed);
        co_return;
    }
    if (job == Job::First)
        takeFirst(*page);
    else if (job == Job::Again)
        takeAgain(*page);
    else
        takeMore(*page);
    setState(State::Ready);
    if (std::exchange(m_refreshAgain, false))
        refresh();
}

void HistoryModel::takeFirst(const HistoryEventPage &page)
{
    beginResetModel();
    m_events = page.events;
    m_next = page.next;
    endResetModel();
}

void HistoryModel::takeAgain(const HistoryEventPage &page)
{
    const QList<qint64> fetched = keysOf(page.events);
    const QList<qint64> before = keysOf(m_events);
    const QSet<qint64> known(before.cbegin(), before.cend());
    const bool overlaps = std::any_of(fetched.cbegin(), fetched.cend(), [&](qint64 key) { return known.contains(key); });
    if (!overlaps) {
        takeFirst(page);
        return;
    }
    const QSet<qint64> now(fetched.cbegin(), fetched.cend());
    QList<qint64> after = fetched;
    for (const qint64 key : before) {
        if (!now.contains(key))
            after.append(key);
    }
    for (const RowStep &step : rowSteps(before, after)) {
        if (step.kind == RowStep::Kind::Insert) {
            beginInsertRows({}, int(step.at), int(step.at + step.count) - 1);
            for (qsizetype i = 0; i < step.count; ++i)
                m_events.insert(step.at + i, page.events.at(step.source + i));
            endInsertRows();
        } else if (step.kind == RowStep::Kind::Move) {
            beginMoveRows({}, int(step.at), int(step.at), {}, int(step.source));
            m_events.move(step.at, step.source);
            endMoveRows();
        }
    }
}

void HistoryModel::takeMore(const HistoryEventPage &page)
{
    const QList<qint64> keys = keysOf(m_events);
    const QSet<qint64> known(keys.cbegin(), keys.cend());
    QList<HistoryEvent> fresh;
    std::copy_if(page.events.cbegin(), page.events.cend(), std::back_inserter(fresh),
                 [&](const HistoryEvent &event) { return !known.contains(keyOf(event)); });
    m_next = page.next;
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_events.size()), int(m_events.size() + fresh.size()) - 1);
    m_events.append(fresh);
    endInsertRows();
}

void HistoryModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace dealdesk
