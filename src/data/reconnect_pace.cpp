#include "data/reconnect_pace.h"

#include <QRandomGenerator>

#include <algorithm>

namespace dealdesk {

std::chrono::milliseconds ReconnectPace::next()
{
    if (m_attempts == 0) {
        ++m_attempts;
        return std::chrono::milliseconds(0);
    }
    const auto full = std::min(kLongest, kFirst * (1 << (m_attempts - 1)));
    m_attempts = std::min(m_attempts + 1, kMostAttempts);
    const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(full.count()) * share));
}

} // namespace dealdesk
