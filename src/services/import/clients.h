#pragma once

#include "services/import/capture.h"
#include "services/import/import_plan.h"
#include "services/import/import_tally.h"

namespace dealdesk {

/// Plans advertisers and agencies. Whoever is in a list already stays as the list has it.
void planClients(const Capture &capture, const ImportSurroundings &surroundings, ImportPlan &plan, ImportTally &tally);

/// The review departments of the prototype name incentive types that no catalogue has: Deal Desk's own stay, and that is told.
void skipDepartments(const Capture &capture, ImportTally &tally);

} // namespace dealdesk
