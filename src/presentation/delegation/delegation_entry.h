#pragma once

#include "services/delegation_service.h"
#include "services/reference_service.h"

#include <QDate>

namespace dealdesk {

/// What a delegate may decide, as offered in a form.
struct DelegationPart {
    Delegation::Scope scope = Delegation::Scope::All;
    std::optional<Department> department;
    QString level;
    QString text;

    friend bool operator==(const DelegationPart &, const DelegationPart &) = default;
};

/// What somebody enters to be out of office, or to let somebody decide: days of their own time zone, both included.
struct DelegationEntry {
    UserId delegator;
    QDate from;
    QDate until;
    std::optional<UserId> delegate; ///< nothing: nobody decides meanwhile
    DelegationPart part;
    std::optional<Money> limit;
    bool limitIsUnreadable = false;
    bool isAway = true;
    QString comment;
};

enum class DelegationField { Delegator, From, Until, Delegate, Limit };

struct DelegationProblem {
    DelegationField field = DelegationField::From;
    QString sentence;
};

/// The longest absence that is taken, in days.
inline constexpr int kLongestDelegation = 366;

/// What is wrong, each beside its field; `given`: the delegator's, so that nobody delegates the same thing twice at a time.
QList<DelegationProblem> problemsOf(const DelegationEntry &entry, QDate today, const QList<Delegation> &given);

/// Days become instants of the local time zone: from the beginning of the first to the end of the last.
Delegation delegationFrom(const DelegationEntry &entry);

/// Whether somebody decides about deals at all, so that there is something to hand over.
bool decidesAboutDeals(const Person &person);
/// Who may decide for somebody: active reviewers and approvers; for an approver approvers only, as others cannot approve business. By name.
QList<Person> possibleDelegates(const QList<Person> &people, const Person &delegator);
/// "Tom Trading – Trading", "Mona Manager – Manager, up to 50,000 USD".
QString delegateText(const Person &person, const QList<ApprovalLevel> &levels);
/// Everything, then the delegator's department, or the levels up to the own one.
QList<DelegationPart> partsOf(const Person &delegator, const QList<ApprovalLevel> &levels);
/// What to know before choosing this delegate; empty where there is nothing to say.
QString delegateHint(const Person &delegator, const Person &delegate, const QList<ApprovalLevel> &levels);

} // namespace dealdesk
