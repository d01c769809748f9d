#include "presentation/history/event_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct EventText {
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

QString statusName(const QString &code)
{
    const auto status = fromCode<DealStatus>(code);
    return status ? label(*status) : code;
}

/// The department or level that an action belongs to.
QString reviewerName(const QString &code, const RoutingPolicy &policy)
{
    if (const auto department = fromCode<Department>(code))
        return label(*department);
    for (const ApprovalLevel &level : policy.levels) {
        if (level.code == code)
            return level.displayName;
    }
    return code;
}

} // namespace

QString eventText(const HistoryEvent &event, const RoutingPolicy &policy)
{
    switch (event.source) {
    case HistoryEvent::Source::StatusChange:
        if (event.detail.isEmpty())
            return EventText::tr("Created as %1").arg(statusName(event.what));
        return EventText::tr("%1 → %2").arg(statusName(event.detail), statusName(event.what));
    case HistoryEvent::Source::Action: {
        const auto action = fromCode<ActionType>(event.what);
        const QString verb = action ? label(*action) : event.what;
        return event.detail.isEmpty() ? verb : EventText::tr("%1: %2").arg(verb, reviewerName(event.detail, policy));
    }
    case HistoryEvent::Source::Comment: return EventText::tr("Comment");
    case HistoryEvent::Source::Revision: return EventText::tr("Revision %1 submitted").arg(event.detail);
    case HistoryEvent::Source::Clock:
        return event.what == "overdue"_L1 ? EventText::tr("Overdue: %1").arg(reviewerName(event.detail, policy))
                                          : EventText::tr("Half of the time is over: %1").arg(reviewerName(event.detail, policy));
    }
    return {};
}

QString whoText(const HistoryEvent &event)
{
    return event.onBehalfOfName.isEmpty() ? event.actorName : EventText::tr("%1 for %2").arg(event.actorName, event.onBehalfOfName);
}

QString label(HistoryEvent::Source source)
{
    switch (source) {
    case HistoryEvent::Source::StatusChange: return EventText::tr("Status changes");
    case HistoryEvent::Source::Action: return EventText::tr("Decisions and assignments");
    case HistoryEvent::Source::Comment: return EventText::tr("Comments");
    case HistoryEvent::Source::Revision: return EventText::tr("Revisions");
    case HistoryEvent::Source::Clock: return EventText::tr("Time running out");
    }
    return {};
}

Meaning meaningOf(const HistoryEvent &event)
{
    if (event.source == HistoryEvent::Source::StatusChange) {
        const auto status = fromCode<DealStatus>(event.what);
        return status ? meaningOf(*status) : Meaning::Neutral;
    }
    if (event.source == HistoryEvent::Source::Clock)
        return event.what == "overdue"_L1 ? Meaning::Negative : Meaning::Caution;
    if (event.source != HistoryEvent::Source::Action)
        return Meaning::Neutral;
    switch (fromCode<ActionType>(event.what).value_or(ActionType::Comment)) {
    case ActionType::Approve:
    case ActionType::CarryForward: return Meaning::Positive;
    case ActionType::Reject: return Meaning::Negative;
    case ActionType::RequestRevision:
    case ActionType::Recall:
    case ActionType::Rescind:
    case ActionType::Escalate: return Meaning::Caution;
    default: return Meaning::Neutral;
    }
}

} // namespace dealdesk
