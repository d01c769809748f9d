#pragma once

#include "domain/deal_draft.h"

#include <QStringList>

namespace dealdesk::test {

/// A submission, who decides on it, and what must become of it. People are named by what they decide as: a department, or a level.
struct ReapprovalRound {
    DealDraft draft;
    QStringList asked;       ///< "finance", "vp": with a task of their own, for the first time or again
    QStringList carried;     ///< their approval stands
    QStringList notRequired; ///< "creative", "vp"
    QStringList approving;   ///< in this order, before the owner takes the deal back
    QString requesting;      ///< requests a revision after those
    QString newOwner;        ///< becomes the deal's owner before the next round
};

struct ReapprovalCase {
    const char *name;
    QList<ReapprovalRound> rounds;
};

namespace reapproval {

inline Incentive incentive(const char *category, const char *subCategory, const char *option, qint64 dollars, const QString &notes = {})
{
    return {QString::fromLatin1(category), QString::fromLatin1(subCategory), QString::fromLatin1(option), Money::fromDollars(dollars),
            notes};
}

/// golden-cases.md: tiers 1 and 2, a Financial incentive of 8,000 on tier 1, a Product & Innovation incentive on tier 2; the highest
/// revenue is 480,000; tier 2's margin is 0.32. Its client is a ServicesFixture's.
inline DealDraft firstDraft(qint64 topDollars = 480'000)
{
    DealDraft draft;
    draft.name = QStringLiteral("Golden");
    draft.email = QStringLiteral("trader@example.com");
    draft.region = Region::Northeast;
    draft.advertiserName = QStringLiteral("Northwind Outdoor");
    draft.businessSummary = QStringLiteral("As it was");
    draft.growthAmbition = Money::fromDollars(1'000'000);
    draft.termStart = QDate(2026, 1, 1);
    draft.termEnd = QDate(2026, 12, 31);
    draft.tiers = {Tier{Money::fromDollars(240'000), kDefaultMargin, {incentive("Financial", "Discounts", "Volume Discount", 8'000)}},
                   Tier{Money::fromDollars(topDollars),
                        Ratio::fromMillionths(320'000),
                        {incentive("Product & Innovation", "Product Features", "Beta Access", 5'000, QStringLiteral("Two places"))}}};
    return draft;
}

template<typename Edit>
DealDraft edited(Edit edit, DealDraft draft = firstDraft())
{
    edit(draft);
    return draft;
}

inline DealDraft withMargin(qint64 millionths)
{
    return edited([millionths](DealDraft &d) { d.tiers[1].grossMargin = Ratio::fromMillionths(millionths); });
}

inline QStringList list(const char *names)
{
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

/// Revision 1, approved by everybody.
inline ReapprovalRound approvedByAll(const DealDraft &draft = firstDraft(), const char *level = "vp")
{
    const QStringList everybody = list("trading finance creative") + list(level);
    return {draft, everybody, {}, {}, everybody, {}, {}};
}

inline ReapprovalRound again(const DealDraft &draft, const char *asked, const char *carried, const char *notRequired = "")
{
    return {draft, list(asked), list(carried), list(notRequired), {}, {}, {}};
}

inline ReapprovalCase oneEdit(const char *name, const DealDraft &draft, const char *asked, const char *carried,
                              const char *notRequired = "")
{
    return {name, {approvedByAll(), again(draft, asked, carried, notRequired)}};
}

inline ReapprovalCase marginApprovedBetween()
{
    ReapprovalRound second = again(withMargin(315'000), "trading finance vp", "creative");
    second.approving = list("trading finance vp");
    return {"0.32 > 0.315 approved > 0.316", {approvedByAll(), second, again(withMargin(316'000), "", "trading finance creative vp")}};
}

inline ReapprovalCase marginNeverApproved()
{
    QList<ReapprovalRound> rounds = {approvedByAll()};
    for (const qint64 margin : {319'000, 318'000, 317'000})
        rounds += again(withMargin(margin), "trading finance vp", "creative");
    // what was asked for at 0.317 is not asked for at what was approved
    rounds += again(withMargin(320'000), "", "trading finance creative vp");
    return {"0.32 > 0.319 > 0.318 > 0.317, never approved", rounds};
}

inline ReapprovalCase financeRequested()
{
    ReapprovalRound first = approvedByAll();
    first.approving = list("trading creative");
    first.requesting = QStringLiteral("finance");
    ReapprovalRound second = again(edited([](DealDraft &d) { d.tiers[1].incentives[0].notes = QStringLiteral("Three places"); }),
                                   "finance creative vp", "trading");
    second.approving = list("finance creative vp");
    return {"finance had requested, a creative field is edited", {first, second}};
}

inline ReapprovalCase approverBecameOwner()
{
    ReapprovalRound first = approvedByAll();
    first.newOwner = QStringLiteral("trading");
    return {"an approver became the owner", {first, again(firstDraft(), "trading", "finance creative vp")}};
}

} // namespace reapproval

/// Smart re-approval of golden-cases.md, row by row.
inline QList<ReapprovalCase> goldenReapprovals()
{
    using namespace reapproval;
    const auto everything = "trading finance creative vp";
    const auto productInstead = [](DealDraft &d) {
        d.tiers[1].incentives = {incentive("Technology", "Infrastructure", "Technical Support", 5'000, QStringLiteral("Two places"))};
    };
    return {
        oneEdit("business summary, e-mail", edited([](DealDraft &d) {
                    d.businessSummary = QStringLiteral("Reworded");
                    d.email = QStringLiteral("other@example.com");
                }),
                "", everything),
        oneEdit("margin 0.32 > 0.33", withMargin(330'000), "", everything),
        oneEdit("margin 0.32 > 0.319", withMargin(319'000), "trading finance vp", "creative"),
        marginApprovedBetween(),
        marginNeverApproved(),
        oneEdit("Financial 8,000 > 7,500", edited([](DealDraft &d) { d.tiers[0].incentives[0].value = Money::fromDollars(7'500); }), "",
                everything),
        oneEdit("notes reworded", edited([](DealDraft &d) { d.tiers[1].incentives[0].notes = QStringLiteral("Three places"); }), "creative",
                "trading finance vp"),
        oneEdit("Marketing & L&D added", edited([](DealDraft &d) {
                    d.tiers[1].incentives += incentive("Marketing & L&D", "Marketing Support", "PR Support", 1'000);
                }),
                "marketing finance vp", "trading creative"),
        oneEdit("revenue 480,000 > 520,000", firstDraft(520'000), "svp", "trading finance creative", "vp"),
        {"revenue 520,000 > 480,000",
         {approvedByAll(firstDraft(520'000), "svp"), again(firstDraft(480'000), "trading finance vp", "creative")}},
        oneEdit("tier 3 added", edited([](DealDraft &d) {
                    d.tiers += Tier{Money::fromDollars(490'000), kDefaultMargin, {}};
                }),
                "trading finance vp", "creative"),
        oneEdit("advertiser changed", edited([](DealDraft &d) { d.advertiserName = QStringLiteral("Fabrikam Foods"); }), everything, ""),
        financeRequested(),
        oneEdit("Product & Innovation becomes Technology", edited(productInstead), "product", "trading finance vp", "creative"),
        approverBecameOwner()};
}

} // namespace dealdesk::test
