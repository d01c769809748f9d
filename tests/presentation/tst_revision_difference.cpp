#include "domain/default_policy.h"
#include "presentation/revisions/revision_difference_model.h"
#include "presentation/revisions/since_decision.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

using Direction = DifferenceCell::Direction;
using Model = RevisionDifferenceModel;

RevisionContent sideOf(const DealDraft &draft)
{
    return {draft, planRouting(draft, defaultPolicy()), {}};
}

QStringList sentencesOf(const DealDraft &before, const DealDraft &after)
{
    QStringList texts;
    const auto sentences = changeSentences(sideOf(before), sideOf(after));
    for (const ChangeSentence &sentence : sentences)
        texts.append(sentence.text);
    return texts;
}

QModelIndex cellOf(const Model &model, const QString &path)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 1; column < model.columnCount(); ++column) {
            if (model.index(row, column).data(Model::PathRole).toString() == path)
                return model.index(row, column);
        }
    }
    return {};
}

DealDraft worsened(DealDraft draft)
{
    draft.region = Region::Midwest;
    draft.tiers[1].grossMargin = Ratio::fromPercent(30);
    draft.tiers[0].incentives[0].value = Money::fromDollars(1'000);
    return draft;
}

} // namespace

class TestRevisionDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { m_draft = ServicesFixture::completeDraft(); }

    void equalContentsDifferInNothing()
    {
        QCOMPARE(compareRevisions(sideOf(m_draft), sideOf(m_draft)).changeCount(), 0);
        QVERIFY(sentencesOf(m_draft, m_draft).isEmpty());
    }

    void eachFieldIsACell()
    {
        const DealDraft after = worsened(m_draft);
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setSides(sideOf(m_draft), sideOf(after));
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.difference().changeCount(), 3);
        const QModelIndex margin = cellOf(model, u"tiers[1].margin"_s);
        QVERIFY(margin.data(Model::ChangedRole).toBool());
        QCOMPARE(margin.data().toString(), u"32 % → 30 % (worse)"_s);
        QCOMPARE(margin.data(Qt::AccessibleTextRole).toString(), u"Gross margin, tier 2: changed from 32 % to 30 %, worse"_s);
        QCOMPARE(margin.column(), 2);
        QVERIFY(!cellOf(model, u"tiers[0].margin"_s).data(Model::ChangedRole).toBool());
        QVERIFY(cellOf(model, u"region"_s).data(Model::SpanRole).toBool());
    }

    void justTheChangesAndTheirHeadings()
    {
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setSides(sideOf(m_draft), sideOf(worsened(m_draft)));
        const int all = model.rowCount();
        model.setFilter(Model::Filter::Changes);
        QVERIFY(model.rowCount() < all);
        QVERIFY(model.index(0, 0).data(Model::HeadingRole).toBool());
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.index(row, 0).data(Model::HeadingRole).toBool() || model.index(row, 0).data(Model::ChangedRole).toBool());
        QVERIFY(!cellOf(model, u"priority"_s).isValid());
        model.setFilter(Model::Filter::Everything);
        QCOMPARE(model.rowCount(), all);
    }

    void marginsThatReadTheSameAreToldApart()
    {
        DealDraft after = m_draft;
        after.tiers[0].grossMargin = Ratio::fromMillionths(m_draft.tiers[0].grossMargin->millionths() - 1);
        const QStringList sentences = sentencesOf(m_draft, after);
        QCOMPARE(sentences.size(), 1);
        QVERIFY2(sentences.first().contains(u"34.9999"_s), qPrintable(sentences.first()));
    }

    void whatIsBetterHasADirection()
    {
        DealDraft after = m_draft;
        after.tiers[0].annualRevenue = *after.tiers[0].annualRevenue + Money::fromDollars(5'000);
        after.tiers[0].incentives[0].value = *after.tiers[0].incentives[0].value - Money::fromDollars(100);
        const auto sentences = changeSentences(sideOf(m_draft), sideOf(after));
        QCOMPARE(sentences.size(), 2);
        QCOMPARE(sentences.at(0).direction, Direction::Better);
        QCOMPARE(sentences.at(1).direction, Direction::Better);
    }

    void movingAnIncentiveIsNoChange()
    {
        DealDraft before = m_draft;
        Incentive second = before.tiers[0].incentives[0];
        second.option = u"Another option"_s;
        before.tiers[0].incentives.append(second);
        DealDraft after = before;
        after.tiers[0].incentives.swapItemsAt(0, 1);
        QVERIFY(sentencesOf(before, after).isEmpty());
    }

    void equalIncentivesAreOneForOne()
    {
        DealDraft before = m_draft;
        before.tiers[0].incentives.append(before.tiers[0].incentives[0]);
        DealDraft after = before;
        after.tiers[0].incentives[1].value = Money::fromDollars(77);
        const QStringList sentences = sentencesOf(before, after);
        QCOMPARE(sentences.size(), 1);
        QVERIFY2(sentences.first().endsWith(u"8,000 → 77 USD (better)"_s), qPrintable(sentences.first()));
    }

    void anotherOptionIsOneLessAndOneMore()
    {
        DealDraft after = m_draft;
        const QString old = after.tiers[0].incentives[0].option;
        after.tiers[0].incentives[0].option = u"Early payment"_s;
        const QStringList sentences = sentencesOf(m_draft, after);
        QCOMPARE(sentences.size(), 2);
        QVERIFY2(sentences.at(0).startsWith(u"Tier 1: Early payment added"_s), qPrintable(sentences.at(0)));
        QVERIFY2(sentences.at(1).startsWith(u"Tier 1: %1 removed"_s.arg(old)), qPrintable(sentences.at(1)));
    }

    void aTierThatComesIsOneSentenceAndAColumn()
    {
        DealDraft after = m_draft;
        Tier third = after.tiers.constLast();
        third.annualRevenue = Money::fromDollars(900'000);
        after.tiers.append(third);
        const QStringList sentences = sentencesOf(m_draft, after);
        QVERIFY2(sentences.contains(u"Tier 3 added: 900,000 USD at 32 %"_s), qPrintable(sentences.join(u'\n')));
        Model model;
        model.setSides(sideOf(m_draft), sideOf(after));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Tier 3 (new)"_s);
        model.setSides(sideOf(after), sideOf(m_draft));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Tier 3 (removed)"_s);
    }

    void longTextsAreNotQuoted()
    {
        DealDraft after = m_draft;
        after.businessSummary = QString(200, u'x');
        QCOMPARE(sentencesOf(m_draft, after).size(), 1);
        QVERIFY(!sentencesOf(m_draft, after).first().contains(u"xxx"_s));
    }

    void copiesAsATable()
    {
        Model model;
        model.setSides(sideOf(m_draft), sideOf(worsened(m_draft)));
        model.setFilter(Model::Filter::Changes);
        const QStringList lines = model.copyText().split(u'\n');
        QCOMPARE(lines.first(), u"Field\tTier 1\tTier 2"_s);
        QVERIFY2(lines.contains(u"Gross margin\t35 %\t32 % → 30 % (worse)"_s), qPrintable(lines.join(u'\n')));
        const QModelIndex region = cellOf(model, u"region"_s);
        QCOMPARE(model.copyText({region}).split(u'\n').size(), 2);
    }

    void scopeIsMarkedAndFiltered()
    {
        Model model;
        model.setSides(sideOf(m_draft), sideOf(m_draft));
        model.setScope({u"tiers[0].margin"_s, u"region"_s});
        QVERIFY(cellOf(model, u"region"_s).data(Model::ScopeRole).toBool());
        QVERIFY(!cellOf(model, u"tiers[1].margin"_s).data(Model::ScopeRole).toBool());
        model.setFilter(Model::Filter::Scope);
        QCOMPARE(model.rowCount(), 4); // two headings, two rows
    }

    void sinceTheLastDecision()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit(m_draft);
        DealService deals(fixture.seller());
        QVERIFY(!sinceLastDecision(awaitValue(deals.detail(deal.id)), Department::Finance, defaultPolicy()));
        const InboxTask task = fixture.taskOf(u"finance"_s, deal.id);
        awaitValue(ApprovalService(fixture.reviewer(Department::Finance))
                       .decide({*task.approval, deal.id, task.version, DecisionKind::RequestRevision, {}, u"Too little margin"_s, {}}));
        const DealDetail asked = awaitValue(deals.detail(deal.id));
        QVERIFY(!sinceLastDecision(asked, Department::Finance, defaultPolicy())); // no newer revision yet
        const DealDraft after = worsened(m_draft);
        awaitValue(deals.resubmit(deal.id, asked.version, after, fixture.planFor(after)));
        const auto since = sinceLastDecision(awaitValue(deals.detail(deal.id)), Department::Finance, defaultPolicy());
        QVERIFY(since);
        QCOMPARE(since->revision, 1);
        QVERIFY2(since->headline.startsWith(u"Since Finance asked for changes to revision 1"_s), qPrintable(since->headline));
        QCOMPARE(since->changes.size(), 3);
        QVERIFY(since->changes.at(0).inScope && since->changes.at(1).inScope); // margin and incentive
        QVERIFY(!since->changes.at(2).inScope);                                // the region is not finance's
        QCOMPARE(since->changes.at(2).path, u"region"_s);
        QCOMPARE(since->before.content, m_draft);
        QVERIFY(!sinceLastDecision(awaitValue(deals.detail(deal.id)), Department::Trading, defaultPolicy()));
        QVERIFY(!sinceLastDecision(awaitValue(deals.detail(deal.id)), {}, defaultPolicy()));
    }

private:
    DealDraft m_draft;
};

QTEST_MAIN(TestRevisionDifference)
#include "tst_revision_difference.moc"
