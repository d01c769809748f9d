#pragma once

#include "services/approval_service.h"
#include "services/request_scope.h"

#include <QObject>

namespace dealdesk {

/// How many tasks wait for the person, from the same view as the inbox; kept up to date as data changes.
class InboxCount : public QObject {
    Q_OBJECT

public:
    explicit InboxCount(std::shared_ptr<Session> session, QObject *parent = nullptr);

    QCoro::Task<> refresh();
    [[nodiscard]] int value() const { return m_value; }

Q_SIGNALS:
    void changed(int count);

private:
    std::shared_ptr<Session> m_session;
    RequestScope m_loading;
    int m_value = 0;
};

} // namespace dealdesk
