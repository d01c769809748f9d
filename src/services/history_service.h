#pragma once

#include "services/history_event.h"
#include "services/session.h"

namespace dealdesk {

/// The story of one deal, and everybody's. Newest first; one deal's whole story can be asked for oldest first.
class HistoryService {
public:
    explicit HistoryService(Session &session);

    QCoro::Task<Result<HistoryEventPage>> page(HistoryFilter filter, std::optional<HistoryKey> after, int limit) const;
    QCoro::Task<Result<QList<HistoryEvent>>> story(DealId deal) const; ///< oldest first

private:
    Session &m_session;
};

} // namespace dealdesk
