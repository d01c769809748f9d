#include "presentation/deal_page/approvals_model.h"
#include "presentation/deal_page/change_text.h"
#include "presentation/deal_page/deal_overview.h"
#include "presentation/deal_page/deal_page_model.h"
#include "presentation/deal_page/status_path.h"
#include "presentation/deal_page/tier_figures_model.h"
#include "presentation/history/history_model.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::awaitValue;
using test::ServicesFixture;

namespace {

constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::optional<OfferedAction> offered(const DealPageModel &model, DealAction action)
{
    for (const OfferedAction &candidate : model.actions()) {
        if (candidate.action == action)
            return candidate;
    }
    return std::nullopt;
}

DealState savedDraft(ServicesFixture &fixture, const DealDraft &draft)
{
    return awaitValue(DealService(fixture.seller()).saveDraft({}, {}, DraftType::SubmissionDraft, draft));
}

QString currentStation(const DealDetail &deal)
{
    for (const PathStep &step : statusPathOf(deal)) {
        if (step.state == PathStep::State::Current)
            return step.text;
    }
    return {};
}

} // namespace

#define AWAIT_STATUS(model, wanted) QTRY_VERIFY((model).detail() && (model).detail()->facts.status == (wanted) && !(model).isBusy())

class TestDealPageModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void submitsRecallsAndLoses()
    {
        ServicesFixture fixture;
        const DealState draft = savedDraft(fixture, ServicesFixture::completeDraft());
        DealPageModel model(test::contextFor(fixture, u"seller"_s), draft.id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Draft);
        QCOMPARE(currentStation(*model.detail()), u"Draft"_s);
        QVERIFY(offered(model, DealAction::Submit)->isEnabled());
        QSignalSpy refused(&model, &DealPageModel::refused);
        model.perform(DealAction::Submit);
        QVERIFY(model.isBusy());
        AWAIT_STATUS(model, DealStatus::Submitted);
        QCOMPARE(currentStation(*model.detail()), u"Submitted"_s);
        model.perform(DealAction::Recall, u"Wrong dates"_s);
        AWAIT_STATUS(model, DealStatus::Negotiating);
        QCOMPARE(currentStation(*model.detail()), u"Negotiating"_s);
        model.perform(DealAction::Resubmit);
        AWAIT_STATUS(model, DealStatus::UnderReview);
        QCOMPARE(model.detail()->revisions.size(), 2);
        model.perform(DealAction::MarkLost, u"The client went elsewhere"_s);
        AWAIT_STATUS(model, DealStatus::Lost);
        QCOMPARE(statusPathOf(*model.detail()).last().state, PathStep::State::Current);
        QCOMPARE(refused.count(), 0);
    }

    void saysWhatADraftLacks()
    {
        ServicesFixture fixture;
        DealDraft draft = ServicesFixture::completeDraft();
        draft.region.reset();
        DealPageModel model(test::contextFor(fixture, u"seller"_s), savedDraft(fixture, draft).id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Draft);
        QSignalSpy incomplete(&model, &DealPageModel::incomplete);
        model.perform(DealAction::Submit);
        QCOMPARE(incomplete.count(), 1);
        const auto violations = incomplete.first().first().value<QList<Violation>>();
        QCOMPARE(violations.size(), 1);
        QCOMPARE(violations.first().field.field, Field::Region);
        QVERIFY(!model.isBusy());
    }

    void aStaleActionIsRefusedAndFetchedAgain()
    {
        ServicesFixture fixture;
        const DealState draft = savedDraft(fixture, ServicesFixture::completeDraft());
        DealPageModel model(test::contextFor(fixture, u"seller"_s), draft.id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Draft);
        QSignalSpy refused(&model, &DealPageModel::refused);
        // The other save is written before the page hears of it.
        DealDraft renamed = ServicesFixture::completeDraft(u"Renamed"_s);
        awaitValue(DealService(fixture.seller()).saveDraft(draft.id, draft.version, DraftType::SubmissionDraft, renamed));
        model.perform(DealAction::MarkLost, u"Typed on the old version"_s);
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!refused.first().first().toString().isEmpty());
        QTRY_COMPARE(model.detail()->content.name, u"Renamed"_s);
        QCOMPARE(model.detail()->facts.status, DealStatus::Draft);
    }

    void othersSeeWhyNot()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        DealPageModel model(test::contextFor(fixture, u"seller2"_s), deal.id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Submitted);
        QCOMPARE(offered(model, DealAction::Recall)->hindrance, Hindrance::NotOwner);
        QVERIFY(!offered(model, DealAction::Comment));
        QVERIFY(!model.mayTransfer());
    }

    void reviewsAreClaimedReleasedAndAssigned()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        DealPageModel finance(test::contextFor(fixture, u"finance"_s), deal.id);
        finance.load();
        AWAIT_STATUS(finance, DealStatus::Submitted);
        const auto rowOf = [&finance](Department department) {
            for (const ApprovalRow &row : finance.detail()->approvals) {
                if (row.department == department)
                    return row;
            }
            return ApprovalRow{};
        };
        QCOMPARE(finance.claimHindrance(rowOf(Department::Finance)), ApprovalHindrance::None);
        QCOMPARE(finance.claimHindrance(rowOf(Department::Trading)), ApprovalHindrance::OtherDepartment);
        finance.claim(rowOf(Department::Finance).id);
        QTRY_VERIFY(finance.mayRelease(rowOf(Department::Finance)));
        QTRY_VERIFY(!finance.isBusy());
        finance.release(rowOf(Department::Finance).id);
        QTRY_VERIFY(!finance.mayRelease(rowOf(Department::Finance)));

        DealPageModel admin(test::contextFor(fixture, u"admin"_s), deal.id);
        admin.load();
        AWAIT_STATUS(admin, DealStatus::Submitted);
        const ApprovalRow open = rowOf(Department::Finance);
        QVERIFY(admin.mayAssign(open));
        const auto eligible = admin.eligibleFor(open);
        QCOMPARE(eligible.size(), 1);
        QCOMPARE(eligible.first().username, u"finance"_s);
        admin.assign(open.id, eligible.first().id);
        QTRY_COMPARE(rowOf(Department::Finance).assignee, std::optional(eligible.first().id));
    }

    void adminTransfers()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        DealPageModel model(test::contextFor(fixture, u"admin"_s), deal.id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Submitted);
        const auto owners = model.possibleOwners();
        QCOMPARE(owners.size(), 1);
        model.transfer(owners.first().id);
        QTRY_COMPARE(model.detail()->facts.owner, owners.first().id);
    }

    void revisingLeadsToTheNewDeal()
    {
        ServicesFixture fixture;
        const AppContext context = test::contextFor(fixture, u"seller"_s);
        const DealState deal = fixture.submit();
        DealPageModel model(context, deal.id);
        model.load();
        AWAIT_STATUS(model, DealStatus::Submitted);
        model.perform(DealAction::MarkLost, u"No budget"_s);
        AWAIT_STATUS(model, DealStatus::Lost);
        QSignalSpy opened(context.navigator.get(), &Navigator::dealRequested);
        model.perform(DealAction::Revise, u"The client is back"_s);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(opened.first().first().value<DealId>() != deal.id);
    }

    void approvalsSayWhyAndWhatCameOfIt()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        DealPageModel page(test::contextFor(fixture, u"seller"_s), deal.id);
        ApprovalsModel approvals;
        const QAbstractItemModelTester tester(&approvals, kMode);
        page.load();
        AWAIT_STATUS(page, DealStatus::Submitted);
        approvals.setDeal(*page.detail(), page.policy());
        QVERIFY(approvals.rowCount() >= 2);
        for (int row = 0; row < approvals.rowCount(); ++row)
            QVERIFY(!approvals.index(row, ApprovalsModel::ReasonColumn).data().toString().isEmpty());
        fixture.approveAll(deal.id);
        AWAIT_STATUS(page, DealStatus::Approved);
        approvals.setDeal(*page.detail(), page.policy());
        QCOMPARE(approvals.index(0, ApprovalsModel::StatusColumn).data().toString(), u"Approved"_s);
        const int last = approvals.rowCount() - 1;
        QCOMPARE(approvals.approvalAt(last)->stage, 2);
        QVERIFY(approvals.index(last, ApprovalsModel::ReasonColumn).data().toString().contains(u"480,000"_s));
    }

    void figuresStandBesideLastYear()
    {
        TierFiguresModel figures;
        const QAbstractItemModelTester tester(&figures, kMode);
        const DealDraft draft = ServicesFixture::completeDraft();
        ClientHistory history;
        history.revenue = Money::fromDollars(400'000);
        figures.setDeal(draft, history, Ratio::fromMillionths(3'500'000));
        using Figure = TierFiguresModel::Figure;
        const auto cell = [&figures](Figure figure, int column) { return figures.index(int(figure), column).data().toString(); };
        QCOMPARE(figures.columnCount(), 3);
        QVERIFY(cell(Figure::Revenue, 2).contains(u"480,000"_s));
        QVERIFY(cell(Figure::RevenueGrowth, 2).contains(u"20"_s));
        QCOMPARE(cell(Figure::ProfitGrowth, 2), u"no data"_s);
        QCOMPARE(cell(Figure::Margin, 0), u"no data"_s);
        QCOMPARE(figures.index(int(Figure::RevenueGrowth), 2).data(TierFiguresModel::MeaningRole).toInt(), int(Meaning::Positive));
        DealDraft flat = draft;
        flat.tiers.removeLast();
        figures.setDeal(flat, history, Ratio::fromMillionths(3'500'000));
        QCOMPARE(figures.columnCount(), 2);
        IncentivesModel incentives;
        const QAbstractItemModelTester incentivesTester(&incentives, kMode);
        incentives.setDeal(draft);
        QCOMPARE(incentives.rowCount(), 2);
    }

    void differencesAreWords()
    {
        const DealDraft before = ServicesFixture::completeDraft();
        DealDraft after = before;
        after.tiers[1].grossMargin = Ratio::fromPercent(33);
        after.region = Region::South;
        const QStringList words = changesInWords(before, after);
        QCOMPARE(words.size(), 2);
        QVERIFY(words.first().contains(u"South"_s));
        QVERIFY(words.last().contains(u"Tier 2"_s) && words.last().contains(u"33"_s));
        QCOMPARE(changesInWords(before, before).size(), 1);
    }

    void historyGrowsInFront()
    {
        ServicesFixture fixture;
        const AppContext context = test::contextFor(fixture, u"seller"_s);
        const DealState deal = fixture.submit();
        HistoryModel history(context.session, context.reference);
        const QAbstractItemModelTester tester(&history, kMode);
        HistoryFilter filter;
        filter.deal = deal.id;
        history.setFilter(filter);
        QTRY_COMPARE(history.state(), HistoryModel::State::Ready);
        const int before = history.rowCount();
        QVERIFY(before >= 2);
        const QPersistentModelIndex oldest = history.index(before - 1, 0);
        const QSignalSpy resets(&history, &QAbstractItemModel::modelReset);
        QVERIFY(test::await(DealService(*context.session).comment(deal.id, u"Please hurry"_s, {})));
        QTRY_VERIFY(history.rowCount() > before);
        QCOMPARE(history.index(0, HistoryModel::CommentsColumn).data().toString(), u"Please hurry"_s);
        QCOMPARE(oldest.row(), history.rowCount() - 1);
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDealPageModel)
#include "tst_deal_page_model.moc"
