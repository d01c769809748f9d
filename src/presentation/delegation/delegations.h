#pragma once

#include "presentation/admin/record_table.h"
#include "presentation/reference/reference_store.h"
#include "services/delegation_service.h"

#include <QTimer>

namespace dealdesk {

/// Everybody's delegations as tables, and one's own absence; read again when people changed, and looked at each minute, as they begin
/// and end by themselves.
class Delegations : public QObject {
    Q_OBJECT

public:
    Delegations(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    QCoro::Task<> load();

    [[nodiscard]] RecordTable<Delegation> *all() { return &m_all; }
    [[nodiscard]] RecordTable<Delegation> *given() { return &m_given; }       ///< by the signed-in person
    [[nodiscard]] RecordTable<Delegation> *received() { return &m_received; } ///< by the signed-in person
    [[nodiscard]] QList<Delegation> of(UserId delegator) const;
    /// One's own that are under way and say that one is out of office.
    [[nodiscard]] QList<Delegation> away() const;
    /// Coming or under way, and given by oneself; an administrator may end any.
    [[nodiscard]] bool mayEnd(const Delegation &delegation) const;
    [[nodiscard]] const ReferenceData &reference() const { return *m_reference->current(); }
    [[nodiscard]] const Session &session() const { return *m_session; }
    /// The signed-in person, as the administration keeps them.
    [[nodiscard]] Person me() const;
    [[nodiscard]] Person person(UserId id) const;

    QCoro::Task<Status> add(Delegation delegation) const;
    QCoro::Task<Status> end(DelegationId delegation) const;
    /// Ends all that say that one is out of office now.
    QCoro::Task<Status> comeBack() const;

Q_SIGNALS:
    void changed(); ///< the tables, or who is away
    void failed(const QString &sentence);

private:
    void take(const QList<Delegation> &delegations);

    std::shared_ptr<Session> m_session;
    std::shared_ptr<ReferenceStore> m_reference;
    RecordTable<Delegation> m_all;
    RecordTable<Delegation> m_given;
    RecordTable<Delegation> m_received;
    QTimer m_clock;
    RequestScope m_loading;
};

} // namespace dealdesk
