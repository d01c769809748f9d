#include "presentation/admin/handover_text.h"
#include "presentation/delegation/delegation_entry.h"
#include "presentation/delegation/delegation_text.h"
#include "presentation/text/format.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestOutOfOfficeEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatIsWrongBesideTheField_data();
    void saysWhatIsWrongBesideTheField();
    void countsWholeDaysOfTheLocalTime();
    void refusesTheSameTwiceAtATime();
    void offersWhoMayDecide();
    void offersPartsOfOnesOwnAuthority();
    void saysWhoDecidesWhileOneIsAway();
    void listsWhatOneGaveAndWasGiven();
    void comesBack();
    void saysWhatALeaverHandsOn();

private:
    [[nodiscard]] Person person(const QString &username) const;
    [[nodiscard]] DelegationEntry entry(const QString &from, const QString &to) const;
    [[nodiscard]] const QList<ApprovalLevel> &levels() const { return m_context.reference->current()->policy.levels; }

    std::unique_ptr<ServicesFixture> m_fixture;
    AppContext m_context; ///< the finance reviewer's
};

void TestOutOfOfficeEntry::init()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_context = contextFor(*m_fixture, u"finance"_s);
}

void TestOutOfOfficeEntry::cleanup()
{
    m_context = {};
    m_fixture.reset();
}

Person TestOutOfOfficeEntry::person(const QString &username) const
{
    for (const Person &person : m_context.reference->current()->people) {
        if (person.username == username)
            return person;
    }
    qFatal("nobody is called %s", qPrintable(username));
}

/// Out of office from today on for five days.
DelegationEntry TestOutOfOfficeEntry::entry(const QString &from, const QString &to) const
{
    DelegationEntry entry;
    entry.delegator = person(from).id;
    if (!to.isEmpty())
        entry.delegate = person(to).id;
    entry.from = QDate::currentDate();
    entry.until = entry.from.addDays(4);
    entry.part.scope = Delegation::Scope::All;
    return entry;
}

void TestOutOfOfficeEntry::saysWhatIsWrongBesideTheField_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<bool>("isAway");
    QTest::addColumn<QList<int>>("fields");
    const QDate today(2026, 11, 23);
    using enum DelegationField;
    const auto only = [](DelegationField field) { return QList<int>{int(field)}; };
    QTest::newRow("a day") << today << today << true << QList<int>{};
    QTest::newRow("begun already") << today.addDays(-9) << today << true << QList<int>{};
    QTest::newRow("over already") << today.addDays(-9) << today.addDays(-1) << true << only(Until);
    QTest::newRow("no days") << QDate() << QDate() << true << QList<int>{int(From), int(Until)};
    QTest::newRow("backwards") << today.addDays(2) << today.addDays(1) << true << only(Until);
    QTest::newRow("366 days") << today << today.addDays(365) << true << QList<int>{};
    QTest::newRow("367 days") << today << today.addDays(366) << true << only(Until);
    QTest::newRow("neither away nor delegated") << today << today << false << only(Delegate);
}

void TestOutOfOfficeEntry::saysWhatIsWrongBesideTheField()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, until);
    QFETCH(const bool, isAway);
    DelegationEntry entered = entry(u"finance"_s, {});
    entered.from = from;
    entered.until = until;
    entered.isAway = isAway;
    QList<int> found;
    for (const DelegationProblem &problem : problemsOf(entered, QDate(2026, 11, 23), {}))
        found += int(problem.field);
    QTEST(found, "fields");
    entered.limit = Money::fromCents(-1);
    QVERIFY(!problemsOf(entered, QDate(2026, 11, 23), {}).isEmpty());
}

void TestOutOfOfficeEntry::countsWholeDaysOfTheLocalTime()
{
    DelegationEntry entered = entry(u"finance"_s, u"trading"_s);
    entered.from = QDate(2026, 3, 27);
    entered.until = QDate(2026, 3, 30); // with the change to summer time of some zones between
    const Delegation delegation = delegationFrom(entered);
    QCOMPARE(instantFrom(delegation.startsAt), entered.from.startOfDay());
    QCOMPARE(instantFrom(delegation.endsAt), entered.until.addDays(1).startOfDay());
    QVERIFY(delegation.startsAt.endsWith(u'Z'));
    QCOMPARE(firstDayOf(delegation), entered.from);
    QCOMPARE(lastDayOf(delegation), entered.until);
    using enum DelegationState;
    QCOMPARE(stateOf(delegation, entered.from.startOfDay().addMSecs(-1)), Coming);
    QCOMPARE(stateOf(delegation, entered.from.startOfDay()), UnderWay);
    QCOMPARE(stateOf(delegation, entered.until.addDays(1).startOfDay().addMSecs(-1)), UnderWay);
    QCOMPARE(stateOf(delegation, entered.until.addDays(1).startOfDay()), Over);
}

void TestOutOfOfficeEntry::refusesTheSameTwiceAtATime()
{
    const DelegationEntry entered = entry(u"finance"_s, u"trading"_s);
    const QDate today = QDate::currentDate();
    Delegation given = delegationFrom(entered);
    QCOMPARE(problemsOf(entered, today, {given}).size(), 1);
    DelegationEntry other = entered;
    other.delegate = person(u"creative"_s).id;
    QVERIFY(problemsOf(other, today, {given}).isEmpty());
    other = entered;
    other.from = entered.until.addDays(1);
    other.until = other.from;
    QVERIFY(problemsOf(other, today, {given}).isEmpty());
    given.endedAt = given.startsAt;
    QVERIFY(problemsOf(entered, today, {given}).isEmpty());
}

void TestOutOfOfficeEntry::offersWhoMayDecide()
{
    const QList<Person> &people = m_context.reference->current()->people;
    const auto names = [&people](const Person &delegator) {
        QStringList found;
        for (const Person &possible : possibleDelegates(people, delegator))
            found += possible.username;
        return found;
    };
    const QStringList ofReviewer = names(person(u"finance"_s));
    QVERIFY(ofReviewer.contains(u"trading"_s));
    QVERIFY(ofReviewer.contains(u"vp"_s));
    for (const QString &nobody : {u"finance"_s, u"seller"_s, u"admin"_s})
        QVERIFY2(!ofReviewer.contains(nobody), qPrintable(nobody));
    QStringList ofApprover = names(person(u"vp"_s));
    ofApprover.sort();
    QCOMPARE(ofApprover, QStringList({u"director"_s, u"manager"_s, u"svp"_s}));
    QVERIFY(delegateHint(person(u"vp"_s), person(u"director"_s), levels()).contains(u"100"_s));
    QVERIFY(delegateHint(person(u"vp"_s), person(u"svp"_s), levels()).isEmpty());
}

void TestOutOfOfficeEntry::offersPartsOfOnesOwnAuthority()
{
    const QList<DelegationPart> ofReviewer = partsOf(person(u"finance"_s), levels());
    QCOMPARE(ofReviewer.size(), 2);
    QCOMPARE(ofReviewer.at(1).department, Department::Finance);
    const QList<DelegationPart> ofDirector = partsOf(person(u"director"_s), levels());
    QCOMPARE(ofDirector.size(), 3);
    QCOMPARE(ofDirector.at(1).level, u"manager"_s);
    QCOMPARE(ofDirector.at(2).level, u"director"_s);
}

void TestOutOfOfficeEntry::saysWhoDecidesWhileOneIsAway()
{
    Delegation nobody = delegationFrom(entry(u"finance"_s, {}));
    const QString until = formatDate(QDate::currentDate().addDays(4));
    QCOMPARE(awaySentence({nobody}, levels()), u"You are out of office until %1; nobody decides for you."_s.arg(until));
    Delegation trading = delegationFrom(entry(u"finance"_s, u"trading"_s));
    trading.delegateName = u"Tom"_s;
    QCOMPARE(awaySentence({trading}, levels()), u"You are out of office until %1; Tom decides for you."_s.arg(until));
    Delegation small = trading;
    small.delegateName = u"Vera"_s;
    small.limit = Money::fromDollars(50'000);
    const QString both = awaySentence({trading, small}, levels());
    QVERIFY2(both.contains(u"Tom"_s) && both.contains(u"Vera (Everything, up to"_s) && both.endsWith(u"decide for you."_s),
             qPrintable(both));
}

void TestOutOfOfficeEntry::listsWhatOneGaveAndWasGiven()
{
    Delegations finance(m_context.session, m_context.reference);
    const QAbstractItemModelTester tester(finance.given(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const AppContext tradings = contextFor(*m_fixture, u"trading"_s);
    Delegations trading(tradings.session, tradings.reference);
    QVERIFY(await(finance.add(delegationFrom(entry(u"finance"_s, u"trading"_s)))));
    QTRY_COMPARE(finance.given()->rowCount(), 1);
    QTRY_COMPARE(trading.received()->rowCount(), 1);
    QCOMPARE(trading.given()->rowCount(), 0);
    const Delegation given = finance.given()->rowAt(0);
    QCOMPARE(given.delegate, person(u"trading"_s).id);
    QCOMPARE(lastDayOf(given), QDate::currentDate().addDays(4));
    QVERIFY(finance.mayEnd(given));
    QVERIFY(!trading.mayEnd(given));
    QCOMPARE(finance.away().size(), 1);
    QVERIFY(trading.away().isEmpty());
    QVERIFY(await(finance.end(given.id)));
    QTRY_VERIFY(finance.away().isEmpty());
    QVERIFY(!finance.mayEnd(finance.given()->rowAt(0)));
}

void TestOutOfOfficeEntry::comesBack()
{
    Delegations finance(m_context.session, m_context.reference);
    DelegationEntry coming = entry(u"finance"_s, {});
    coming.from = QDate::currentDate().addDays(30);
    coming.until = coming.from;
    for (const DelegationEntry &entered : {entry(u"finance"_s, u"trading"_s), entry(u"finance"_s, u"creative"_s), coming})
        QVERIFY(await(finance.add(delegationFrom(entered))));
    QTRY_COMPARE(finance.given()->rowCount(), 3);
    QCOMPARE(finance.away().size(), 2);
    QVERIFY(await(finance.comeBack()));
    QTRY_VERIFY(finance.away().isEmpty());
    const auto &rows = finance.given()->rows();
    QTRY_COMPARE(std::count_if(rows.begin(), rows.end(), [](const Delegation &d) { return d.endedAt.isEmpty(); }), 1);
}

void TestOutOfOfficeEntry::saysWhatALeaverHandsOn()
{
    const DealState deal = m_fixture->submit();
    const InboxTask task = m_fixture->taskOf(u"finance"_s, deal.id);
    QVERIFY(await(ApprovalService(*m_context.session).claim(*task.approval, deal.id)));
    const AdminService admin(m_fixture->admin());
    const UserId finance = person(u"finance"_s).id;
    const Handover ofFinance = awaitValue(admin.handoverOf(finance));
    QCOMPARE(ofFinance, (Handover{1, 0}));
    QCOMPARE(awaitValue(admin.handoverOf(person(u"seller"_s).id)), (Handover{0, 1}));
    Delegation delegation = delegationFrom(entry(u"trading"_s, u"finance"_s));
    delegation.delegatorName = u"Tom"_s;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList sentences = handoverText(ofFinance, finance, {delegation}, now).split(u'\n');
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences.at(0).contains(u'1'));
    QVERIFY(sentences.at(1).contains(u"Tom"_s));
    delegation.endedAt = delegation.startsAt;
    QCOMPARE(handoverText({}, finance, {delegation}, now), QString());
}

QTEST_GUILESS_MAIN(TestOutOfOfficeEntry)
#include "tst_out_of_office_entry.moc"
