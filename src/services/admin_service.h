#pragma once

#include "services/reference_service.h"

namespace dealdesk {

struct ClientRecord {
    qint64 id = 0; ///< 0: new
    bool isAgency = false;
    QString name;
    AgencyType type = AgencyType::Independent; ///< of an agency
    std::optional<Region> region;
    ClientHistory history;
    bool isActive = true;
    qint64 version = 0;

    friend bool operator==(const ClientRecord &, const ClientRecord &) = default;
};

struct DepartmentRecord {
    ReviewDepartment department;
    QString description;
    QString contactEmail;
    std::optional<UserId> defaultAssignee;
    qint64 version = 0;

    friend bool operator==(const DepartmentRecord &, const DepartmentRecord &) = default;
};

struct LevelRecord {
    ApprovalLevel level;
    qint64 version = 0;

    friend bool operator==(const LevelRecord &, const LevelRecord &) = default;
};

struct CatalogItem {
    qint64 id = 0; ///< 0: new
    QString category;
    QString subCategory;
    QString option;
    int position = 0;
    bool isActive = true;
    qint64 version = 0;

    friend bool operator==(const CatalogItem &, const CatalogItem &) = default;
};

/// What somebody leaves behind who is switched off.
struct Handover {
    int openTasks = 0; ///< claimed by or assigned to them: they go on to colleagues by themselves
    int openDeals = 0; ///< they own: an administrator has to give them to another seller

    friend bool operator==(const Handover &, const Handover &) = default;
};

/// What an administrator keeps: people, departments, levels, clients, catalogue, policy. Each save is one command.
class AdminService {
public:
    explicit AdminService(Session &session);

    QCoro::Task<Result<QList<ClientRecord>>> clients() const;
    QCoro::Task<Result<QList<DepartmentRecord>>> departments() const;
    QCoro::Task<Result<QList<LevelRecord>>> levels() const;
    QCoro::Task<Result<QList<CatalogItem>>> catalog() const;
    QCoro::Task<Result<Handover>> handoverOf(UserId person) const;

    /// `password`: clear text of a new or reset password; empty keeps the stored one. A reset one must be changed at the next sign-in.
    QCoro::Task<Status> savePerson(Person person, QString password) const;
    QCoro::Task<Status> saveClient(ClientRecord client) const;
    QCoro::Task<Status> saveDepartment(DepartmentRecord department) const;
    QCoro::Task<Status> saveLevel(LevelRecord level) const;
    QCoro::Task<Status> saveCatalogItem(CatalogItem item) const;
    /// Basis, legal rules and client value factor; levels and departments have their own saves.
    QCoro::Task<Status> savePolicy(RoutingPolicy policy) const;

private:
    Session &m_session;
};

} // namespace dealdesk
