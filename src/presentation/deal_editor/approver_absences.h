#pragma once

#include "services/delegation_service.h"
#include "services/request_scope.h"

#include <QObject>

namespace dealdesk {

/// Who of the approvers is away at the moment, and who decides for them; read again when people or their absences change. Empty while it
/// could not be read: it only ever hints.
class ApproverAbsences : public QObject {
    Q_OBJECT

public:
    explicit ApproverAbsences(std::shared_ptr<Session> session, QObject *parent = nullptr);

    QCoro::Task<> load();

    [[nodiscard]] const QList<ApproverCover> &cover() const { return m_cover; }
    [[nodiscard]] const QList<Delegation> &delegations() const { return m_delegations; }

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<Session> m_session;
    QList<ApproverCover> m_cover;
    QList<Delegation> m_delegations;
    RequestScope m_loading;
};

} // namespace dealdesk
