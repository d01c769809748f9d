#include "services/change_collector.h"

#include <QRandomGenerator>

namespace dealdesk {

ChangeCollector::ChangeCollector(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangeCollector::tell);
}

void ChangeCollector::addOwn(const DataChange &change)
{
    if (!change.isEmpty())
        Q_EMIT changed(change);
}

/// The timer is not started anew: while others write all the time, they are seen all the same.
void ChangeCollector::addOthers(const DataChange &change)
{
    m_waiting |= change;
    if (!m_waiting.isEmpty() && !m_timer.isActive())
        m_timer.start(kSettleMs + QRandomGenerator::global()->bounded(kScatterMs));
}

void ChangeCollector::tell()
{
    Q_EMIT changed(std::exchange(m_waiting, {}));
}

} // namespace dealdesk
