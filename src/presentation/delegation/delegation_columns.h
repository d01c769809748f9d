#pragma once

#include "presentation/admin/record_table.h"
#include "presentation/reference/reference_store.h"
#include "services/delegation_service.h"

namespace dealdesk {

/// Whose delegations a table shows: everybody's, those that one gave, those that one was given.
enum class DelegationSide { Both, Given, Received };

QList<RecordColumn<Delegation>> delegationColumns(DelegationSide side, std::shared_ptr<ReferenceStore> reference);

} // namespace dealdesk
