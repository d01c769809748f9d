#include "domain/deal_actions.h"
#include "domain/transitions.h"

#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {

Actor person(qint64 id, Role role = Role::Seller, std::optional<Department> department = {}, int rank = -1)
{
    Actor actor;
    actor.id = UserId(id);
    actor.role = role;
    actor.department = department;
    actor.approvalRank = rank;
    return actor;
}

// The kinds of persons that the rules tell apart; 1 owns the deal.
const Actor kOwner = person(1);
const Actor kOtherSeller = person(2);
const Actor kLegal = person(3, Role::DepartmentReviewer, Department::Legal);
const Actor kFinance = person(4, Role::DepartmentReviewer, Department::Finance);
const Actor kAdmin = person(5, Role::Admin);
const Actor kVp = person(6, Role::Approver, {}, 3);
const Actor kLegalOwner = person(1, Role::DepartmentReviewer, Department::Legal);

DealFacts dealIn(DealStatus status, DraftType draftType = DraftType::SubmissionDraft)
{
    DealFacts deal;
    deal.status = status;
    deal.draftType = draftType;
    deal.owner = kOwner.id;
    return deal;
}

QString hindranceName(Hindrance hindrance)
{
    switch (hindrance) {
    case Hindrance::None: return {};
    case Hindrance::WrongStatus: return u":status"_s;
    case Hindrance::NotOwner: return u":owner"_s;
    case Hindrance::NotOwnerOrLegal: return u":owner_or_legal"_s;
    case Hindrance::NotLegal: return u":legal"_s;
    case Hindrance::DraftExpired: return u":expired"_s;
    case Hindrance::WrongDraftType: return u":draft_type"_s;
    case Hindrance::Inactive: return u":inactive"_s;
    }
    return {};
}

// "edit submit:owner": what is on offer, and what hinders.
QString offered(const DealFacts &deal, const Actor &actor)
{
    QStringList words;
    for (const OfferedAction &offer : offeredActions(deal, actor))
        words += codeOf(offer.action) + hindranceName(offer.hindrance);
    return words.join(u' ');
}

} // namespace

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void transitionTable();
    void transitionsKeepTheirPromises();
    void everyPairOfStatuses();
    void dealActions_data();
    void dealActions();
    void drafts_data();
    void drafts();
    void lockedForEditing();
    void deactivatedPeopleDoNothing();
    void nobodyOwnsAnOwnerlessDeal();
    void offersLeadAlongTransitions();
    void decisions_data();
    void decisions();
};

void TestActions::transitionTable()
{
    QStringList rows;
    for (const Transition &row : transitions())
        rows += u"%1 > %2 %3%4"_s.arg(codeOf(row.from), codeOf(row.to), codeOf(row.actor), row.reasonRequired ? u", reason"_s : QString());
    QCOMPARE(rows.join(u'\n'),
             u"draft > scoping owner\n"
             "draft > submitted owner\n"
             "draft > lost owner, reason\n"
             "scoping > converted owner\n"
             "scoping > lost owner, reason\n"
             "submitted > under_review reviewer\n"
             "submitted > negotiating owner_or_decider\n"
             "submitted > approved system\n"
             "submitted > lost owner_or_decider, reason\n"
             "under_review > negotiating owner_or_decider\n"
             "under_review > approved system\n"
             "under_review > lost owner_or_decider, reason\n"
             "negotiating > under_review owner_or_decider\n"
             "negotiating > lost owner, reason\n"
             "approved > contract_drafting legal\n"
             "approved > under_review decider\n"
             "approved > negotiating owner_or_legal, reason\n"
             "approved > lost owner_or_legal, reason\n"
             "contract_drafting > client_review legal\n"
             "contract_drafting > negotiating owner_or_legal, reason\n"
             "contract_drafting > lost owner_or_legal, reason\n"
             "client_review > signed owner_or_legal\n"
             "client_review > negotiating owner_or_legal, reason\n"
             "client_review > lost owner_or_legal, reason"_s);
}

void TestActions::transitionsKeepTheirPromises()
{
    for (const DealStatus status : allOf<DealStatus>()) {
        const bool ends = status == DealStatus::Converted || status == DealStatus::Signed || status == DealStatus::Lost;
        QCOMPARE(isTerminal(status), ends);
        QVERIFY2(isLegal(status, DealStatus::Lost) != ends, codeOf(status).data());
    }
}

void TestActions::everyPairOfStatuses()
{
    int legal = 0;
    for (const DealStatus from : allOf<DealStatus>()) {
        for (const DealStatus to : allOf<DealStatus>()) {
            legal += isLegal(from, to) ? 1 : 0;
            QVERIFY(!isLegal(from, to) || (!isTerminal(from) && from != to && to != DealStatus::Draft));
        }
    }
    QCOMPARE(legal, int(transitions().size())); // so each pair has one row
}

void TestActions::dealActions_data()
{
    QTest::addColumn<DealStatus>("status");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("legal");
    QTest::addColumn<QString>("others"); // another seller, finance, an admin, a vp

    const auto row = [](DealStatus status, const QString &owner, const QString &legal, const QString &others) {
        QTest::newRow(codeOf(status).data()) << status << owner << legal << others;
    };
    using enum DealStatus;
    const auto foreignDraft = u"edit:owner submit:owner mark_lost:owner comment"_s;
    row(Draft, u"edit submit mark_lost comment"_s, foreignDraft, foreignDraft);
    const auto foreignScoping = u"convert_to_submission:owner mark_lost:owner comment"_s;
    row(Scoping, u"convert_to_submission mark_lost comment"_s, foreignScoping, foreignScoping);
    row(Converted, u"comment"_s, u"comment"_s, u"comment"_s);
    const auto foreignReview = u"recall:owner mark_lost:owner comment"_s;
    row(Submitted, u"recall mark_lost comment"_s, foreignReview, foreignReview);
    row(UnderReview, u"recall mark_lost comment"_s, foreignReview, foreignReview);
    const auto foreignNegotiation = u"edit:owner resubmit:owner mark_lost:owner comment"_s;
    row(Negotiating, u"edit resubmit mark_lost comment"_s, foreignNegotiation, foreignNegotiation);
    row(Approved, u"start_contract:legal reopen mark_lost comment"_s, u"start_contract reopen mark_lost comment"_s,
        u"start_contract:legal reopen:owner_or_legal mark_lost:owner_or_legal comment"_s);
    row(ContractDrafting, u"send_to_client:legal reopen mark_lost comment"_s, u"send_to_client reopen mark_lost comment"_s,
        u"send_to_client:legal reopen:owner_or_legal mark_lost:owner_or_legal comment"_s);
    row(ClientReview, u"mark_signed reopen mark_lost comment"_s, u"mark_signed reopen mark_lost comment"_s,
        u"mark_signed:owner_or_legal reopen:owner_or_legal mark_lost:owner_or_legal comment"_s);
    row(Signed, u"revise comment"_s, u"revise:owner comment"_s, u"revise:owner comment"_s);
    row(Lost, u"revise comment"_s, u"revise:owner comment"_s, u"revise:owner comment"_s);
}

void TestActions::dealActions()
{
    QFETCH(const DealStatus, status);
    QFETCH(const QString, owner);
    QFETCH(const QString, legal);
    QFETCH(const QString, others);
    const DealFacts deal = dealIn(status);
    QCOMPARE(offered(deal, kOwner), owner);
    QCOMPARE(offered(deal, kLegal), legal);
    for (const Actor &actor : {kOtherSeller, kFinance, kAdmin, kVp})
        QCOMPARE(offered(deal, actor), others);
    QVERIFY(!offered(deal, kLegalOwner).contains(u':'));
}

void TestActions::drafts_data()
{
    QTest::addColumn<DraftType>("draftType");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("other");

    QTest::newRow("submission draft") << DraftType::SubmissionDraft << false << u"edit submit mark_lost comment"_s
                                      << u"edit:owner submit:owner mark_lost:owner comment"_s;
    QTest::newRow("scoping draft") << DraftType::ScopingDraft << false << u"edit ask_for_scoping mark_lost comment"_s
                                   << u"edit:owner ask_for_scoping:owner mark_lost:owner comment"_s;
    QTest::newRow("expired submission draft") << DraftType::SubmissionDraft << true
                                              << u"edit:expired submit:expired renew_draft mark_lost comment"_s
                                              << u"edit:owner submit:owner renew_draft:owner mark_lost:owner comment"_s;
    QTest::newRow("expired scoping draft") << DraftType::ScopingDraft << true
                                           << u"edit:expired ask_for_scoping:expired renew_draft mark_lost comment"_s
                                           << u"edit:owner ask_for_scoping:owner renew_draft:owner mark_lost:owner comment"_s;
}

void TestActions::drafts()
{
    QFETCH(const DraftType, draftType);
    QFETCH(const bool, expired);
    QFETCH(const QString, owner);
    QFETCH(const QString, other);
    DealFacts deal = dealIn(DealStatus::Draft, draftType);
    deal.expired = expired;
    QCOMPARE(offered(deal, kOwner), owner);
    QCOMPARE(offered(deal, kOtherSeller), other);
    const bool scoping = draftType == DraftType::ScopingDraft;
    QCOMPARE(hindranceOf(scoping ? DealAction::Submit : DealAction::AskForScoping, deal, kOwner), Hindrance::WrongDraftType);
}

void TestActions::lockedForEditing()
{
    DealFacts deal = dealIn(DealStatus::Negotiating);
    deal.canEdit = false;
    QCOMPARE(offered(deal, kOwner), u"mark_lost comment"_s);
    QCOMPARE(hindranceOf(DealAction::Edit, deal, kOwner), Hindrance::WrongStatus);
    deal.expired = true; // means nothing once submitted
    deal.canEdit = true;
    QCOMPARE(offered(deal, kOwner), u"edit resubmit mark_lost comment"_s);
}

void TestActions::deactivatedPeopleDoNothing()
{
    Actor gone = kOwner;
    gone.isActive = false;
    for (const DealStatus status : allOf<DealStatus>()) {
        for (const OfferedAction &offer : offeredActions(dealIn(status), gone)) {
            QCOMPARE(offer.hindrance, Hindrance::Inactive);
            QVERIFY(!offer.isEnabled());
        }
    }
}

void TestActions::nobodyOwnsAnOwnerlessDeal()
{
    DealFacts deal = dealIn(DealStatus::Draft);
    deal.owner = UserId();
    QCOMPARE(hindranceOf(DealAction::Edit, deal, Actor()), Hindrance::NotOwner);
}

// What the header bar offers is what the database's table allows, in every status.
void TestActions::offersLeadAlongTransitions()
{
    const QList<std::pair<DealAction, DealStatus>> leadsTo = {{DealAction::Submit, DealStatus::Submitted},
                                                              {DealAction::AskForScoping, DealStatus::Scoping},
                                                              {DealAction::ConvertToSubmission, DealStatus::Converted},
                                                              {DealAction::Resubmit, DealStatus::UnderReview},
                                                              {DealAction::Recall, DealStatus::Negotiating},
                                                              {DealAction::StartContract, DealStatus::ContractDrafting},
                                                              {DealAction::SendToClient, DealStatus::ClientReview},
                                                              {DealAction::MarkSigned, DealStatus::Signed},
                                                              {DealAction::Reopen, DealStatus::Negotiating},
                                                              {DealAction::MarkLost, DealStatus::Lost}};
    int offers = 0;
    for (const DealStatus status : allOf<DealStatus>()) {
        for (const DraftType draftType : allOf<DraftType>()) {
            for (const auto &[action, target] : leadsTo) {
                if (hindranceOf(action, dealIn(status, draftType), kLegalOwner) != Hindrance::None)
                    continue;
                QVERIFY2(isLegal(status, target), codeOf(action).data());
                ++offers;
            }
        }
    }
    QVERIFY(offers > leadsTo.size());
}

void TestActions::decisions_data()
{
    QTest::addColumn<ApprovalFacts>("approval");
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<ApprovalHindrance>("hindrance");

    ApprovalFacts finance;
    finance.department = Department::Finance;
    ApprovalFacts vpLevel; // 480,000 USD
    vpLevel.stage = 2;
    vpLevel.requiredRank = 3;
    const auto changed = [](ApprovalFacts facts, auto change) {
        change(facts);
        return facts;
    };
    const auto approver = [](int rank) { return person(9, Role::Approver, {}, rank); };
    Actor goneVp = approver(3);
    goneVp.isActive = false;

    using enum ApprovalHindrance;
    QTest::newRow("vp") << vpLevel << approver(3) << None;
    QTest::newRow("svp") << vpLevel << approver(4) << None;
    QTest::newRow("director") << vpLevel << approver(2) << LevelTooLow;
    QTest::newRow("manager") << vpLevel << approver(1) << LevelTooLow;
    QTest::newRow("admin") << vpLevel << person(9, Role::Admin, {}, 4) << WrongRole;
    QTest::newRow("seller") << vpLevel << person(9) << WrongRole;
    QTest::newRow("reviewer with a level") << vpLevel << person(9, Role::DepartmentReviewer, Department::Finance, 4) << WrongRole;
    QTest::newRow("owner, though a vp") << changed(vpLevel, [](auto &a) { a.actorWroteTheDeal = true; }) << approver(3) << OwnDeal;
    QTest::newRow("vp who decided in stage 1") << changed(vpLevel, [](auto &a) { a.actorDecidedInStage = true; }) << approver(3)
                                               << DecidedInThisStage;
    QTest::newRow("deactivated vp") << vpLevel << goneVp << WrongRole;
    QTest::newRow("decided already") << changed(vpLevel, [](auto &a) { a.status = ApprovalStatus::Approved; }) << approver(3) << NotOpen;
    QTest::newRow("withdrawn") << changed(vpLevel, [](auto &a) { a.status = ApprovalStatus::Withdrawn; }) << approver(3) << NotOpen;
    QTest::newRow("deal recalled") << changed(vpLevel, [](auto &a) { a.dealIsUnderReview = false; }) << approver(3) << StageNotOpen;

    QTest::newRow("finance for finance") << finance << kFinance << None;
    QTest::newRow("legal for finance") << finance << kLegal << OtherDepartment;
    QTest::newRow("vp of finance in stage 1") << finance << person(9, Role::Approver, Department::Finance, 3) << WrongRole;
    QTest::newRow("admin of finance") << finance << person(9, Role::Admin, Department::Finance) << WrongRole;
    QTest::newRow("finance on the own deal") << changed(finance, [](auto &a) { a.actorWroteTheDeal = true; }) << kFinance << OwnDeal;
}

void TestActions::decisions()
{
    QFETCH(const ApprovalFacts, approval);
    QFETCH(const Actor, actor);
    QFETCH(const ApprovalHindrance, hindrance);
    QCOMPARE(hindranceOfDecision(approval, actor), hindrance);
}

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
