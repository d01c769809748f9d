#pragma once

#include "data/data_change.h"

#include <QObject>
#include <QTimer>

namespace dealdesk {

/// Tells what changed at a pace that screens can follow: one's own changes at once; those of others together, a moment later, and not in
/// the same moment in every program that heard of them.
class ChangeCollector : public QObject {
    Q_OBJECT

public:
    explicit ChangeCollector(QObject *parent = nullptr);

    void addOwn(const DataChange &change);
    void addOthers(const DataChange &change);

    static constexpr int kSettleMs = 250;
    static constexpr int kScatterMs = 250;

Q_SIGNALS:
    void changed(const dealdesk::DataChange &change);

private:
    void tell();

    DataChange m_waiting;
    QTimer m_timer;
};

} // namespace dealdesk
