#include "support/services/services_fixture.h"

#include "services/history_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Deals from draft to signed, and everything that can happen on the way, through the services on a real file.
class TestDealLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesFromDraftToSigned();
    void savesADraftAsItIs();
    void keepsADraftToItsOwner();
    void refusesAStaleSaveWithThePresentState();
    void repeatsACommandOnce();
    void comesBackForARevisionAndIsAskedAgain();
    void isRejectedByTheLevel();
    void isRecalledByItsOwner();
    void isScopedAndConverted();
    void isLostAndRevised();
    void isTransferredAndCommented();
    void refusesAnIncompleteSubmission();
    void refusesAPlanThatPolicyDoesNotGive();
    void freezesTheClientsHistory();
};

void TestDealLife::goesFromDraftToSigned()
{
    ServicesFixture fixture;
    const DealDraft draft = fixture.completeDraft();
    const DealService deals(fixture.seller());
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    QVERIFY(saved.reference.startsWith("DEAL-"_L1));
    QCOMPARE(saved.status, DealStatus::Draft);

    const DealState submitted = awaitValue(deals.submit(saved.id, saved.version, draft, fixture.planFor(draft)));
    QCOMPARE(submitted.status, DealStatus::Submitted);
    DealDetail detail = awaitValue(deals.detail(saved.id));
    QCOMPARE(detail.content, draft);
    QCOMPARE(detail.approvals.size(), 2);
    QCOMPARE(detail.approvals.first().stage, 1);
    QVERIFY(!detail.approvals.first().reasons.isEmpty());
    QCOMPARE(detail.revisions.size(), 1);
    QCOMPARE(detail.revisions.first().content, draft);
    QCOMPARE(detail.revisions.first().plan, fixture.planFor(draft));
    QCOMPARE(detail.routingAmount, std::optional(Money::fromDollars(480'000)));
    QCOMPARE(detail.routingLevel, u"vp"_s);

    fixture.approveAll(saved.id);
    detail = awaitValue(deals.detail(saved.id));
    QCOMPARE(detail.facts.status, DealStatus::Approved);
    QCOMPARE(detail.approvals.size(), 3);
    QCOMPARE(detail.approvals.last().stage, 2);
    QCOMPARE(detail.approvals.last().level, u"vp"_s);
    QVERIFY(!detail.approvals.last().department);
    QCOMPARE(detail.approvals.last().completedByName, u"Vp Example"_s);

    const DealService legal(fixture.reviewer(Department::Legal));
    QCOMPARE(fixture.taskOf(u"legal"_s, saved.id).kind, InboxTask::Kind::Contract);
    DealState state = awaitValue(legal.advance(saved.id, detail.version, DealStatus::ContractDrafting, {}));
    state = awaitValue(legal.advance(saved.id, state.version, DealStatus::ClientReview, {}));
    QCOMPARE(fixture.taskOf(u"seller"_s, saved.id).kind, InboxTask::Kind::Signature);
    state = awaitValue(deals.advance(saved.id, state.version, DealStatus::Signed, {}));
    QCOMPARE(state.status, DealStatus::Signed);

    const auto story = awaitValue(HistoryService(fixture.seller()).story(saved.id));
    QStringList statuses;
    for (const HistoryEvent &event : story) {
        if (event.source == HistoryEvent::Source::StatusChange)
            statuses.append(event.what);
    }
    QCOMPARE(statuses,
             (QStringList{u"draft"_s, u"submitted"_s, u"under_review"_s, u"approved"_s, u"contract_drafting"_s, u"client_review"_s,
                          u"signed"_s}));
}

void TestDealLife::savesADraftAsItIs()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    DealDraft draft; // nothing at all
    DealState state = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    QCOMPARE(awaitValue(deals.detail(state.id)).content, draft);
    draft.name = u"Ünïcode – “quotes” and \\ and\nlines"_s;
    draft.tiers = {Tier{std::nullopt, std::nullopt, {Incentive{}}}, Tier{Money::fromCents(Money::kMaxCents), Ratio::fromMillionths(1), {}}};
    state = awaitValue(deals.saveDraft(state.id, state.version, DraftType::SubmissionDraft, draft));
    const DealDetail detail = awaitValue(deals.detail(state.id));
    QCOMPARE(detail.content, draft);
    QCOMPARE(detail.version, state.version);
    QVERIFY(!detail.draftExpiresAt.isEmpty());
    QVERIFY(!detail.facts.expired);
}

void TestDealLife::keepsADraftToItsOwner()
{
    ServicesFixture fixture;
    const DealState state = awaitValue(
        DealService(fixture.seller()).saveDraft({}, {}, DraftType::SubmissionDraft, fixture.completeDraft()));
    const auto foreign = await(DealService(fixture.otherSeller()).detail(state.id));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::NotFound);
    QVERIFY(awaitValue(HistoryService(fixture.otherSeller()).story(state.id)).isEmpty());
    QVERIFY(awaitValue(DealService(fixture.otherSeller()).search(u"Spring"_s, 10)).isEmpty());
    QVERIFY(awaitValue(DealService(fixture.otherSeller()).page({})).rows.isEmpty());
    QCOMPARE(awaitValue(DealService(fixture.admin()).detail(state.id)).id, state.id);
    QVERIFY(
        !await(DealService(fixture.otherSeller()).saveDraft(state.id, state.version, DraftType::SubmissionDraft, fixture.completeDraft())));
}

void TestDealLife::refusesAStaleSaveWithThePresentState()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    const DealDraft draft = fixture.completeDraft();
    const DealState first = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    const DealState second = awaitValue(deals.saveDraft(first.id, first.version, DraftType::SubmissionDraft, draft));
    const auto stale = await(deals.saveDraft(first.id, first.version, DraftType::SubmissionDraft, draft));
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::Stale);
    QCOMPARE(stale.error().data.value("version"_L1).toInteger(), second.version);
    QCOMPARE(stale.error().data.value("status"_L1).toString(), u"draft"_s);
}

void TestDealLife::repeatsACommandOnce()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    const QString id = u"9f1c0a4e-52cb-4a3b-9d5f-0d3a6f2b7c11"_s;
    QSignalSpy changed(fixture.workspaceOf(u"seller"_s).get(), &Workspace::dataChanged);
    const DealState first = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, fixture.completeDraft(), id));
    const DealState again = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, fixture.completeDraft(), id));
    QCOMPARE(again.id, first.id);
    QCOMPARE(again.reference, first.reference);
    QCOMPARE(awaitValue(deals.count({})), 1);
    QVERIFY(changed.count() >= 1);
    const auto reused = await(deals.saveDraft({}, {}, DraftType::SubmissionDraft, fixture.completeDraft(u"Another"_s), id));
    QVERIFY(!reused);
    QCOMPARE(reused.error().code, ErrorCode::CommandReused);
}

void TestDealLife::comesBackForARevisionAndIsAskedAgain()
{
    ServicesFixture fixture;
    const DealState submitted = fixture.submit();
    const InboxTask task = fixture.taskOf(u"finance"_s, submitted.id);
    const ApprovalService finance(fixture.reviewer(Department::Finance));
    Decision decision{task.approval.value(), submitted.id, task.version,          DecisionKind::RequestRevision,
                      u"See tier 2"_s,       {},           {u"tiers[1].margin"_s}};
    auto refused = await(finance.decide(decision));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ReasonRequired);
    decision.reason = u"The margin is too low"_s;
    const DealState negotiating = awaitValue(finance.decide(decision));
    QCOMPARE(negotiating.status, DealStatus::Negotiating);

    const DealService deals(fixture.seller());
    DealDetail detail = awaitValue(deals.detail(submitted.id));
    const auto asked = std::find_if(detail.approvals.begin(), detail.approvals.end(),
                                    [](const ApprovalRow &row) { return row.status == ApprovalStatus::RevisionRequested; });
    QVERIFY(asked != detail.approvals.end());
    QCOMPARE(asked->revisionReason, decision.reason);
    QCOMPARE(asked->revisionFields, decision.fields);
    QCOMPARE(fixture.taskOf(u"seller"_s, submitted.id).kind, InboxTask::Kind::Revision);

    DealDraft draft = detail.content;
    draft.tiers[1].grossMargin = Ratio::fromPercent(36);
    const DealState again = awaitValue(deals.resubmit(submitted.id, detail.version, draft, fixture.planFor(draft)));
    QCOMPARE(again.status, DealStatus::UnderReview);
    detail = awaitValue(deals.detail(submitted.id));
    QCOMPARE(detail.revisionCount, 1);
    QCOMPARE(detail.revisions.size(), 2);
    QCOMPARE(detail.revisions.first().content.tiers.at(1).grossMargin, std::optional(Ratio::fromMillionths(320'000)));
    fixture.approveAll(submitted.id);
    QCOMPARE(awaitValue(deals.detail(submitted.id)).facts.status, DealStatus::Approved);
}

void TestDealLife::isRejectedByTheLevel()
{
    ServicesFixture fixture;
    const DealState submitted = fixture.submit();
    for (const QString &department : {u"finance"_s, u"trading"_s}) {
        const InboxTask task = fixture.taskOf(department, submitted.id);
        awaitValue(ApprovalService(*fixture.session(department))
                       .decide({task.approval.value(), submitted.id, task.version, DecisionKind::Approve, {}, {}, {}}));
    }
    const InboxTask task = fixture.taskOf(u"svp"_s, submitted.id);
    QVERIFY(!task.ownLevel); // it is the vp's, the svp may decide instead
    const ApprovalService svp(*fixture.session(u"svp"_s));
    QVERIFY(std::ranges::none_of(awaitValue(svp.inbox()), &InboxTask::ownLevel));
    QCOMPARE(awaitValue(svp.inboxCount()), 0);
    QCOMPARE(awaitValue(ApprovalService(*fixture.session(u"vp"_s)).inboxCount()), 1);
    const DealState lost = awaitValue(
        svp.decide({task.approval.value(), submitted.id, task.version, DecisionKind::Reject, {}, u"Not this year"_s, {}}));
    QCOMPARE(lost.status, DealStatus::Lost);
    // whoever decides after that is told who has
    const auto late = await(ApprovalService(*fixture.session(u"vp"_s))
                                .decide({task.approval.value(), submitted.id, lost.version, DecisionKind::Approve, {}, {}, {}}));
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::AlreadyDecided);
    QCOMPARE(late.error().data.value("by"_L1).toString(), u"Svp Example"_s);
}

void TestDealLife::isRecalledByItsOwner()
{
    ServicesFixture fixture;
    const DealState submitted = fixture.submit();
    const DealService deals(fixture.seller());
    const DealState recalled = awaitValue(deals.recall(submitted.id, submitted.version, u"A mistake"_s));
    QCOMPARE(recalled.status, DealStatus::Negotiating);
    const DealDetail detail = awaitValue(deals.detail(submitted.id));
    QVERIFY(detail.facts.canEdit);
    for (const ApprovalRow &approval : detail.approvals)
        QCOMPARE(approval.status, ApprovalStatus::Withdrawn);
    QVERIFY(awaitValue(ApprovalService(fixture.reviewer(Department::Finance)).inbox()).isEmpty());
}

void TestDealLife::isScopedAndConverted()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    DealDraft draft = fixture.completeDraft();
    draft.tiers = {};
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::ScopingDraft, draft));
    const DealState scoping = awaitValue(deals.askForScoping(saved.id, saved.version, draft));
    QCOMPARE(scoping.status, DealStatus::Scoping);
    QCOMPARE(awaitValue(DealService(fixture.otherSeller()).detail(saved.id)).facts.status, DealStatus::Scoping); // everybody sees it now
    const DealState converted = awaitValue(deals.convertScoping(saved.id, scoping.version));
    QCOMPARE(converted.status, DealStatus::Converted);
    QVERIFY(converted.newDeal.has_value());
    const DealDetail made = awaitValue(deals.detail(*converted.newDeal));
    QCOMPARE(made.parent, std::optional(saved.id));
    QCOMPARE(made.parentReference, saved.reference);
    QCOMPARE(made.facts.draftType, DraftType::SubmissionDraft);
    QCOMPARE(made.content, draft);
}

void TestDealLife::isLostAndRevised()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    const DealState submitted = fixture.submit();
    const auto silent = await(deals.markLost(submitted.id, submitted.version, {}));
    QVERIFY(!silent);
    QCOMPARE(silent.error().code, ErrorCode::ReasonRequired);
    const DealState lost = awaitValue(deals.markLost(submitted.id, submitted.version, u"The client went elsewhere"_s));
    QCOMPARE(lost.status, DealStatus::Lost);
    const DealState revised = awaitValue(deals.revise(submitted.id, lost.version, u"They are back"_s));
    QVERIFY(revised.newDeal.has_value());
    const DealDetail copy = awaitValue(deals.detail(*revised.newDeal));
    QVERIFY(copy.isRevision && copy.approvals.isEmpty());
    QCOMPARE(copy.facts.status, DealStatus::Draft);
    QCOMPARE(copy.content, fixture.completeDraft());
    const auto illegal = await(deals.recall(submitted.id, lost.version, u"no"_s));
    QVERIFY(!illegal);
    QCOMPARE(illegal.error().code, ErrorCode::IllegalTransition);
    QCOMPARE(illegal.error().data.value("from"_L1).toString(), u"lost"_s);
}

void TestDealLife::isTransferredAndCommented()
{
    ServicesFixture fixture;
    const DealState submitted = fixture.submit();
    const UserId other = fixture.otherSeller().actor().id;
    QVERIFY(!await(DealService(fixture.seller()).transfer(submitted.id, submitted.version, other)));
    awaitValue(DealService(fixture.admin()).transfer(submitted.id, submitted.version, other));
    const InboxTask task = fixture.taskOf(u"trading"_s, submitted.id);
    const DealService trading(fixture.reviewer(Department::Trading));
    QVERIFY(await(trading.comment(submitted.id, u"Which region?"_s, task.approval)).has_value());
    QVERIFY(await(DealService(fixture.seller()).comment(submitted.id, u"West."_s, {})).has_value());
    const DealDetail detail = awaitValue(trading.detail(submitted.id));
    QCOMPARE(detail.facts.owner, other);
    QCOMPARE(detail.ownerName, u"Seller2 Example"_s);
    QCOMPARE(detail.comments.size(), 3); // the transfer left one
    QCOMPARE(detail.comments.at(1).approval, task.approval);
    QCOMPARE(detail.comments.at(1).author, u"Trading Example"_s);
    QCOMPARE(detail.comments.last().body, u"West."_s);
}

void TestDealLife::refusesAnIncompleteSubmission()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    DealDraft draft = fixture.completeDraft();
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    draft.region.reset();
    const auto refused = await(deals.submit(saved.id, saved.version, draft, fixture.planFor(draft)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Incomplete);
    QCOMPARE(awaitValue(deals.detail(saved.id)).content, fixture.completeDraft()); // nothing of it was written
}

void TestDealLife::refusesAPlanThatPolicyDoesNotGive()
{
    ServicesFixture fixture;
    const DealService deals(fixture.seller());
    const DealDraft draft = fixture.completeDraft();
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    RoutingPlan plan = fixture.planFor(draft);
    plan.level = u"manager"_s;
    const auto refused = await(deals.submit(saved.id, saved.version, draft, plan));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RoutingChanged);
}

void TestDealLife::freezesTheClientsHistory()
{
    ServicesFixture fixture;
    const DealDraft draft = fixture.completeDraft();
    const auto reference = awaitValue(ReferenceService(fixture.seller()).load());
    const DealState submitted = fixture.submit(draft);
    DealDetail detail = awaitValue(DealService(fixture.seller()).detail(submitted.id));
    QCOMPARE(detail.history, reference->historyFor(draft));
    QCOMPARE(detail.history.revenue, std::optional(Money::fromDollars(400'000)));
}

QTEST_GUILESS_MAIN(TestDealLife)
#include "tst_deal_life.moc"
