#pragma once

#include "domain/validation.h"

#include <QRandomGenerator>

namespace dealdesk::test {

/// The catalogue of tests/data/incentive-catalog.json.
IncentiveCatalog sampleCatalog();

/// Advertiser "Northwind"; agencies "Contoso Media" (independent) and "Fabrikam Group" (holding company).
KnownClients sampleClients();

/// Ready for submission: two tiers of 240,000 and 480,000 USD with a Financial incentive on the first, client direct.
DealDraft completeDraft();

/// One tier for each revenue (whole dollars), without incentives.
DealDraft draftWithRevenues(const QList<qint64> &dollars);

Incentive incentiveOf(const QString &category, Money value = Money::fromDollars(1'000));

/// Any draft that a form can hold: fields present or absent, up to six tiers, amounts up to the limit.
DealDraft randomDraft(QRandomGenerator &random);

} // namespace dealdesk::test
