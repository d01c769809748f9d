#include "sample_drafts.h"

#include "domain/draft_diff.h"
#include "domain/draft_merge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

Money dollars(qint64 amount)
{
    return Money::fromDollars(amount);
}

QList<qint64> revenuesOf(const DealDraft &draft)
{
    QList<qint64> revenues;
    for (const Tier &tier : draft.tiers)
        revenues.append(tier.annualRevenue ? tier.annualRevenue->cents() / 100 : 0);
    return revenues;
}

} // namespace

class TestDraftMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatOnlyOneSideChanged();
    void asksWhereBothChangedOneField();
    void agreesWhereBothWroteTheSame();
    void mergesTiersAddedAndRemoved();
    void asksAboutATierThatOneRemovedAndOneChanged();
    void followsTiersThatMoved();
    void pairsTiersThatBothAdded();
    void mergesIncentivesByWhatTheySay();
    void keepsCatalogNamesTogether();
    void saysWhereMyPlacesWent();
    void countsTypedTextAsChanged();
    void isNeutralForRandomDrafts();
};

void TestDraftMerge::takesWhatOnlyOneSideChanged()
{
    const DealDraft original = completeDraft();
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.name = u"Autumn"_s;
    mine.tiers[0].annualRevenue = dollars(250'000);
    theirs.clientAsks = u"Weekly calls"_s;
    theirs.region = Region::South;
    theirs.tiers[1].grossMargin = Ratio::fromPercent(31);
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.merged.name, u"Autumn"_s);
    QCOMPARE(merge.merged.clientAsks, u"Weekly calls"_s);
    QCOMPARE(merge.merged.region, std::optional(Region::South));
    QCOMPARE(merge.merged.tiers[0].annualRevenue, std::optional(dollars(250'000)));
    QCOMPARE(merge.merged.tiers[1].grossMargin, std::optional(Ratio::fromPercent(31)));
    QCOMPARE(differences(mine, merge.merged).size(), 3);
}

void TestDraftMerge::asksWhereBothChangedOneField()
{
    const DealDraft original = completeDraft();
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.name = u"Mine"_s;
    theirs.name = u"Theirs"_s;
    mine.tiers[1].annualRevenue = dollars(490'000);
    theirs.tiers[1].annualRevenue = dollars(500'000);
    theirs.email = u"new@example.com"_s;
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QCOMPARE(merge.conflicts,
             (QList<FieldConflict>{{{Field::Name}, original.name, u"Mine"_s, u"Theirs"_s},
                                   {{Field::Revenue, 1}, u"480000.00"_s, u"490000.00"_s, u"500000.00"_s}}));
    QCOMPARE(merge.merged.name, u"Mine"_s);
    QCOMPARE(merge.merged.email, u"new@example.com"_s);
    const DraftMerge chosen = mergeDrafts(original, mine, theirs, {MergeSide::Theirs, MergeSide::Original});
    QCOMPARE(chosen.conflicts, merge.conflicts);
    QCOMPARE(chosen.merged.name, u"Theirs"_s);
    QCOMPARE(chosen.merged.tiers[1].annualRevenue, original.tiers[1].annualRevenue);
}

void TestDraftMerge::agreesWhereBothWroteTheSame()
{
    const DealDraft original = completeDraft();
    DealDraft mine = original;
    mine.name = u"Same"_s;
    mine.tiers.removeLast();
    mine.termEnd = mine.termEnd.addYears(1);
    const DraftMerge merge = mergeDrafts(original, mine, mine);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.merged, mine);
}

void TestDraftMerge::mergesTiersAddedAndRemoved()
{
    const DealDraft original = draftWithRevenues({100, 200, 300});
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.tiers.removeFirst();                                    // 200, 300
    mine.tiers[1].annualRevenue = dollars(310);                  // 200, 310
    theirs.tiers.append(Tier{dollars(400), kDefaultMargin, {}}); // 100, 200, 300, 400
    theirs.tiers[1].grossMargin = Ratio::fromPercent(20);
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(revenuesOf(merge.merged), (QList<qint64>{200, 310, 400}));
    QCOMPARE(merge.merged.tiers[0].grossMargin, std::optional(Ratio::fromPercent(20)));
}

void TestDraftMerge::asksAboutATierThatOneRemovedAndOneChanged()
{
    const DealDraft original = draftWithRevenues({100, 200});
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.tiers.removeLast();
    theirs.tiers[1].grossMargin = Ratio::fromPercent(20);
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QCOMPARE(merge.conflicts, (QList<FieldConflict>{{{Field::Tiers, 1}, u"200.00"_s, {}, u"200.00"_s}}));
    QCOMPARE(revenuesOf(merge.merged), (QList<qint64>{100}));
    QCOMPARE(mergeDrafts(original, mine, theirs, {MergeSide::Theirs}).merged.tiers.value(1), theirs.tiers[1]);
    QCOMPARE(mergeDrafts(original, mine, theirs, {MergeSide::Original}).merged.tiers.value(1), original.tiers[1]);
    // the same seen from the other side
    const DraftMerge turned = mergeDrafts(original, theirs, mine);
    QCOMPARE(turned.conflicts.size(), 1);
    QCOMPARE(turned.merged, theirs);
}

void TestDraftMerge::followsTiersThatMoved()
{
    DealDraft original = draftWithRevenues({100, 200, 300});
    DealDraft mine = original;
    DealDraft theirs = original;
    theirs.tiers.move(2, 0); // 300, 100, 200
    mine.tiers[2].grossMargin = Ratio::fromPercent(20);
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(revenuesOf(merge.merged), (QList<qint64>{300, 100, 200}));
    QCOMPARE(merge.merged.tiers[0].grossMargin, std::optional(Ratio::fromPercent(20)));
    QCOMPARE(merge.tierOfMine, (QList<int>{1, 2, 0}));
}

void TestDraftMerge::pairsTiersThatBothAdded()
{
    const DealDraft original = draftWithRevenues({100});
    const DealDraft mine = draftWithRevenues({100, 200});
    const DealDraft theirs = draftWithRevenues({100, 250});
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QCOMPARE(merge.conflicts, (QList<FieldConflict>{{{Field::Revenue, 1}, {}, u"200.00"_s, u"250.00"_s}}));
    QCOMPARE(revenuesOf(merge.merged), (QList<qint64>{100, 200}));
}

void TestDraftMerge::mergesIncentivesByWhatTheySay()
{
    DealDraft original = draftWithRevenues({100});
    original.tiers[0].incentives = {incentiveOf(u"Financial"_s, dollars(10)), incentiveOf(u"Resources"_s, dollars(20))};
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.tiers[0].incentives[1].value = dollars(25);
    theirs.tiers[0].incentives.removeFirst();
    theirs.tiers[0].incentives.append(incentiveOf(u"Discounts"_s, dollars(30)));
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QVERIFY(merge.conflicts.isEmpty());
    const QList<Incentive> incentives = merge.merged.tiers[0].incentives;
    QCOMPARE(incentives.size(), 2);
    QCOMPARE(incentives[0].category, u"Resources"_s);
    QCOMPARE(incentives[0].value, std::optional(dollars(25)));
    QCOMPARE(incentives[1].category, u"Discounts"_s);
}

void TestDraftMerge::keepsCatalogNamesTogether()
{
    DealDraft original = draftWithRevenues({100});
    original.tiers[0].incentives = {{u"Financial"_s, u"Discounts"_s, u"Early payment"_s, dollars(10), {}}};
    DealDraft mine = original;
    DealDraft theirs = original;
    mine.tiers[0].incentives[0] = {u"Resources"_s, u"People"_s, u"Analyst"_s, dollars(10), {}};
    theirs.tiers[0].incentives[0].option = u"Added value"_s;
    const DraftMerge merge = mergeDrafts(original, mine, theirs);
    QCOMPARE(merge.conflicts, (QList<FieldConflict>{{{Field::IncentiveOption, 0, 0}, u"Early payment"_s, u"Analyst"_s, u"Added value"_s}}));
    QCOMPARE(mergeDrafts(original, mine, theirs, {MergeSide::Theirs}).merged.tiers[0].incentives[0], theirs.tiers[0].incentives[0]);
}

void TestDraftMerge::saysWhereMyPlacesWent()
{
    DealDraft original = draftWithRevenues({100, 200});
    original.tiers[1].incentives = {incentiveOf(u"Financial"_s), incentiveOf(u"Resources"_s)};
    DealDraft theirs = original;
    theirs.tiers.removeFirst();
    theirs.tiers[0].incentives.removeFirst();
    const DraftMerge merge = mergeDrafts(original, original, theirs);
    QCOMPARE(merge.merged, theirs);
    QVERIFY(!merge.placeOf({Field::Revenue, 0}));
    QCOMPARE(merge.placeOf({Field::Revenue, 1}), std::optional(FieldPath{Field::Revenue, 0}));
    QVERIFY(!merge.placeOf({Field::IncentiveValue, 1, 0}));
    QCOMPARE(merge.placeOf({Field::IncentiveValue, 1, 1}), std::optional(FieldPath{Field::IncentiveValue, 0, 0}));
    QCOMPARE(merge.placeOf({Field::Name}), std::optional(FieldPath{Field::Name}));
}

void TestDraftMerge::countsTypedTextAsChanged()
{
    const DealDraft original = draftWithRevenues({100});
    DealDraft mine = original;
    mine.tiers[0].annualRevenue.reset(); // "12o" cannot be read
    DealDraft theirs = original;
    theirs.tiers[0].annualRevenue = dollars(150);
    QCOMPARE(mergeDrafts(original, mine, theirs, {}, {{Field::Revenue, 0}}).conflicts.size(), 1);
    theirs.tiers[0].annualRevenue.reset();
    QCOMPARE(mergeDrafts(original, mine, theirs, {}, {{Field::Revenue, 0}}).conflicts.size(), 1);
    QCOMPARE(mergeDrafts(original, mine, original, {}, {{Field::Revenue, 0}}).conflicts.size(), 0);
}

/// Whoever changed nothing gets the other one's draft; equal sides never conflict; what was chosen changes no other conflict.
void TestDraftMerge::isNeutralForRandomDrafts()
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 500; ++round) {
        const DealDraft original = randomDraft(random);
        const DealDraft mine = randomDraft(random);
        const DealDraft theirs = randomDraft(random);
        QCOMPARE(mergeDrafts(original, mine, original).merged, mine);
        QVERIFY(mergeDrafts(original, mine, original).conflicts.isEmpty());
        QCOMPARE(mergeDrafts(original, original, theirs).merged, theirs);
        QVERIFY(mergeDrafts(original, original, theirs).conflicts.isEmpty());
        QVERIFY(mergeDrafts(original, mine, mine).conflicts.isEmpty());
        const DraftMerge merge = mergeDrafts(original, mine, theirs);
        const QList<MergeSide> allTheirs(merge.conflicts.size(), MergeSide::Theirs);
        QCOMPARE(mergeDrafts(original, mine, theirs, allTheirs).conflicts, merge.conflicts);
    }
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestDraftMerge)
#include "tst_draft_merge.moc"
