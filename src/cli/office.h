#pragma once

#include "cli/options.h"

namespace dealdesk {

/// Opens the database; `mayCreate` as well where there is none.
Result<std::shared_ptr<Workspace>> openDatabase(const CliOptions &options, bool mayCreate);

/// A session of the person named by --as, else of the first active administrator: a file is its own boundary, whoever may write it may act
/// as anybody in it. At a server the login acts.
Result<std::unique_ptr<Session>> sessionFor(const std::shared_ptr<Workspace> &workspace, const QString &username);

} // namespace dealdesk
