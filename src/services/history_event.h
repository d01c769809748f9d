#pragma once

#include "core/ids.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace dealdesk {

struct HistoryEvent {
    enum class Source { StatusChange, Action, Comment, Revision, Clock };
    qint64 id = 0;
    Source source = Source::StatusChange;
    DealId deal;
    QString reference;
    QString dealName;
    QString occurredAt;
    QString actorName;
    QString onBehalfOfName; ///< for whom the actor decided, as their delegate; empty otherwise
    QString what;           ///< code: a status, an action, "comment", "submitted_revision", "reminder", "overdue"
    QString detail;         ///< previous status; department or level code; revision number
    QString comments;

    friend bool operator==(const HistoryEvent &, const HistoryEvent &) = default;
};

struct HistoryFilter {
    std::optional<DealId> deal;
    QString dealText; ///< reference or name
    QString actorName;
    QList<HistoryEvent::Source> sources;
    QDate from; ///< inclusive, UTC
    QDate to;   ///< inclusive, UTC

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

struct HistoryKey {
    QString occurredAt;
    HistoryEvent::Source source = HistoryEvent::Source::StatusChange;
    qint64 id = 0;
};

struct HistoryEventPage {
    QList<HistoryEvent> events;
    std::optional<HistoryKey> next;
};

} // namespace dealdesk
