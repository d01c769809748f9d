#pragma once

#include "core/result.h"

#include <QString>

#include <chrono>

namespace dealdesk {

/// Whether the command's program is there: an absolute path, or a name found on the path of programs.
bool isTokenCommandThere(const QString &command);

/// Runs the program, without a shell, and waits for it: for the database's thread. It prints the token alone, or JSON with "access_token"
/// or "token" as the Databricks command line does. TokenUnavailable otherwise. Neither the token nor what the program printed is logged.
Result<QString> tokenFrom(const QString &command, std::chrono::milliseconds patience = std::chrono::seconds(60));

} // namespace dealdesk
