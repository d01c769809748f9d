#include "support/postgres/proxy_link.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace dealdesk::test {

namespace {

constexpr int kPieceBytes = 64 * 1024;
constexpr int kWaitingPieces = 16;
constexpr int kStepsPerSecond = 50; // of a slowed line

/// Closes with a reset, so that the other side learns it at once and cannot read what is left.
void closeHard(int &socket)
{
    if (socket < 0)
        return;
    const linger now{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close(socket);
    socket = -1;
}

} // namespace

ProxyLink::ProxyLink(ProxyState &state, int client, int server) : m_state(state), m_toServer{client, server}, m_toClient{server, client} {}

ProxyLink::~ProxyLink()
{
    cut();
}

void ProxyLink::cut()
{
    closeHard(m_toServer.from);
    closeHard(m_toServer.to);
    m_toClient.from = m_toClient.to = -1;
}

void ProxyLink::addTo(std::vector<pollfd> &waits, Clock::time_point &until) const
{
    if (m_lostUntil)
        until = std::min(until, *m_lostUntil);
    for (const Flow *flow : {&m_toServer, &m_toClient}) {
        if (flow->from >= 0 && !flow->ended && flow->pieces.size() < kWaitingPieces)
            waits.push_back({flow->from, POLLIN, 0});
        if (flow->to < 0 || flow->pieces.empty())
            continue;
        if (flow->pieces.front().due <= Clock::now())
            waits.push_back({flow->to, POLLOUT, 0});
        else
            until = std::min(until, flow->pieces.front().due);
    }
}

bool ProxyLink::pass()
{
    if (!read(m_toServer) || !read(m_toClient) || !write(m_toServer) || !write(m_toClient))
        return false;
    return !m_lostUntil || Clock::now() < *m_lostUntil;
}

bool ProxyLink::read(Flow &flow)
{
    if (flow.from < 0 || flow.ended || flow.pieces.size() >= kWaitingPieces)
        return true;
    QByteArray bytes(kPieceBytes, Qt::Uninitialized);
    const ssize_t count = recv(flow.from, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR;
    if (count == 0) {
        flow.ended = true;
        return !flow.pieces.empty();
    }
    bytes.truncate(count);
    const bool fromClient = &flow == &m_toServer;
    if (fromClient ? !heardFromClient(bytes) : !heardFromServer())
        return false;
    if (flow.to >= 0)
        flow.pieces.push_back({Clock::now() + (fromClient ? m_state.toServer : m_state.toClient), bytes});
    return true;
}

bool ProxyLink::heardFromClient(const QByteArray &bytes)
{
    if (m_serverSpokeLast)
        ++m_state.roundTrips;
    m_serverSpokeLast = false;
    if (m_state.cutNext == Proxy::Cut::BeforeRequest) {
        m_state.cutNext.reset();
        return false;
    }
    if (m_state.cutNext == Proxy::Cut::AfterRequest) {
        m_state.cutNext.reset();
        closeHard(m_toServer.from);
        m_toClient.to = -1;
        m_toClient.pieces.clear();
        // The server gets what was sent, and time to carry it out: its side is closed when it answers.
        m_lostUntil = Clock::now() + std::chrono::seconds(1);
    }
    return !bytes.isEmpty();
}

bool ProxyLink::heardFromServer()
{
    m_serverSpokeLast = true;
    if (m_state.cutNext == Proxy::Cut::BeforeAnswer) {
        m_state.cutNext.reset();
        return false;
    }
    return !m_lostUntil;
}

bool ProxyLink::write(Flow &flow)
{
    while (flow.to >= 0 && !flow.pieces.empty() && flow.pieces.front().due <= Clock::now()) {
        Flow::Piece &piece = flow.pieces.front();
        const qsizetype limit = m_state.bytesPerSecond > 0 ? std::max(1, m_state.bytesPerSecond / kStepsPerSecond) : kPieceBytes;
        const auto size = size_t(std::min(piece.bytes.size(), limit));
        const ssize_t count = send(flow.to, piece.bytes.constData(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        piece.bytes.remove(0, count);
        if (piece.bytes.isEmpty())
            flow.pieces.pop_front();
        if (m_state.bytesPerSecond > 0 && !flow.pieces.empty())
            flow.pieces.front().due = Clock::now() + std::chrono::microseconds(count * 1'000'000 / m_state.bytesPerSecond);
    }
    return !flow.ended || !flow.pieces.empty();
}

} // namespace dealdesk::test
