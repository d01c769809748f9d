#include "support/services/complete_drafts.h"
#include "support/services/policy_changes.h"
#include "support/services/services_fixture.h"
#include "support/soak.h"

#include "data/rows.h"
#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "domain/term.h"
#include "domain/validation.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kDraftsPerPolicy = 380;
constexpr int kApprovedOf = 9; // every ninth goes on to stage 2

/// A plan without its reasons, departments in alphabetical order: what both sides can say.
RoutingPlan comparable(RoutingPlan plan)
{
    for (DepartmentStep &step : plan.departments)
        step.reasons.clear();
    std::sort(plan.departments.begin(), plan.departments.end(),
              [](const DepartmentStep &a, const DepartmentStep &b) { return codeOf(a.department) < codeOf(b.department); });
    return plan;
}

QStringList departmentCodes(const RoutingPlan &plan)
{
    QStringList codes;
    for (const DepartmentStep &step : plan.departments)
        codes += codeOf(step.department);
    codes.sort();
    return codes;
}

QString oneText(Connection &connection, const QString &sql, const QVariantList &values)
{
    const auto rows = readRows(connection, sql, values, [](const Query &row) { return row.text(0); });
    return rows ? rows->value(0) : u"(failed)"_s;
}

RoutingPlan storedPlan(Connection &connection, qint64 deal)
{
    const QString text = oneText(connection, u"SELECT plan FROM deal_routing_plan WHERE deal_id = ?"_s, {deal});
    return planFromJson(QJsonDocument::fromJson(text.toUtf8()).object()).value_or(RoutingPlan());
}

} // namespace

/// Saves and submits as its owner; says in words what did not agree.
class SubmittedDeal {
public:
    SubmittedDeal(TestDatabase &database, const Actor &owner, DealDraft draft, RoutingPlan plan)
        : m_database(database), m_connection(database.owner()), m_owner(owner), m_draft(std::move(draft)), m_plan(std::move(plan))
    {
    }

    /// Empty when everything agrees.
    QString disagreement(const QHash<Department, Actor> &reviewers, bool untilStage2)
    {
        for (const auto &step : {&SubmittedDeal::save, &SubmittedDeal::compareContent, &SubmittedDeal::compareRouting,
                                 &SubmittedDeal::submit, &SubmittedDeal::compareTasks}) {
            if (const QString problem = (this->*step)(); !problem.isEmpty())
                return problem;
        }
        return untilStage2 ? approve(reviewers) : QString();
    }

private:
    QString carryOut(const QString &name, const Actor &actor, const QJsonObject &arguments)
    {
        const Command command{name, QUuid::createUuid().toString(), actor.id.value(), m_deal, m_version, arguments};
        const Result<QJsonObject> result = m_database.as(actor.username).command(command);
        if (!result)
            return u"%1 was refused: %2 %3"_s.arg(name).arg(int(result.error().code)).arg(result.error().detail);
        m_deal = result->value("deal_id"_L1).toInteger();
        m_version = result->value("version"_L1).toInteger();
        return {};
    }

    QString save()
    {
        return carryOut(u"cmd_save_draft"_s, m_owner, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, toJson(m_draft)}});
    }

    QString compareContent()
    {
        const QString text = oneText(m_connection, u"SELECT content FROM deal_content WHERE deal_id = ?"_s, {*m_deal});
        const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
        const Result<DealDraft> stored = draftFromJson(json);
        if (!stored || *stored != m_draft)
            return u"the content stored is %1"_s.arg(text);
        const std::optional<int> months = termMonths(m_draft.termStart, m_draft.termEnd);
        return json.value("contract_term"_L1).toInt(-1) == months.value_or(-1) ? QString() : u"the contract term differs: %1"_s.arg(text);
    }

    QString compareRouting()
    {
        const RoutingPlan stored = comparable(storedPlan(m_connection, *m_deal));
        if (stored != comparable(m_plan))
            return u"the views route it as %1"_s.arg(QString::fromUtf8(QJsonDocument(toJson(stored)).toJson(QJsonDocument::Compact)));
        return {};
    }

    QString submit() { return carryOut(u"cmd_submit_deal"_s, m_owner, {{u"draft"_s, toJson(m_draft)}, {u"plan"_s, toJson(m_plan)}}); }

    QString compareTasks()
    {
        const ApprovalPriority priority = approvalPriorityFor(m_draft.priority);
        const auto tasks = readRows(m_connection,
                                    u"SELECT department, reasons, priority FROM deal_approvals "
                                    "WHERE deal_id = ? AND approval_stage = 1 AND status = 'pending' ORDER BY department"_s,
                                    {*m_deal}, [](const Query &row) {
                                        return QStringList{row.text(0), row.text(1), row.text(2)};
                                    });
        QStringList departments;
        for (const QStringList &task : tasks.value_or(QList<QStringList>())) {
            departments += task[0];
            if (task[2] != codeOf(priority))
                return u"the priority differs: "_s + task.join(u' ');
            const auto reasons = reasonsFromJson(QJsonDocument::fromJson(task[1].toUtf8()).array());
            const auto step = std::find_if(m_plan.departments.cbegin(), m_plan.departments.cend(),
                                           [&](const DepartmentStep &s) { return codeOf(s.department) == task[0]; });
            if (!reasons || step == m_plan.departments.cend() || *reasons != step->reasons)
                return u"the reasons differ: "_s + task.join(u' ');
        }
        return departments == departmentCodes(m_plan) ? compareStage2(departments.isEmpty()) : u"stage 1 asks "_s + departments.join(u' ');
    }

    QString compareStage2(bool isOpen)
    {
        const auto rows = readRows(m_connection, u"SELECT approval_level FROM deal_approvals WHERE deal_id = ? AND approval_stage = 2"_s,
                                   {*m_deal}, [](const Query &row) { return row.text(0); });
        const QString levels = rows.value_or(QStringList()).join(u',');
        return levels == (isOpen ? m_plan.level : QString()) ? QString() : u"stage 2 asks “%1”"_s.arg(levels);
    }

    QString approve(const QHash<Department, Actor> &reviewers)
    {
        const auto tasks = readRows(m_connection, u"SELECT id, department FROM deal_approvals WHERE deal_id = ? AND approval_stage = 1"_s,
                                    {*m_deal}, [](const Query &row) { return std::pair(row.integer(0), row.text(1)); });
        for (const auto &[task, department] : *tasks) {
            const Actor reviewer = reviewers.value(fromCode<Department>(department).value());
            const QString problem = carryOut(u"cmd_decide"_s, reviewer,
                                             {{u"approval_id"_s, task},
                                              {u"decision"_s, u"approve"_s},
                                              {u"comments"_s, u""_s},
                                              {u"reason"_s, u""_s},
                                              {u"fields"_s, QJsonArray()}});
            if (!problem.isEmpty())
                return problem;
        }
        return compareStage2(true);
    }

    TestDatabase &m_database;
    Connection &m_connection;
    Actor m_owner;
    DealDraft m_draft;
    RoutingPlan m_plan;
    std::optional<qint64> m_deal;
    std::optional<qint64> m_version;
};

/// The form's preview, the router in the stored logic and the tasks that come of it say the same of every deal, under every policy.
class TestAgreementRouting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDealIsRoutedAlike_data();
    void everyDealIsRoutedAlike();

private:
    std::shared_ptr<const ReferenceData> reference() { return awaitValue(ReferenceService(m_fixture->admin()).load()); }

    std::unique_ptr<ServicesFixture> m_fixture;
    QHash<Department, Actor> m_reviewers;
};

void TestAgreementRouting::initTestCase()
{
    m_fixture = std::make_unique<ServicesFixture>();
    for (const Department department : allOf<Department>())
        m_reviewers.insert(department, m_fixture->reviewer(department).actor());
}

void TestAgreementRouting::everyDealIsRoutedAlike_data()
{
    QTest::addColumn<int>("change");
    for (int i = 0; i < policyChanges().size(); ++i)
        QTest::newRow(policyChanges().at(i).name) << i;
}

void TestAgreementRouting::everyDealIsRoutedAlike()
{
    QFETCH(int, change);
    AdminService admin(m_fixture->admin());
    policyChanges().at(change).apply(admin, reference()->policy);
    const auto reference = this->reference();
    const Actor owner = m_fixture->seller().actor();
    TestDatabase &database = m_fixture->database();
    const auto work = [&]() -> Result<QString> {
        QRandomGenerator random(quint32(20260101 + change));
        // A server takes a few milliseconds for each command.
        for (int i = 0; i < (isOnPostgresql() ? rounds(kDraftsPerPolicy / 8, kDraftsPerPolicy) : kDraftsPerPolicy); ++i) {
            const DealDraft draft = completeDraft(random, reference->catalog, reference->policy);
            if (!violationsOfSubmission(draft, reference->clients, reference->catalog).isEmpty())
                return u"draft %1 is not complete"_s.arg(i);
            SubmittedDeal deal(database, owner, draft, planRouting(draft, reference->policy));
            if (const QString problem = deal.disagreement(m_reviewers, i % kApprovedOf == 0); !problem.isEmpty())
                return u"draft %1: %2\n%3"_s.arg(i).arg(problem,
                                                        QString::fromUtf8(QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact)));
        }
        return QString();
    };
    // On a file one transaction saves waiting for the disk; on a server each person has a connection of their own.
    const Result<QString> disagreement = isOnPostgresql() ? work() : database.owner().inWriteTransaction(work);
    QVERIFY(disagreement);
    QVERIFY2(disagreement->isEmpty(), qPrintable(*disagreement));
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestAgreementRouting)
#include "tst_agreement_routing.moc"
