#include "command_fixture.h"

#include "support/data/sqlite_test_database.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

/// As the sqlite3 shell opens it: foreign keys off, recursive triggers off, nothing that the program sets.
class RawConnection {
public:
    explicit RawConnection(const QString &filePath)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        database.setDatabaseName(filePath);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
    }
    ~RawConnection()
    {
        QSqlDatabase::database(u"raw"_s).close();
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    /// The error of the first statement that fails; "" when all were taken.
    QString run(const QString &statements)
    {
        QSqlQuery query(QSqlDatabase::database(u"raw"_s));
        const QStringList all = statements.split(u";;"_s, Qt::SkipEmptyParts);
        for (const QString &statement : all) {
            if (!query.exec(statement))
                return query.lastError().databaseText();
        }
        return {};
    }
};

} // namespace

/// Somebody with the sqlite3 shell in hand. A statement may fail or do nothing: what counts is that history, decisions and statuses stand.
class TestHostileStatements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesNothing_data();
    void changesNothing();
    void carriesNothingForwardThatDoesNotStand();
    void theShellItself_data();
    void theShellItself();
    void stillLetsTheCommandsThrough();
    void leavesLegalStepsTheirHistory();
    void noticesAStepWithoutHistory();

private:
    [[nodiscard]] std::unique_ptr<TestDatabase> filled() const;
    /// History, decisions, revisions, comments, command log, and each deal's status.
    static QString protectedRows(CommandFixture &f);

    std::unique_ptr<CommandFixture> m_filled;
};

/// Deals: 1 approved, 2 submitted (its tasks open), 3 negotiating, 4 a draft of seller.
void TestHostileStatements::initTestCase()
{
    m_filled = std::make_unique<CommandFixture>();
    CommandFixture &f = *m_filled;
    f.approvedDeal();
    f.submittedDeal();
    const qint64 third = f.submittedDeal();
    f.done(u"recall_deal"_s, u"seller"_s, third, {{u"reason"_s, u"wait"_s}});
    f.savedDeal();
    // 5: in stage 2 again, its trading approval carried forward
    const qint64 fifth = f.dealInStage2();
    f.done(u"recall_deal"_s, u"seller"_s, fifth, {{u"reason"_s, u"wait"_s}});
    QJsonObject draft = CommandFixture::draft();
    QJsonArray tiers = draft.value(u"tiers"_s).toArray();
    QJsonObject tier = tiers.at(2).toObject();
    tier.insert(u"incentives"_s, QJsonArray{CommandFixture::incentive(u"Financial"_s, u"Discounts"_s, u"Loyalty Discount"_s)});
    tiers.replace(2, tier);
    draft.insert(u"tiers"_s, tiers);
    f.done(u"resubmit_deal"_s, u"seller"_s, fifth, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}});
    f.done(u"comment"_s, u"vp"_s, 1, {{u"body"_s, u"fine"_s}});
    f.done(u"add_delegation"_s, u"creative"_s, {},
           {{u"delegator_id"_s, f.user(u"creative"_s)},
            {u"delegate_id"_s, f.user(u"marketing"_s)},
            {u"starts_at"_s, u"2099-01-01T00:00:00.000Z"_s},
            {u"ends_at"_s, u"2099-02-01T00:00:00.000Z"_s}});
    f.database().close();
}

std::unique_ptr<TestDatabase> TestHostileStatements::filled() const
{
    return std::make_unique<SqliteTestDatabase>(m_filled->database().location().filePath);
}

QString TestHostileStatements::protectedRows(CommandFixture &f)
{
    const QStringList parts{
        u"SELECT json_array(h.id, deal_id, status, previous_status, performed_by, performed_by_name, comments, changed_at) FROM deal_status_history h ORDER BY id"_s,
        u"SELECT json_array(id, approval_id, deal_id, action_type, performed_by, performed_by_name, comments, created_at) FROM approval_actions ORDER BY id"_s,
        u"SELECT json_array(id, deal_id, revision_number, approval_stage, department, approval_level, status, completed_by, completed_at, "
        "comments, revision_reason) FROM deal_approvals ORDER BY id"_s,
        u"SELECT json_array(id, deal_id, revision_number, content, plan, submitted_by, submitted_at) FROM deal_revisions ORDER BY id"_s,
        u"SELECT json_array(deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id) FROM reapproval_steps ORDER BY 1"_s,
        u"SELECT json_array(id, deal_id, author_id, author_name, body, created_at) FROM deal_comments ORDER BY id"_s,
        u"SELECT json_array(command_id, actor_id, verb, deal_id, digest, result) FROM command_log ORDER BY command_id"_s,
        u"SELECT json_array(id, reference_number, status, revision_count, visible_since, created_at) FROM deals ORDER BY id"_s,
        u"SELECT json_array(d.id, c.content) FROM deals d JOIN deal_content c ON c.deal_id = d.id WHERE d.id <= 2 ORDER BY d.id"_s,
        u"SELECT json_array(deal_id, user_id) FROM deal_editors ORDER BY deal_id, user_id"_s,
        u"SELECT json_array(g.id, delegator_id, delegate_id, starts_at, ends_at, scope, limit_amount, created_by, ended_at) FROM delegations g WHERE g.id = 1"_s,
        u"SELECT json_array(id, username, email, role) FROM users ORDER BY id"_s,
        u"SELECT json_array(from_status, to_status, actor, reason_required) FROM status_transitions ORDER BY 1"_s};
    QString all;
    for (const QString &part : parts)
        all += f.column(part).join(u'\n') + u"\n--\n"_s;
    return all;
}

void TestHostileStatements::changesNothing_data()
{
    QTest::addColumn<QString>("statement"); // several are separated by ;;
    const auto row = [](const char *name, const QString &statement) { QTest::newRow(name) << statement; };
    // history
    for (const QString &table : {u"deal_status_history"_s, u"approval_actions"_s, u"deal_revisions"_s, u"deal_comments"_s}) {
        const auto named = [&table](const char *what) { return (table + ": "_L1 + QLatin1StringView(what)).toUtf8(); };
        QTest::newRow(named("delete")) << u"DELETE FROM %1"_s.arg(table);
        QTest::newRow(named("delete one")) << u"DELETE FROM %1 WHERE rowid = 1"_s.arg(table);
        QTest::newRow(named("update")) << u"UPDATE %1 SET deal_id = deal_id + 100"_s.arg(table);
        QTest::newRow(named("or ignore")) << u"UPDATE OR IGNORE %1 SET deal_id = deal_id + 100"_s.arg(table);
        QTest::newRow(named("move the rowid")) << u"UPDATE %1 SET rowid = rowid + 1000"_s.arg(table);
        QTest::newRow(named("replace itself")) << u"REPLACE INTO %1 SELECT * FROM %1"_s.arg(table);
        QTest::newRow(named("update over another")) << u"UPDATE OR REPLACE %1 SET id = 1 WHERE id = 2"_s.arg(table);
        QTest::newRow(named("update from")) << u"UPDATE %1 SET deal_id = x.id + deal_id FROM (SELECT 100 AS id) x"_s.arg(table);
        QTest::newRow(named("upsert"))
            << u"INSERT INTO %1 SELECT * FROM %1 WHERE true ON CONFLICT DO UPDATE SET deal_id = deal_id + 100"_s.arg(table);
        QTest::newRow(named("with pragmas"))
            << u"PRAGMA ignore_check_constraints = ON;;PRAGMA recursive_triggers = OFF;;DELETE FROM %1"_s.arg(table);
    }
    row("delegations: delete", u"DELETE FROM delegations"_s);
    row("delegations: longer", u"UPDATE delegations SET ends_at = '2100-01-01T00:00:00.000Z'"_s);
    row("delegations: of more",
        u"UPDATE OR REPLACE delegations SET limit_amount = 1, ended_at = '2026-01-01T00:00:00.000Z', ended_by = 1"_s);
    row("delegations: move the rowid", u"UPDATE delegations SET rowid = 7, ended_at = '2026-01-01T00:00:00.000Z', ended_by = 1"_s);
    row("delegations: ended by nobody", u"UPDATE delegations SET ended_at = '2026-01-01T00:00:00.000Z'"_s);
    row("delegations: replaced by another",
        u"REPLACE INTO delegations (id, delegator_id, starts_at, ends_at, created_by) VALUES (1, 1, '2020', '2021', 1)"_s);
    row("decisions: for somebody who is not away",
        u"UPDATE deal_approvals SET status = 'approved', completed_at = '2026-01-01T00:00:00.000Z', on_behalf_of = (SELECT id FROM users "
        u"WHERE username = 'finance'), "
        "completed_by = (SELECT id FROM users WHERE username = 'marketing') WHERE status = 'pending'"_s);
    row("actions: for somebody who is not away",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, on_behalf_of_name) "
        "SELECT id, deal_id, 'claim', 6, 'x', 'finance Tester' FROM deal_approvals WHERE status = 'pending'"_s);
    row("deals: a status for somebody who is not away",
        u"UPDATE deals SET status = 'lost', acting_user_id = owner_id, acting_for = 6, acting_reason = 'x'"_s);
    row("history: replaced by another line",
        u"REPLACE INTO deal_status_history (id, deal_id, status, performed_by_name) VALUES (1, 1, 'draft', 'x')"_s);
    row("actions: replaced by another line",
        u"REPLACE INTO approval_actions (id, approval_id, deal_id, action_type, performed_by_name) VALUES (1, 1, 1, 'comment', 'x')"_s);
    row("comments: replaced by another", u"REPLACE INTO deal_comments (id, deal_id, author_name, body) VALUES (1, 1, 'x', 'x')"_s);
    row("history: invented step",
        u"INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by_name) VALUES (4, 'signed', 'draft', 'x')"_s);
    row("history: invented repeat",
        u"INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by_name) VALUES (4, 'draft', 'draft', 'x')"_s);
    row("history: said to be imported",
        u"INSERT INTO deal_status_history (deal_id, status, performed_by_name, imported) VALUES (4, 'draft', 'x', 1)"_s);
    row("actions: invented approval",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) VALUES (4, 2, 'approve', 6, 'x')"_s);
    row("actions: second approval",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) SELECT id, deal_id, 'approve', completed_by, 'x' FROM deal_approvals WHERE id = 1"_s);
    row("actions: taken back without being so",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) SELECT id, deal_id, 'rescind', completed_by, 'x' FROM deal_approvals WHERE completed_by IS NOT NULL"_s);
    // what became of approvals when a revision was sent in
    row("steps: invented",
        u"INSERT INTO reapproval_steps (deal_id, revision_number, approval_key, outcome, cause, base_approval_id) VALUES (2, 1, 'finance', 'carried', 'none', 1)"_s);
    row("steps: of a revision to come",
        u"INSERT INTO reapproval_steps (deal_id, revision_number, approval_key, outcome, cause, base_approval_id) VALUES (3, 2, 'finance', 'carried', 'none', 1)"_s);
    row("steps: changed", u"UPDATE reapproval_steps SET outcome = 'carried'"_s);
    row("steps: upsert",
        u"INSERT INTO reapproval_steps SELECT * FROM reapproval_steps WHERE true ON CONFLICT DO UPDATE SET outcome = 'carried'"_s);
    row("steps: replaced",
        u"REPLACE INTO reapproval_steps SELECT deal_id, revision_number, approval_key, level, 'carried', 'none', base_approval_id FROM reapproval_steps"_s);
    row("steps: gone", u"DELETE FROM reapproval_steps"_s);
    row("actions: invented carrying forward",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) VALUES (4, 2, 'carry_forward', 2, 'x')"_s);
    row("actions: carried forward twice",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) SELECT id, deal_id, 'carry_forward', 2, 'x' FROM deal_approvals WHERE carried_from IS NOT NULL"_s);
    row("actions: a decision on what was carried forward",
        u"INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) SELECT id, deal_id, 'approve', completed_by, 'x' FROM deal_approvals WHERE carried_from IS NOT NULL"_s);
    row("approvals: carried forward by an update",
        u"UPDATE deal_approvals SET status = 'approved', carried_from = 1, completed_by = 5, completed_at = 'x' WHERE status = 'pending'"_s);
    row("approvals: carried from another", u"UPDATE deal_approvals SET carried_from = 1 WHERE status = 'pending'"_s);
    row("approvals: not required any more", u"UPDATE deal_approvals SET status = 'not_required' WHERE status = 'pending'"_s);
    row("approvals: born not required",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, due_date) VALUES (2, 1, 1, 'creative', 'department_reviewer', 'not_required', 'x')"_s);
    row("approvals: born carried forward",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, due_date, completed_by, completed_at, carried_from) SELECT 2, 1, 1, 'creative', required_role, status, due_date, completed_by, completed_at, id FROM deal_approvals WHERE id = 1"_s);
    // decided approvals
    row("approvals: taken back and given to another",
        u"UPDATE deal_approvals SET status = 'pending', completed_by = NULL, completed_at = NULL, assigned_to = 2 WHERE deal_id = 1 AND approval_stage = 2"_s);
    row("approvals: taken back in part", u"UPDATE deal_approvals SET status = 'pending' WHERE deal_id = 1 AND approval_stage = 2"_s);
    row("approvals: undo",
        u"UPDATE deal_approvals SET status = 'pending', completed_by = NULL, completed_at = NULL WHERE status = 'approved'"_s);
    row("approvals: other decider", u"UPDATE deal_approvals SET completed_by = 2 WHERE status = 'approved'"_s);
    row("approvals: other words", u"UPDATE OR REPLACE deal_approvals SET comments = 'x' WHERE status <> 'pending'"_s);
    row("approvals: delete", u"DELETE FROM deal_approvals"_s);
    row("approvals: replace",
        u"REPLACE INTO deal_approvals (id, deal_id, revision_number, approval_stage, department, required_role, due_date) VALUES (1, 1, 1, 1, 'trading', 'department_reviewer', 'x')"_s);
    row("approvals: an open one over a decided one", u"UPDATE OR REPLACE deal_approvals SET id = 1 WHERE status = 'pending'"_s);
    row("approvals: rowid over a decided one", u"UPDATE OR REPLACE deal_approvals SET rowid = 1 WHERE status = 'pending'"_s);
    row("approvals: to another deal", u"UPDATE deal_approvals SET deal_id = 4 WHERE status = 'pending'"_s);
    row("approvals: to another department", u"UPDATE deal_approvals SET department = 'creative' WHERE status = 'pending'"_s);
    row("approvals: by the owner",
        u"UPDATE deal_approvals SET status = 'approved', completed_by = 2, completed_at = 'x' WHERE status = 'pending'"_s);
    row("approvals: by nobody", u"UPDATE deal_approvals SET status = 'approved' WHERE status = 'pending'"_s);
    row("approvals: of no kind",
        u"PRAGMA ignore_check_constraints = ON;;UPDATE deal_approvals SET status = 'done' WHERE status = 'pending'"_s);
    row("approvals: born approved",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, due_date) VALUES (2, 1, 1, 'creative', 'department_reviewer', 'approved', 'x')"_s);
    row("approvals: stage 2 at once",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, due_date) VALUES (2, 1, 2, 'trading', 'manager', 'approver', 'x')"_s);
    row("approvals: not in the plan",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, due_date) VALUES (2, 1, 1, 'creative', 'department_reviewer', 'x')"_s);
    row("approvals: said to be imported",
        u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, imported, due_date) VALUES (2, 1, 1, 'creative', 'department_reviewer', 'approved', 1, 'x')"_s);
    // statuses
    for (const QString &status :
         {u"signed"_s, u"approved"_s, u"client_review"_s, u"contract_drafting"_s, u"negotiating"_s, u"under_review"_s, u"nonsense"_s}) {
        QTest::newRow(qPrintable(u"status: a draft to "_s + status))
            << u"PRAGMA ignore_check_constraints = ON;;UPDATE deals SET status = '%1', acting_user_id = 2, acting_reason = 'x' WHERE id = 4"_s
                   .arg(status);
    }
    row("status: submitted without a revision", u"UPDATE deals SET status = 'submitted', acting_user_id = 2 WHERE id = 4"_s);
    row("status: approved without approvals", u"UPDATE deals SET status = 'approved', acting_user_id = 2 WHERE id = 2"_s);
    row("status: approved deals back under review", u"UPDATE deals SET status = 'under_review', acting_user_id = 2 WHERE id = 1"_s);
    row("status: back under review past a request",
        u"UPDATE deals SET status = 'under_review', can_edit = 0, acting_user_id = 2 WHERE id = 3"_s);
    row("status: by nobody", u"UPDATE deals SET status = 'contract_drafting' WHERE id = 1"_s);
    row("status: by a stranger", u"UPDATE deals SET status = 'contract_drafting', acting_user_id = 999 WHERE id = 1"_s);
    row("status: lost without a reason", u"UPDATE deals SET status = 'lost', acting_user_id = 2 WHERE id = 4"_s);
    row("status: or ignore", u"UPDATE OR IGNORE deals SET status = 'signed', acting_user_id = 2 WHERE id = 2"_s);
    row("status: from", u"UPDATE deals SET status = x.s, acting_user_id = 2 FROM (SELECT 'signed' AS s) x WHERE id = 1"_s);
    row("status: upsert",
        u"INSERT INTO deals (id, reference_number, owner_id) VALUES (1, 'DEAL-2026-001', 2) ON CONFLICT DO UPDATE SET status = 'signed'"_s);
    row("status: born signed",
        u"INSERT INTO deals (reference_number, owner_id, status, deal_name) VALUES ('DEAL-2026-900', 2, 'signed', 'x')"_s);
    row("status: a signed twin over it",
        u"REPLACE INTO deals (id, reference_number, owner_id, status, deal_name) VALUES (2, 'DEAL-2026-901', 2, 'signed', 'x')"_s);
    row("status: replaced by its reference",
        u"REPLACE INTO deals (reference_number, owner_id, deal_name) SELECT reference_number, owner_id, 'x' FROM deals WHERE id = 2"_s);
    row("deal: delete", u"DELETE FROM deals"_s);
    row("deal: over another",
        u"UPDATE OR REPLACE deals SET reference_number = (SELECT reference_number FROM deals WHERE id = 1) WHERE id = 4"_s);
    row("deal: rowid over another", u"UPDATE OR REPLACE deals SET rowid = 1 WHERE id = 4"_s);
    row("deal: hidden again", u"UPDATE deals SET visible_since = NULL WHERE id = 1"_s);
    row("deal: another revision", u"UPDATE deals SET revision_count = 5"_s);
    row("deal: made an imported one",
        u"INSERT INTO import_sources (source, kind, source_key, target_id) VALUES ('x', 'deal', '1', 2);;UPDATE deals SET status = 'signed', acting_user_id = 2 WHERE id = 2"_s);
    // what was submitted
    row("content: text", u"UPDATE deals SET deal_name = 'x' WHERE id IN (1, 2)"_s);
    row("content: after can_edit", u"UPDATE deals SET can_edit = 1 WHERE id = 2;;UPDATE deals SET growth_ambition = 1 WHERE id = 2"_s);
    row("content: tiers", u"UPDATE deal_tiers SET annual_revenue = 1 WHERE deal_id = 1"_s);
    row("content: tiers gone", u"DELETE FROM deal_tiers WHERE deal_id = 1"_s);
    row("content: a tier more", u"INSERT INTO deal_tiers (deal_id, tier_number) VALUES (1, 4)"_s);
    row("content: a draft's tier over it", u"UPDATE OR REPLACE deal_tiers SET id = 1 WHERE deal_id = 4"_s);
    row("content: a new tier over it", u"REPLACE INTO deal_tiers (id, deal_id, tier_number) VALUES (1, 4, 5)"_s);
    row("content: incentives", u"DELETE FROM tier_incentives WHERE tier_id = 1"_s);
    row("content: an incentive over it",
        u"REPLACE INTO tier_incentives (id, tier_id, position) SELECT 1, id, 7 FROM deal_tiers WHERE deal_id = 4"_s);
    row("revision: another plan",
        u"INSERT INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) VALUES (2, 2, '{}', '{}', 2, 'x')"_s);
    row("revision: replaced",
        u"REPLACE INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) VALUES (2, 1, '{}', '{}', 2, 'x')"_s);
    // rules and memory
    row("rules: a new step", u"INSERT INTO status_transitions VALUES ('draft', 'signed', 'owner', 0)"_s);
    row("rules: another step", u"UPDATE status_transitions SET to_status = 'signed' WHERE from_status = 'draft' AND to_status = 'lost'"_s);
    row("rules: replaced", u"REPLACE INTO status_transitions VALUES ('draft', 'lost', 'owner', 0)"_s);
    row("rules: none", u"DELETE FROM status_transitions"_s);
    row("rules: shadowed",
        u"CREATE TEMP TABLE status_transitions (from_status, to_status, actor, reason_required);;"
        "INSERT INTO temp.status_transitions VALUES ('draft', 'signed', 'owner', 0);;"
        "UPDATE main.deals SET status = 'signed', acting_user_id = 2 WHERE id = 4"_s);
    row("rules: attached",
        u"ATTACH ':memory:' AS other;;CREATE TABLE other.status_transitions (from_status, to_status, actor, reason_required);;"
        "INSERT INTO other.status_transitions VALUES ('draft', 'signed', 'owner', 0);;"
        "UPDATE main.deals SET status = 'signed', acting_user_id = 2 WHERE id = 4"_s);
    row("editors: forgotten", u"DELETE FROM deal_editors"_s);
    row("editors: replaced", u"UPDATE OR REPLACE deal_editors SET user_id = 3"_s);
    row("command log: delete", u"DELETE FROM command_log"_s);
    row("command log: another result", u"UPDATE command_log SET result = '{}'"_s);
    row("command log: replaced",
        u"REPLACE INTO command_log SELECT command_id, 99, verb, deal_id, digest, result, created_at FROM command_log"_s);
    row("people: deleted", u"DELETE FROM users WHERE id = 6"_s);
    row("people: one over another", u"UPDATE OR REPLACE users SET username = 'finance' WHERE username = 'seller'"_s);
    // commands misused
    row("command: or replace",
        u"INSERT OR REPLACE INTO cmd_decide (command_id, actor_id, deal_id, expected_version, digest, arguments) "
        "SELECT 'h', 2, 2, version, 'd', '{\"approval_id\":4,\"decision\":\"approve\"}' FROM deals WHERE id = 2"_s);
    row("command: or ignore",
        u"INSERT OR IGNORE INTO cmd_decide (command_id, actor_id, deal_id, expected_version, digest, arguments) "
        "SELECT 'h', 2, 2, version, 'd', '{\"approval_id\":1,\"decision\":\"approve\"}' FROM deals WHERE id = 2"_s);
    row("command: inner step alone", u"INSERT INTO approval_progress (deal_id, actor_id) VALUES (2, 2)"_s);
    row("command: opener alone", u"INSERT INTO approval_opener (deal_id, actor_id, stage) VALUES (2, 2, 2)"_s);
    row("command: writer alone", u"INSERT INTO deal_content_writer (deal_id, editor_id, draft) VALUES (1, 2, '{}')"_s);
}

void TestHostileStatements::changesNothing()
{
    QFETCH(QString, statement);
    CommandFixture f(filled());
    const QString before = protectedRows(f);
    QString answer;
    {
        RawConnection shell(f.database().location().filePath);
        answer = shell.run(statement);
    }
    QCOMPARE(protectedRows(f), before);
    QVERIFY2(!answer.contains("syntax error"_L1) && !answer.contains("no such"_L1) && !answer.contains("no column"_L1), qPrintable(answer));
}

/// In the moment between a revision and its submission, which only this shell has.
void TestHostileStatements::carriesNothingForwardThatDoesNotStand()
{
    CommandFixture f(filled());
    const qint64 deal = f.dealInStage2();
    f.done(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"wait"_s}});
    const qint64 finance = f.value(u"SELECT id FROM deal_approvals WHERE deal_id = ? AND department = 'finance'"_s, {deal}).toLongLong();
    QString error;
    {
        RawConnection raw(f.database().location().filePath);
        error = raw.run(
            u"UPDATE deal_tiers SET annual_gross_margin = 1 WHERE deal_id = %1;;"
            "INSERT INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) "
            "SELECT c.deal_id, 2, c.content, r.plan, d.owner_id, 'x' FROM deal_content c JOIN deal_revisions r ON r.deal_id = c.deal_id "
            "JOIN deals d ON d.id = c.deal_id WHERE c.deal_id = %1"_s.arg(deal));
        QCOMPARE(error, QString());
        error = raw.run(u"INSERT INTO reapproval_steps (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id) "
                        "VALUES (%1, 2, 'finance', 'x', 'carried', 'none', %2)"_s.arg(deal)
                            .arg(finance));
        QVERIFY2(error.contains("dealdesk:duplicate"_L1), qPrintable(error));
        error = raw.run(
            u"UPDATE deals SET status = 'under_review', revision_count = 1, acting_user_id = owner_id, can_edit = 0 WHERE id = %1"_s.arg(
                deal));
        QCOMPARE(error, QString());
        error = raw.run(
            u"INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, due_date, "
            "completed_by, completed_at, carried_from) SELECT deal_id, 2, 1, department, required_role, status, due_date, completed_by, "
            "completed_at, id FROM deal_approvals WHERE id = %1"_s.arg(finance));
        QVERIFY2(error.contains("dealdesk:forbidden"_L1), qPrintable(error));
    }
    QCOMPARE(f.column(u"SELECT outcome FROM deal_reapproval WHERE deal_id = ? AND approval_key = 'finance'"_s, {deal}),
             QStringList{u"asked"_s});
}

void TestHostileStatements::theShellItself_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("delete history") << u"DELETE FROM deal_status_history;"_s;
    QTest::newRow("replace history") << u"REPLACE INTO deal_status_history SELECT * FROM deal_status_history;"_s;
    QTest::newRow("skip a status") << u"UPDATE deals SET status = 'signed', acting_user_id = 2 WHERE id = 4;"_s;
    QTest::newRow("undo a decision") << u"PRAGMA ignore_check_constraints=1; UPDATE deal_approvals SET status = 'pending' WHERE id = 1;"_s;
    QTest::newRow("defensive off") << u".dbconfig defensive off\nDELETE FROM deals;"_s;
}

void TestHostileStatements::theShellItself()
{
    const QString program = QStandardPaths::findExecutable(u"sqlite3"_s);
    if (program.isEmpty())
        QSKIP("the sqlite3 shell is not installed");
    QFETCH(QString, script);
    CommandFixture f(filled());
    const QString before = protectedRows(f);
    QProcess shell;
    shell.start(program, {f.database().location().filePath});
    shell.write(script.toUtf8() + '\n');
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QVERIFY2(shell.readAllStandardError().contains("dealdesk:"), "the shell was not refused");
    QCOMPARE(protectedRows(f), before);
}

void TestHostileStatements::stillLetsTheCommandsThrough()
{
    CommandFixture f(filled());
    f.decide(u"finance"_s, 2, u"finance"_s);
    f.done(u"advance_deal"_s, u"legal"_s, 1, {{u"to"_s, u"contract_drafting"_s}});
    QCOMPARE(f.statusOf(1), u"contract_drafting"_s);
}

void TestHostileStatements::leavesLegalStepsTheirHistory()
{
    CommandFixture f(filled());
    {
        RawConnection shell(f.database().location().filePath);
        QCOMPARE(shell.run(u"UPDATE OR IGNORE deals SET status = 'contract_drafting', acting_user_id = 2 WHERE id = 1"_s), QString());
    }
    QCOMPARE(f.value(u"SELECT status || ' by ' || performed_by_name FROM deal_status_history WHERE deal_id = 1 ORDER BY id DESC LIMIT 1"_s)
                 .toString(),
             u"contract_drafting by seller Tester"_s);
}

/// A temporary trigger can swallow the line of history of a legal step; the deal then stands still until somebody looks.
void TestHostileStatements::noticesAStepWithoutHistory()
{
    CommandFixture f(filled());
    {
        RawConnection shell(f.database().location().filePath);
        QCOMPARE(shell.run(u"CREATE TEMP TRIGGER hush BEFORE INSERT ON main.deal_status_history BEGIN SELECT RAISE(IGNORE); END;;"
                           "UPDATE deals SET status = 'contract_drafting', acting_user_id = 2 WHERE id = 1"_s),
                 QString());
    }
    QCOMPARE(f.refusal(u"advance_deal"_s, u"legal"_s, 1, {{u"to"_s, u"client_review"_s}}), u"illegal_transition"_s);
}

QTEST_GUILESS_MAIN(TestHostileStatements)
#include "tst_hostile_statements.moc"
