#pragma once

#include "services/deal_detail.h"
#include "services/reference_service.h"

namespace dealdesk {

/// A group of the overview: a heading and what stands under it, in words.
struct OverviewSection {
    struct Entry {
        QString title;
        QString text;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QString key; ///< stable, for object names
    QString title;
    QList<Entry> entries;

    friend bool operator==(const OverviewSection &, const OverviewSection &) = default;
};

/// Context, term, people and texts of a deal; what nobody wrote is left out of the texts and "not given" elsewhere.
QList<OverviewSection> overviewOf(const DealDetail &deal);

/// The approval path in words, a line per step: as submitted, or for what is not submitted yet as it would be now.
QStringList approvalPathOf(const DealDetail &deal, const RoutingPolicy &policy);

} // namespace dealdesk
