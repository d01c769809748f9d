#include "presentation/revisions/revision_difference.h"

#include "domain/tier_figures.h"
#include "presentation/revisions/incentive_places.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"
#include "presentation/text/user_input.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RevisionDifference)
};

using Group = DifferenceRow::Group;
using Direction = DifferenceCell::Direction;
enum class Better { Neither, Up, Down };

QString textOf(const QString &text)
{
    return text;
}

QString textOf(QDate day)
{
    return day.isValid() ? formatDate(day) : QString();
}

QString textOf(int count)
{
    return QString::number(count);
}

QString textOf(const std::optional<Money> &amount)
{
    return amount ? formatAmount(*amount) : QString();
}

QString textOf(const std::optional<Ratio> &ratio)
{
    return ratio ? formatPercent(ratio) : QString();
}

template<typename E>
requires std::is_enum_v<E> QString textOf(E value)
{
    return label(value);
}

QString textOf(const std::optional<Region> &region)
{
    return region ? label(*region) : QString();
}

template<typename T>
Direction directionOf(const std::optional<T> &before, const std::optional<T> &after, Better better)
{
    if (better == Better::Neither || !before || !after || *before == *after)
        return Direction::None;
    return (*after > *before) == (better == Better::Up) ? Direction::Better : Direction::Worse;
}

template<typename T>
DifferenceCell cellOf(const QString &path, const T &before, const T &after)
{
    return {path, textOf(before), textOf(after), before != after, Direction::None};
}

DifferenceCell figureOf(const QString &path, const std::optional<Money> &before, const std::optional<Money> &after, Better better)
{
    return {path, textOf(before), textOf(after), before != after, directionOf(before, after, better)};
}

/// With as many decimals as it takes to tell two margins apart.
DifferenceCell figureOf(const QString &path, const std::optional<Ratio> &before, const std::optional<Ratio> &after, Better better)
{
    DifferenceCell cell{path, textOf(before), textOf(after), before != after, directionOf(before, after, better)};
    if (cell.changed && cell.before == cell.after) {
        cell.before = percentForInput(*before);
        cell.after = percentForInput(*after);
    }
    return cell;
}

/// Only the currency where there is an amount.
DifferenceCell withCurrency(DifferenceCell cell)
{
    for (QString *side : {&cell.before, &cell.after}) {
        if (!side->isEmpty())
            *side = Words::tr("%1 USD").arg(*side);
    }
    return cell;
}

std::optional<Ratio> lowestMargin(const DealDraft &draft)
{
    std::optional<Ratio> lowest;
    for (const Tier &tier : draft.tiers) {
        if (tier.grossMargin && (!lowest || *tier.grossMargin < *lowest))
            lowest = tier.grossMargin;
    }
    return lowest;
}

class Comparison {
public:
    Comparison(const RevisionContent &before, const RevisionContent &after) : m_before(before), m_after(after) {}

    RevisionDifference compare()
    {
        m_found.tiersBefore = int(m_before.content.tiers.size());
        m_found.tiersAfter = int(m_after.content.tiers.size());
        compareDeal();
        compareTiers();
        compareIncentives();
        compareApproval();
        compareTexts();
        return std::move(m_found);
    }

private:
    [[nodiscard]] int tierCount() const { return qMax(m_found.tiersBefore, m_found.tiersAfter); }

    void addDeal(Group group, const QString &title, const DifferenceCell &cell, bool computed = false)
    {
        m_found.rows.append({cell.path, group, title, {}, {cell}, false, computed});
    }

    template<typename T>
    void addField(Group group, Field field, T DealDraft::*member)
    {
        addDeal(group, label(field), cellOf(FieldPath{field}.toString(), m_before.content.*member, m_after.content.*member));
    }

    void addClient(Field field, QString DealDraft::*member)
    {
        if (!(m_before.content.*member).isEmpty() || !(m_after.content.*member).isEmpty())
            addField(Group::Deal, field, member);
    }

    void compareDeal()
    {
        addField(Group::Deal, Field::Name, &DealDraft::name);
        addField(Group::Deal, Field::Type, &DealDraft::type);
        addField(Group::Deal, Field::Structure, &DealDraft::structure);
        addField(Group::Deal, Field::Priority, &DealDraft::priority);
        addField(Group::Deal, Field::Channel, &DealDraft::channel);
        addClient(Field::Advertiser, &DealDraft::advertiserName);
        addClient(Field::Agency, &DealDraft::agencyName);
        addField(Group::Deal, Field::Region, &DealDraft::region);
        addDeal(Group::Deal, label(Field::GrowthAmbition),
                withCurrency(
                    cellOf(FieldPath{Field::GrowthAmbition}.toString(), m_before.content.growthAmbition, m_after.content.growthAmbition)));
        addField(Group::Deal, Field::TermStart, &DealDraft::termStart);
        addField(Group::Deal, Field::TermEnd, &DealDraft::termEnd);
        addField(Group::Deal, Field::Email, &DealDraft::email);
        addDeal(Group::Deal, Words::tr("Number of tiers"),
                cellOf(FieldPath{Field::Tiers}.toString(), m_found.tiersBefore, m_found.tiersAfter));
    }

    /// A row with a cell per tier; `valueOf` gives a tier's figure.
    template<typename ValueOf>
    void addFigure(const QString &key, const QString &title, Better better, ValueOf valueOf, bool computed = false)
    {
        DifferenceRow row{u"tiers.%1"_s.arg(key), Group::Tiers, title, {}, {}, true, computed};
        for (int tier = 0; tier < tierCount(); ++tier) {
            using Value = decltype(valueOf(Tier{}));
            const Value before = tier < m_found.tiersBefore ? valueOf(m_before.content.tiers.at(tier)) : Value();
            const Value after = tier < m_found.tiersAfter ? valueOf(m_after.content.tiers.at(tier)) : Value();
            row.cells.append(figureOf(u"tiers[%1].%2"_s.arg(tier).arg(key), before, after, better));
        }
        m_found.rows.append(row);
    }

    void compareTiers()
    {
        addFigure(u"revenue"_s, Words::tr("Annual revenue (USD)"), Better::Up, [](const Tier &tier) { return tier.annualRevenue; });
        addFigure(u"margin"_s, Words::tr("Gross margin"), Better::Up, [](const Tier &tier) { return tier.grossMargin; });
        addFigure(
            u"incentive_total"_s, Words::tr("Total incentive value (USD)"), Better::Down,
            [](const Tier &tier) { return std::optional(tier.incentiveCost()); }, true);
        addFigure(
            u"adjusted_profit"_s, Words::tr("Profit after incentives (USD)"), Better::Up,
            [](const Tier &tier) { return figuresOf(tier, {}, Ratio()).adjustedGrossProfit; }, true);
    }

    void compareIncentives()
    {
        const QList<IncentiveIdentity> identities = identitiesOf(m_before.content, m_after.content);
        for (const IncentiveIdentity &identity : identities)
            addIncentive(identity);
    }

    void addIncentive(const IncentiveIdentity &identity)
    {
        const QString name = identity.number > 1 ? Words::tr("%1 (no. %2)").arg(identity.option).arg(identity.number) : identity.option;
        const QString detail = Words::tr("%1, %2").arg(identity.category, identity.subCategory);
        const QString key = pathOf(-1, identity);
        DifferenceRow values{key, Group::Incentives, name, detail, {}, true, false};
        DifferenceRow notes{key + u".notes"_s, Group::Incentives, Words::tr("%1: notes").arg(name), detail, {}, true, false};
        bool isNoted = false;
        for (int tier = 0; tier < tierCount(); ++tier) {
            const auto before = incentiveAt(m_before.content, tier, identity);
            const auto after = incentiveAt(m_after.content, tier, identity);
            values.cells.append(valueCell(pathOf(tier, identity) + u".value"_s, before, after));
            DifferenceCell note = cellOf(pathOf(tier, identity) + u".notes"_s, before ? before->notes : QString(),
                                         after ? after->notes : QString());
            isNoted = isNoted || !note.before.isEmpty() || !note.after.isEmpty();
            notes.cells.append(note);
        }
        m_found.rows.append(values);
        if (isNoted)
            m_found.rows.append(notes);
    }

    static DifferenceCell valueCell(const QString &path, const std::optional<Incentive> &before, const std::optional<Incentive> &after)
    {
        const auto text = [](const std::optional<Incentive> &incentive) {
            return !incentive ? QString() : incentive->value ? formatAmount(*incentive->value) : Words::tr("no value");
        };
        DifferenceCell cell{path, text(before), text(after), false, Direction::None};
        cell.changed = before.has_value() != after.has_value() || (before && before->value != after->value);
        if (before && after)
            cell.direction = directionOf(before->value, after->value, Better::Down);
        return cell;
    }

    void compareApproval()
    {
        addDeal(Group::Approval, Words::tr("Business level"), cellOf(u"level"_s, m_before.levelName, m_after.levelName), true);
        const auto amount = [](const RevisionContent &side) {
            return side.plan.level.isEmpty() ? std::optional<Money>() : std::optional(side.plan.amount);
        };
        addDeal(Group::Approval, Words::tr("Amount that decides the level"),
                withCurrency(
                    figureOf(u"routing_amount[%1]"_s.arg(codeOf(m_after.plan.basis)), amount(m_before), amount(m_after), Better::Neither)),
                true);
        addDeal(Group::Approval, Words::tr("Lowest margin"),
                figureOf(u"lowest_margin"_s, lowestMargin(m_before.content), lowestMargin(m_after.content), Better::Up), true);
    }

    void compareTexts()
    {
        addField(Group::Texts, Field::BusinessSummary, &DealDraft::businessSummary);
        addField(Group::Texts, Field::ClientAsks, &DealDraft::clientAsks);
        addField(Group::Texts, Field::GrowthOpportunityOwn, &DealDraft::growthOpportunityOwn);
        addField(Group::Texts, Field::GrowthOpportunityClient, &DealDraft::growthOpportunityClient);
    }

    const RevisionContent &m_before;
    const RevisionContent &m_after;
    RevisionDifference m_found;
};

RevisionContent withLevelName(RevisionContent content, const RoutingPolicy &policy)
{
    content.levelName = content.plan.level;
    for (const ApprovalLevel &level : policy.levels) {
        if (level.code == content.plan.level)
            content.levelName = level.displayName;
    }
    return content;
}

} // namespace

RevisionContent contentOf(const RevisionRow &revision, const RoutingPolicy &policy)
{
    return withLevelName({revision.content, revision.plan, {}}, policy);
}

RevisionContent workingDraftOf(const DealDetail &deal, const RoutingPolicy &policy)
{
    return withLevelName({deal.content, planRouting(deal.content, policy), {}}, policy);
}

bool DifferenceRow::changed() const
{
    return std::any_of(cells.cbegin(), cells.cend(), [](const DifferenceCell &cell) { return cell.changed; });
}

int RevisionDifference::changeCount() const
{
    int count = 0;
    for (const DifferenceRow &row : rows) {
        if (!row.computed)
            count += int(std::count_if(row.cells.cbegin(), row.cells.cend(), [](const DifferenceCell &cell) { return cell.changed; }));
    }
    return count;
}

RevisionDifference compareRevisions(const RevisionContent &before, const RevisionContent &after)
{
    return Comparison(before, after).compare();
}

} // namespace dealdesk
