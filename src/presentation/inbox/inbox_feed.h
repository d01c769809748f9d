#pragma once

#include "presentation/inbox/held_decisions.h"

#include <QSet>

namespace dealdesk {

/// What waits for the person, read once for everybody who shows it: the sidebar's number and the inbox count the same tasks. What was
/// decided and is held, or sent and not yet read back, waits no longer.
class InboxFeed : public QObject {
    Q_OBJECT

public:
    explicit InboxFeed(std::shared_ptr<Session> session, QObject *parent = nullptr);

    QCoro::Task<> refresh();
    [[nodiscard]] QList<InboxTask> tasks() const;
    /// Without those of lower levels, which wait for somebody else in the first place.
    [[nodiscard]] int count() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] HeldDecisions *held() { return &m_held; }

Q_SIGNALS:
    void changed();
    void failed(const dealdesk::Error &error);

private:
    std::shared_ptr<Session> m_session;
    HeldDecisions m_held;
    QList<InboxTask> m_tasks;
    QSet<QString> m_leaving; ///< keys of what was sent since the last reading began
    bool m_loaded = false;
    RequestScope m_reading;
};

} // namespace dealdesk
