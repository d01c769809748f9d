#include "domain/plain_value.h"
#include "domain/reapproval.h"

#include <QHash>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using Better = ScopeFact::Better;

QString identityOf(const Incentive &incentive)
{
    return incentive.category + u'/' + incentive.subCategory + u'/' + incentive.option;
}

/// The incentives of a tier by the name that they have in paths ("Financial/Rebates/Volume rebate#1"), in that order. The same sort in
/// every database: by the bytes of the notes, not by a locale.
QMap<QString, int> namedIncentives(const Tier &tier)
{
    QMap<QString, QList<int>> equalOnes;
    for (int i = 0; i < tier.incentives.size(); ++i)
        equalOnes[identityOf(tier.incentives.at(i))] += i;
    QMap<QString, int> named;
    for (auto it = equalOnes.begin(); it != equalOnes.end(); ++it) {
        const auto sortKey = [&tier](int i) {
            const Incentive &incentive = tier.incentives.at(i);
            return std::tuple(incentive.value ? incentive.value->cents() : -1, incentive.notes.toUtf8(), i);
        };
        std::sort(it->begin(), it->end(), [&sortKey](int a, int b) { return sortKey(a) < sortKey(b); });
        for (int n = 0; n < it->size(); ++n)
            named.insert(it.key() + u'#' + QString::number(n + 1), it->at(n));
    }
    return named;
}

class Facts {
public:
    Facts(const DealDraft &draft, const RoutingPlan &plan) : m_draft(draft), m_plan(plan) {}

    void addClient()
    {
        add(Field::Channel, plain(m_draft.channel));
        add(Field::Advertiser, m_draft.advertiserName.trimmed());
        add(Field::Agency, m_draft.agencyName.trimmed());
        add(Field::GrowthAmbition, cents(m_draft.growthAmbition));
    }

    void addType() { add(Field::Type, plain(m_draft.type)); }
    void addStructure() { add(Field::Structure, plain(m_draft.structure)); }
    void addRegion() { add(Field::Region, plain(m_draft.region)); }
    void addTierCount() { add(Field::Tiers, QString::number(m_draft.tiers.size())); }

    void addTerm()
    {
        add(Field::TermStart, plain(m_draft.termStart));
        add(Field::TermEnd, plain(m_draft.termEnd));
    }

    void addTierFigures()
    {
        for (int i = 0; i < m_draft.tiers.size(); ++i) {
            const Tier &tier = m_draft.tiers.at(i);
            add(FieldPath{Field::Revenue, i}.toString(), number(tier.annualRevenue), Better::Up);
            add(FieldPath{Field::Margin, i}.toString(), number(tier.grossMargin), Better::Up);
        }
    }

    void addIncentiveTotals()
    {
        for (int i = 0; i < m_draft.tiers.size(); ++i)
            add(u"tiers[%1].incentive_total"_s.arg(i), m_draft.tiers.at(i).incentiveCost().cents(), Better::Down);
    }

    void addAmounts()
    {
        const Better better = m_plan.basis == RoutingBasis::TopIncentiveCost ? Better::Down : Better::Up;
        add(u"routing_amount[%1]"_s.arg(codeOf(m_plan.basis)), m_plan.amount.cents(), better);
        std::optional<qint64> lowest;
        for (const Tier &tier : m_draft.tiers) {
            if (tier.grossMargin)
                lowest = std::min(lowest.value_or(tier.grossMargin->millionths()), tier.grossMargin->millionths());
        }
        add(u"lowest_margin"_s, lowest, Better::Up);
    }

    /// `scope` tells of a category whether its incentives count, and with their notes.
    void addIncentives(auto scope)
    {
        for (int i = 0; i < m_draft.tiers.size(); ++i) {
            const Tier &tier = m_draft.tiers.at(i);
            const QMap<QString, int> named = namedIncentives(tier);
            for (auto it = named.cbegin(); it != named.cend(); ++it) {
                const Incentive &incentive = tier.incentives.at(it.value());
                const auto [counts, withNotes] = scope(incentive.category);
                const QString path = u"tiers[%1].incentives["_s.arg(i) + it.key() + u"]."_s;
                if (counts)
                    add(path + u"value"_s, number(incentive.value), Better::Down);
                if (counts && withNotes)
                    add(path + u"notes"_s, incentive.notes);
            }
        }
    }

    [[nodiscard]] QList<ScopeFact> take() { return std::move(m_facts); }

private:
    static std::optional<qint64> number(std::optional<Money> amount) { return amount ? std::optional(amount->cents()) : std::nullopt; }
    static std::optional<qint64> number(std::optional<Ratio> ratio) { return ratio ? std::optional(ratio->millionths()) : std::nullopt; }
    static QString cents(std::optional<Money> amount) { return amount ? QString::number(amount->cents()) : QString(); }

    void add(Field field, const QString &value) { add(FieldPath{field}.toString(), value); }
    void add(const QString &path, const QString &value) { m_facts += ScopeFact{path, value, std::nullopt, Better::Equal}; }
    void add(const QString &path, std::optional<qint64> value, Better better)
    {
        m_facts += ScopeFact{path, value ? QString::number(*value) : QString(), value, better};
    }

    const DealDraft &m_draft;
    const RoutingPlan &m_plan;
    QList<ScopeFact> m_facts;
};

bool reviews(const ReviewDepartment &department, const QString &category)
{
    return department.incentiveCategories.contains(category);
}

/// Whose incentives of a category are: its departments', everybody's where no active department has it. Finance does not read notes.
auto incentiveScope(Approver approver, const RoutingPolicy &policy)
{
    return [approver, &policy](const QString &category) {
        const auto &all = policy.departments;
        const bool own = std::any_of(all.begin(), all.end(),
                                     [&](const ReviewDepartment &d) { return d.department == approver && reviews(d, category); });
        const bool nobodys = std::none_of(all.begin(), all.end(),
                                          [&](const ReviewDepartment &d) { return d.isActive && reviews(d, category); });
        return std::pair(own || nobodys, nobodys || approver != Department::Finance);
    };
}

void addOwnFigures(Facts &facts, Approver approver)
{
    if (!approver) {
        facts.addAmounts();
        facts.addIncentiveTotals();
        facts.addType();
        facts.addStructure();
        return;
    }
    switch (*approver) {
    case Department::Trading:
        facts.addTierCount();
        facts.addTierFigures();
        facts.addStructure();
        facts.addRegion();
        break;
    case Department::Finance:
        facts.addTierFigures();
        facts.addIncentiveTotals();
        break;
    case Department::Legal:
        facts.addType();
        facts.addStructure();
        facts.addRegion();
        break;
    case Department::Creative:
    case Department::Marketing:
    case Department::Product:
    case Department::Solutions: break;
    }
}

std::optional<FieldPath> fieldOfIncentive(QStringView name, int tier, const DealDraft &draft)
{
    const auto end = name.lastIndexOf(u"].");
    if (end < 0)
        return std::nullopt;
    const auto found = namedIncentives(draft.tiers.at(tier)).value(name.first(end).toString(), -1);
    const bool isNotes = name.sliced(end + 2) == "notes"_L1;
    return found < 0 ? std::nullopt : std::optional(FieldPath{isNotes ? Field::IncentiveNotes : Field::IncentiveValue, tier, found});
}

std::optional<FieldPath> fieldOfAmount(const DealDraft &draft, const QString &path)
{
    RoutingPolicy basis;
    basis.basis = fromCode<RoutingBasis>(path.sliced(path.indexOf(u'[') + 1).chopped(1)).value_or(RoutingBasis::TopTierRevenue);
    const int tier = planRouting(draft, basis).decidingTier - 1;
    return tier < 0 ? std::nullopt
                    : std::optional(FieldPath{basis.basis == RoutingBasis::TopIncentiveCost ? Field::Incentives : Field::Revenue, tier});
}

std::optional<FieldPath> fieldOfLowestMargin(const DealDraft &draft)
{
    const auto margin = [](const Tier &tier) { return tier.grossMargin.value_or(Ratio::fromPercent(1'000)); };
    const auto lowest = std::min_element(draft.tiers.begin(), draft.tiers.end(),
                                         [&margin](const Tier &a, const Tier &b) { return margin(a) < margin(b); });
    return lowest == draft.tiers.end() ? std::nullopt
                                       : std::optional(FieldPath{Field::Margin, static_cast<int>(lowest - draft.tiers.begin())});
}

QList<FactChange> compare(const QList<ScopeFact> &before, const QList<ScopeFact> &after, auto matters)
{
    QHash<QString, ScopeFact> gone;
    for (const ScopeFact &fact : before)
        gone.insert(fact.path, fact);
    QList<FactChange> changes;
    for (const ScopeFact &fact : after) {
        const auto former = gone.constFind(fact.path);
        if (former == gone.cend())
            changes += {fact.path, {}, fact.value};
        else if (former->value != fact.value && matters(*former, fact))
            changes += {fact.path, former->value, fact.value};
        gone.remove(fact.path);
    }
    for (const ScopeFact &fact : before) {
        if (gone.contains(fact.path))
            changes += {fact.path, fact.value, {}};
    }
    return changes;
}

} // namespace

QList<ScopeFact> scopeFacts(Approver approver, const DealDraft &draft, const RoutingPlan &plan, const RoutingPolicy &policy)
{
    Facts facts(draft, plan);
    facts.addClient();
    facts.addTerm();
    addOwnFigures(facts, approver);
    facts.addIncentives(incentiveScope(approver, policy));
    return facts.take();
}

QList<FactChange> worsened(const QList<ScopeFact> &before, const QList<ScopeFact> &after)
{
    return compare(before, after, [](const ScopeFact &former, const ScopeFact &now) {
        const bool comparable = former.number && now.number;
        return !(comparable && now.better == Better::Up && *now.number > *former.number)
            && !(comparable && now.better == Better::Down && *now.number < *former.number);
    });
}

QList<FactChange> changedFacts(const QList<ScopeFact> &before, const QList<ScopeFact> &after)
{
    return compare(before, after, [](const ScopeFact &, const ScopeFact &) { return true; });
}

std::optional<FieldPath> fieldOfFact(const QString &path, const DealDraft &draft)
{
    if (path.startsWith("routing_amount["_L1))
        return fieldOfAmount(draft, path);
    if (path == "lowest_margin"_L1)
        return fieldOfLowestMargin(draft);
    const QString ofTier = path.startsWith("tiers["_L1) ? path.section(u']', 0, 0).sliced(6) : QString();
    const int tier = ofTier.isEmpty() ? -1 : ofTier.toInt();
    if (tier >= draft.tiers.size())
        return std::nullopt;
    if (const QString incentives = u"tiers[%1].incentives["_s.arg(tier); path.startsWith(incentives))
        return fieldOfIncentive(QStringView(path).sliced(incentives.size()), tier, draft);
    if (path.endsWith(".incentive_total"_L1))
        return FieldPath{Field::Incentives, tier};
    return FieldPath::fromString(path);
}

} // namespace dealdesk
