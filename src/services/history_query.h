#pragma once

#include "data/query.h"
#include "domain/actor.h"
#include "services/deal_query_builder.h"
#include "services/history_event.h"

namespace dealdesk {

/// The columns of deal_history in the order that historyEventFrom() reads.
inline constexpr auto kHistoryColumns =
    "id, source, deal_id, reference_number, deal_name, occurred_at, actor_name, what, detail, comments, on_behalf_of_name";

/// The code of a source in deal_history.
QString codeOfSource(HistoryEvent::Source source);
HistoryEvent historyEventFrom(const Query &row);

/// The rows of historyPageStatement() as a page.
HistoryEventPage historyPageOf(QList<HistoryEvent> rows, int limit);

/// Conditions on deal_history: the filter, and what this person may see. Never empty.
SqlText historyCondition(const HistoryFilter &filter, const Actor &actor, const SqlDialect &dialect);

/// Whose names a typed one can be: at most two.
SqlText historyActorsStatement(const QString &name, const SqlDialect &dialect);

/// Newest first, one row more than asked for, so that the end is known. `onlyName`: the one whole name that the filter's fits, where that
/// is known; its events have an index.
SqlText historyPageStatement(const HistoryFilter &filter, const std::optional<HistoryKey> &after, int limit, const Actor &actor,
                             const SqlDialect &dialect, const std::optional<QString> &onlyName = {});

} // namespace dealdesk
