#pragma once

#include <chrono>

namespace dealdesk {

/// How long to wait before connecting again: not at all the first time, then twice as long each time, and each program a little
/// differently, so that two hundred of them do not come back in the same moment.
class ReconnectPace {
public:
    /// Since the connection was lost; each call counts as an attempt.
    std::chrono::milliseconds next();
    /// After an answer that no repeating will change soon (a wrong password, a certificate): rarely from now on.
    void slowDown() { m_attempts = kMostAttempts; }
    void reset() { m_attempts = 0; }

    static constexpr std::chrono::milliseconds kFirst{500};
    static constexpr std::chrono::milliseconds kLongest{15'000};

private:
    static constexpr int kMostAttempts = 6;
    int m_attempts = 0;
};

} // namespace dealdesk
