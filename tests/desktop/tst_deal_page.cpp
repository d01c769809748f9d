#include "desktop/deal_page/deal_page.h"
#include "support/presentation/test_context.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::awaitValue;
using test::ServicesFixture;

namespace {

struct Shown {
    Shown(ServicesFixture &fixture, const QString &username, DealId deal)
        : context(test::contextFor(fixture, username)), page(context, deal)
    {
        page.resize(1150, 700);
        page.show();
    }
    template<typename T>
    T *find(const QString &name)
    {
        T *found = page.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QPushButton *button(const QString &name) { return page.findChild<QPushButton *>(name); }
    QString banner() { return find<QLabel>(u"dealBannerText"_s)->text(); }
    bool offers(const QString &name) { return button(name) && button(name)->isEnabled(); }

    AppContext context;
    DealPage page;
};

DealState savedDraft(ServicesFixture &fixture, const DealDraft &draft = ServicesFixture::completeDraft())
{
    return awaitValue(DealService(fixture.seller()).saveDraft({}, {}, DraftType::SubmissionDraft, draft));
}

} // namespace

class TestDealPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
        QCoreApplication::setApplicationName(u"tst_deal_page"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void showsTheDeal()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"seller"_s, deal.id);
        QTRY_COMPARE(shown.page.windowTitle(), deal.reference);
        QCOMPARE(shown.find<QLabel>(u"dealReference"_s)->text(), deal.reference);
        QVERIFY(shown.find<QLabel>(u"dealFacts"_s)->text().contains(u"Northwind Outdoor"_s));
        QVERIFY(shown.find<QWidget>(u"dealPath"_s)->accessibleDescription().contains(u"Submitted"_s));
        QVERIFY(shown.find<QTableView>(u"approvalsTable"_s)->model()->rowCount() >= 2);
        QCOMPARE(shown.find<QTableView>(u"tierIncentives"_s)->model()->rowCount(), 2);
        QCOMPARE(shown.find<QComboBox>(u"revisionAfter"_s)->count(), 1);
        QTRY_VERIFY(shown.find<QTableView>(u"eventsTable"_s)->model()->rowCount() >= 2);
    }

    void anUnknownDealSaysSo()
    {
        ServicesFixture fixture;
        Shown shown(fixture, u"seller"_s, DealId(4711));
        QTRY_COMPARE(shown.find<QLabel>(u"dealPlaceholderTitle"_s)->text(), u"This deal cannot be shown"_s);
    }

    void submitsAndRecallsWithAReason()
    {
        ServicesFixture fixture;
        Shown shown(fixture, u"seller"_s, savedDraft(fixture).id);
        QTRY_VERIFY(shown.offers(u"dealActionSubmit"_s));
        shown.button(u"dealActionSubmit"_s)->click();
        QTRY_VERIFY(shown.offers(u"dealActionRecall"_s));
        shown.button(u"dealActionRecall"_s)->click();
        shown.find<QPlainTextEdit>(u"reasonText"_s)->setPlainText(u"Wrong dates"_s);
        shown.button(u"reasonAccept"_s)->click();
        QTRY_VERIFY(shown.offers(u"dealActionResubmit"_s));
        QVERIFY(shown.page.findChild<QPushButton *>(u"dealActionEdit"_s)->isEnabled());
    }

    void losingNeedsAReason()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        Shown shown(fixture, u"seller"_s, deal.id);
        QTRY_VERIFY(shown.offers(u"dealActionMarkLost"_s));
        shown.button(u"dealActionMarkLost"_s)->click();
        QVERIFY(!shown.button(u"reasonAccept"_s)->isEnabled());
        shown.find<QPlainTextEdit>(u"reasonText"_s)->setPlainText(u"   "_s);
        QVERIFY(!shown.button(u"reasonAccept"_s)->isEnabled());
        QTest::keyClick(shown.find<QDialog>(u"reasonDialog"_s), Qt::Key_Escape);
        QTest::qWait(30);
        QCOMPARE(awaitValue(DealService(fixture.seller()).detail(deal.id)).facts.status, DealStatus::Submitted);
    }

    void whatIsHinderedSaysWhy()
    {
        ServicesFixture fixture;
        Shown shown(fixture, u"finance"_s, fixture.submit().id);
        QTRY_VERIFY(shown.button(u"dealActionRecall"_s));
        QVERIFY(!shown.button(u"dealActionRecall"_s)->isEnabled());
        QVERIFY(!shown.button(u"dealActionRecall"_s)->toolTip().isEmpty());
        QVERIFY(!shown.button(u"dealActionRecall"_s)->accessibleDescription().isEmpty());
        QVERIFY(shown.find<QLabel>(u"dealActionsWhy"_s)->text().contains(u"owner"_s));
        QVERIFY(shown.button(u"dealActionTransfer"_s)->isHidden());
    }

    void anIncompleteDraftLeadsToTheEditor()
    {
        ServicesFixture fixture;
        DealDraft draft = ServicesFixture::completeDraft();
        draft.region.reset();
        Shown shown(fixture, u"seller"_s, savedDraft(fixture, draft).id);
        QTRY_VERIFY(shown.offers(u"dealActionSubmit"_s));
        shown.button(u"dealActionSubmit"_s)->click();
        QTRY_VERIFY2(shown.banner().contains(u"Region"_s), qPrintable(shown.banner()));
        const QSignalSpy edited(shown.context.navigator.get(), &Navigator::editorRequested);
        shown.button(u"dealBannerAction"_s)->click();
        QCOMPARE(edited.count(), 1);
    }

    void commentsAreSentByKeyAndNothingTypedIsLost()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        {
            Shown shown(fixture, u"finance"_s, deal.id);
            QTRY_COMPARE(shown.page.windowTitle(), deal.reference);
            shown.find<QTabWidget>(u"dealTabs"_s)->setCurrentIndex(4);
            auto *text = shown.find<QPlainTextEdit>(u"commentText"_s);
            QTest::keyClicks(text, u"Is the margin final?"_s);
            // A change by somebody else leaves what is being typed alone.
            QVERIFY(test::await(DealService(fixture.seller()).comment(deal.id, u"Any news?"_s, {})));
            QTRY_VERIFY(shown.find<QTabWidget>(u"dealTabs"_s)->tabText(4).contains(u"(1)"_s));
            QCOMPARE(text->toPlainText(), u"Is the margin final?"_s);
        }
        Shown again(fixture, u"finance"_s, deal.id);
        QTRY_COMPARE(again.page.windowTitle(), deal.reference);
        auto *text = again.find<QPlainTextEdit>(u"commentText"_s);
        QCOMPARE(text->toPlainText(), u"Is the margin final?"_s);
        again.find<QTabWidget>(u"dealTabs"_s)->setCurrentIndex(4);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(again.find<QTabWidget>(u"dealTabs"_s)->tabText(4).contains(u"(2)"_s));
        QVERIFY(text->toPlainText().isEmpty());
        const auto comments = awaitValue(DealService(fixture.seller()).detail(deal.id)).comments;
        QCOMPARE(comments.last().body, u"Is the margin final?"_s);
    }

    void legalTakesAnApprovedDealOn()
    {
        ServicesFixture fixture;
        const DealState deal = fixture.submit();
        fixture.approveAll(deal.id);
        Shown legal(fixture, u"legal"_s, deal.id);
        QTRY_VERIFY(legal.offers(u"dealActionStartContract"_s));
        legal.button(u"dealActionStartContract"_s)->click();
        QTRY_VERIFY(legal.offers(u"dealActionSendToClient"_s));
        legal.button(u"dealActionSendToClient"_s)->click();
        Shown owner(fixture, u"seller"_s, deal.id);
        QTRY_VERIFY(owner.offers(u"dealActionMarkSigned"_s));
        owner.button(u"dealActionMarkSigned"_s)->click();
        auto *sure = owner.page.findChild<QPushButton *>(u"messageBoxAccept"_s);
        QVERIFY(sure);
        sure->click();
        QTRY_VERIFY(owner.find<QWidget>(u"dealPath"_s)->accessibleDescription().contains(u"Status: Signed"_s));
        // The other page hears of it by itself.
        QTRY_VERIFY(legal.find<QWidget>(u"dealPath"_s)->accessibleDescription().contains(u"Status: Signed"_s));
    }
};

QTEST_MAIN(TestDealPage)
#include "tst_deal_page.moc"
