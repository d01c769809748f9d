#pragma once

#include "domain/routing.h"
#include "presentation/reference/reference_store.h"
#include "services/deal_detail.h"
#include "services/history_service.h"
#include "services/request_scope.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace dealdesk {

/// Events of one deal or of everybody's, newest first, fetched page by page. Events are never changed, only added: what is new is put
/// in its place, and the rest stays where it is.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    enum Column { WhenColumn, WhoColumn, DealColumn, WhatColumn, CommentsColumn, ColumnCount };
    enum Roles { DealIdRole = Qt::UserRole + 1, MeaningRole };

    static constexpr int kPageSize = kStoryPage;

    HistoryModel(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    /// Starts over.
    void setFilter(const HistoryFilter &filter);
    /// Takes the first page from somebody who has read it, and from then on leaves it to them to read it again.
    void showPage(const HistoryFilter &filter, const HistoryEventPage &page);
    void retry() { setFilter(m_filter); }

    [[nodiscard]] const HistoryFilter &filter() const { return m_filter; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const HistoryEvent &eventAt(int row) const { return m_events.at(row); }
    [[nodiscard]] bool hasMore() const { return m_next.has_value(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    enum class Job { First, Again, More };
    QCoro::Task<> fetch(Job job, StopToken token);
    void refresh();
    void takeFirst(const HistoryEventPage &page);
    void takeAgain(const HistoryEventPage &page);
    void takeMore(const HistoryEventPage &page);
    void setState(State state);
    [[nodiscard]] QString text(const HistoryEvent &event, int column) const;

    std::shared_ptr<Session> m_session;
    std::shared_ptr<ReferenceStore> m_reference;
    HistoryService m_history;
    HistoryFilter m_filter;
    QList<HistoryEvent> m_events;
    std::optional<HistoryKey> m_next;
    State m_state = State::Idle;
    Error m_error;
    bool m_fetching = false;
    bool m_refreshAgain = false;
    bool m_isReadElsewhere = false;
    QTimer m_settle;
    RequestScope m_scope;
};

} // namespace dealdesk
