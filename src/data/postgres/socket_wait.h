#pragma once

namespace dealdesk {

enum class SocketNeed { Reading, Writing, Both };

/// Waits until the socket is ready for it or has failed; false when `timeoutMs` went by. Works on every system alike.
bool waitForSocket(int socket, SocketNeed need, int timeoutMs);

/// Ends both directions at once, so that whoever waits on the socket is woken.
void shutSocket(int socket);

} // namespace dealdesk
