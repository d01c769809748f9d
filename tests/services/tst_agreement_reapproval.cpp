#include "support/services/complete_drafts.h"
#include "support/services/draft_edits.h"
#include "support/services/policy_changes.h"
#include "support/services/services_fixture.h"
#include "support/soak.h"

#include "data/rows.h"
#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "domain/reapproval.h"
#include "domain/validation.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kDealsPerPolicy = 213; // with their revisions 10,011 submissions
constexpr int kSubmissions = 5;      // of each deal, and one more under the next policy

/// A task as it was created.
struct Task {
    qint64 id = 0;
    QString key;   ///< "finance", "business vp"
    QString state; ///< "pending", "carried 17", "not_required"
};

QString keyOf(Approver approver, const QString &level)
{
    return approver ? approverCode(approver) : u"business "_s + level;
}

QString sortedText(QStringList lines)
{
    lines.sort();
    return lines.join(u", "_s);
}

} // namespace

/// A deal through its revisions, with everybody's decisions remembered as the program's preview needs them.
class PlayedDeal {
public:
    PlayedDeal(TestDatabase &database, const QHash<QString, Actor> &people, quint32 seed)
        : m_database(&database), m_people(&people), m_random(seed)
    {
    }

    /// Empty when the stored logic does what the program says.
    QString sendIn(const ReferenceData &reference)
    {
        m_reference = &reference;
        m_draft = m_revision == 0 ? completeDraft(m_random, reference.catalog, reference.policy)
                                  : editedDraft(m_random, m_draft, reference.catalog, reference.policy);
        if (!violationsOfSubmission(m_draft, reference.clients, reference.catalog).isEmpty())
            return u"the draft is not complete"_s;
        m_plan = planRouting(m_draft, reference.policy);
        m_steps = planReapproval(m_draft, m_plan, reference.policy, m_past);
        ++m_revision;
        if (const QString problem = m_revision == 1 ? submit() : resubmit(); !problem.isEmpty())
            return problem;
        for (const auto &step : {&PlayedDeal::compareFacts, &PlayedDeal::compareSteps, &PlayedDeal::compareTasks, &PlayedDeal::decide}) {
            if (const QString problem = (this->*step)(); !problem.isEmpty())
                return problem;
        }
        return {};
    }

    [[nodiscard]] QString description() const
    {
        return u"revision %1 of deal %2: %3"_s.arg(m_revision)
            .arg(m_deal.value_or(0))
            .arg(QString::fromUtf8(QJsonDocument(toJson(m_draft)).toJson(QJsonDocument::Compact)));
    }

private:
    QString carryOut(const QString &name, const QString &who, const QJsonObject &arguments)
    {
        const Command command{name, QUuid::createUuid().toString(), m_people->value(who).id.value(), m_deal, m_version, arguments};
        const Result<QJsonObject> result = m_database->as(who).command(command);
        if (!result)
            return u"%1 was refused: %2 %3"_s.arg(name).arg(int(result.error().code)).arg(result.error().detail);
        m_deal = result->value("deal_id"_L1).toInteger();
        m_version = result->value("version"_L1).toInteger();
        m_status = result->value("status"_L1).toString();
        return {};
    }

    QString submit()
    {
        const QJsonObject draft = toJson(m_draft);
        const QString problem = carryOut(u"cmd_save_draft"_s, m_owner, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, draft}});
        return problem.isEmpty() ? carryOut(u"cmd_submit_deal"_s, m_owner, {{u"draft"_s, draft}, {u"plan"_s, toJson(m_plan)}}) : problem;
    }

    QString takeBack()
    {
        if (m_status == "negotiating"_L1)
            return {};
        if (m_status == "approved"_L1)
            return carryOut(u"cmd_advance_deal"_s, m_owner, {{u"to"_s, u"negotiating"_s}, {u"reason"_s, u"The client wants changes"_s}});
        return carryOut(u"cmd_recall_deal"_s, m_owner, {{u"reason"_s, u"Not yet"_s}});
    }

    QString resubmit()
    {
        if (const QString problem = takeBack(); !problem.isEmpty())
            return problem;
        QJsonArray shown;
        for (const ReapprovalStep &step : std::as_const(m_steps))
            shown += QJsonObject{{u"approver"_s, approverCode(step.approver)}, {u"outcome"_s, codeOf(step.outcome)}};
        return carryOut(u"cmd_resubmit_deal"_s, m_owner,
                        {{u"draft"_s, toJson(m_draft)}, {u"plan"_s, toJson(m_plan)}, {u"reapproval"_s, shown}});
    }

    /// What everybody answers for; of one deal in ten.
    QString compareFacts()
    {
        if (*m_deal % 10 != 0)
            return {};
        QStringList expected;
        const auto line = [&expected](const QString &key, const ScopeFact &fact) {
            const QString number = fact.number ? QString::number(*fact.number) : u"none"_s;
            expected += QStringList{key, fact.path, fact.value, number, codeOf(fact.better)}.join(u'|');
        };
        QList<Approver> everybody = {Approver()};
        for (const Department department : allOf<Department>())
            everybody += department;
        for (const Approver approver : std::as_const(everybody)) {
            for (const ScopeFact &fact : scopeFacts(approver, m_draft, m_plan, m_reference->policy))
                line(approverCode(approver), fact);
        }
        const auto stored = readRows(m_database->owner(),
                                     u"SELECT approval_key, path, value, number, better FROM approval_scope_facts "
                                     "WHERE deal_id = ? AND revision_number = ?"_s,
                                     {*m_deal, m_revision}, [](const Query &row) {
                                         const QString number = row.isNull(3) ? u"none"_s : QString::number(row.integer(3));
                                         return QStringList{row.text(0), row.text(1), row.text(2), number, row.text(4)}.join(u'|');
                                     });
        const QString found = sortedText(stored.value_or(QStringList()));
        return found == sortedText(expected) ? QString() : u"expected facts %1\nstored %2"_s.arg(sortedText(expected), found);
    }

    /// Outcome, cause and the approval that really looked, of everybody.
    QString compareSteps()
    {
        if (m_revision == 1)
            return {};
        QStringList expected;
        for (const ReapprovalStep &step : std::as_const(m_steps)) {
            const PastDecision *decision = decisionOf(step.approver);
            expected += u"%1 %2 %3 %4"_s.arg(keyOf(step.approver, step.level), codeOf(step.outcome), codeOf(step.cause))
                            .arg(decision ? decision->approval.value() : 0);
        }
        const auto stored = readRows(m_database->owner(),
                                     u"SELECT approval_key, level, outcome, cause, base_approval_id FROM deal_reapproval "
                                     "WHERE deal_id = ? AND revision_number = ?"_s,
                                     {*m_deal, m_revision}, [](const Query &row) {
                                         return u"%1 %2 %3 %4"_s
                                             .arg(keyOf(fromCode<Department>(row.text(0)), row.text(1)), row.text(2), row.text(3))
                                             .arg(row.integer(4));
                                     });
        const QString found = sortedText(stored.value_or(QStringList()));
        return found == sortedText(expected) ? QString() : u"expected %1\nstored %2"_s.arg(sortedText(expected), found);
    }

    QList<Task> tasks()
    {
        const auto rows = readRows(m_database->owner(),
                                   u"SELECT id, approval_stage, department, approval_level, status, carried_from FROM deal_approvals "
                                   "WHERE deal_id = ? AND revision_number = ?"_s,
                                   {*m_deal, m_revision}, [](const Query &row) {
                                       const Approver approver = row.integer(1) == 2 ? Approver() : fromCode<Department>(row.text(2));
                                       return Task{row.integer(0), keyOf(approver, row.text(3)),
                                                   row.isNull(5) ? row.text(4) : u"carried %1"_s.arg(row.integer(5))};
                                   });
        return rows.value_or(QList<Task>());
    }

    /// Stage 1, and stage 2 where nobody has to be waited for.
    QString compareTasks()
    {
        const QList<Task> created = tasks();
        const bool open = std::any_of(created.begin(), created.end(),
                                      [](const Task &task) { return !task.key.startsWith("business"_L1) && task.state == "pending"_L1; });
        QStringList expected;
        for (const ReapprovalStep &step : std::as_const(m_steps)) {
            if (step.approver || !open || step.outcome == ReapprovalOutcome::NotRequired)
                expected += keyOf(step.approver, step.level) + u' ' + stateFor(step);
        }
        QStringList found;
        for (const Task &task : created)
            found += task.key + u' ' + task.state;
        if (sortedText(found) != sortedText(expected))
            return u"expected tasks %1\ncreated %2"_s.arg(sortedText(expected), sortedText(found));
        const bool isOver = !sortedText(expected).contains("pending"_L1) && !open;
        return (m_status == "approved"_L1) == isOver ? QString() : u"the deal is "_s + m_status;
    }

    QString stateFor(const ReapprovalStep &step)
    {
        switch (step.outcome) {
        case ReapprovalOutcome::CarriedForward: return u"carried %1"_s.arg(decisionOf(step.approver)->approval.value());
        case ReapprovalOutcome::NotRequired: return u"not_required"_s;
        case ReapprovalOutcome::New:
        case ReapprovalOutcome::AskedAgain: break;
        }
        return u"pending"_s;
    }

    /// Some decide, some ask for a revision, some do not come to it; now and then one of them takes part in writing the deal afterwards.
    QString decide()
    {
        for (int stage = 1; stage <= 2; ++stage) {
            for (const Task &task : tasks()) {
                if (task.state != "pending"_L1 || task.key.startsWith("business"_L1) != (stage == 2) || m_random.bounded(4) == 0)
                    continue;
                const QString decider = stage == 1 ? task.key : task.key.section(u' ', 1);
                if (!m_people->contains(decider) || m_writers.contains(decider))
                    continue;
                if (const QString problem = decideOn(task, decider, m_random.bounded(9) != 0); !problem.isEmpty())
                    return problem;
            }
        }
        return {};
    }

    QString decideOn(const Task &task, const QString &decider, bool approves)
    {
        const QString problem = carryOut(u"cmd_decide"_s, decider,
                                         {{u"approval_id"_s, task.id},
                                          {u"decision"_s, approves ? u"approve"_s : u"request_revision"_s},
                                          {u"comments"_s, u""_s},
                                          {u"reason"_s, approves ? u""_s : u"Please look again"_s},
                                          {u"fields"_s, QJsonArray()}});
        if (!problem.isEmpty())
            return problem;
        remember(task, decider, approves);
        if (m_random.bounded(20) != 0)
            return {};
        m_writers += decider;
        for (PastDecision &decision : m_past)
            decision.deciderWrote = m_writers.contains(decision.decidedByName);
        const auto written = m_database->owner().execute(
            u"INSERT INTO deal_editors (deal_id, user_id) VALUES (%1, %2)"_s.arg(*m_deal).arg(m_people->value(decider).id.value()),
            u"a decider writes"_s);
        return written ? QString() : written.error().detail;
    }

    void remember(const Task &task, const QString &decider, bool approves)
    {
        PastDecision decision;
        decision.approver = fromCode<Department>(task.key);
        decision.approval = ApprovalId(task.id);
        decision.approved = approves;
        decision.decidedByName = decider;
        decision.revision = m_revision;
        decision.content = m_draft;
        decision.plan = m_plan;
        if (!decision.approver) {
            decision.level = decider;
            for (const ApprovalLevel &level : m_reference->policy.levels)
                decision.levelRank = level.code == decider ? level.rank : decision.levelRank;
        }
        m_past.removeIf([&decision](const PastDecision &earlier) { return earlier.approver == decision.approver; });
        m_past += decision;
    }

    const PastDecision *decisionOf(Approver approver)
    {
        const auto found = std::find_if(m_past.begin(), m_past.end(), [approver](const PastDecision &d) { return d.approver == approver; });
        return found == m_past.end() ? nullptr : &*found;
    }

    TestDatabase *m_database;
    const QHash<QString, Actor> *m_people;
    const ReferenceData *m_reference = nullptr;
    QRandomGenerator m_random;
    QString m_owner = u"seller"_s;
    DealDraft m_draft;
    RoutingPlan m_plan;
    QList<PastDecision> m_past;
    QList<ReapprovalStep> m_steps;
    QSet<QString> m_writers;
    int m_revision = 0;
    std::optional<qint64> m_deal;
    std::optional<qint64> m_version;
    QString m_status;
};

/// The owner's preview, what the stored logic works out, and the tasks that come of it say the same of every deal that comes back, under
/// every policy and across a change of it.
class TestAgreementReapproval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDealComesBackAlike_data();
    void everyDealComesBackAlike();
    void cleanupTestCase();

private:
    QString sendInAll(QList<PlayedDeal> &deals, int times);

    std::unique_ptr<ServicesFixture> m_fixture;
    QHash<QString, Actor> m_people;
    QList<PlayedDeal> m_former; ///< of the policy before
    int m_submissions = 0;
};

void TestAgreementReapproval::initTestCase()
{
    m_fixture = std::make_unique<ServicesFixture>();
    QStringList people = {u"seller"_s, u"manager"_s, u"director"_s, u"vp"_s, u"svp"_s};
    for (const Department department : allOf<Department>())
        people += codeOf(department);
    for (const QString &name : std::as_const(people))
        m_people.insert(name, m_fixture->session(name)->actor());
}

void TestAgreementReapproval::everyDealComesBackAlike_data()
{
    QTest::addColumn<int>("change");
    for (int i = 0; i < policyChanges().size(); ++i)
        QTest::newRow(policyChanges().at(i).name) << i;
}

QString TestAgreementReapproval::sendInAll(QList<PlayedDeal> &deals, int times)
{
    const auto reference = awaitValue(ReferenceService(m_fixture->admin()).load());
    const auto work = [&]() -> Result<QString> {
        for (PlayedDeal &deal : deals) {
            for (int i = 0; i < times; ++i) {
                ++m_submissions;
                if (const QString problem = deal.sendIn(*reference); !problem.isEmpty())
                    return u"%1\n%2"_s.arg(problem, deal.description());
            }
        }
        return QString();
    };
    // On a file one transaction saves waiting for the disk; on a server each person has a connection of their own.
    const Result<QString> found = isOnPostgresql() ? work() : m_fixture->database().owner().inWriteTransaction(work);
    return found ? *found : found.error().detail;
}

void TestAgreementReapproval::everyDealComesBackAlike()
{
    QFETCH(const int, change);
    AdminService admin(m_fixture->admin());
    policyChanges().at(change).apply(admin, awaitValue(ReferenceService(m_fixture->admin()).load())->policy);
    // A server takes much longer for each command.
    const int count = isOnPostgresql() ? rounds(kDealsPerPolicy / 10, kDealsPerPolicy) : kDealsPerPolicy;
    QString problem = sendInAll(m_former, 1);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_former.clear();
    for (int i = 0; i < count; ++i)
        m_former += PlayedDeal(m_fixture->database(), m_people, quint32(20260101 + 1000 * change + i));
    problem = sendInAll(m_former, kSubmissions);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestAgreementReapproval::cleanupTestCase()
{
    qInfo("%d submissions", m_submissions);
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestAgreementReapproval)
#include "tst_agreement_reapproval.moc"
