#pragma once

#include "support/postgres/proxy.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

#include <poll.h>

namespace dealdesk::test {

/// What a proxy does to its links at present, and what it has counted. Belongs to the proxy's thread.
struct ProxyState {
    std::chrono::microseconds toServer{};
    std::chrono::microseconds toClient{};
    int bytesPerSecond = 0;
    std::optional<Proxy::Cut> cutNext;
    bool silent = false;
    bool refusing = false;
    int roundTrips = 0;
    int connections = 0;
};

/// One connection through a proxy: two sockets and what is on its way between them.
class ProxyLink {
public:
    using Clock = std::chrono::steady_clock;

    /// Owns the sockets; `server` −1 when it could not be reached.
    ProxyLink(ProxyState &state, int client, int server);
    ~ProxyLink();
    ProxyLink(const ProxyLink &) = delete;
    ProxyLink &operator=(const ProxyLink &) = delete;

    [[nodiscard]] bool isWhole() const { return m_toServer.from >= 0 && m_toServer.to >= 0; }
    /// What to wait for, and until when at most.
    void addTo(std::vector<pollfd> &waits, Clock::time_point &until) const;
    /// Passes on what has come and is due; false when the link is over.
    bool pass();
    /// Ends both sides at once, without a farewell.
    void cut();

private:
    struct Flow {
        struct Piece {
            Clock::time_point due;
            QByteArray bytes;
        };
        int from;
        int to;
        std::deque<Piece> pieces = {};
        bool ended = false; ///< nothing more comes
    };

    bool read(Flow &flow);
    bool write(Flow &flow);
    bool heardFromClient(const QByteArray &bytes);
    bool heardFromServer();

    ProxyState &m_state;
    Flow m_toServer;
    Flow m_toClient;
    bool m_serverSpokeLast = true;
    std::optional<Clock::time_point> m_lostUntil; ///< the client is gone; the server may still answer until then
};

} // namespace dealdesk::test
