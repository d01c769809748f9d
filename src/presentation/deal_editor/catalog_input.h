#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"
#include "domain/incentive_catalog.h"

namespace dealdesk {

bool isCatalogField(Field field);

/// The names on offer for a field of this incentive. Without a category, options come from the whole catalogue.
QStringList catalogChoices(const Incentive &incentive, Field field, const IncentiveCatalog &catalog);

/// Enters a category, sub-category or option by name: with the catalogue's spelling where it knows the name, as typed where not. What no
/// longer belongs together is cleared; what follows from the name alone is filled in.
void applyCatalogName(Incentive &incentive, Field field, const QString &text, const IncentiveCatalog &catalog);

} // namespace dealdesk
