#pragma once

#include "data/connection.h"
#include "services/admin_service.h"

namespace dealdesk {

// The reference data as it is read by the forms and by administration alike. On the database's thread.

Result<QList<ClientRecord>> readClients(Connection &connection);
Result<QList<DepartmentRecord>> readDepartments(Connection &connection);
Result<QList<LevelRecord>> readLevels(Connection &connection);
Result<QList<CatalogItem>> readCatalog(Connection &connection);
Result<QList<Person>> readPeople(Connection &connection);

/// All of the above and the policy as one value, in one round trip.
Result<ReferenceData> readReferenceData(Connection &connection);

/// The active options, grouped in the catalogue's order.
IncentiveCatalog catalogFrom(const QList<CatalogItem> &items);

/// The five figures from a row, beginning at a column.
ClientHistory clientHistoryFrom(const Query &row, int column);

} // namespace dealdesk
