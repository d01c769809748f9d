#include "presentation/text/absence_text.h"

#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

/// Who is away, as the owner reads it before sending a deal there.
class TestAbsenceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whoIsPresentIsNotMentioned()
    {
        QVERIFY(!hint(Department::Finance, {department(2, 1, 0, {u"Fiona Finance"_s})}));
        QVERIFY(!hint(Department::Finance, {})); // nobody knows
    }

    void aDepartmentThatIsOut()
    {
        const auto one = hint(Department::Finance, {department(1, 0, 0, {u"Fiona Finance"_s})});
        QCOMPARE(one->text, u"Fiona Finance, the only one in Finance, is out until Monday, 24 November."_s);
        QVERIFY(one->waits);
        const auto all = hint(Department::Finance, {department(2, 0, 0, {u"Fiona Finance"_s, u"Frank Finance"_s})});
        QCOMPARE(all->text, u"Everybody in Finance is out until Monday, 24 November."_s);
    }

    void aDepartmentWithoutAnybody()
    {
        const auto none = hint(Department::Finance, {department(0, 0, 0, {})});
        QCOMPARE(none->text, u"Nobody can decide for Finance; an administrator has to find somebody."_s);
        QVERIFY(none->waits);
    }

    void theDelegateIsNamed()
    {
        const auto covered = hint(Department::Finance, {department(1, 0, 1, {u"Fiona Finance"_s})}, {delegation({})});
        QCOMPARE(covered->text, u"Fiona Finance is away; Tom Trading decides meanwhile."_s);
        QVERIFY(!covered->waits);
    }

    void onlyDelegationsThatApplyAreNamed()
    {
        Delegation ended = delegation(u"Ended Early"_s);
        ended.endedAt = u"2025-11-19T00:00:00Z"_s;
        Delegation later = delegation(u"Not Yet"_s);
        later.startsAt = u"2025-11-22T00:00:00Z"_s;
        Delegation elsewhere = delegation(u"Other Scope"_s);
        elsewhere.scope = Delegation::Scope::Level;
        elsewhere.level = u"vp"_s;
        Delegation nobody = delegation(u"Just Away"_s);
        nobody.delegate.reset();
        Delegation somebodyElse = delegation(u"Not Finance"_s);
        somebodyElse.delegatorName = u"Carl Creative"_s;
        const auto covered = hint(Department::Finance, {department(1, 0, 1, {u"Fiona Finance"_s})},
                                  {ended, later, elsewhere, nobody, somebodyElse, delegation({})});
        QCOMPARE(covered->text, u"Fiona Finance is away; Tom Trading decides meanwhile."_s);
    }

    void aLevelThatIsOut()
    {
        const QList<ApproverCover> cover = {level(u"director"_s, 1, 2, 0), level(u"vp"_s, 2, 1, 0), level(u"svp"_s, 3, 1, 1)};
        QCOMPARE(hint({}, cover)->text, u"Every director is out until Monday, 24 November; SVP or above can decide instead."_s);
        const QList<ApproverCover> nobody = {level(u"director"_s, 1, 0, 0), level(u"vp"_s, 2, 1, 0)};
        QCOMPARE(hint({}, nobody)->text, u"There is no director, and nobody above can decide."_s);
        QVERIFY(hint({}, nobody)->waits);
    }

private:
    static std::optional<AbsenceHint> hint(Approver approver, const QList<ApproverCover> &cover, const QList<Delegation> &delegations = {})
    {
        RoutingPolicy policy;
        policy.levels = {{u"director"_s, u"Director"_s, 1, Money::fromDollars(100'000)},
                         {u"vp"_s, u"VP"_s, 2, Money::fromDollars(500'000)},
                         {u"svp"_s, u"SVP"_s, 3, Money::fromDollars(1'000'000)}};
        RoutingPlan plan;
        plan.level = u"director"_s;
        return absenceOf(approver, plan, policy, cover, delegations, QDateTime(QDate(2025, 11, 20), QTime(12, 0), Qt::UTC));
    }
    static ApproverCover department(int people, int present, int covered, const QStringList &absent)
    {
        ApproverCover cover;
        cover.department = Department::Finance;
        cover.people = people;
        cover.present = present;
        cover.covered = covered;
        cover.absentNames = absent;
        cover.backAt = u"2025-11-24T12:00:00Z"_s;
        return cover;
    }
    static ApproverCover level(const QString &code, int rank, int people, int present)
    {
        ApproverCover cover;
        cover.level = code;
        cover.rank = rank;
        cover.people = people;
        cover.present = present;
        cover.backAt = present > 0 ? QString() : u"2025-11-24T12:00:00Z"_s;
        return cover;
    }
    /// Of Fiona Finance, for a week around the day of the test.
    static Delegation delegation(const QString &delegate)
    {
        Delegation delegation;
        delegation.delegatorName = u"Fiona Finance"_s;
        delegation.delegate = UserId(7);
        delegation.delegateName = delegate.isEmpty() ? u"Tom Trading"_s : delegate;
        delegation.startsAt = u"2025-11-17T00:00:00Z"_s;
        delegation.endsAt = u"2025-11-24T12:00:00Z"_s;
        return delegation;
    }
};

QTEST_GUILESS_MAIN(TestAbsenceText)
#include "tst_absence_text.moc"
