#pragma once

#include "presentation/app_context.h"

namespace dealdesk::test {

/// What a screen is given, for a person of a ServicesFixture's database, with everything loaded.
AppContext deskContext(const std::shared_ptr<Workspace> &workspace, const QString &username, const QString &journalFolder);

} // namespace dealdesk::test
