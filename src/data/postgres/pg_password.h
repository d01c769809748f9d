#pragma once

#include "data/connection.h"

namespace dealdesk {

/// The SCRAM-SHA-256 verifier that a login's password is stored as: made here, so that the password never travels, also not to the server's
/// log. Nothing is sent. ServerUnreachable when the connection is lost.
Result<QString> scramVerifier(Connection &connection, const QString &login, const QString &password);

} // namespace dealdesk
