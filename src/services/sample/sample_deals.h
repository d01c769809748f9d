#pragma once

#include "domain/client_history.h"
#include "domain/deal_draft.h"
#include "domain/incentive_catalog.h"

namespace dealdesk {

struct SampleClient {
    QString name;
    std::optional<AgencyType> agency; ///< nothing: an advertiser
    Region region = Region::West;
    ClientHistory history; ///< some clients have none
};

/// 25 advertisers and 15 agencies, all invented.
const QList<SampleClient> &sampleClients();

/// The `index`th sample deal, complete for a submission: always the same. Its term begins some weeks after `today`.
DealDraft sampleDeal(int index, const IncentiveCatalog &catalog, QDate today);

} // namespace dealdesk
