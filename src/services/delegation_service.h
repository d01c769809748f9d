#pragma once

#include "core/money.h"
#include "domain/values.h"
#include "services/session.h"

namespace dealdesk {

/// Out of office, with or without somebody who decides meanwhile (domain.md "Delegation").
struct Delegation {
    enum class Scope { All, Department, Level };
    DelegationId id; ///< invalid: not saved yet
    UserId delegator;
    QString delegatorName;
    std::optional<UserId> delegate; ///< nothing: nobody decides meanwhile
    QString delegateName;
    QString startsAt; ///< ISO 8601 in UTC, like every instant
    QString endsAt;
    Scope scope = Scope::All;
    std::optional<Department> department; ///< for Scope::Department
    QString level;                        ///< for Scope::Level
    std::optional<Money> limit;           ///< only deals with a routing amount up to it
    bool outOfOffice = true;              ///< the delegator is away; always, without a delegate
    QString comment;
    QString endedAt; ///< ended before its time; empty otherwise

    friend bool operator==(const Delegation &, const Delegation &) = default;
};
template<>
struct EnumCodes<Delegation::Scope> {
    static constexpr std::array table = {std::pair{Delegation::Scope::All, "all"}, std::pair{Delegation::Scope::Department, "department"},
                                         std::pair{Delegation::Scope::Level, "level"}};
};

/// Who could decide for a department, or at a level or above, right now.
struct ApproverCover {
    std::optional<Department> department; ///< nothing: a level
    QString level;
    int rank = -1;
    int people = 0;          ///< who have the authority; for a level, of that level alone
    int present = 0;         ///< of them, who are not out of office
    int covered = 0;         ///< of the absent ones, whose delegate may decide meanwhile
    QString backAt;          ///< when the first of the absent ones is back; empty while somebody is present
    QStringList absentNames; ///< by name

    friend bool operator==(const ApproverCover &, const ApproverCover &) = default;
};

class DelegationService {
public:
    explicit DelegationService(Session &session);

    /// Of everybody: under way, coming, and those of the last thirty days; the newest first.
    QCoro::Task<Result<QList<Delegation>>> list() const;
    /// One's own; an administrator may enter anybody's.
    QCoro::Task<Status> add(Delegation delegation) const;
    QCoro::Task<Status> end(DelegationId delegation) const;
    /// Departments first, then levels by rank.
    QCoro::Task<Result<QList<ApproverCover>>> cover() const;

private:
    Session &m_session;
};

} // namespace dealdesk
