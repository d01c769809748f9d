#include "domain/default_policy.h"
#include "presentation/deal_page/approvals_model.h"
#include "presentation/deal_page/deal_page_model.h"
#include "presentation/deal_page/rescind_rule.h"
#include "presentation/revisions/as_approved.h"
#include "presentation/revisions/revision_choices.h"
#include "presentation/text/approval_text.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

using Model = ApprovalsModel;

ApprovalRow rowOf(const DealDetail &deal, Department department, int revision = 1)
{
    for (const ApprovalRow &row : deal.approvals) {
        if (row.department == department && row.revision == revision)
            return row;
    }
    qFatal("no approval");
}

void decide(ServicesFixture &fixture, const QString &username, DealId deal, DecisionKind kind, const QString &words)
{
    const InboxTask task = fixture.taskOf(username, deal);
    Decision decision{*task.approval, deal, task.version, kind, {}, {}, {}};
    (kind == DecisionKind::Approve ? decision.comments : decision.reason) = words;
    awaitValue(ApprovalService(*fixture.session(username)).decide(decision));
}

DealDetail detailOf(ServicesFixture &fixture, DealId deal)
{
    return awaitValue(DealService(fixture.seller()).detail(deal));
}

DealDetail resubmitted(ServicesFixture &fixture, DealId deal, const DealDraft &draft)
{
    const DealDetail now = detailOf(fixture, deal);
    awaitValue(DealService(fixture.seller()).resubmit(deal, now.version, draft, fixture.planFor(draft)));
    return detailOf(fixture, deal);
}

ApprovalRow decided(ApprovalStatus status)
{
    ApprovalRow row;
    row.department = Department::Finance;
    row.status = status;
    row.completedByName = u"Ben Boss"_s;
    row.completedAt = u"2026-05-12T10:30:00.000Z"_s;
    return row;
}

} // namespace

/// A deal's approvals and revisions, as its page shows them.
class TestDealReviews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whatWasDecidedInWords()
    {
        ApprovalRow row = decided(ApprovalStatus::Approved);
        QVERIFY(decisionText(row).startsWith(u"Approved by Ben Boss, "_s));
        row.onBehalfOfName = u"Ann Away"_s;
        QVERIFY(decisionText(row).startsWith(u"Approved by Ben Boss for Ann Away, "_s));
        row.carriedFrom = ApprovalId(1);
        row.decidedRevision = 2;
        QVERIFY2(decisionText(row).startsWith(u"Approved on revision 2 by Ben Boss for Ann Away, "_s), qPrintable(decisionText(row)));
        QVERIFY(decisionText(row).endsWith(u"; carried forward"_s));
        QCOMPARE(statusText(row), u"Carried forward"_s);
        QCOMPARE(decisionText(decided(ApprovalStatus::NotRequired)), u"Not required for this revision"_s);
    }

    void theClockInWords()
    {
        ApprovalRow row;
        row.createdAt = u"2026-05-11T09:00:00.000Z"_s;
        row.remindAt = u"2026-05-11T14:00:00.000Z"_s;
        row.dueAt = u"2026-05-12T17:00:00.000Z"_s;
        row.escalateAt = u"2026-05-13T17:00:00.000Z"_s;
        const QDateTime now = QDateTime::fromString(u"2026-05-12T09:00:00Z"_s, Qt::ISODate);
        QVERIFY(clockTexts(row, false, now).constLast().startsWith(u"Due "_s));
        row.remindedAt = u"2026-05-11T14:03:00.000Z"_s;
        QVERIFY(clockTexts(row, false, now).constLast().startsWith(u"Reminder: due "_s));
        row.overdue = true;
        row.escalatedAt = u"2026-05-14T08:00:00.000Z"_s;
        row.escalatedTo = u"Dora Default"_s;
        const QStringList late = clockTexts(row, false, now);
        QVERIFY(late.at(1).startsWith(u"Overdue since "_s));
        QVERIFY2(late.constLast().startsWith(u"Escalated to Dora Default: due "_s) && late.constLast().contains(u"noticed"_s),
                 qPrintable(late.constLast()));
        QCOMPARE(statusText(row), u"Escalated"_s);
        QVERIFY(clockTexts(row, true, now).constLast().contains(u"stopped"_s));
        row.status = ApprovalStatus::Approved;
        QVERIFY(clockTexts(row, false, now).isEmpty());
    }

    void revisionsHaveHeadingsTheCurrentOneFirst()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setDeal(detailOf(fixture, deal.id), defaultPolicy());
        QVERIFY(model.approvalAt(0)); // one revision needs no heading
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision, u"Too little"_s);
        model.setDeal(detailOf(fixture, deal.id), defaultPolicy());
        QCOMPARE(model.index(0, Model::DueColumn).data().toString(), u"stopped"_s); // trading's, while the owner has the deal
        DealDraft draft = ServicesFixture::completeDraft();
        draft.tiers[0].grossMargin = Ratio::fromPercent(40);
        model.setDeal(resubmitted(fixture, deal.id, draft), defaultPolicy());
        QVERIFY(!model.approvalAt(0));
        QCOMPARE(model.index(0, 0).data().toString(), u"Revision 2 (current)"_s);
        QCOMPARE(model.approvalAt(1)->revision, 2);
        const int last = model.rowCount() - 1;
        QCOMPARE(model.approvalAt(last)->revision, 1);
        QVERIFY(model.wordsOf(*model.approvalAt(last), QDateTime::currentDateTimeUtc()).join(u'\n').contains(u"Too little"_s));
        const ApprovalRow asked = rowOf(detailOf(fixture, deal.id), Department::Finance, 2);
        const QString open = model.wordsOf(asked, QDateTime::currentDateTimeUtc()).join(u'\n');
        QVERIFY2(open.contains(u"Since Finance asked for changes to revision 1"_s) && open.contains(u"35 % → 40 % (better)"_s),
                 qPrintable(open));
        QVERIFY(model.index(1, Model::AnswerColumn).data().toString().startsWith(u"Waiting since "_s));
    }

    void theWorkingDraftIsTheOwnersOnly()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        const UserId owner = fixture.seller().actor().id;
        QCOMPARE(revisionChoices(detailOf(fixture, deal.id), owner, defaultPolicy()).size(), 1);
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision, u"Too little"_s);
        const DealDetail back = detailOf(fixture, deal.id);
        const auto choices = revisionChoices(back, owner, defaultPolicy());
        QCOMPARE(choices.size(), 2);
        QCOMPARE(choices.constLast().number, 0);
        QCOMPARE(choices.constLast().content.levelName, u"VP"_s);
        QCOMPARE(revisionChoices(back, fixture.admin().actor().id, defaultPolicy()).size(), 1);
        QVERIFY(choices.constFirst().origin.contains(back.submittedByName));
    }

    void asApprovedIsTheRevisionThatWasDecidedOn()
    {
        ServicesFixture fixture;
        const DealDraft first = ServicesFixture::completeDraft();
        const DealState deal = fixture.submit(first);
        decide(fixture, u"trading"_s, deal.id, DecisionKind::Approve, u"Fine with us"_s);
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision, u"Too little"_s);
        DealDraft second = first;
        second.tiers[1].grossMargin = Ratio::fromPercent(10);
        const DealDetail detail = resubmitted(fixture, deal.id, second);
        const auto seen = asApproved(detail, rowOf(detail, Department::Trading).id, defaultPolicy());
        QVERIFY(seen);
        QCOMPARE(seen->revision, 1);
        QCOMPARE(seen->content.content, first);
        QCOMPARE(seen->title, u"What Trading decided on: revision 1"_s);
        QVERIFY(seen->answer.startsWith(u"Approved by "_s) && seen->answer.endsWith(u"“Fine with us”"_s));
        QVERIFY(seen->scope.contains(u"tiers[1].margin"_s) && seen->scope.contains(u"region"_s));
        const auto open = asApproved(detail, rowOf(detail, Department::Finance, 2).id, defaultPolicy());
        QVERIFY(open);
        QCOMPARE(open->content.content, second);
        QCOMPARE(open->title, u"What Finance is asked about: revision 2"_s);
        QVERIFY(!open->scope.contains(u"region"_s)); // not finance's
        QVERIFY(!asApproved(detail, ApprovalId(4711), defaultPolicy()));
    }

    /// Every path of a scope is a cell of the comparison, or it would be marked nowhere.
    void everyScopeIsMarked()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        fixture.approveAll(deal.id);
        const DealDetail detail = detailOf(fixture, deal.id);
        QVERIFY(detail.approvals.size() >= 3);
        for (const ApprovalRow &row : detail.approvals) {
            const auto seen = asApproved(detail, row.id, defaultPolicy());
            QVERIFY(seen && !seen->scope.isEmpty());
            QStringList missing = seen->scope;
            const auto rows = compareRevisions(seen->content, seen->content).rows;
            for (const DifferenceRow &each : rows) {
                for (const DifferenceCell &cell : each.cells)
                    missing.removeAll(cell.path);
            }
            missing.removeAll(u"agency"_s);                                                   // has no row where neither side has one
            missing.removeIf([](const QString &path) { return path.endsWith(".notes"_L1); }); // likewise
            QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
        }
    }

    void aDecisionIsTakenBackUntilOthersGoOn()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::Approve, u"Fine"_s);
        DealPageModel page(contextFor(fixture, u"finance"_s), deal.id);
        page.load();
        QTRY_VERIFY(page.detail());
        const ApprovalRow approved = rowOf(*page.detail(), Department::Finance);
        QVERIFY(page.isOwnDecision(approved));
        QCOMPARE(page.rescindHindrance(approved), RescindHindrance::None);
        QVERIFY(!page.isOwnDecision(rowOf(*page.detail(), Department::Trading)));
        QSignalSpy done(&page, &DealPageModel::done);
        page.rescind(approved.id, u"Too early"_s);
        QTRY_COMPARE(done.count(), 1);
        QTRY_COMPARE(rowOf(*page.detail(), Department::Finance).status, ApprovalStatus::Pending);
        fixture.approveAll(deal.id);
        QTRY_COMPARE(page.detail()->facts.status, DealStatus::Approved);
        const ApprovalRow again = rowOf(*page.detail(), Department::Finance);
        QCOMPARE(page.rescindHindrance(again), RescindHindrance::NextStageActed);
        QVERIFY(!explanation(RescindHindrance::NextStageActed).isEmpty());
        // The stored logic says the same.
        QSignalSpy refused(&page, &DealPageModel::refused);
        page.rescind(again.id, {});
        QTRY_COMPARE(refused.count(), 1);
    }

    void aRequestStandsOnceTheOwnerHasChangedTheDeal()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision, u"Too little"_s);
        const UserId finance = fixture.reviewer(Department::Finance).actor().id;
        DealDetail detail = detailOf(fixture, deal.id);
        QCOMPARE(hindranceOfRescind(detail, rowOf(detail, Department::Finance), finance), RescindHindrance::None);
        DealDraft changed = detail.content;
        changed.region = Region::South;
        awaitValue(DealService(fixture.seller()).saveDraft(deal.id, detail.version, DraftType::SubmissionDraft, changed));
        detail = detailOf(fixture, deal.id);
        QCOMPARE(hindranceOfRescind(detail, rowOf(detail, Department::Finance), finance), RescindHindrance::OwnerChangedTheDeal);
        detail = resubmitted(fixture, deal.id, changed);
        QCOMPARE(hindranceOfRescind(detail, rowOf(detail, Department::Finance), finance), RescindHindrance::OlderRevision);
    }
};

QTEST_GUILESS_MAIN(TestDealReviews)
#include "tst_deal_reviews.moc"
