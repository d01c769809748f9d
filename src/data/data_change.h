#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QMetaType>
#include <QSet>

#include <functional>

namespace dealdesk {

/// What somebody wrote, as far as that is known: a hint to look again, never data.
struct DataChange {
    bool everything = false; ///< not known any closer, or something may have been missed
    bool reference = false;  ///< policy, departments, levels, clients, catalogue
    bool people = false;
    QSet<DealId> deals;

    static DataChange all() { return {true, false, false, {}}; }
    static DataChange of(DealId deal) { return {false, false, false, {deal}}; }

    [[nodiscard]] bool isEmpty() const { return !everything && !reference && !people && deals.isEmpty(); }
    [[nodiscard]] bool concerns(DealId deal) const { return everything || deals.contains(deal); }
    [[nodiscard]] bool concernsDeals() const { return everything || !deals.isEmpty(); }
    [[nodiscard]] bool concernsReference() const { return everything || reference || people; }

    DataChange &operator|=(const DataChange &other)
    {
        everything |= other.everything;
        reference |= other.reference;
        people |= other.people;
        deals |= other.deals;
        return *this;
    }
    friend bool operator==(const DataChange &, const DataChange &) = default;
};

/// Who wants to know, on the connection's thread while its event loop runs.
struct Watcher {
    /// A hint, never data: somebody else may have changed this. Several changes come as one.
    std::function<void(const DataChange &change)> changed;
    /// The connection is of no use any more; called once. What changed from then on has to be assumed after connecting again.
    std::function<void(const Error &why)> lost;
};

} // namespace dealdesk

Q_DECLARE_METATYPE(dealdesk::DataChange)
