#include "presentation/text/routing_text.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
struct Routing {
    Q_DECLARE_TR_FUNCTIONS(Routing)
};

QString tierText(const QList<int> &tiers)
{
    QStringList numbers;
    for (const int tier : tiers)
        numbers.append(QLocale().toString(tier));
    return tiers.size() == 1 ? Routing::tr("tier %1").arg(numbers.first())
                             : Routing::tr("tiers %1", "a list of numbers").arg(QLocale().createSeparatedList(numbers));
}

const ApprovalLevel *levelOf(const RoutingPolicy &policy, const QString &code)
{
    const auto found = std::find_if(policy.levels.begin(), policy.levels.end(),
                                    [&code](const ApprovalLevel &level) { return level.code == code; });
    return found == policy.levels.end() ? nullptr : &*found;
}

QString levelName(const RoutingPolicy &policy, const QString &code)
{
    const ApprovalLevel *level = levelOf(policy, code);
    return level ? level->displayName : code;
}

/// "Director" becomes "director" within a sentence; "VP" stays.
QString withinSentence(const QString &name)
{
    if (name.size() > 1 && name.at(1).isLower())
        return QLocale().toLower(name.left(1)) + name.mid(1);
    return name;
}

QString basisText(RoutingBasis basis, int tier)
{
    switch (basis) {
    case RoutingBasis::TopTierRevenue: return Routing::tr("top tier revenue");
    case RoutingBasis::ExpectedTierRevenue: return Routing::tr("revenue of the expected tier %1").arg(tier);
    case RoutingBasis::TopIncentiveCost: return Routing::tr("highest incentive cost");
    }
    return {};
}

QString limitText(Money limit)
{
    return Routing::tr("limit of %1").arg(formatAmount(limit));
}
} // namespace

QString reasonText(const DepartmentReason &reason)
{
    switch (reason.kind) {
    case DepartmentReason::Kind::Always: return Routing::tr("always asked");
    case DepartmentReason::Kind::IncentiveCategory: return Routing::tr("%1 incentive on %2").arg(reason.category, tierText(reason.tiers));
    case DepartmentReason::Kind::CustomDeal: return Routing::tr("custom deal");
    case DepartmentReason::Kind::LongTerm: return Routing::tr("term over %1 months").arg(reason.months);
    }
    return {};
}

QString reasonText(const DepartmentStep &step)
{
    QStringList reasons;
    for (const DepartmentReason &reason : step.reasons)
        reasons.append(reasonText(reason));
    return Routing::tr("%1: %2", "department: reasons").arg(label(step.department), reasons.join("; "_L1));
}

QString businessReasonText(const RoutingPlan &plan, const RoutingPolicy &policy)
{
    if (plan.level.isEmpty())
        return Routing::tr("Nobody: the policy has no approval levels");
    const QString decider = levelName(policy, plan.level);
    if (plan.decidingTier == 0)
        return Routing::tr("%1: there is no amount yet").arg(decider);
    const QString amount = Routing::tr("%1 %2", "what: amount").arg(basisText(plan.basis, plan.decidingTier), formatMoney(plan.amount));
    if (plan.aboveTopLimit) {
        return Routing::tr("%1: %2 is above the top limit of %3, so the top level decides")
            .arg(decider, amount, formatAmount(plan.lowerLimit));
    }
    if (!plan.lowerLevel.isEmpty()) {
        return Routing::tr("%1: %2 is above the %3 %4", "level: amount is above the level's limit")
            .arg(decider, amount, levelNameWithinSentence(policy, plan.lowerLevel), limitText(plan.lowerLimit));
    }
    const ApprovalLevel *level = levelOf(policy, plan.level);
    return Routing::tr("%1: %2 is within the %3 %4", "level: amount is within the level's limit")
        .arg(decider, amount, withinSentence(decider), limitText(level ? level->limit : Money()));
}

QString levelNameWithinSentence(const RoutingPolicy &policy, const QString &level)
{
    return withinSentence(levelName(policy, level));
}

QStringList routingInWords(const RoutingPlan &plan, const RoutingPolicy &policy)
{
    QStringList lines;
    for (const DepartmentStep &step : plan.departments)
        lines.append(reasonText(step));
    lines.append(businessReasonText(plan, policy));
    return lines;
}

} // namespace dealdesk
