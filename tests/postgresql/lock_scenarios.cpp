#include "lock_scenarios.h"

#include "security_database.h"

#include <QDeadlineTimer>

#include <future>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

using Side = LockScenario::Side;

const QString kWaited = u"waited worked"_s;
const QString kStale = u"waited DD412"_s;

Side person(const QString &login, const QString &command)
{
    return {login, u"probe.command(%1)"_s.arg(command)};
}

/// Whoever writes past the commands.
Side owner(const QString &statement)
{
    return {u"postgres"_s, u"$$%1$$"_s.arg(statement), u"dealdesk_owner"_s};
}

Side leaves(const QString &username)
{
    return owner(u"UPDATE dealdesk.users SET is_active = false WHERE username = '%1'"_s.arg(username));
}

const QString kTask = u"jsonb_build_object('approval_id', probe.task('submitted', 'finance')%1)"_s;
const QString kFelixHasTheTask =
    u"UPDATE dealdesk.deal_approvals SET assigned_to = probe.id_of('felix') WHERE id = probe.task('submitted', 'finance')"_s;

QString savedPerson(const QString &username, const QString &role, bool isActive)
{
    return u"'save_user', NULL, jsonb_build_object('id', probe.id_of('%1'), 'username', '%1', 'email', '%1@example.com', 'role', '%2', "
           u"'department', "
           "CASE '%2' WHEN 'department_reviewer' THEN 'finance' END, 'is_active', %3), p_version => 1"_s.arg(
               username, role, isActive ? u"true"_s : u"false"_s);
}

/// Two administrators save the same row.
LockScenario sameRow(const QString &verb, const QString &arguments, const QString &given = {})
{
    const QString command = u"'%1', NULL, %2, p_version => 1"_s.arg(verb, arguments);
    return {"cmd_"_L1 + verb, u"one row"_s, person(u"adam"_s, command), person(u"olga"_s, command), kStale, given};
}

QString takeSide(Psql &session, const Side &side)
{
    const QString statement = session.must(u"SELECT "_s + side.statement).text();
    session.must(u"SET SESSION AUTHORIZATION "_s + side.login);
    if (!side.role.isEmpty())
        session.must(u"SET ROLE "_s + side.role);
    return statement;
}

bool isWaiting(Psql &session, int process)
{
    return session.must(u"SELECT cardinality(pg_blocking_pids(%1)) > 0"_s.arg(process)).text() == u"t";
}

} // namespace

QString LockScenario::play(const QString &mutant) const
{
    SecurityDatabase database;
    Psql &superuser = database.session();
    if (!mutant.isEmpty())
        superuser.must(mutant);
    if (!given.isEmpty())
        superuser.must(given);
    Psql one = database.database().psql();
    Psql two = database.database().psql();
    const QString firstStatement = takeSide(one, first);
    const QString secondStatement = takeSide(two, second);
    const int process = two.processId();
    one.must(u"BEGIN"_s);
    one.must(firstStatement);

    auto answer = std::async(std::launch::async, [&two, &secondStatement] { return two.run(secondStatement); });
    bool waited = false;
    while (!waited && answer.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
        waited = isWaiting(superuser, process);
    one.must(u"COMMIT"_s);
    const PgAnswer met = answer.get();
    QString result = (waited ? u"waited "_s : u"at once "_s) + (met.worked() ? u"worked"_s : QString::fromLatin1(met.sqlState));
    if (!state.isEmpty())
        result += u' ' + superuser.must(state).text();
    return result;
}

QList<LockScenario> lockScenarios()
{
    const QString heirs =
        u"UPDATE dealdesk.approval_departments SET default_assignee = probe.id_of('fiona') WHERE department = 'finance'; "_s;
    const QString holder = u"SELECT u.username FROM dealdesk.deal_approvals a JOIN dealdesk.users u ON u.id = a.assigned_to "
                           "WHERE a.id = probe.task('submitted', 'finance')"_s;
    const auto firstAdmin = [](const QString &name) {
        return owner(
            u"SELECT dealdesk.cmd_create_first_admin(gen_random_uuid(), 1, NULL, NULL, '{\"username\":\"%1\",\"email\":\"%1@example.com\"}')"_s
                .arg(name));
    };
    const Side decision = owner(
        u"UPDATE dealdesk.deal_approvals SET status = 'approved', completed_at = now(), completed_by = probe.id_of('fiona') "
        "WHERE id = probe.task('submitted', 'finance')"_s);
    const QString felixIsAway =
        u"INSERT INTO dealdesk.delegations (id, delegator_id, delegate_id, starts_at, ends_at, created_by) OVERRIDING SYSTEM VALUE "
        "VALUES (1, probe.id_of('felix'), probe.id_of('tom'), '2020-01-01', '2099-01-01', probe.id_of('felix'))"_s;
    const Side forFelix = person(u"tom"_s, u"'comment', 2, jsonb_build_object('body', 'x', 'on_behalf_of', probe.id_of('felix'))"_s);
    const Side decisionForFelix = owner(
        u"UPDATE dealdesk.deal_approvals SET status = 'approved', completed_at = now(), completed_by = probe.id_of('tom'), "
        "on_behalf_of = probe.id_of('felix') WHERE id = probe.task('submitted', 'finance')"_s);
    const Side isBack = owner(u"UPDATE dealdesk.delegations SET ended_at = now(), ended_by = probe.id_of('felix')"_s);
    const QString end = u"'end_delegation', NULL, '{\"id\":1}'"_s;
    const QString calendar =
        u"'save_calendar', NULL, "
        u"'{\"id\":1,\"name\":\"Eastern\",\"time_zone\":\"Etc/UTC\",\"work_days\":\"1\",\"opens_at\":\"09:00\",\"cutoff_at\":\"16:00\","
        "\"closes_at\":\"17:00\",\"is_default\":1,\"regions\":[],\"holidays\":[],\"days\":[[\"2026-01-05\",\"2026-01-05T09:00:00Z\","
        "\"2026-01-05T16:00:00Z\",\"2026-01-05T17:00:00Z\"]]}', 1"_s;
    const QString late = u"UPDATE dealdesk.deal_approvals SET due_date = created_at WHERE deal_id = 2 AND status = 'pending'"_s;
    const Side tick = person(u"sally"_s, u"'tick', NULL, '{}'"_s);
    const QString steps = u"SELECT count(*) FROM dealdesk.approval_clock_steps WHERE step = 'overdue'"_s;
    const QString opened = u"UPDATE dealdesk.deal_approvals SET status = 'pending', completed_at = NULL, completed_by = NULL "
                           "WHERE id = probe.task('stage 2', 'finance')"_s;
    const auto rescind = [](const QString &deal) {
        return person(
            u"fiona"_s,
            u"'rescind', probe.deal('%1'), jsonb_build_object('approval_id', probe.task('%1', 'finance'), 'reason', 'x')"_s.arg(deal));
    };
    const Side stage2Ends = owner(
        u"UPDATE dealdesk.deal_approvals SET status = 'withdrawn', completed_at = now() WHERE id = probe.task('stage 2', NULL, 2)"_s);
    const QString recalls =
        u"SELECT count(*) FROM dealdesk.approval_actions WHERE approval_id = probe.task('stage 2', NULL, 2) AND action_type = 'recall'"_s;
    const Side moreTime = owner(
        u"UPDATE dealdesk.deal_approvals SET due_date = due_date + interval '30 days' WHERE id = probe.task('negotiating', 'trading')"_s);
    const QString hasMoreTime =
        u"SELECT due_date > created_at + interval '20 days' FROM dealdesk.deal_approvals WHERE id = probe.task('negotiating', 'trading')"_s;
    const Side touch = owner(u"UPDATE dealdesk.deals SET updated_at = now() WHERE id = 2"_s);
    return {
        {u"with_actor"_s, u"who acts stays"_s, person(u"sally"_s, u"'comment', 2, '{\"body\":\"x\"}'"_s), leaves(u"sally"_s), kWaited},
        {u"require_deal"_s, u"the deal stays as it is"_s, person(u"sam"_s, u"'comment', 2, '{\"body\":\"x\"}'"_s), touch, kWaited},
        {u"require_task"_s, u"the task stays as it is"_s, owner(kFelixHasTheTask),
         person(u"fiona"_s, u"'claim', 2, "_s + kTask.arg(QString())), kStale},
        {u"require_candidate"_s, u"who is given a task stays"_s,
         person(u"adam"_s, u"'assign', 2, "_s + kTask.arg(u", 'assignee_id', probe.id_of('felix')"_s)), leaves(u"felix"_s), kWaited},
        {u"guard_deals_status_step"_s, u"who acts stays"_s,
         owner(u"UPDATE dealdesk.deals SET status = 'lost', acting_reason = 'x', acting_user_id = probe.id_of('sally') WHERE id = 1"_s),
         leaves(u"sally"_s), kWaited},
        {u"guard_revisions_true"_s, u"the policy stays as it is"_s,
         person(u"sally"_s, u"'submit_deal', 1, jsonb_build_object('draft', probe.draft('draft'), 'plan', probe.plan())"_s),
         owner(u"UPDATE dealdesk.policy SET version = version + 1"_s), kWaited},
        {u"guard_approvals_decide"_s, u"who decides stays"_s, decision, leaves(u"fiona"_s), kWaited},
        {u"guard_approvals_decide"_s, u"the deal stays as it is"_s, decision, touch, kWaited},
        {u"guard_approvals_decide"_s, u"who is decided for stays"_s, decisionForFelix, leaves(u"felix"_s), kWaited, felixIsAway},
        {u"guard_approvals_decide"_s, u"what was delegated stays"_s, decisionForFelix, isBack, kWaited, felixIsAway},
        {u"hold_delegation"_s, u"who is acted for stays"_s, forFelix, leaves(u"felix"_s), kWaited, felixIsAway},
        {u"hold_delegation"_s, u"what was delegated stays"_s, forFelix, isBack, kWaited, felixIsAway},
        {u"cmd_add_delegation"_s, u"who is to decide stays"_s,
         person(u"felix"_s,
                u"'add_delegation', NULL, jsonb_build_object('delegator_id', probe.id_of('felix'), 'delegate_id', "
                "probe.id_of('tom'), 'starts_at', now(), 'ends_at', now() + interval '1 day')"_s),
         leaves(u"tom"_s), kWaited},
        {u"cmd_end_delegation"_s, u"ended once"_s, person(u"adam"_s, end), person(u"olga"_s, end), kStale, felixIsAway},
        {u"cmd_save_calendar"_s, u"saved over what was seen"_s, person(u"adam"_s, calendar), person(u"olga"_s, calendar), kStale},
        {u"cmd_tick"_s, u"waits for nobody who ticks"_s, tick, person(u"sam"_s, u"'tick', NULL, '{}'"_s), u"at once worked 2"_s, late,
         steps},
        {u"cmd_tick"_s, u"waits for nobody who holds the deal"_s, touch, tick, u"at once worked 0"_s, late, steps},
        {u"guard_approvals_rescind"_s, u"the deal stays as it is"_s, owner(opened),
         owner(u"UPDATE dealdesk.deals SET updated_at = now() WHERE deal_name = 'stage 2'"_s), kWaited},
        {u"cmd_rescind"_s, u"taken back once"_s, owner(opened), rescind(u"stage 2"_s), kStale},
        {u"cmd_rescind"_s,
         u"a clock goes on from what it says now"_s,
         moreTime,
         rescind(u"negotiating"_s),
         u"waited worked t"_s,
         {},
         hasMoreTime},
        {u"withdraw_stage_2"_s, u"what is over is not taken back"_s, stage2Ends, rescind(u"stage 2"_s), u"waited worked 0"_s, {}, recalls},
        {u"cmd_transfer_deal"_s, u"the new owner stays"_s,
         person(u"adam"_s, u"'transfer_deal', 2, jsonb_build_object('owner_id', probe.id_of('sam'))"_s), leaves(u"sam"_s), kWaited},
        {u"hand_on_tasks"_s, u"the heir stays"_s, person(u"adam"_s, savedPerson(u"felix"_s, u"department_reviewer"_s, false)),
         leaves(u"fiona"_s), kWaited, heirs + kFelixHasTheTask},
        {u"hand_on_tasks"_s, u"what was given to another stays there"_s,
         person(u"adam"_s, u"'assign', 2, "_s + kTask.arg(u", 'assignee_id', probe.id_of('fiona')"_s)),
         person(u"olga"_s, savedPerson(u"felix"_s, u"department_reviewer"_s, false)), u"waited worked fiona"_s, kFelixHasTheTask, holder},
        {u"cmd_save_user"_s, u"one row"_s, person(u"adam"_s, savedPerson(u"sam"_s, u"seller"_s, true)),
         person(u"olga"_s, savedPerson(u"sam"_s, u"seller"_s, true)), kStale},
        {u"cmd_save_user"_s, u"one administrator remains"_s, person(u"adam"_s, savedPerson(u"adam"_s, u"seller"_s, true)),
         person(u"olga"_s, savedPerson(u"olga"_s, u"seller"_s, true)), u"waited DD403"_s},
        {u"cmd_create_first_admin"_s, u"one first administrator"_s, firstAdmin(u"sally"_s), firstAdmin(u"sam"_s), u"waited DD403"_s,
         u"SET session_replication_role = replica; DELETE FROM dealdesk.users; SET session_replication_role = origin"_s},
        sameRow(u"save_advertiser"_s, u"'{\"id\":1,\"name\":\"x\"}'"_s),
        sameRow(u"save_agency"_s, u"'{\"id\":1,\"name\":\"x\"}'"_s, u"INSERT INTO dealdesk.agencies (name) VALUES ('y')"_s),
        sameRow(u"save_catalog_item"_s, u"'{\"id\":1,\"category_name\":\"x\",\"sub_category_name\":\"x\",\"incentive_option\":\"x\"}'"_s),
        sameRow(u"save_department"_s, u"'{\"department\":\"legal\",\"display_name\":\"x\"}'"_s),
        sameRow(u"save_level"_s, u"'{\"code\":\"svp\",\"display_name\":\"x\",\"rank\":4,\"limit_amount\":200000000}'"_s),
        sameRow(u"save_policy"_s, u"'{\"routing_basis\":\"top_tier_revenue\",\"client_value_factor\":1}'"_s),
    };
}

} // namespace dealdesk::test
