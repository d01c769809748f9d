#include "presentation/deal_list/deal_list_model.h"

#include "presentation/models/row_steps.h"
#include "presentation/text/labels.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Several writes in a row (an import, a submission and its notice) lead to one refresh.
constexpr auto kSettleTime = std::chrono::milliseconds(120);

} // namespace

DealListModel::DealListModel(std::shared_ptr<Session> session, QObject *parent)
    : QAbstractTableModel(parent), m_session(std::move(session)), m_deals(*m_session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleTime);
    connect(&m_settle, &QTimer::timeout, this, &DealListModel::markStale);
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsDeals() || change.people) // owners' names
            m_settle.start();
    });
}

void DealListModel::setQuery(const DealFilter &filter, DealSort sort, bool descending)
{
    m_request.filter = filter;
    m_request.sort = sort;
    m_request.descending = descending;
    m_scope.stop();
    m_working = false;
    m_needsFirst = true;
    m_needsCount = true;
    m_needsMore = false;
    m_total.reset();
    Q_EMIT totalChanged();
    setState(State::Loading);
    startWork();
}

void DealListModel::retry()
{
    m_needsCount = true;
    setState(m_needsFirst ? State::Loading : State::Ready);
    startWork();
}

void DealListModel::setVisibleRows(int first, int last)
{
    m_firstVisible = qMax(0, first);
    m_lastVisible = qMax(m_firstVisible, last);
    if (m_next && m_lastVisible + kPageSize / 2 >= m_rows.size())
        m_needsMore = true;
    startWork();
}

int DealListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DealListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kDealColumnCount;
}

QVariant DealListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = DealColumn(index.column());
    switch (role) {
    case Qt::DisplayRole: return textOf(rowAt(index.row()), column);
    case Qt::ToolTipRole: return toolTipOf(rowAt(index.row()), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isNumeric(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    case DealIdRole: return QVariant::fromValue(m_rows.at(index.row()).id());
    case MeaningRole:
        if (column == DealColumn::State)
            return int(meaningOf(rowAt(index.row()).status));
        if (column == DealColumn::Priority)
            return int(meaningOf(rowAt(index.row()).priority));
        return {};
    case OverdueRole: return isOverdue(rowAt(index.row()), QDateTime::currentDateTimeUtc());
    default: return {};
    }
}

QVariant DealListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = DealColumn(section);
    if (role == Qt::DisplayRole)
        return titleOf(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isNumeric(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

bool DealListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && m_state == State::Ready;
}

void DealListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_needsMore = true;
    startWork();
}

QString DealListModel::asTabSeparated(const QList<int> &rows, const QList<DealColumn> &columns) const
{
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList lines;
    QStringList cells;
    for (const DealColumn column : columns)
        cells.append(titleOf(column));
    lines.append(cells.join(u'\t'));
    for (const int row : rows) {
        const DealRow deal = rowAt(row);
        cells.clear();
        for (const DealColumn column : columns)
            cells.append(clean(textOf(deal, column)));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void DealListModel::startWork()
{
    // After a failure only a change of data or somebody's wish tries again.
    if (!m_working && m_state != State::Failed)
        work(m_scope.begin());
}

QCoro::Task<> DealListModel::work(StopToken token)
{
    m_working = true;
    while (true) {
        const auto stale = segmentToRefresh();
        if (m_needsFirst || stale || (m_needsMore && m_next)) {
            const bool first = m_needsFirst;
            const qsizetype limit = m_rows.size() < kLargePageSize ? kPageSize : kLargePageSize;
            const auto request = first ? requestAfter({}, kPageSize)
                : stale                ? requestAfter(m_segments.at(*stale).after, qMax<qsizetype>(m_segments.at(*stale).count, kPageSize))
                                       : requestAfter(m_next, limit);
            const auto task = m_deals.page(request);
            const auto page = co_await task;
            if (token.stopped())
                co_return;
            if (!page) {
                fail(page.error());
                co_return;
            }
            if (first)
                takeFirst(*page);
            else if (stale)
                takeAgain(*stale, *page);
            else
                takeNext(*page);
            if (token.stopped())
                co_return;
            setState(State::Ready);
        } else if (m_needsCount) {
            m_needsCount = false;
            const auto task = m_deals.count(m_request.filter);
            const auto count = co_await task;
            if (token.stopped())
                co_return;
            if (!count) {
                fail(count.error());
                co_return;
            }
            if (m_total != *count) {
                m_total = *count;
                Q_EMIT totalChanged();
            }
        } else {
            break;
        }
        if (token.stopped())
            co_return;
    }
    m_working = false;
}

std::optional<qsizetype> DealListModel::segmentToRefresh() const
{
    qsizetype first = 0;
    for (qsizetype i = 0; i < m_segments.size() && first <= m_lastVisible; ++i) {
        const qsizetype end = first + m_segments.at(i).count;
        // The first page too: what is new comes there, and is missed when one scrolls back.
        if (m_segments.at(i).stale && (i == 0 || end >= m_firstVisible))
            return i;
        first = end;
    }
    return std::nullopt;
}

qsizetype DealListModel::firstRowOf(qsizetype segment) const
{
    qsizetype row = 0;
    for (qsizetype i = 0; i < segment; ++i)
        row += m_segments.at(i).count;
    return row;
}

DealPageRequest DealListModel::requestAfter(const std::optional<DealKey> &after, qsizetype limit) const
{
    DealPageRequest request = m_request;
    request.after = after;
    request.limit = int(limit);
    return request;
}

void DealListModel::markStale()
{
    for (Segment &segment : m_segments)
        segment.stale = true;
    m_needsCount = true;
    if (m_state == State::Failed)
        retry();
    else if (m_state != State::Idle)
        startWork();
}

void DealListModel::takeFirst(const DealListPage &page)
{
    beginResetModel();
    m_names = {};
    m_rows.clear();
    for (const DealRow &row : page.rows)
        m_rows.append(PackedDealRow(row, m_names));
    m_segments = {Segment{{}, page.rows.size(), false}};
    m_next = page.next;
    m_needsFirst = false;
    endResetModel();
}

void DealListModel::takeNext(const DealListPage &page)
{
    m_needsMore = false;
    QList<qint64> ids;
    for (const DealRow &row : page.rows)
        ids.append(row.id.value());
    m_segments.append(Segment{m_next, 0, false});
    dropElsewhere(ids, m_segments.size() - 1);
    const auto first = int(m_rows.size());
    if (!page.rows.isEmpty()) {
        beginInsertRows({}, first, first + int(page.rows.size()) - 1);
        m_rows.reserve(m_rows.size() + page.rows.size());
        for (const DealRow &row : page.rows)
            m_rows.append(PackedDealRow(row, m_names));
        m_segments.last().count = page.rows.size();
        m_next = page.next;
        endInsertRows();
    }
    m_next = page.next;
}

void DealListModel::takeAgain(qsizetype segment, const DealListPage &page)
{
    QList<qint64> ids;
    for (const DealRow &row : page.rows)
        ids.append(row.id.value());
    dropElsewhere(ids, segment);
    changeSegment(segment, page.rows);
    m_segments[segment].stale = false;
    const bool isLast = segment == m_segments.size() - 1;
    if (!page.next) {
        dropSegmentsFrom(segment + 1);
        m_next.reset();
    } else if (isLast) {
        m_next = page.next;
    } else {
        Segment &following = m_segments[segment + 1];
        following.stale = following.stale || !following.after || following.after->id != page.next->id;
        following.after = page.next;
    }
}

/// A deal that moved into this page from another one must not stand there twice.
void DealListModel::dropElsewhere(const QList<qint64> &ids, qsizetype segment)
{
    const QSet<qint64> moved(ids.cbegin(), ids.cend());
    qsizetype end = m_rows.size();
    for (qsizetype i = m_segments.size() - 1; i >= 0; --i) {
        const qsizetype first = end - m_segments.at(i).count;
        for (qsizetype row = end - 1; i != segment && row >= first; --row) {
            if (moved.contains(m_rows.at(row).id().value()))
                removeRow(row, m_segments[i]);
        }
        end = first;
    }
}

void DealListModel::changeSegment(qsizetype segment, const QList<DealRow> &rows)
{
    const qsizetype offset = firstRowOf(segment);
    QList<qint64> before;
    QList<qint64> after;
    for (qsizetype i = 0; i < m_segments.at(segment).count; ++i)
        before.append(m_rows.at(offset + i).id().value());
    for (const DealRow &row : rows)
        after.append(row.id.value());
    for (const RowStep &step : rowSteps(before, after)) {
        const auto at = int(offset + step.at);
        const auto last = at + int(step.count) - 1;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            beginRemoveRows({}, at, last);
            m_rows.remove(at, step.count);
            m_segments[segment].count -= step.count;
            endRemoveRows();
            break;
        case RowStep::Kind::Insert:
            beginInsertRows({}, at, last);
            m_rows.insert(at, step.count, PackedDealRow(rows.at(step.source), m_names));
            for (qsizetype i = 1; i < step.count; ++i)
                m_rows[at + i] = PackedDealRow(rows.at(step.source + i), m_names);
            m_segments[segment].count += step.count;
            endInsertRows();
            break;
        case RowStep::Kind::Move:
            beginMoveRows({}, at, at, {}, int(offset + step.source));
            m_rows.move(at, offset + step.source);
            endMoveRows();
            break;
        }
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        PackedDealRow packed(rows.at(i), m_names);
        if (packed == m_rows.at(offset + i))
            continue;
        m_rows[offset + i] = std::move(packed);
        Q_EMIT dataChanged(index(int(offset + i), 0), index(int(offset + i), kDealColumnCount - 1));
    }
}

void DealListModel::dropSegmentsFrom(qsizetype segment)
{
    const auto first = int(firstRowOf(segment));
    if (first < m_rows.size()) {
        beginRemoveRows({}, first, int(m_rows.size()) - 1);
        m_rows.remove(first, m_rows.size() - first);
        m_segments.remove(segment, m_segments.size() - segment);
        endRemoveRows();
    } else {
        m_segments.remove(segment, m_segments.size() - segment);
    }
}

void DealListModel::removeRow(qsizetype row, Segment &segment)
{
    beginRemoveRows({}, int(row), int(row));
    m_rows.remove(row);
    --segment.count;
    endRemoveRows();
}

void DealListModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void DealListModel::fail(const Error &error)
{
    m_error = error;
    m_working = false;
    m_needsMore = false;
    if (m_needsFirst) {
        takeFirst({});
        m_needsFirst = true;
    }
    setState(State::Failed);
}

} // namespace dealdesk
