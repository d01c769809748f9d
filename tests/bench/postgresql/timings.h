#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>

namespace dealdesk::bench {

/// How long something took, again and again.
class Timings {
public:
    void add(double milliseconds) { m_milliseconds.append(milliseconds); }
    void add(const Timings &others) { m_milliseconds += others.m_milliseconds; }

    template<typename Call>
    auto measure(Call call)
    {
        QElapsedTimer timer;
        timer.start();
        auto result = call();
        add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return result;
    }

    [[nodiscard]] qsizetype count() const { return m_milliseconds.size(); }
    [[nodiscard]] double percentile(int percent) const
    {
        if (m_milliseconds.isEmpty())
            return 0;
        QList<double> sorted = m_milliseconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(std::min(sorted.size() - 1, sorted.size() * percent / 100));
    }
    /// "p50 / p95 / p99"
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 / %2 / %3").arg(percentile(50), 0, 'f', 2).arg(percentile(95), 0, 'f', 2).arg(percentile(99), 0, 'f', 2);
    }

private:
    QList<double> m_milliseconds;
};

} // namespace dealdesk::bench
