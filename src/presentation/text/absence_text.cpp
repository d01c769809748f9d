#include "presentation/text/absence_text.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/routing_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
struct Absence {
    Q_DECLARE_TR_FUNCTIONS(Absence)
};

const ApproverCover *coverOf(Approver approver, const QString &level, const QList<ApproverCover> &cover)
{
    const auto found = std::find_if(cover.begin(), cover.end(), [&](const ApproverCover &one) {
        return approver ? one.department == approver : !one.department && one.level == level;
    });
    return found == cover.end() ? nullptr : &*found;
}

/// The lowest level above in which somebody, or somebody's delegate, can decide.
const ApproverCover *levelInstead(const ApproverCover &absent, const QList<ApproverCover> &cover)
{
    const ApproverCover *lowest = nullptr;
    for (const ApproverCover &one : cover) {
        const bool decides = !one.department && one.rank > absent.rank && one.present + one.covered > 0;
        if (decides && (!lowest || one.rank < lowest->rank))
            lowest = &one;
    }
    return lowest;
}

bool concerns(const Delegation &delegation, const ApproverCover &cover)
{
    switch (delegation.scope) {
    case Delegation::Scope::All: return true;
    case Delegation::Scope::Department: return cover.department && delegation.department == cover.department;
    case Delegation::Scope::Level: return !cover.department && delegation.level == cover.level;
    }
    return false;
}

bool isUnderWay(const Delegation &delegation, const QDateTime &now)
{
    return delegation.endedAt.isEmpty() && instantFrom(delegation.startsAt) <= now && now < instantFrom(delegation.endsAt);
}

/// Who decides for the absent ones, a sentence each.
QStringList delegatesFor(const ApproverCover &cover, const QList<Delegation> &delegations, const QDateTime &now)
{
    QStringList sentences;
    for (const Delegation &delegation : delegations) {
        if (!delegation.delegate || !isUnderWay(delegation, now) || !concerns(delegation, cover)
            || !cover.absentNames.contains(delegation.delegatorName))
            continue;
        const QString sentence = Absence::tr("%1 is away; %2 decides meanwhile.").arg(delegation.delegatorName, delegation.delegateName);
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    return sentences;
}

QString untilText(const QString &backAt)
{
    const QDateTime back = instantFrom(backAt);
    if (!back.isValid())
        return {};
    return QLocale().toString(back.toLocalTime().date(), Absence::tr("dddd, d MMMM", "how a day is written: Monday, 24 November"));
}

QString departmentOut(const ApproverCover &cover)
{
    const QString name = label(*cover.department);
    if (cover.people == 0)
        return Absence::tr("Nobody can decide for %1; an administrator has to find somebody.").arg(name);
    const QString who = cover.absentNames.size() == 1 ? Absence::tr("%1, the only one in %2, is out").arg(cover.absentNames.first(), name)
                                                      : Absence::tr("Everybody in %1 is out").arg(name);
    const QString until = untilText(cover.backAt);
    return until.isEmpty() ? Absence::tr("%1.").arg(who) : Absence::tr("%1 until %2.").arg(who, until);
}

QString levelOut(const ApproverCover &cover, const RoutingPolicy &policy, const QList<ApproverCover> &all)
{
    const QString name = levelNameWithinSentence(policy, cover.level);
    QString out = Absence::tr("There is no %1").arg(name);
    if (cover.people > 0) {
        const QString until = untilText(cover.backAt);
        out = until.isEmpty() ? Absence::tr("Every %1 is out").arg(name) : Absence::tr("Every %1 is out until %2").arg(name, until);
    }
    if (const ApproverCover *instead = levelInstead(cover, all))
        return Absence::tr("%1; %2 or above can decide instead.", "who is out; a level: \"VP or above\"")
            .arg(out, levelNameWithinSentence(policy, instead->level));
    return Absence::tr("%1, and nobody above can decide.").arg(out);
}

} // namespace

std::optional<AbsenceHint> absenceOf(Approver approver, const RoutingPlan &plan, const RoutingPolicy &policy,
                                     const QList<ApproverCover> &cover, const QList<Delegation> &delegations, const QDateTime &now)
{
    const ApproverCover *of = coverOf(approver, plan.level, cover);
    if (!of || of->present > 0)
        return std::nullopt;
    if (of->covered > 0) {
        const QStringList delegates = delegatesFor(*of, delegations, now);
        return AbsenceHint{approver,
                           delegates.isEmpty() ? Absence::tr("Everybody is out; somebody decides for them.") : delegates.join(u' '), false};
    }
    return AbsenceHint{approver, of->department ? departmentOut(*of) : levelOut(*of, policy, cover), true};
}

} // namespace dealdesk
