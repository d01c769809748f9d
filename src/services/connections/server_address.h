#pragma once

#include "data/database_location.h"

namespace dealdesk {

// Host names and ports as people write them. What is not a plain name, address or folder is refused: a host must never become an option
// of the connection.

/// A DNS name (international ones too), an IPv4 or IPv6 address, or the absolute path of a socket's folder.
bool isHost(const QString &text);

/// Whether a host is this machine itself: a loopback address, "localhost", or a socket's folder.
bool isOnThisMachine(const QString &host);

/// Nothing for anything but "host", "host:port", "[address]:port" or the folder of a socket with or without ":port".
std::optional<ServerAddress> serverAddressFrom(const QString &text);

/// "host" with ":port" where that is not PostgreSQL's own; IPv6 addresses in brackets.
QString textOf(const ServerAddress &address);

/// The parts of a list separated by commas or blanks, in order.
QStringList addressTexts(const QString &list);
QString textOf(const QList<ServerAddress> &addresses);

/// A name of a database or a login as it may stand in a connection: not empty, at most 63 bytes, no control characters; a database also
/// nothing that libpq would take for a whole connection string.
bool isDatabaseName(const QString &text);
bool isLoginName(const QString &text);

} // namespace dealdesk
