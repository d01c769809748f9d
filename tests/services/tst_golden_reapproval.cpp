#include "support/reapproval_cases.h"

#include "support/services/services_fixture.h"

#include "services/admin_service.h"
#include "services/past_decisions.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QString nameOf(Approver approver, const QString &level)
{
    return approver ? approverCode(approver) : level;
}

QStringList namesWith(const QList<ReapprovalStep> &steps, const QList<ReapprovalOutcome> &outcomes)
{
    QStringList names;
    for (const ReapprovalStep &step : steps) {
        if (outcomes.contains(step.outcome))
            names += nameOf(step.approver, step.level);
    }
    names.sort();
    return names;
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

/// "asked finance, carried trading, not required creative": what became of everybody.
QString inWords(const QStringList &asked, const QStringList &carried, const QStringList &notRequired)
{
    return u"asked %1; carried %2; not required %3"_s.arg(sorted(asked).join(u' '), sorted(carried).join(u' '),
                                                          sorted(notRequired).join(u' '));
}

} // namespace

/// The golden cases of smart re-approval, played by people through the program: what the owner is shown, and the tasks that come of it.
class TestGoldenReapproval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<ServicesFixture>(); }
    void golden_data();
    void golden();
    void anotherPreviewIsRefused();
    void aDealMadeFromAnotherInheritsNoApproval_data();
    void aDealMadeFromAnotherInheritsNoApproval();
    void whoBecomesAWriterMeanwhileIsNotCarriedIntoStage2();

private:
    DealDetail detail() { return awaitValue(DealService(m_fixture->admin()).detail(m_deal)); }
    DealService asOwner() { return DealService(*m_fixture->session(m_owner)); }
    std::shared_ptr<const ReferenceData> reference() { return awaitValue(ReferenceService(m_fixture->admin()).load()); }
    void sendIn(const ReapprovalRound &round);
    /// On the open task of a department or level, as the person of that name or another.
    void decide(const QString &who, DecisionKind kind, const QString &person = {});
    void takeBack();
    void approvedByEverybody();
    void handOver(const QString &newOwner);
    [[nodiscard]] QString created(int revision);

    std::unique_ptr<ServicesFixture> m_fixture;
    QString m_owner;
    DealId m_deal;
    QList<ReapprovalStep> m_shown;
};

void TestGoldenReapproval::golden_data()
{
    QTest::addColumn<int>("index");
    const QList<ReapprovalCase> cases = goldenReapprovals();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases.at(i).name) << i;
}

void TestGoldenReapproval::sendIn(const ReapprovalRound &round)
{
    const RoutingPlan plan = m_fixture->planFor(round.draft);
    if (!m_deal.isValid()) {
        const DealState saved = awaitValue(asOwner().saveDraft({}, {}, DraftType::SubmissionDraft, round.draft));
        m_deal = saved.id;
        m_shown = planReapproval(round.draft, plan, reference()->policy, {});
        awaitValue(asOwner().submit(m_deal, saved.version, round.draft, plan));
        return;
    }
    const DealDetail now = detail();
    m_shown = previewReapproval(now, m_fixture->session(m_owner)->actor().id, round.draft, reference()->policy);
    awaitValue(asOwner().resubmit(m_deal, now.version, round.draft, plan, m_shown));
}

void TestGoldenReapproval::decide(const QString &who, DecisionKind kind, const QString &person)
{
    const DealDetail now = detail();
    for (const ApprovalRow &row : now.approvals) {
        if (row.status != ApprovalStatus::Pending || nameOf(approverOf(row), row.level) != who)
            continue;
        Decision decision{row.id, m_deal, now.version, kind, {}, {}, {}};
        if (kind == DecisionKind::RequestRevision)
            decision.reason = u"Please look again"_s;
        awaitValue(ApprovalService(*m_fixture->session(person.isEmpty() ? who : person)).decide(decision));
        return;
    }
    QFAIL(qPrintable(u"nothing is asked of "_s + who));
}

void TestGoldenReapproval::takeBack()
{
    const DealDetail now = detail();
    if (now.facts.status == DealStatus::Approved)
        awaitValue(asOwner().advance(m_deal, now.version, DealStatus::Negotiating, u"The client wants changes"_s));
    else if (now.facts.status != DealStatus::Negotiating)
        awaitValue(asOwner().recall(m_deal, now.version, u"Not yet"_s));
}

void TestGoldenReapproval::handOver(const QString &newOwner)
{
    const QList<Person> people = reference()->people;
    for (Person person : people) {
        if (person.username != newOwner)
            continue;
        person.role = Role::Seller;
        QVERIFY(await(AdminService(m_fixture->admin()).savePerson(person, {})));
        awaitValue(DealService(m_fixture->admin()).transfer(m_deal, detail().version, person.id));
    }
    m_owner = newOwner;
}

QString TestGoldenReapproval::created(int revision)
{
    QStringList asked;
    QStringList carried;
    QStringList notRequired;
    for (const ApprovalRow &row : detail().approvals) {
        if (row.revision != revision)
            continue;
        QStringList &list = row.status == ApprovalStatus::NotRequired ? notRequired : row.carriedFrom ? carried : asked;
        list += nameOf(approverOf(row), row.level);
    }
    return inWords(asked, carried, notRequired);
}

void TestGoldenReapproval::golden()
{
    QFETCH(const int, index);
    const ReapprovalCase golden = goldenReapprovals().at(index);
    m_fixture = std::make_unique<ServicesFixture>();
    m_owner = u"seller"_s;
    m_deal = {};
    for (int i = 0; i < golden.rounds.size(); ++i) {
        const ReapprovalRound &round = golden.rounds.at(i);
        sendIn(round);
        using enum ReapprovalOutcome;
        const QString expected = inWords(round.asked, round.carried, round.notRequired);
        QCOMPARE(inWords(namesWith(m_shown, {New, AskedAgain}), namesWith(m_shown, {CarriedForward}), namesWith(m_shown, {NotRequired})),
                 expected);
        for (const QString &who : round.approving)
            decide(who, DecisionKind::Approve);
        if (!round.requesting.isEmpty())
            decide(round.requesting, DecisionKind::RequestRevision);

        // stage 2 is there once nothing of stage 1 is left
        const auto isDepartment = [](const QString &name) { return fromCode<Department>(name).has_value(); };
        const bool open = std::any_of(round.asked.begin(), round.asked.end(),
                                      [&](const QString &name) { return isDepartment(name) && !round.approving.contains(name); });
        const auto there = [&](QStringList names) {
            names.removeIf([&](const QString &name) { return open && !isDepartment(name); });
            return names;
        };
        QCOMPARE(created(i + 1), inWords(there(round.asked), there(round.carried), round.notRequired));
        QCOMPARE(detail().facts.status == DealStatus::Approved, round.asked == round.approving || round.asked.isEmpty());
        takeBack();
        if (!round.newOwner.isEmpty())
            handOver(round.newOwner);
    }
}

/// The golden deal in a database of its own.
void TestGoldenReapproval::approvedByEverybody()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_owner = u"seller"_s;
    m_deal = {};
    const ReapprovalRound first = reapproval::approvedByAll();
    sendIn(first);
    for (const QString &who : first.approving)
        decide(who, DecisionKind::Approve);
}

void TestGoldenReapproval::anotherPreviewIsRefused()
{
    approvedByEverybody();
    takeBack();
    const DealDetail before = detail();
    const DealDraft draft = reapproval::withMargin(319'000);
    QList<ReapprovalStep> shown = previewReapproval(before, m_fixture->seller().actor().id, draft, reference()->policy);
    shown[0].outcome = ReapprovalOutcome::CarriedForward;
    const auto refused = await(asOwner().resubmit(m_deal, before.version, draft, m_fixture->planFor(draft), shown));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RoutingChanged);
    QCOMPARE(detail().revisions.size(), 1);
    QCOMPARE(detail().facts.status, DealStatus::Negotiating);
    // without having been shown anything it goes
    QVERIFY(await(asOwner().resubmit(m_deal, before.version, draft, m_fixture->planFor(draft))));
}

void TestGoldenReapproval::aDealMadeFromAnotherInheritsNoApproval_data()
{
    QTest::addColumn<bool>("revised"); // after it was lost; otherwise typed again as it stands
    QTest::newRow("a lost deal revised") << true;
    QTest::newRow("a copy") << false;
}

void TestGoldenReapproval::aDealMadeFromAnotherInheritsNoApproval()
{
    QFETCH(const bool, revised);
    approvedByEverybody();
    const DealDetail former = detail();
    QCOMPARE(former.facts.status, DealStatus::Approved);
    if (revised) {
        const DealState lost = awaitValue(asOwner().markLost(m_deal, former.version, u"They went elsewhere"_s));
        m_deal = awaitValue(asOwner().revise(m_deal, lost.version, u"They came back"_s)).newDeal.value();
    } else {
        m_deal = awaitValue(asOwner().saveDraft({}, {}, DraftType::SubmissionDraft, former.content)).id;
    }
    const DealDetail draft = detail();
    QCOMPARE(draft.content, former.content);
    QCOMPARE(draft.approvals, QList<ApprovalRow>());
    QVERIFY(pastDecisions(draft, draft.facts.owner).isEmpty());
    QVERIFY(previewReapproval(draft, draft.facts.owner, draft.content, reference()->policy).isEmpty());
    awaitValue(asOwner().submit(m_deal, draft.version, draft.content, m_fixture->planFor(draft.content)));
    QCOMPARE(created(1), inWords({u"trading"_s, u"finance"_s, u"creative"_s}, {}, {}));
    QCOMPARE(detail().facts.status, DealStatus::Submitted);
}

/// The owner was shown that the vp's approval stands; by the time that stage 1 is complete the vp owns the deal.
void TestGoldenReapproval::whoBecomesAWriterMeanwhileIsNotCarriedIntoStage2()
{
    approvedByEverybody();
    takeBack();
    sendIn(reapproval::again(reapproval::edited([](DealDraft &d) { d.tiers[1].incentives[0].notes = u"Three places"_s; }), "", ""));
    QCOMPARE(created(2), inWords({u"creative"_s}, {u"trading"_s, u"finance"_s}, {}));
    handOver(u"vp"_s);
    decide(u"creative"_s, DecisionKind::Approve);
    QCOMPARE(created(2), inWords({u"creative"_s, u"vp"_s}, {u"trading"_s, u"finance"_s}, {}));
    QCOMPARE(detail().facts.status, DealStatus::UnderReview);
    decide(u"vp"_s, DecisionKind::Approve, u"svp"_s);
    QCOMPARE(detail().facts.status, DealStatus::Approved);
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestGoldenReapproval)
#include "tst_golden_reapproval.moc"
