#pragma once

#include "presentation/deal_list/deal_columns.h"
#include "presentation/deal_list/packed_deal_row.h"
#include "services/deal_service.h"
#include "services/request_scope.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace dealdesk {

/// The deals of a filter, in one order, fetched page by page by key. When data changes, the pages in view are fetched again and changed by
/// difference; the others when they come into view. One request runs at a time.
class DealListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    enum Roles { DealIdRole = Qt::UserRole + 1, MeaningRole, OverdueRole, RowRole };

    static constexpr int kPageSize = 200;
    /// Once somebody scrolls far, more at a time.
    static constexpr int kLargePageSize = 1000;

    explicit DealListModel(std::shared_ptr<Session> session, QObject *parent = nullptr);

    /// Starts over with the first page.
    void setQuery(const DealFilter &filter, DealSort sort, bool descending);
    void retry();
    /// Which rows the view shows, so that they are fetched again first and more is there before the end is reached.
    void setVisibleRows(int first, int last);

    [[nodiscard]] const DealFilter &filter() const { return m_request.filter; }
    [[nodiscard]] DealSort order() const { return m_request.sort; }
    [[nodiscard]] bool isDescending() const { return m_request.descending; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    /// Of all pages; nothing until it is counted.
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    [[nodiscard]] DealRow rowAt(int row) const { return m_rows.at(row).unpack(m_names); }
    /// Tab separated with a header line, to paste into a spreadsheet.
    [[nodiscard]] QString asTabSeparated(const QList<int> &rows, const QList<DealColumn> &columns) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();
    void totalChanged();

private:
    /// A page: the rows after a key. `stale` once data changed since it was fetched.
    struct Segment {
        std::optional<DealKey> after;
        qsizetype count = 0;
        bool stale = false;
    };

    QCoro::Task<> work(StopToken token);
    [[nodiscard]] std::optional<qsizetype> segmentToRefresh() const;
    [[nodiscard]] qsizetype firstRowOf(qsizetype segment) const;
    [[nodiscard]] DealPageRequest requestAfter(const std::optional<DealKey> &after, qsizetype limit) const;
    void startWork();
    void markStale();
    void takeFirst(const DealListPage &page);
    void takeNext(const DealListPage &page);
    void takeAgain(qsizetype segment, const DealListPage &page);
    void dropElsewhere(const QList<qint64> &ids, qsizetype segment);
    void changeSegment(qsizetype segment, const QList<DealRow> &rows);
    void dropSegmentsFrom(qsizetype segment);
    void removeRow(qsizetype row, Segment &segment);
    void setState(State state);
    void fail(const Error &error);

    std::shared_ptr<Session> m_session;
    DealService m_deals;
    DealPageRequest m_request;
    NameTable m_names;
    QList<PackedDealRow> m_rows;
    QList<Segment> m_segments;
    std::optional<DealKey> m_next;
    std::optional<qint64> m_total;
    State m_state = State::Idle;
    Error m_error;
    bool m_needsFirst = false;
    bool m_needsMore = false;
    bool m_needsCount = false;
    bool m_working = false;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    QTimer m_settle;
    RequestScope m_scope;
};

} // namespace dealdesk
