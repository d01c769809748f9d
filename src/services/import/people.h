#pragma once

#include "services/import/capture.h"
#include "services/import/import_plan.h"
#include "services/import/import_tally.h"

namespace dealdesk {

/// Somebody whom the old data names.
struct KnownPerson {
    QString username;
    QString displayName;
    QString email;
    Role role = Role::Seller;
    std::optional<Department> department;
    int approvalRank = -1;
    bool isActive = true;
    bool isQuarantined = false;
};

/// Finds people by what the old data calls them: the prototype's number, an e-mail address, a display name.
class People {
public:
    explicit People(const ReferenceData &reference);

    void add(KnownPerson person, const QString &sourceId);
    [[nodiscard]] std::optional<KnownPerson> byId(const QString &sourceId) const;
    [[nodiscard]] std::optional<KnownPerson> byEmail(const QString &email) const;
    [[nodiscard]] std::optional<KnownPerson> byUsername(const QString &username) const;
    /// Nobody when several share the name.
    [[nodiscard]] std::optional<KnownPerson> byName(const QString &displayName) const;
    [[nodiscard]] int countOfName(const QString &displayName) const;

private:
    QList<KnownPerson> m_people;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byEmail;
    QHash<QString, qsizetype> m_byUsername;
    QMultiHash<QString, qsizetype> m_byName;
};

/// Plans the prototype's users: new accounts without a password, and into `people` everybody whom the deals may name.
void planUsers(const Capture &capture, const ImportSurroundings &surroundings, People &people, ImportPlan &plan, ImportTally &tally);

} // namespace dealdesk
