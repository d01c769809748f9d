#pragma once

#include <memory>

namespace dealdesk {

/// Says whether the answer to a request is still wanted. Copies share the state; a default token never stops.
class StopToken {
public:
    [[nodiscard]] bool stopped() const { return m_stopped && *m_stopped; }

private:
    friend class RequestScope;
    std::shared_ptr<bool> m_stopped;
};

/// A member of whoever asks, one per purpose: a newer request supersedes the older one, and the end of the asker ends them all.
/// After every co_await: `if (token.stopped()) co_return;` before touching `this`.
class RequestScope {
public:
    RequestScope() = default;
    ~RequestScope() { stop(); }
    RequestScope(const RequestScope &) = delete;
    RequestScope &operator=(const RequestScope &) = delete;

    /// The token of a new request; the one before is stopped.
    [[nodiscard]] StopToken begin()
    {
        stop();
        m_token.m_stopped = std::make_shared<bool>(false);
        return m_token;
    }
    /// A token that lives as long as this scope and is not superseded by begin() of another scope.
    [[nodiscard]] StopToken current()
    {
        if (!m_token.m_stopped)
            m_token.m_stopped = std::make_shared<bool>(false);
        return m_token;
    }
    void stop()
    {
        if (m_token.m_stopped)
            *m_token.m_stopped = true;
        m_token.m_stopped.reset();
    }

private:
    StopToken m_token;
};

} // namespace dealdesk
