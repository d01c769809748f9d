#include "desktop/inbox/inbox_page.h"
#include "frame_fixture.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestInboxPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateSettings(); }
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup();

    void saysWhenNothingWaits();
    void walksAndApprovesByKeyboard();
    void needsAReasonForARevision();
    void keepsWhatWasTypedPerTask();
    void lettersInTheReasonDecideNothing();
    void rejectsInlineOnlyAsALevel();
    void leadsLegalAndOwnerToTheSignature();
    void entersTheDeal();

private:
    InboxPage *open(const QString &username);
    DealStatus statusOf(DealId deal);

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<InboxPage> m_page;
    AppContext m_context;
};

void TestInboxPage::cleanup()
{
    m_page.reset();
    m_context = {};
    m_fixture.reset();
}

InboxPage *TestInboxPage::open(const QString &username)
{
    m_context = contextFor(*m_fixture, username);
    m_page = std::make_unique<InboxPage>(m_context);
    m_page->resize(1100, 700);
    m_page->show();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("the page does not become active");
    m_page->setFocus();
    return m_page.get();
}

DealStatus TestInboxPage::statusOf(DealId deal)
{
    return awaitValue(DealService(m_fixture->admin()).detail(deal)).facts.status;
}

void TestInboxPage::saysWhenNothingWaits()
{
    auto *page = open(u"finance"_s);
    const auto *title = page->findChild<QLabel *>(u"inboxEmptyTitle"_s);
    QTRY_VERIFY(title->isVisible());
    QCOMPARE(title->text(), u"Nothing waits for you"_s);
}

void TestInboxPage::walksAndApprovesByKeyboard()
{
    const auto first = m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    const auto second = m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    auto *page = open(u"finance"_s);
    auto *list = page->findChild<QListView *>(u"inboxList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_VERIFY(page->findChild<QLabel *>(u"taskDeal"_s)->text().contains(u"First"_s));
    QTest::keyClick(list, Qt::Key_J);
    QTRY_VERIFY(page->findChild<QLabel *>(u"taskDeal"_s)->text().contains(u"Second"_s));
    QTest::keyClick(list, Qt::Key_K);
    QTRY_VERIFY(page->findChild<QLabel *>(u"taskDeal"_s)->text().contains(u"First"_s));
    QTRY_VERIFY(page->findChild<QPushButton *>(u"approveButton"_s)->isVisible());

    QSignalSpy told(m_context.navigator.get(), &Navigator::statusMessage);
    QTest::keyClick(list, Qt::Key_A);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.constFirst().constFirst().toString(), u"Approved %1; 1 left"_s.arg(first.reference));
    QCOMPARE(visible<QLabel>(page, u"sentText"_s)->text(), u"Sent: Approved %1"_s.arg(first.reference));
    QTRY_VERIFY(page->findChild<QLabel *>(u"taskDeal"_s)->text().contains(second.reference));
    QCOMPARE(statusOf(first.id), DealStatus::UnderReview);
}

void TestInboxPage::needsAReasonForARevision()
{
    const auto deal = m_fixture->submit();
    auto *page = open(u"finance"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"revisionButton"_s)->isVisible());
    QTest::keyClick(page->findChild<QListView *>(u"inboxList"_s), Qt::Key_R);
    auto *text = visible<QPlainTextEdit>(page, u"answerText"_s);
    QVERIFY(visible<QListView>(page, u"meantFieldsList"_s)->model()->rowCount() > 0);
    clickOn(page, u"answerSend"_s);
    QVERIFY(!visible<QLabel>(page, u"answerTextError"_s)->text().isEmpty());
    QCOMPARE(statusOf(deal.id), DealStatus::Submitted);
    QTest::keyClicks(text, u"Margin is too thin"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(statusOf(deal.id), DealStatus::Negotiating);
    QTRY_VERIFY(!text->isVisible());

    auto *owner = open(u"seller"_s); // who reads first what is wanted
    QTRY_VERIFY(owner->findChild<QPushButton *>(u"openEditorButton"_s)->isVisible());
    QVERIFY(owner->findChild<QLabel *>(u"taskReasons"_s)->text().contains(u"Margin is too thin"_s));
}

void TestInboxPage::keepsWhatWasTypedPerTask()
{
    m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    auto *page = open(u"finance"_s);
    auto *list = page->findChild<QListView *>(u"inboxList"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"commentButton"_s)->isVisible());
    QTest::keyClick(list, Qt::Key_C);
    auto *text = visible<QPlainTextEdit>(page, u"answerText"_s);
    QTest::keyClicks(text, u"Ask about"_s);
    m_fixture->submit(ServicesFixture::completeDraft(u"Third"_s)); // a refresh by somebody else's work
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(text->toPlainText(), u"Ask about"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(!text->isVisible());
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"Ask about"_s);
}

void TestInboxPage::lettersInTheReasonDecideNothing()
{
    const auto deal = m_fixture->submit();
    auto *page = open(u"finance"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"revisionButton"_s)->isVisible());
    QTest::keyClick(page->findChild<QListView *>(u"inboxList"_s), Qt::Key_R);
    auto *fields = visible<QListView>(page, u"meantFieldsList"_s);
    fields->setFocus();
    QTest::keyClick(fields, Qt::Key_A);
    QTest::qWait(200); // nothing may come of it
    QCOMPARE(statusOf(deal.id), DealStatus::Submitted);
    QTest::keyClick(fields, Qt::Key_Escape);
    QTRY_VERIFY(!fields->isVisible());
}

void TestInboxPage::rejectsInlineOnlyAsALevel()
{
    const auto deal = m_fixture->submit();
    for (const QString &reviewer : {u"finance"_s, u"trading"_s}) {
        auto *page = open(reviewer);
        QTRY_VERIFY(page->findChild<QPushButton *>(u"approveButton"_s)->isVisible());
        QVERIFY(!page->findChild<QPushButton *>(u"rejectButton"_s)->isVisible());
        QTest::keyClick(page->findChild<QListView *>(u"inboxList"_s), Qt::Key_A);
        QTRY_COMPARE(page->findChild<QListView *>(u"inboxList"_s)->model()->rowCount(), 0);
    }
    auto *page = open(u"vp"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"rejectButton"_s)->isVisible());
    QVERIFY(page->findChild<QLabel *>(u"taskReasons"_s)->text().contains(u"480,000"_s));
    QTest::keyClick(page->findChild<QListView *>(u"inboxList"_s), Qt::Key_X);
    auto *text = visible<QPlainTextEdit>(page, u"answerText"_s);
    QTest::keyClicks(text, u"Not this year"_s);
    clickOn(page, u"answerSend"_s);
    QTRY_COMPARE(statusOf(deal.id), DealStatus::Lost);
}

void TestInboxPage::leadsLegalAndOwnerToTheSignature()
{
    const auto deal = m_fixture->submit();
    m_fixture->approveAll(deal.id);
    auto *legal = open(u"legal"_s);
    QTRY_VERIFY(legal->findChild<QPushButton *>(u"startContractButton"_s)->isVisible());
    QTest::keyClick(legal->findChild<QListView *>(u"inboxList"_s), Qt::Key_A);
    QTRY_COMPARE(statusOf(deal.id), DealStatus::ContractDrafting);
    QTRY_VERIFY(legal->findChild<QPushButton *>(u"sendToClientButton"_s)->isVisible());
    QTest::keyClick(legal->findChild<QListView *>(u"inboxList"_s), Qt::Key_A);
    QTRY_COMPARE(statusOf(deal.id), DealStatus::ClientReview);
    auto *owner = open(u"seller"_s);
    QTRY_VERIFY(owner->findChild<QPushButton *>(u"markSignedButton"_s)->isVisible());
    clickOn(owner, u"markSignedButton"_s);
    QTRY_COMPARE(statusOf(deal.id), DealStatus::Signed);
}

void TestInboxPage::entersTheDeal()
{
    const auto deal = m_fixture->submit();
    auto *page = open(u"finance"_s);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"openDealButton"_s)->isVisible());
    QSignalSpy requested(m_context.navigator.get(), &Navigator::dealRequested);
    QTest::keyClick(page->findChild<QListView *>(u"inboxList"_s), Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.constFirst().constFirst().value<DealId>(), deal.id);
}

QTEST_MAIN(TestInboxPage)
#include "tst_inbox_page.moc"
