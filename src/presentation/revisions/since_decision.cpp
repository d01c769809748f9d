#include "presentation/revisions/since_decision.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SinceDecision)
};

using Group = DifferenceRow::Group;
using Direction = DifferenceCell::Direction;

constexpr qsizetype kQuotable = 60; ///< longer texts are not quoted in a sentence

QString withDirection(const QString &sentence, Direction direction)
{
    switch (direction) {
    case Direction::Better: return Words::tr("%1 (better)").arg(sentence);
    case Direction::Worse: return Words::tr("%1 (worse)").arg(sentence);
    case Direction::None: break;
    }
    return sentence;
}

/// The table's titles name the currency, a sentence names it with the amount.
DifferenceCell forSentence(DifferenceCell cell)
{
    const bool isAmount = cell.path.endsWith(".revenue"_L1) || cell.path.endsWith(".value"_L1);
    QString &said = cell.after.isEmpty() ? cell.before : cell.after;
    if (isAmount && !said.isEmpty() && said.front().isDigit())
        said = Words::tr("%1 USD").arg(said);
    return cell;
}

QString titleOf(const DifferenceRow &row)
{
    return row.key == "tiers.revenue"_L1 ? label(Field::Revenue) : row.title;
}

QString changeOf(const QString &place, const DifferenceCell &cell)
{
    const auto side = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    if (cell.before.size() > kQuotable || cell.after.size() > kQuotable)
        return cell.before.isEmpty() ? Words::tr("%1 was written").arg(place)
            : cell.after.isEmpty()   ? Words::tr("%1 was removed").arg(place)
                                     : Words::tr("%1 was rewritten").arg(place);
    return withDirection(Words::tr("%1: %2 → %3").arg(place, side(cell.before), side(cell.after)), cell.direction);
}

QString incentiveSentence(const DifferenceRow &row, int tier, const DifferenceCell &cell)
{
    if (!cell.path.endsWith(".value"_L1) || (!cell.before.isEmpty() && !cell.after.isEmpty()))
        return changeOf(Words::tr("Tier %1, %2").arg(tier).arg(row.title), cell);
    return cell.before.isEmpty() ? Words::tr("Tier %1: %2 added (%3)").arg(QString::number(tier), row.title, cell.after)
                                 : Words::tr("Tier %1: %2 removed (was %3)").arg(QString::number(tier), row.title, cell.before);
}

class Sentences {
public:
    Sentences(const RevisionContent &before, const RevisionContent &after)
        : m_before(before), m_after(after), m_difference(compareRevisions(before, after))
    {
    }

    QList<ChangeSentence> take()
    {
        for (const DifferenceRow &row : std::as_const(m_difference.rows)) {
            if (row.computed && row.key != "level"_L1)
                continue;
            if (row.group == Group::Tiers && !m_tiersTold)
                tellTiers();
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                tell(row, int(i));
        }
        return m_sentences;
    }

private:
    [[nodiscard]] bool isInBoth(int tier) const { return tier < qMin(m_difference.tiersBefore, m_difference.tiersAfter); }

    /// The notes of an incentive that came or went say nothing on their own.
    [[nodiscard]] bool isTold(const DifferenceCell &cell) const
    {
        return cell.path.endsWith(".notes"_L1) && m_cameOrWent.contains(cell.path.chopped(qsizetype(qstrlen(".notes"))));
    }

    void tell(const DifferenceRow &row, int index)
    {
        const DifferenceCell cell = forSentence(row.cells.at(index));
        if (!cell.changed || (row.perTier && !isInBoth(index)) || cell.path == "tiers"_L1 || isTold(cell))
            return;
        if (cell.path.endsWith(".value"_L1) && (cell.before.isEmpty() || cell.after.isEmpty()))
            m_cameOrWent.append(cell.path.chopped(qsizetype(qstrlen(".value"))));
        const QString text = row.group == Group::Incentives ? incentiveSentence(row, index + 1, cell)
            : row.perTier                                   ? changeOf(Words::tr("Tier %1, %2").arg(index + 1).arg(titleOf(row)), cell)
                                                            : changeOf(row.title, cell);
        m_sentences.append({text, cell.direction, cell.path, false});
    }

    void tellTiers()
    {
        m_tiersTold = true;
        for (int tier = 0; tier < qMax(m_difference.tiersBefore, m_difference.tiersAfter); ++tier) {
            if (isInBoth(tier))
                continue;
            const bool isNew = tier < m_difference.tiersAfter;
            const Tier &which = (isNew ? m_after : m_before).content.tiers.at(tier);
            const QString pattern = isNew ? Words::tr("Tier %1 added: %2 at %3") : Words::tr("Tier %1 removed (was %2 at %3)");
            m_sentences.append({pattern.arg(QString::number(tier + 1), formatMoney(which.annualRevenue), formatPercent(which.grossMargin)),
                                Direction::None, u"tiers[%1]"_s.arg(tier), false});
        }
    }

    const RevisionContent &m_before;
    const RevisionContent &m_after;
    RevisionDifference m_difference;
    QList<ChangeSentence> m_sentences;
    QStringList m_cameOrWent; ///< incentives, by path
    bool m_tiersTold = false;
};

bool isDecision(const ApprovalRow &approval)
{
    return approval.status == ApprovalStatus::Approved || approval.status == ApprovalStatus::RevisionRequested
        || approval.status == ApprovalStatus::Rejected;
}

const ApprovalRow *lastDecision(const DealDetail &deal, Approver approver, int current)
{
    const ApprovalRow *last = nullptr;
    for (const ApprovalRow &approval : deal.approvals) {
        const bool isTheirs = approver ? approval.department == approver : approval.stage == 2;
        if (!isTheirs || !isDecision(approval) || approval.revision >= current)
            continue;
        if (!last || std::pair(last->revision, last->id) < std::pair(approval.revision, approval.id))
            last = &approval;
    }
    return last;
}

const RevisionRow *revisionOf(const DealDetail &deal, int number)
{
    const auto found = std::find_if(deal.revisions.cbegin(), deal.revisions.cend(),
                                    [number](const RevisionRow &row) { return row.number == number; });
    return found == deal.revisions.cend() ? nullptr : &*found;
}

QString headlineOf(const ApprovalRow &approval)
{
    const QString who = approval.department ? label(*approval.department) : approval.levelName;
    const QString when = Words::tr("%1, %2").arg(approval.completedByName, formatInstant(approval.completedAt));
    const QString pattern = approval.status == ApprovalStatus::Approved ? Words::tr("Since %1 approved revision %2 (%3)")
        : approval.status == ApprovalStatus::Rejected                   ? Words::tr("Since %1 rejected revision %2 (%3)")
                                                                        : Words::tr("Since %1 asked for changes to revision %2 (%3)");
    return pattern.arg(who, QString::number(approval.decidedRevision), when);
}

/// A tier as a whole counts where anything in it does.
void markScope(QList<ChangeSentence> &changes, const QList<ScopeFact> &facts)
{
    for (ChangeSentence &change : changes) {
        change.inScope = std::any_of(facts.cbegin(), facts.cend(), [&change](const ScopeFact &fact) {
            return fact.path == change.path || fact.path.startsWith(change.path + u'.');
        });
    }
    std::stable_partition(changes.begin(), changes.end(), [](const ChangeSentence &change) { return change.inScope; });
}

} // namespace

QList<ChangeSentence> changeSentences(const RevisionContent &before, const RevisionContent &after)
{
    return Sentences(before, after).take();
}

std::optional<SinceDecision> sinceLastDecision(const DealDetail &deal, Approver approver, const RoutingPolicy &policy)
{
    if (deal.revisions.isEmpty())
        return std::nullopt;
    const auto newest = std::max_element(deal.revisions.cbegin(), deal.revisions.cend(),
                                         [](const RevisionRow &a, const RevisionRow &b) { return a.number < b.number; });
    const ApprovalRow *decision = lastDecision(deal, approver, newest->number);
    const RevisionRow *decided = decision ? revisionOf(deal, decision->decidedRevision) : nullptr;
    if (!decided || decision->imported)
        return std::nullopt;
    SinceDecision since{decision->id, decided->number, headlineOf(*decision), contentOf(*decided, policy), contentOf(*newest, policy), {}};
    since.changes = changeSentences(since.before, since.after);
    markScope(since.changes,
              scopeFacts(approver, decided->content, decided->plan, policy) + scopeFacts(approver, newest->content, newest->plan, policy));
    return since;
}

} // namespace dealdesk
