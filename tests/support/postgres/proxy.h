#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace dealdesk::test {

class PgCluster;

/// A bad line between a client and a cluster: a port on 127.0.0.1 whose connections are passed on, in a thread of its own, and can be
/// counted, slowed and broken. It reads nothing of what passes. May be told what to do from any thread.
class Proxy {
public:
    enum class Way {
        Socket, ///< to the cluster's socket, which asks for no password; clients must not ask for TLS
        Tls     ///< to its port, as a person at a desk
    };
    enum class Cut {
        BeforeRequest, ///< what a client sends next does not arrive
        AfterRequest,  ///< what a client sends next arrives, and the link is gone before the server answers
        BeforeAnswer   ///< what a server sends next is lost on its way
    };

    explicit Proxy(const PgCluster &cluster, Way way = Way::Socket);
    ~Proxy();
    Proxy(const Proxy &) = delete;
    Proxy &operator=(const Proxy &) = delete;

    [[nodiscard]] quint16 port() const;
    /// As PgCluster::connectionText, but through here.
    [[nodiscard]] QString connectionText(const QString &database, const QString &user) const;

    /// How often a client spoke after the server had, on all connections since the last reset: each is one wait for the line.
    [[nodiscard]] int roundTrips() const;
    /// Connections taken since the last reset.
    [[nodiscard]] int connections() const;
    [[nodiscard]] int openConnections() const;
    void resetCounts();

    /// What passes takes so much longer; half of a round trip's delay each, say.
    void setDelay(std::chrono::microseconds toServer, std::chrono::microseconds toClient);
    /// Bytes per second and direction of a connection; 0: as fast as it goes.
    void setSpeed(int bytesPerSecond);

    /// Whichever connection it happens to next, once.
    void cutNext(Cut when);
    /// All connections that are open now.
    void cutAll();
    /// The line stays up and passes nothing more, to and fro, not even that a side has gone. New connections are taken, and are as silent.
    void goSilent();
    /// Ends the silence; connections that were silent are cut, as those of a rebooted router are.
    void wake();
    /// Whether new connections are cut at once.
    void setRefusing(bool refusing);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace dealdesk::test
