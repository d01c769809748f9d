#pragma once

#include "bench/resident.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace dealdesk::bench {

/// Prints "ready ROWS RSS_KIB" once the view has painted with its rows, and quits.
class PaintWatch : public QObject {
public:
    PaintWatch(QAbstractScrollArea *view, std::function<qsizetype()> rows) : QObject(view), m_rows(std::move(rows))
    {
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, qApp, [rows = m_rows] {
                std::printf("ready %lld %lld\n", static_cast<long long>(rows()), static_cast<long long>(residentKiB()));
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    std::function<qsizetype()> m_rows;
    bool m_seen = false;
};

inline void reportWhenPainted(QAbstractScrollArea *view, std::function<qsizetype()> rows)
{
    new PaintWatch(view, std::move(rows));
}

} // namespace dealdesk::bench
