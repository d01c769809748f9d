#pragma once

#include "domain/client_history.h"
#include "domain/incentive_catalog.h"
#include "domain/routing.h"
#include "domain/validation.h"
#include "services/session.h"

#include <QHash>

namespace dealdesk {

struct Person {
    UserId id;
    QString username;
    QString displayName;
    QString email;
    QString firstName;
    QString lastName;
    Role role = Role::Seller;
    std::optional<Department> department;
    QString approvalLevel;
    bool isActive = true;
    qint64 version = 0;

    friend bool operator==(const Person &, const Person &) = default;
};

/// Everything that forms, filters and routing need to know besides the deal; a value, shared between threads and screens.
struct ReferenceData {
    RoutingPolicy policy;
    IncentiveCatalog catalog;
    KnownClients clients;
    QHash<QString, ClientHistory> advertiserHistory; ///< by name
    QHash<QString, ClientHistory> agencyHistory;     ///< by name
    QList<Person> people;                            ///< active and not, by display name

    /// The history of the client that the draft names; empty figures where there is none.
    [[nodiscard]] ClientHistory historyFor(const DealDraft &draft) const;
};

class ReferenceService {
public:
    explicit ReferenceService(Session &session);
    QCoro::Task<Result<std::shared_ptr<const ReferenceData>>> load() const;

private:
    Session &m_session;
};

} // namespace dealdesk
