#pragma once

#include "core/error.h"
#include "data/postgres/pg_handles.h"

namespace dealdesk {

/// The one place that reads a server's error: SQLSTATEs, and refusals of the stored logic. The detail names the SQLSTATE and the server's
/// sentence without the values in it. ConnectionLost when the server ended the session: what a command did is then not known.
Error errorFrom(const PGresult *result);
Error errorFromState(const QString &sqlState, const QString &message, const QString &table = {}, const QString &constraint = {});

/// The same while signing in.
ErrorCode signInError(const QString &sqlState);

/// SQLSTATEs after which nothing was written and the same may work now: a serialisation failure, a deadlock, a lock that was not given.
bool mayWorkNow(const PGresult *result);
/// A prepared statement is gone, or the tables changed under it: to be prepared anew.
bool isOutdatedStatement(const PGresult *result);

QString sqlStateOf(const PGresult *result);

} // namespace dealdesk
