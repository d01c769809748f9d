#pragma once

#include "services/reference_service.h"
#include "services/request_scope.h"

#include <QObject>

namespace dealdesk {

/// The reference data that every screen shares; loaded at sign-in, again when data changed. Never null once ready.
class ReferenceStore : public QObject {
    Q_OBJECT

public:
    explicit ReferenceStore(std::shared_ptr<Session> session, QObject *parent = nullptr);

    QCoro::Task<Status> load();
    [[nodiscard]] bool isReady() const { return m_data != nullptr; }
    [[nodiscard]] std::shared_ptr<const ReferenceData> current() const { return m_data; }

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<Session> m_session;
    std::shared_ptr<const ReferenceData> m_data;
    RequestScope m_loading;
};

} // namespace dealdesk
