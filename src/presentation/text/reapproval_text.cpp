#include "presentation/text/reapproval_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
struct Reapproval {
    Q_DECLARE_TR_FUNCTIONS(Reapproval)
};

QString tierPrefix(int tier)
{
    return u"tiers[%1]."_s.arg(tier);
}

enum class TierChange { None, Added, Removed };

/// Whether a tier as a whole came or went: its figures have one side only. A total is there in every tier, a number of tiers tells as well.
TierChange tierChange(const QList<FactChange> &changes, int tier)
{
    const QString total = tierPrefix(tier) + u"incentive_total"_s;
    for (const FactChange &change : changes) {
        const bool isCount = change.path == "tiers"_L1;
        if (!isCount && change.path != total)
            continue;
        const bool was = isCount ? change.before.toInt() > tier : !change.before.isEmpty();
        const bool is = isCount ? change.after.toInt() > tier : !change.after.isEmpty();
        if (was != is)
            return is ? TierChange::Added : TierChange::Removed;
    }
    return TierChange::None;
}

/// Notes that came or went with their incentive say nothing besides it.
bool isToldByValue(const FactChange &notes, const QList<FactChange> &changes)
{
    if (!notes.path.endsWith("].notes"_L1))
        return false;
    const QString value = notes.path.chopped(5) + u"value"_s;
    return std::any_of(changes.begin(), changes.end(), [&value](const FactChange &change) {
        return change.path == value && (change.before.isEmpty() || change.after.isEmpty());
    });
}

QString whoDecided(const ReapprovalStep &step)
{
    return step.decidedByName.isEmpty()
        ? Reapproval::tr("revision %1").arg(step.revision)
        : Reapproval::tr("%1, revision %2", "who decided on which revision").arg(step.decidedByName).arg(step.revision);
}

QString withBlame(const QString &sentence, const ReapprovalStep &step, Blame blame)
{
    if (blame == Blame::LeftOut || step.blame.isEmpty())
        return Reapproval::tr("%1.", "a sentence").arg(sentence);
    return Reapproval::tr("%1: %2.", "a sentence: what changed").arg(sentence, blameInWords(step.blame).join("; "_L1));
}

QString whyAsked(const ReapprovalStep &step, Blame blame)
{
    switch (step.cause) {
    case ReapprovalCause::RevisionRequested:
        return withBlame(Reapproval::tr("Asked again, as the one who requested the revision (%1)").arg(whoDecided(step)), step, blame);
    case ReapprovalCause::SeparationOfDuties:
        return withBlame(Reapproval::tr("Somebody else is asked: %1 now owns or wrote the deal").arg(step.decidedByName), step, blame);
    case ReapprovalCause::Imported: return Reapproval::tr("Asked again: nobody knows which figures the imported approval was about.");
    case ReapprovalCause::None:
    case ReapprovalCause::Changed:
    case ReapprovalCause::HigherLevel: break;
    }
    return withBlame(Reapproval::tr("Asked again because of what changed since the approval (%1)").arg(whoDecided(step)), step, blame);
}
} // namespace

QString label(ReapprovalOutcome outcome)
{
    switch (outcome) {
    case ReapprovalOutcome::New: return Reapproval::tr("New");
    case ReapprovalOutcome::AskedAgain: return Reapproval::tr("Asked again");
    case ReapprovalOutcome::CarriedForward: return Reapproval::tr("Stands");
    case ReapprovalOutcome::NotRequired: return Reapproval::tr("Not required any more");
    }
    return {};
}

Meaning meaningOf(ReapprovalOutcome outcome)
{
    switch (outcome) {
    case ReapprovalOutcome::New: return Meaning::Info;
    case ReapprovalOutcome::AskedAgain: return Meaning::Caution;
    case ReapprovalOutcome::CarriedForward: return Meaning::Positive;
    case ReapprovalOutcome::NotRequired: break;
    }
    return Meaning::Neutral;
}

QString approverName(Approver approver, const QString &level, const RoutingPolicy &policy)
{
    if (approver)
        return label(*approver);
    for (const ApprovalLevel &known : policy.levels) {
        if (known.code == level)
            return known.displayName;
    }
    return level;
}

QString whyText(const ReapprovalStep &step, Blame blame)
{
    switch (step.outcome) {
    case ReapprovalOutcome::New: break;
    case ReapprovalOutcome::AskedAgain: return whyAsked(step, blame);
    case ReapprovalOutcome::CarriedForward:
        return Reapproval::tr("Stands: all that was approved (%1) is as it was, or better.").arg(whoDecided(step));
    case ReapprovalOutcome::NotRequired: return Reapproval::tr("Not required any more (%1).").arg(whoDecided(step));
    }
    if (step.cause == ReapprovalCause::HigherLevel)
        return withBlame(Reapproval::tr("New: the amount needs a higher level than before (%1)").arg(whoDecided(step)), step, blame);
    return Reapproval::tr("New: has not decided on this deal yet.");
}

QStringList blameInWords(const QList<FactChange> &changes)
{
    QStringList lines;
    bool tierTold = false;
    for (int tier = 0; tier < kMaxTiers; ++tier) {
        const TierChange change = tierChange(changes, tier);
        if (change == TierChange::None)
            continue;
        tierTold = true;
        lines += change == TierChange::Added ? Reapproval::tr("Tier %1: added").arg(tier + 1)
                                             : Reapproval::tr("Tier %1: removed").arg(tier + 1);
    }
    for (const FactChange &change : changes) {
        const bool isOfTier = change.path.startsWith("tiers["_L1);
        const int tier = isOfTier ? change.path.section(u']', 0, 0).sliced(6).toInt() : -1;
        const bool told = (tierTold && change.path == "tiers"_L1) || (isOfTier && tierChange(changes, tier) != TierChange::None)
            || isToldByValue(change, changes) || change.before == change.after;
        if (!told)
            lines += changeText(change);
    }
    return lines;
}

} // namespace dealdesk
