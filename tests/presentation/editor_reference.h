#pragma once

#include "services/reference_service.h"

namespace dealdesk::test {

/// Reference data for editor tests: the default policy, the sample catalogue, "Northwind" (an advertiser with a whole history), "Contoso"
/// (an advertiser without), "Fabrikam" (a holding company).
std::shared_ptr<const ReferenceData> editorReference();

} // namespace dealdesk::test
