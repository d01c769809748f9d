#include "data/postgres/socket_wait.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

namespace dealdesk {

namespace {

short eventsFor(SocketNeed need)
{
    switch (need) {
    case SocketNeed::Reading: return POLLIN;
    case SocketNeed::Writing: return POLLOUT;
    case SocketNeed::Both: break;
    }
    return POLLIN | POLLOUT;
}

} // namespace

#ifdef Q_OS_WIN

bool waitForSocket(int socket, SocketNeed need, int timeoutMs)
{
    WSAPOLLFD watched{static_cast<SOCKET>(socket), eventsFor(need), 0};
    return WSAPoll(&watched, 1, timeoutMs) != 0;
}

void shutSocket(int socket)
{
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
}

#else

bool waitForSocket(int socket, SocketNeed need, int timeoutMs)
{
    pollfd watched{socket, eventsFor(need), 0};
    return ::poll(&watched, 1, timeoutMs) != 0;
}

void shutSocket(int socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

#endif

} // namespace dealdesk
