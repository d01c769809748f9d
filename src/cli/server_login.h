#pragma once

#include "cli/options.h"

namespace dealdesk {

/// Where the command line's database is; at a server with the password of the login: from standard input, from the key store of the system
/// when the program keeps one for this server and login, or asked for at the terminal. It is got at once and used for every connection.
DatabaseLocation locationOf(const CliOptions &options);

} // namespace dealdesk
