#pragma once

#include "core/result.h"

#include <QCoroTask>

namespace dealdesk {

class Workspace;

/// What is stored of a password where this database keeps it: an Argon2id hash in an embedded one, what the server checks logins with on a
/// server. The password itself goes nowhere. The workspace is not touched any more once this is awaited.
QCoro::Task<Result<QString>> passwordVerifier(Workspace &workspace, QString username, QString password);

} // namespace dealdesk
