#include "desktop/deal_page/deal_page.h"
#include "presentation/history/history_model.h"
#include "services/delegation_service.h"
#include "support/presentation/test_context.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::awaitValue;
using test::ServicesFixture;

namespace {

/// A deal's page, worked by keys.
struct Shown {
    Shown(ServicesFixture &fixture, const QString &username, DealId deal)
        : context(test::contextFor(fixture, username)), page(context, deal)
    {
        page.resize(1150, 700);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page) || !QTest::qWaitFor([this] { return tabs()->isVisible(); }))
            qFatal("the page does not come up");
    }
    template<typename T>
    T *find(const QString &name)
    {
        T *found = page.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QTabWidget *tabs() { return find<QTabWidget>(u"dealTabs"_s); }
    QWidget *bar() { return find<QWidget>(u"decisionBar"_s); }
    QPlainTextEdit *answer() { return find<QPlainTextEdit>(u"answerText"_s); }
    QTableView *approvals() { return find<QTableView>(u"approvalsTable"_s); }
    /// To whatever has the focus, as a keyboard would.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, key, modifiers);
    }
    /// Down the table to the approval of somebody.
    bool goTo(const QString &who)
    {
        key(Qt::Key_P, Qt::AltModifier);
        approvals()->setFocus();
        key(Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < approvals()->model()->rowCount(); ++row) {
            if (approvals()->model()->index(approvals()->currentIndex().row(), 1).data().toString() == who)
                return true;
            key(Qt::Key_Down);
        }
        return false;
    }

    AppContext context;
    DealPage page;
};

DealDetail detailOf(ServicesFixture &fixture, DealId deal)
{
    return awaitValue(DealService(fixture.seller()).detail(deal));
}

ApprovalRow approvalOf(ServicesFixture &fixture, DealId deal, Department department, int revision = 1)
{
    const auto approvals = detailOf(fixture, deal).approvals;
    for (const ApprovalRow &row : approvals) {
        if (row.department == department && row.revision == revision)
            return row;
    }
    qFatal("no approval");
}

void decide(ServicesFixture &fixture, const QString &username, DealId deal, DecisionKind kind)
{
    const InboxTask task = fixture.taskOf(username, deal);
    Decision decision{*task.approval, deal, task.version, kind, {}, {}, {}};
    if (kind != DecisionKind::Approve)
        decision.reason = u"Not like this"_s;
    awaitValue(ApprovalService(*fixture.session(username)).decide(decision));
}

/// A request by finance, and a second revision with less margin on tier 2.
void resubmit(ServicesFixture &fixture, DealId deal)
{
    decide(fixture, u"finance"_s, deal, DecisionKind::RequestRevision);
    const DealDetail back = detailOf(fixture, deal);
    DealDraft draft = back.content;
    draft.tiers[1].grossMargin = Ratio::fromPercent(20);
    awaitValue(DealService(fixture.seller()).resubmit(deal, back.version, draft, fixture.planFor(draft)));
}

} // namespace

/// Deciding on a deal's page, and looking back at what was decided.
class TestDealDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
        QCoreApplication::setApplicationName(u"tst_deal_decisions"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void onlyWhoMayDecideHasTheBar()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown owner(fixture, u"seller"_s, deal.id);
        QVERIFY(!owner.bar()->isVisible());
        Shown reviewer(fixture, u"finance"_s, deal.id);
        QVERIFY(reviewer.bar()->isVisible());
        QVERIFY(!reviewer.find<QPushButton>(u"rejectButton"_s)->isVisible()); // departments do not reject
        Shown manager(fixture, u"vp"_s, deal.id);
        QVERIFY(!manager.bar()->isVisible()); // the departments are not done
    }

    void aKeyApproves()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"finance"_s, deal.id);
        shown.key(Qt::Key_O, Qt::AltModifier);
        QTRY_COMPARE(approvalOf(fixture, deal.id, Department::Finance).status, ApprovalStatus::Approved);
        QTRY_VERIFY(!shown.bar()->isVisible());
    }

    void aRequestNamesItsReasonAndFields()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"finance"_s, deal.id);
        shown.key(Qt::Key_Q, Qt::AltModifier);
        QTRY_VERIFY(shown.answer()->hasFocus());
        shown.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!shown.find<QLabel>(u"answerTextError"_s)->text().isEmpty()); // nothing was sent without a reason
        QTest::keyClicks(shown.answer(), u"Too little margin"_s);
        auto *fields = shown.find<QListView>(u"meantFieldsList"_s);
        fields->setFocus();
        fields->setCurrentIndex(fields->model()->index(0, 0));
        shown.key(Qt::Key_Space);
        shown.answer()->setFocus();
        shown.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(approvalOf(fixture, deal.id, Department::Finance).status, ApprovalStatus::RevisionRequested);
        const ApprovalRow asked = approvalOf(fixture, deal.id, Department::Finance);
        QCOMPARE(asked.revisionReason, u"Too little margin"_s);
        QCOMPARE(asked.revisionFields, QStringList{u"type"_s});
    }

    void whatIsBeingWrittenStaysWhileTheDealChanges()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"finance"_s, deal.id);
        shown.key(Qt::Key_Q, Qt::AltModifier);
        QTRY_VERIFY(shown.answer()->hasFocus());
        QTest::keyClicks(shown.answer(), u"Half a reas"_s);
        QVERIFY(test::await(DealService(fixture.seller()).comment(deal.id, u"Any news?"_s, {})));
        QTRY_VERIFY(shown.tabs()->tabText(4).contains(u"(1)"_s));
        QCOMPARE(shown.answer()->toPlainText(), u"Half a reas"_s);
        QVERIFY(shown.answer()->isVisible() && shown.answer()->hasFocus());
        shown.key(Qt::Key_Escape);
        QVERIFY(!shown.answer()->isVisible());
        shown.key(Qt::Key_Q, Qt::AltModifier);
        QTRY_VERIFY(shown.answer()->isVisible());
        QCOMPARE(shown.answer()->toPlainText(), u"Half a reas"_s);
    }

    void otherReviewsGoOnWhileTheOwnerHasTheDeal()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision);
        Shown shown(fixture, u"trading"_s, deal.id);
        QVERIFY(shown.bar()->isVisible());
        shown.key(Qt::Key_O, Qt::AltModifier);
        QTRY_COMPARE(approvalOf(fixture, deal.id, Department::Trading).status, ApprovalStatus::Approved);
    }

    void somebodyElsesClaimHidesTheBar()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::Approve);
        decide(fixture, u"trading"_s, deal.id, DecisionKind::Approve);
        Shown shown(fixture, u"vp"_s, deal.id);
        QVERIFY(shown.bar()->isVisible());
        QVERIFY(shown.find<QPushButton>(u"rejectButton"_s)->isVisible());
        const InboxTask task = fixture.taskOf(u"svp"_s, deal.id);
        QVERIFY(test::await(ApprovalService(*fixture.session(u"svp"_s)).claim(*task.approval, deal.id)));
        QTRY_VERIFY(!shown.bar()->isVisible());
    }

    void aDelegateDecidesForWhoIsAway()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Delegation away;
        away.delegator = fixture.reviewer(Department::Finance).actor().id;
        away.delegate = fixture.reviewer(Department::Marketing).actor().id;
        away.startsAt = QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODateWithMs);
        away.endsAt = QDateTime::currentDateTimeUtc().addDays(7).toString(Qt::ISODateWithMs);
        QVERIFY(test::await(DelegationService(fixture.reviewer(Department::Finance)).add(away)));
        Shown shown(fixture, u"marketing"_s, deal.id);
        QVERIFY(!shown.bar()->isVisible()); // before anybody has read for whom
        test::await(shown.context.inbox->refresh());
        QTRY_VERIFY(shown.bar()->isVisible());
        const QString said = shown.find<QLabel>(u"decisionBehalf"_s)->text();
        QVERIFY2(said.startsWith(u"Finance Example is away"_s), qPrintable(said));
        shown.key(Qt::Key_O, Qt::AltModifier);
        QTRY_COMPARE(approvalOf(fixture, deal.id, Department::Finance).status, ApprovalStatus::Approved);
        const ApprovalRow approved = approvalOf(fixture, deal.id, Department::Finance);
        QCOMPARE(approved.onBehalfOfName, u"Finance Example"_s);
        QCOMPARE(approved.completedByName, u"Marketing Example"_s);
        QVERIFY(shown.goTo(u"Finance"_s));
        QTRY_VERIFY(shown.find<QLabel>(u"approvalWords"_s)->text().contains(u"Approved by Marketing Example for Finance Example"_s));
    }

    void aDecisionIsTakenBackByKey()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::Approve);
        Shown shown(fixture, u"finance"_s, deal.id);
        QVERIFY(shown.goTo(u"Finance"_s));
        QVERIFY(shown.find<QPushButton>(u"approvalRescind"_s)->isVisible());
        shown.key(Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QTest::keyClick(shown.find<QPlainTextEdit>(u"reasonText"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(approvalOf(fixture, deal.id, Department::Finance).status, ApprovalStatus::Pending);
        QTRY_VERIFY(shown.bar()->isVisible());
    }

    void whatCannotBeTakenBackSaysWhy()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        fixture.approveAll(deal.id);
        Shown shown(fixture, u"finance"_s, deal.id);
        QVERIFY(shown.goTo(u"Finance"_s));
        auto *rescind = shown.find<QPushButton>(u"approvalRescind"_s);
        QVERIFY(rescind->isVisible() && !rescind->isEnabled());
        QVERIFY(!rescind->accessibleDescription().isEmpty());
        QCOMPARE(shown.find<QLabel>(u"approvalHindrance"_s)->text(), rescind->accessibleDescription());
        QVERIFY(shown.goTo(u"Trading"_s));
        QVERIFY(!rescind->isVisible()); // somebody else's
    }

    void enterShowsWhatAnApproverSaw()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        resubmit(fixture, deal.id);
        Shown shown(fixture, u"seller"_s, deal.id);
        QVERIFY(shown.goTo(u"Finance"_s));
        auto *table = shown.approvals();
        while (table->currentIndex().row() < table->model()->rowCount() - 1)
            shown.key(Qt::Key_Down);
        QCOMPARE(table->model()->index(table->currentIndex().row(), 1).data().toString(), u"Finance"_s); // of revision 1
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.tabs()->currentIndex(), 5);
        auto *card = shown.find<QWidget>(u"asApprovedCard"_s);
        QVERIFY(card->isVisible());
        QCOMPARE(card->accessibleName(), u"What Finance decided on: revision 1"_s);
        QVERIFY(shown.find<QLabel>(u"asApprovedAnswer"_s)->text().contains(u"Not like this"_s));
        shown.key(Qt::Key_Escape);
        QVERIFY(!card->isVisible());
        QVERIFY(shown.find<QComboBox>(u"revisionBefore"_s)->hasFocus());
    }

    void theHistoryLeadsToWhatWasSeen()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        resubmit(fixture, deal.id);
        Shown shown(fixture, u"seller"_s, deal.id);
        shown.key(Qt::Key_Y, Qt::AltModifier);
        auto *events = shown.find<QTableView>(u"eventsTable"_s);
        QTRY_VERIFY(events->model()->rowCount() > 4);
        events->setFocus();
        const auto goToEvent = [&](const QString &text) {
            shown.key(Qt::Key_Home, Qt::ControlModifier);
            for (int row = 0; row < events->model()->rowCount(); ++row) {
                if (events->model()->index(events->currentIndex().row(), HistoryModel::WhatColumn).data().toString() == text)
                    return true;
                shown.key(Qt::Key_Down);
            }
            return false;
        };
        QVERIFY(goToEvent(u"Requested a revision: Finance"_s));
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.tabs()->currentIndex(), 5);
        QCOMPARE(shown.find<QWidget>(u"asApprovedCard"_s)->accessibleName(), u"What Finance decided on: revision 1"_s);
        shown.key(Qt::Key_Y, Qt::AltModifier);
        events->setFocus();
        QVERIFY(goToEvent(u"Revision 1 submitted"_s));
        shown.key(Qt::Key_Return);
        QVERIFY(!shown.find<QWidget>(u"asApprovedCard"_s)->isVisible());
        QCOMPARE(shown.find<QComboBox>(u"revisionAfter"_s)->currentText(), u"Revision 1"_s);
        shown.key(Qt::Key_Y, Qt::AltModifier);
        events->setFocus();
        QVERIFY(goToEvent(u"Created as Draft"_s));
        QVERIFY(!shown.find<QPushButton>(u"eventsTarget"_s)->isEnabled()); // leads nowhere
    }

    void twoRevisionsAreComparedByKeyboard()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        resubmit(fixture, deal.id);
        Shown shown(fixture, u"seller"_s, deal.id);
        shown.key(Qt::Key_I, Qt::AltModifier);
        auto *table = shown.find<QTableView>(u"revisionDifferenceTable"_s);
        const int changes = table->model()->rowCount();
        shown.key(Qt::Key_J, Qt::AltModifier);
        QTRY_VERIFY(table->model()->rowCount() > changes);
        shown.key(Qt::Key_J, Qt::AltModifier);
        QTRY_COMPARE(table->model()->rowCount(), changes);
        table->setFocus();
        shown.key(Qt::Key_A, Qt::ControlModifier);
        shown.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().contains(u"32 % → 20 % (worse)"_s), qPrintable(QApplication::clipboard()->text()));
        auto *before = shown.find<QComboBox>(u"revisionBefore"_s);
        QCOMPARE(before->currentText(), u"Revision 1"_s);
        before->setFocus();
        shown.key(Qt::Key_Down);
        QCOMPARE(before->currentText(), u"Revision 2"_s);
        QVERIFY(shown.find<QLabel>(u"revisionOrigins"_s)->text().startsWith(u"Revision 2 was submitted by"_s));
        QVERIFY(table->model()->rowCount() > changes); // one revision alone, as it is
    }

    void oneRevisionAloneIsShownAsItIs()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"seller"_s, deal.id);
        shown.key(Qt::Key_I, Qt::AltModifier);
        QVERIFY(!shown.find<QComboBox>(u"revisionBefore"_s)->isVisible());
        QVERIFY(shown.find<QLabel>(u"revisionOrigins"_s)->text().contains(u"no other one"_s));
        QVERIFY(shown.find<QTableView>(u"revisionDifferenceTable"_s)->model()->rowCount() > 10);
        QVERIFY(!shown.find<QWidget>(u"revisionDifferenceOnlyChanges"_s)->isVisible());
    }

    void theOwnerComparesTheWorkingDraft()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        decide(fixture, u"finance"_s, deal.id, DecisionKind::RequestRevision);
        const DealDetail back = detailOf(fixture, deal.id);
        DealDraft draft = back.content;
        draft.region = Region::South;
        awaitValue(DealService(fixture.seller()).saveDraft(deal.id, back.version, DraftType::SubmissionDraft, draft));
        Shown shown(fixture, u"seller"_s, deal.id);
        shown.key(Qt::Key_I, Qt::AltModifier);
        QCOMPARE(shown.find<QComboBox>(u"revisionAfter"_s)->currentText(), u"Your working draft"_s);
        QCOMPARE(shown.find<QTableView>(u"revisionDifferenceTable"_s)->model()->rowCount(), 2); // the heading and the region
        Shown other(fixture, u"finance"_s, deal.id);
        QCOMPARE(other.find<QComboBox>(u"revisionAfter"_s)->count(), 1);
    }
};

QTEST_MAIN(TestDealDecisions)
#include "tst_deal_decisions.moc"
