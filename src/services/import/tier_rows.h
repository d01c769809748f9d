#pragma once

#include "domain/deal_draft.h"
#include "domain/incentive_catalog.h"
#include "services/import/capture.h"

namespace dealdesk {

/// Where an incentive option belongs, for those that the prototype names by their option alone.
class OptionPlaces {
public:
    /// From the catalogue, and from the tiers of the capture, which name the category of their first incentive.
    OptionPlaces(const IncentiveCatalog &catalog, const Capture &capture);

    /// Category and sub-category; nothing when the option is unknown or in several places.
    [[nodiscard]] std::optional<std::pair<QString, QString>> placeOf(const QString &option) const;

private:
    void add(const QString &option, const QString &category, const QString &subCategory);
    QHash<QString, QSet<std::pair<QString, QString>>> m_places;
};

/// The tiers of a deal, one row each. The rows are refused for what no tier may be: without a number, not numbered from 1 without
/// gaps, without readable figures.
QList<Tier> readTiers(QList<SourceRow> &sources, const QString &dealId, const OptionPlaces &places);

} // namespace dealdesk
