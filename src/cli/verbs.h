#pragma once

#include "cli/options.h"

namespace dealdesk {

// The sub-commands. Each gives the program's exit status: 0 done, 1 failed.

int migrate(const CliOptions &options);
/// 1 as well when a fault was found.
int examineServer(const CliOptions &options);
int importData(const CliOptions &options);
int exportReport(const CliOptions &options);
int seed(const CliOptions &options);
int addUser(const CliOptions &options);

} // namespace dealdesk
