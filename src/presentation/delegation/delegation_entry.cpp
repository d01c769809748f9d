#include "presentation/delegation/delegation_entry.h"

#include "presentation/delegation/delegation_text.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct EntryText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::DelegationEntry)
};

QString startOfDay(QDate day)
{
    return day.startOfDay().toUTC().toString(Qt::ISODateWithMs);
}

const ApprovalLevel *levelOf(const QString &code, const QList<ApprovalLevel> &levels)
{
    const auto level = std::find_if(levels.begin(), levels.end(), [&code](const ApprovalLevel &l) { return l.code == code; });
    return level == levels.end() ? nullptr : &*level;
}

QString problemOfUntil(const DelegationEntry &entry, QDate today)
{
    if (!entry.until.isValid())
        return EntryText::tr("Give the last day.");
    if (entry.from.isValid() && entry.until < entry.from)
        return EntryText::tr("The last day is before the first.");
    if (entry.until < today)
        return EntryText::tr("The last day is over already.");
    if (entry.from.isValid() && entry.from.daysTo(entry.until) >= kLongestDelegation)
        return EntryText::tr("This is longer than %1 days. Enter it in parts.").arg(kLongestDelegation);
    return {};
}

bool meets(const Delegation &given, const Delegation &entered)
{
    return given.endedAt.isEmpty() && given.startsAt < entered.endsAt && entered.startsAt < given.endsAt
        && given.delegate == entered.delegate && given.scope == entered.scope && given.department == entered.department
        && given.level == entered.level;
}

} // namespace

QList<DelegationProblem> problemsOf(const DelegationEntry &entry, QDate today, const QList<Delegation> &given)
{
    QList<DelegationProblem> problems;
    if (!entry.delegator.isValid())
        problems += {DelegationField::Delegator, EntryText::tr("Choose who is away.")};
    if (!entry.from.isValid())
        problems += {DelegationField::From, EntryText::tr("Give the first day.")};
    if (const QString sentence = problemOfUntil(entry, today); !sentence.isEmpty())
        problems += {DelegationField::Until, sentence};
    if (!entry.delegate && !entry.isAway)
        problems += {DelegationField::Delegate, EntryText::tr("Choose who decides, or tick that it is an absence.")};
    if (entry.limitIsUnreadable || (entry.limit && entry.limit->isNegative()))
        problems += {DelegationField::Limit, EntryText::tr("Give an amount, or leave it empty for any.")};
    if (!problems.isEmpty())
        return problems;
    const Delegation entered = delegationFrom(entry);
    const auto same = std::find_if(given.begin(), given.end(), [&](const Delegation &other) { return meets(other, entered); });
    if (same != given.end())
        problems += {DelegationField::From, EntryText::tr("The same is entered for %1 already. End that first.").arg(periodOf(*same))};
    return problems;
}

Delegation delegationFrom(const DelegationEntry &entry)
{
    Delegation delegation;
    delegation.delegator = entry.delegator;
    delegation.delegate = entry.delegate;
    delegation.startsAt = startOfDay(entry.from);
    delegation.endsAt = startOfDay(entry.until.addDays(1));
    delegation.outOfOffice = entry.isAway || !entry.delegate;
    delegation.comment = entry.comment.trimmed();
    if (!entry.delegate)
        return delegation;
    delegation.scope = entry.part.scope;
    delegation.department = entry.part.department;
    delegation.level = entry.part.level;
    delegation.limit = entry.limit;
    return delegation;
}

bool decidesAboutDeals(const Person &person)
{
    return person.isActive && (person.role == Role::DepartmentReviewer || person.role == Role::Approver);
}

QList<Person> possibleDelegates(const QList<Person> &people, const Person &delegator)
{
    QList<Person> possible;
    std::copy_if(people.begin(), people.end(), std::back_inserter(possible), [&delegator](const Person &person) {
        return decidesAboutDeals(person) && person.id != delegator.id
            && (delegator.role != Role::Approver || person.role == Role::Approver);
    });
    return possible;
}

QString delegateText(const Person &person, const QList<ApprovalLevel> &levels)
{
    if (person.role == Role::DepartmentReviewer && person.department)
        return EntryText::tr("%1 – %2", "name and department").arg(person.displayName, label(*person.department));
    const ApprovalLevel *level = levelOf(person.approvalLevel, levels);
    return level ? EntryText::tr("%1 – %2, up to %3", "name, level and its limit")
                       .arg(person.displayName, level->displayName, formatMoney(level->limit))
                 : person.displayName;
}

QList<DelegationPart> partsOf(const Person &delegator, const QList<ApprovalLevel> &levels)
{
    QList<DelegationPart> parts{{Delegation::Scope::All, {}, {}, EntryText::tr("Everything")}};
    if (delegator.role == Role::DepartmentReviewer && delegator.department)
        parts += {
            Delegation::Scope::Department, delegator.department, {}, EntryText::tr("Reviews of %1").arg(label(*delegator.department))};
    const ApprovalLevel *own = delegator.role == Role::Approver ? levelOf(delegator.approvalLevel, levels) : nullptr;
    for (const ApprovalLevel &level : levels) {
        if (own && level.rank <= own->rank)
            parts += {Delegation::Scope::Level, {}, level.code, EntryText::tr("Approvals of the %1 level").arg(level.displayName)};
    }
    return parts;
}

QString delegateHint(const Person &delegator, const Person &delegate, const QList<ApprovalLevel> &levels)
{
    if (delegator.role != Role::Approver)
        return EntryText::tr("%1 may decide, except about deals that they wrote, or decided on in the other stage.")
            .arg(delegate.displayName);
    const ApprovalLevel *own = levelOf(delegator.approvalLevel, levels);
    const ApprovalLevel *theirs = levelOf(delegate.approvalLevel, levels);
    if (own && theirs && theirs->rank < own->rank)
        return EntryText::tr("%1 keeps their own limit of %2; what is above it waits for somebody of the level.")
            .arg(delegate.displayName, formatMoney(theirs->limit));
    return {};
}

} // namespace dealdesk
