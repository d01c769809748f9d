#pragma once

#include "services/approval_service.h"

#include <QJsonObject>

namespace dealdesk {

/// Which tasks of an inbox are shown. What is empty filters nothing.
struct InboxFilter {
    QString text;                  ///< in reference, deal, client or owner
    QList<Department> departments; ///< together with `levels`: whose decision it is
    QStringList levels;            ///< codes
    QList<ApprovalPriority> priorities;
    bool overdueOnly = false;
    bool claimedOnly = false;
    bool unclaimedOnly = false;
    std::optional<Money> minimum; ///< of the routing amount; a task without one passes no minimum

    [[nodiscard]] bool isEmpty() const { return *this == InboxFilter(); }
    [[nodiscard]] bool passes(const InboxTask &task) const;

    friend bool operator==(const InboxFilter &, const InboxFilter &) = default;
};

/// As it is kept in the settings: codes and whole cents, only what filters.
QJsonObject toJson(const InboxFilter &filter);
/// The reverse; what is unknown or malformed filters nothing.
InboxFilter inboxFilterFromJson(const QJsonObject &json);

} // namespace dealdesk
