#include "presentation/notices/notice_model.h"
#include "presentation/notices/notice_text.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

namespace {

Notice notice(Notice::Kind kind, const QString &approver = {}, const QString &text = {})
{
    Notice notice;
    notice.kind = kind;
    notice.reference = u"DEAL-2026-001"_s;
    notice.dealName = u"Harbour lights"_s;
    notice.actorName = u"Ann Lee"_s;
    notice.approver = approver;
    notice.text = text;
    return notice;
}

RoutingPolicy policy()
{
    RoutingPolicy policy;
    policy.levels = {{u"vp"_s, u"Vice president"_s, 3, Money::fromCents(50'000'000)}};
    return policy;
}

} // namespace

/// A person's notices: words, the feed that reads them, and what is said in the tray.
class TestNoticesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServicesFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void saysWhatHappened_data();
    void saysWhatHappened();
    void namesWhoItWasFor();
    void tellsFewOneByOneAndManyTogether();
    void greetsInOneSentence();
    void readsAgainAsDataChanges();
    void readsOnceForManyChanges();
    void saysWhatArrivedOnce();
    void changesByDifference();
    void marksAllRead();

private:
    std::unique_ptr<ServicesFixture> m_fixture;
};

void TestNoticesModel::saysWhatHappened_data()
{
    using enum Notice::Kind;
    QTest::addColumn<Notice>("what");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("detail");
    const QString deal = u"DEAL-2026-001  Harbour lights"_s;
    QTest::newRow("asked") << notice(Asked, u"finance"_s) << u"Finance is asked to decide, by Ann Lee"_s << deal;
    QTest::newRow("a level") << notice(Asked, u"vp"_s) << u"Vice president is asked to decide, by Ann Lee"_s << deal;
    QTest::newRow("request") << notice(RevisionRequested, u"finance"_s, u"margin\ntoo low"_s) << u"Finance requests a revision (Ann Lee)"_s
                             << deal + u": “margin too low”"_s;
    QTest::newRow("escalated") << notice(Escalated, u"finance"_s, u"Bob"_s) << u"The decision of Finance was escalated to Bob"_s << deal;
    QTest::newRow("approved") << notice(Approved) << u"Approved; the last to decide was Ann Lee"_s << deal;
}

void TestNoticesModel::saysWhatHappened()
{
    QFETCH(Notice, what);
    QTEST(sentenceOf(what, policy()), "sentence");
    QTEST(detailOf(what), "detail");
}

void TestNoticesModel::namesWhoItWasFor()
{
    Notice decided = notice(Notice::Kind::Rejected, u"vp"_s);
    decided.onBehalfOfName = u"Carl"_s;
    QCOMPARE(sentenceOf(decided, policy()), u"Vice president rejected the deal (Ann Lee for Carl)"_s);
    Notice delegated = notice(Notice::Kind::Delegated);
    delegated.onBehalfOfName = u"Carl"_s;
    QCOMPARE(sentenceOf(delegated, policy()), u"You decide for Carl while they are away"_s);
}

void TestNoticesModel::tellsFewOneByOneAndManyTogether()
{
    QList<Notice> fresh(3, notice(Notice::Kind::Asked, u"finance"_s));
    QCOMPARE(announcementsOf(fresh, policy()).size(), 3);
    QCOMPARE(announcementsOf(fresh, policy()).constFirst().title, sentenceOf(fresh.constFirst(), policy()));
    fresh.append(notice(Notice::Kind::Approved));
    const auto together = announcementsOf(fresh, policy());
    QCOMPARE(together.size(), 1);
    QVERIFY(together.constFirst().title.startsWith(u"4 new"_s)); // plural forms come with the program
    QVERIFY(together.constFirst().text.startsWith(u"3 to decide, 1 decision"_s));
}

void TestNoticesModel::greetsInOneSentence()
{
    QVERIFY(!digestOf(QList<Notice>()));
    const auto digest = digestOf(QList<Notice>{notice(Notice::Kind::Commented)});
    QVERIFY(digest);
    QVERIFY(digest->title.startsWith(u"1 notice"_s));
}

void TestNoticesModel::readsAgainAsDataChanges()
{
    NoticeFeed feed(m_fixture->session(u"finance"_s));
    await(feed.refresh());
    QCOMPARE(feed.unreadCount(), 0);
    const auto deal = m_fixture->submit();
    QTRY_COMPARE(feed.unreadCount(), 1);
    QCOMPARE(feed.notices().constFirst().kind, Notice::Kind::Asked);
    QCOMPARE(feed.notices().constFirst().deal, std::optional(deal.id));
}

void TestNoticesModel::readsOnceForManyChanges()
{
    const auto session = m_fixture->session(u"finance"_s);
    NoticeFeed feed(session);
    await(feed.refresh());
    QSignalSpy changes(&feed, &NoticeFeed::changed);
    for (int i = 0; i < 20; ++i)
        Q_EMIT session->dataChanged(DataChange::all());
    QTRY_COMPARE(changes.count(), 1);
    QTest::qWait(2 * NoticeFeed::kSettleMs);
    QCOMPARE(changes.count(), 1);
    Q_EMIT session->dataChanged(DataChange{false, true, false, {}}); // reference data tells nobody anything
    QTest::qWait(2 * NoticeFeed::kSettleMs);
    QCOMPARE(changes.count(), 1);
}

void TestNoticesModel::saysWhatArrivedOnce()
{
    m_fixture->submit(ServicesFixture::completeDraft(u"Before"_s));
    NoticeFeed feed(m_fixture->session(u"finance"_s));
    QSignalSpy arrivals(&feed, &NoticeFeed::arrived);
    QSignalSpy openings(&feed, &NoticeFeed::opened);
    await(feed.refresh());
    QCOMPARE(openings.count(), 1);
    QCOMPARE(arrivals.count(), 0); // what was there is the greeting's
    m_fixture->submit(ServicesFixture::completeDraft(u"After"_s));
    QTRY_COMPARE(arrivals.count(), 1);
    const auto fresh = arrivals.constFirst().constFirst().value<QList<Notice>>();
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(fresh.constFirst().dealName, u"After"_s);
    await(feed.refresh());
    QCOMPARE(arrivals.count(), 1);
    QCOMPARE(openings.count(), 1);
}

void TestNoticesModel::changesByDifference()
{
    const auto context = contextFor(*m_fixture, u"finance"_s);
    NoticeFeed feed(context.session);
    NoticeModel model(&feed, context.reference);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_fixture->submit(ServicesFixture::completeDraft(u"First"_s));
    await(feed.refresh());
    QCOMPARE(model.rowCount(), 1);
    const QPersistentModelIndex first = model.index(0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    m_fixture->submit(ServicesFixture::completeDraft(u"Second"_s));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(first.row(), 1); // the newest is above
    QCOMPARE(resets.count(), 0);
    QVERIFY(model.index(0).data(NoticeModel::DetailRole).toString().contains(u"Second"_s));
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"Not read"_s));
}

void TestNoticesModel::marksAllRead()
{
    m_fixture->submit();
    NoticeFeed feed(m_fixture->session(u"finance"_s));
    await(feed.refresh());
    QCOMPARE(feed.unreadCount(), 1);
    await(feed.markAllRead());
    QCOMPARE(feed.unreadCount(), 0);
    QCOMPARE(feed.notices().size(), 1);
    QVERIFY(feed.notices().constFirst().isRead);
    NoticeFeed elsewhere(m_fixture->session(u"trading"_s));
    await(elsewhere.refresh());
    QCOMPARE(elsewhere.unreadCount(), 1);
}

QTEST_GUILESS_MAIN(TestNoticesModel)
#include "tst_notices_model.moc"
