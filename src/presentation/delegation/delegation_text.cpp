#include "presentation/delegation/delegation_text.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dealdesk {

namespace {

struct DelegationText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Delegation)
};

/// "Tom Trading", or "Tom Trading (Finance, up to 50,000 USD)" where it is not everything.
QString deciderOf(const Delegation &delegation, const QList<ApprovalLevel> &levels)
{
    const bool everything = delegation.scope == Delegation::Scope::All && !delegation.limit;
    return everything
        ? delegation.delegateName
        : DelegationText::tr("%1 (%2)", "a delegate and what for").arg(delegation.delegateName, coverageOf(delegation, levels));
}

} // namespace

DelegationState stateOf(const Delegation &delegation, const QDateTime &now)
{
    if (!delegation.endedAt.isEmpty())
        return DelegationState::Ended;
    if (instantFrom(delegation.endsAt) <= now)
        return DelegationState::Over;
    return instantFrom(delegation.startsAt) > now ? DelegationState::Coming : DelegationState::UnderWay;
}

QString label(DelegationState state)
{
    switch (state) {
    case DelegationState::Coming: return DelegationText::tr("Coming");
    case DelegationState::UnderWay: return DelegationText::tr("Under way");
    case DelegationState::Over: return DelegationText::tr("Over");
    case DelegationState::Ended: return DelegationText::tr("Ended early");
    }
    return {};
}

QDate firstDayOf(const Delegation &delegation)
{
    return instantFrom(delegation.startsAt).toLocalTime().date();
}

QDate lastDayOf(const Delegation &delegation)
{
    return instantFrom(delegation.endsAt).addMSecs(-1).toLocalTime().date();
}

QString periodOf(const Delegation &delegation)
{
    const QDate first = firstDayOf(delegation);
    const QDate last = lastDayOf(delegation);
    return first == last ? formatDate(first) : DelegationText::tr("%1 – %2").arg(formatDate(first), formatDate(last));
}

QString levelNameOf(const QString &code, const QList<ApprovalLevel> &levels)
{
    const auto level = std::find_if(levels.begin(), levels.end(), [&code](const ApprovalLevel &l) { return l.code == code; });
    return level == levels.end() ? code : level->displayName;
}

QString coverageOf(const Delegation &delegation, const QList<ApprovalLevel> &levels)
{
    if (!delegation.delegate)
        return DelegationText::tr("–");
    QString what = DelegationText::tr("Everything");
    if (delegation.scope == Delegation::Scope::Department && delegation.department)
        what = label(*delegation.department);
    else if (delegation.scope == Delegation::Scope::Level)
        what = DelegationText::tr("%1 level").arg(levelNameOf(delegation.level, levels));
    return delegation.limit ? DelegationText::tr("%1, up to %2").arg(what, formatMoney(*delegation.limit)) : what;
}

QString awaySentence(const QList<Delegation> &underWay, const QList<ApprovalLevel> &levels)
{
    QDate until;
    QStringList deciders;
    for (const Delegation &delegation : underWay) {
        until = std::max(until, lastDayOf(delegation));
        if (delegation.delegate)
            deciders.append(deciderOf(delegation, levels));
    }
    const QString away = DelegationText::tr("You are out of office until %1").arg(formatDate(until));
    if (deciders.isEmpty())
        return DelegationText::tr("%1; nobody decides for you.").arg(away);
    if (deciders.size() == 1)
        return DelegationText::tr("%1; %2 decides for you.").arg(away, deciders.first());
    return DelegationText::tr("%1; %2 decide for you.").arg(away, QLocale().createSeparatedList(deciders));
}

} // namespace dealdesk
