#include "support/postgres/proxy.h"

#include "support/postgres/pg_cluster.h"
#include "support/postgres/proxy_link.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

sockaddr_in localAddress(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

template<typename Address>
const sockaddr *plain(const Address &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void sendAtOnce(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

class Proxy::Worker {
public:
    Worker(const PgCluster &cluster, Way way);
    ~Worker();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] Way way() const { return m_way; }
    /// Carries something out between two steps of the thread.
    template<typename Job>
    auto in(Job job)
    {
        std::packaged_task<std::invoke_result_t<Job>()> task(std::move(job));
        auto result = task.get_future();
        {
            const std::scoped_lock lock(m_mutex);
            m_jobs.emplace_back([&task] { task(); });
        }
        wake();
        return result.get();
    }

    // Only for jobs.
    ProxyState state;
    std::vector<std::unique_ptr<ProxyLink>> links;

private:
    void run();
    void wait();
    void doJobs();
    void accept();
    void wake() { [[maybe_unused]] const ssize_t written = write(m_wake[1], "w", 1); }
    [[nodiscard]] int connectToServer() const;

    Way m_way;
    quint16 m_serverPort;
    QByteArray m_serverSocket;
    quint16 m_port = 0;
    int m_listener = -1;
    std::array<int, 2> m_wake{};
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

Proxy::Worker::Worker(const PgCluster &cluster, Way way)
    : m_way(way)
    , m_serverPort(cluster.port())
    , m_serverSocket(QFile::encodeName(u"%1/.s.PGSQL.%2"_s.arg(cluster.socketFolder()).arg(cluster.port())))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = localAddress(0);
    socklen_t size = sizeof address;
    if (bind(m_listener, plain(address), size) != 0 || listen(m_listener, 512) != 0 || pipe2(m_wake.data(), O_CLOEXEC) != 0)
        qFatal("the proxy cannot listen");
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

Proxy::Worker::~Worker()
{
    in([this] { m_ending = true; });
    m_thread.join();
    links.clear();
    for (const int file : {m_listener, m_wake[0], m_wake[1]})
        close(file);
}

void Proxy::Worker::run()
{
    while (!m_ending) {
        wait();
        doJobs();
        if (state.silent)
            continue;
        links.erase(std::remove_if(links.begin(), links.end(), [](const auto &link) { return !link->pass(); }), links.end());
    }
}

void Proxy::Worker::wait()
{
    auto until = ProxyLink::Clock::now() + std::chrono::seconds(60);
    std::vector<pollfd> waits{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
    for (const auto &link : links) {
        if (!state.silent)
            link->addTo(waits, until);
    }
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(until - ProxyLink::Clock::now()).count();
    const timespec patience{std::max<time_t>(left, 0) / 1'000'000'000, std::max<long>(left, 0) % 1'000'000'000};
    ppoll(waits.data(), waits.size(), &patience, nullptr);
    if (waits[0].revents != 0) {
        std::array<char, 64> bytes{};
        [[maybe_unused]] const ssize_t count = read(m_wake[0], bytes.data(), bytes.size());
    }
    if (waits[1].revents != 0)
        accept();
}

void Proxy::Worker::doJobs()
{
    std::vector<std::function<void()>> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        jobs.swap(m_jobs);
    }
    for (const auto &job : jobs)
        job();
}

void Proxy::Worker::accept()
{
    const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
        return;
    sendAtOnce(client);
    ++state.connections;
    auto link = std::make_unique<ProxyLink>(state, client, state.refusing ? -1 : connectToServer());
    if (link->isWhole())
        links.push_back(std::move(link));
}

int Proxy::Worker::connectToServer() const
{
    const int server = socket(m_way == Way::Socket ? AF_UNIX : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int refused = 0;
    if (m_way == Way::Socket) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy_n(m_serverSocket.constData(), std::min<size_t>(size_t(m_serverSocket.size()), sizeof address.sun_path - 1),
                    address.sun_path);
        refused = connect(server, plain(address), sizeof address);
    } else {
        const sockaddr_in address = localAddress(m_serverPort);
        sendAtOnce(server);
        refused = connect(server, plain(address), sizeof address);
    }
    if (refused == 0)
        return server;
    close(server);
    return -1;
}

Proxy::Proxy(const PgCluster &cluster, Way way) : m_worker(std::make_unique<Worker>(cluster, way)) {}

Proxy::~Proxy() = default;

quint16 Proxy::port() const
{
    return m_worker->port();
}

QString Proxy::connectionText(const QString &database, const QString &user) const
{
    const QString tls = m_worker->way() == Way::Socket ? u"sslmode=disable"_s
                                                       : u"sslmode=verify-full sslrootcert='%1'"_s.arg(PgCluster::certificate(u"ca"_s));
    return u"host=localhost hostaddr=127.0.0.1 port=%1 dbname='%2' user='%3' gssencmode=disable %4"_s.arg(QString::number(port()), database,
                                                                                                          user, tls);
}

int Proxy::roundTrips() const
{
    return m_worker->in([this] { return m_worker->state.roundTrips; });
}

int Proxy::connections() const
{
    return m_worker->in([this] { return m_worker->state.connections; });
}

int Proxy::openConnections() const
{
    return m_worker->in([this] { return int(m_worker->links.size()); });
}

void Proxy::resetCounts()
{
    m_worker->in([this] { m_worker->state.roundTrips = m_worker->state.connections = 0; });
}

void Proxy::setDelay(std::chrono::microseconds toServer, std::chrono::microseconds toClient)
{
    m_worker->in([this, toServer, toClient] {
        m_worker->state.toServer = toServer;
        m_worker->state.toClient = toClient;
    });
}

void Proxy::setSpeed(int bytesPerSecond)
{
    m_worker->in([this, bytesPerSecond] { m_worker->state.bytesPerSecond = bytesPerSecond; });
}

void Proxy::cutNext(Cut when)
{
    m_worker->in([this, when] { m_worker->state.cutNext = when; });
}

void Proxy::cutAll()
{
    m_worker->in([this] { m_worker->links.clear(); });
}

void Proxy::goSilent()
{
    m_worker->in([this] { m_worker->state.silent = true; });
}

void Proxy::wake()
{
    m_worker->in([this] {
        if (m_worker->state.silent)
            m_worker->links.clear();
        m_worker->state.silent = false;
    });
}

void Proxy::setRefusing(bool refusing)
{
    m_worker->in([this, refusing] { m_worker->state.refusing = refusing; });
}

} // namespace dealdesk::test
