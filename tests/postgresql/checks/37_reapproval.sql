-- Who stands and who is asked again, and what may be carried forward.

CREATE FUNCTION probe.writes(p_outcome text, p_sql text, given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, p_sql, given => given, role => 'dealdesk_owner')
$$;
-- The deal "approved" as its owner sends it in again.
CREATE FUNCTION probe.sent_in(p_change jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('draft', probe.draft('approved'), 'plan', probe.plan()) || p_change
$$;
CREATE FUNCTION probe.taken_back() RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT probe.carry_out(''sally'', ''advance_deal'', %s, ''{"to":"negotiating","reason":"x"}'')', probe.deal('approved'))
$$;
CREATE FUNCTION probe.sent_in_again() RETURNS text LANGUAGE sql AS $$
    SELECT format('%s; SELECT probe.carry_out(''sally'', ''resubmit_deal'', %s, %L)', probe.taken_back(), probe.deal('approved'), probe.sent_in())
$$;

-- what the owner was shown
SELECT probe.expect(o, 'sally', format('SELECT dealdesk.cmd_resubmit_deal(gen_random_uuid(), 1, %s, (SELECT version FROM dealdesk.deals WHERE id = %1$s), %L)',
                                       probe.deal('approved'), probe.sent_in(c::jsonb)), given => probe.taken_back())
FROM (VALUES ('worked', '{}'), ('worked', '{"reapproval":null}'),
             ('worked', '{"reapproval":[{"approver":"trading","outcome":"carried"},{"approver":"finance","outcome":"carried"},{"approver":"business","outcome":"carried"}]}'),
             ('DD412 routing_changed', '{"reapproval":[]}'),
             ('DD412 routing_changed', '{"reapproval":[{"approver":"trading","outcome":"carried"},{"approver":"finance","outcome":"asked"},{"approver":"business","outcome":"carried"}]}'),
             ('DD422 invalid', '{"reapproval":{}}'), ('DD422 invalid', '{"reapproval":"carried"}')) v (o, c);
SELECT probe.reads('approved', 'sally', format('SELECT status FROM dealdesk.deals WHERE id = %s', probe.deal('approved')), given => probe.sent_in_again());
SELECT probe.reads('business carried,finance carried,trading carried', 'sally', format(
    'SELECT string_agg(approval_key || '' '' || outcome, '','' ORDER BY approval_key) FROM dealdesk.deal_reapproval WHERE deal_id = %s', probe.deal('approved')),
    given => probe.sent_in_again());
SELECT probe.reads('0', 'sally', format('SELECT count(*) FROM dealdesk.deal_reapproval WHERE deal_id = %s', probe.deal('approved')));

-- worked out once and for all
SELECT probe.writes('DD403 forbidden', s) FROM unnest(ARRAY['UPDATE dealdesk.reapproval_steps SET outcome = ''carried''', 'DELETE FROM dealdesk.reapproval_steps']) s;
CREATE FUNCTION probe.step(p_key text, p_level text, p_outcome text) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.reapproval_steps (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id)
                   VALUES (%s, 2, %L, %L, %L, ''none'', %s)', probe.deal('negotiating'), p_key, p_level, p_outcome, probe.task('negotiating', 'finance'))
$$;
CREATE FUNCTION probe.between() RETURNS text LANGUAGE sql AS $$
    SELECT format('SET session_replication_role = replica; INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name)
                   SELECT deal_id, 2, content, plan, submitted_by, submitted_by_name FROM dealdesk.deal_revisions WHERE deal_id = %s;
                   SET session_replication_role = origin', probe.deal('negotiating'))
$$;
SELECT probe.writes('DD403 forbidden', probe.step('finance', '', 'carried'));
SELECT probe.writes('worked', probe.step('finance', '', 'asked'), probe.between());
SELECT probe.writes('DD403 forbidden', probe.step('finance', '', 'carried'), probe.between() || ';SET session_replication_role = replica;
    UPDATE dealdesk.deals SET status = ''under_review'' WHERE deal_name = ''negotiating''; SET session_replication_role = origin');
SELECT probe.writes(o, probe.step(k, l, w), probe.between() || ';' || probe.step('finance', '', 'asked') || ';' || probe.step('business', 'director', 'new'))
FROM (VALUES ('DD409 duplicate', 'finance', 'x', 'carried'), ('DD409 duplicate', 'finance', 'x', 'not_required'),
             ('DD409 duplicate', 'business', 'manager', 'carried'), ('DD409 duplicate', 'business', 'director', 'not_required'),
             ('worked', 'business', 'manager', 'not_required')) v (o, k, l, w);

-- carried forward is what stands, as it was decided
CREATE FUNCTION probe.carried(p_change text DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, required_role, status, due_date, comments, completed_by,
                                                        completed_at, carried_from, imported, revision_reason)
                   SELECT r.deal_id, r.revision_number, r.approval_stage, r.department, r.required_role, r.status, r.due_date, r.comments, r.completed_by, r.completed_at,
                          r.carried_from, r.imported, r.revision_reason
                   FROM dealdesk.deal_approvals t, jsonb_populate_record(t, jsonb_build_object(''revision_number'', 2, ''carried_from'', t.id) || %L) r
                   WHERE t.id = %s', p_change::jsonb, probe.task('approved', 'finance'))
$$;
CREATE FUNCTION probe.without_finance() RETURNS text LANGUAGE sql AS $$
    SELECT probe.sent_in_again() || '; SET session_replication_role = replica; DELETE FROM dealdesk.approval_actions WHERE approval_id IN
        (SELECT t.id FROM dealdesk.deal_approvals t WHERE t.revision_number = 2 AND t.department = ''finance'');
        DELETE FROM dealdesk.deal_approvals WHERE revision_number = 2 AND department = ''finance'';
        UPDATE dealdesk.deals SET status = ''under_review'' WHERE deal_name = ''approved''; SET session_replication_role = origin'
$$;
SELECT probe.writes('worked', probe.carried(), probe.without_finance());
SELECT probe.writes('DD403 forbidden', probe.carried(), probe.sent_in_again());
SELECT probe.writes('DD403 forbidden', probe.carried(c), probe.without_finance())
FROM unnest(ARRAY['{"carried_from":null}', '{"comments":"x"}', '{"completed_at":"2026-01-01"}', '{"status":"not_required"}', '{"status":"revision_requested"}',
                  '{"imported":true}', '{"revision_reason":"x"}', '{"department":"creative"}', '{"approval_stage":2}',
                  format('{"carried_from":%s}', probe.task('approved', 'trading')), format('{"completed_by":%s}', probe.id_of('felix')),
                  '{"status":"pending"}', '{"status":"not_required","completed_by":null,"completed_at":null,"carried_from":null}']) c;
SELECT probe.writes('DD403 forbidden', probe.carried(), probe.without_finance() || format('; INSERT INTO dealdesk.deal_editors SELECT %s, %s', probe.deal('approved'),
    probe.id_of('fiona')));

-- and its line
CREATE FUNCTION probe.line(p_action text, p_revision integer) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
                   SELECT t.id, t.deal_id, %L, t.completed_by, ''x'' FROM dealdesk.deal_approvals t
                   WHERE t.deal_id = %s AND t.department = ''finance'' AND t.revision_number = %s', p_action, probe.deal('approved'), p_revision)
$$;
SELECT probe.writes('DD403 forbidden', probe.line('carry_forward', r), probe.sent_in_again()) FROM unnest(ARRAY[1, 2]) r;
SELECT probe.writes('worked', probe.line('carry_forward', 2), probe.without_finance() || ';' || probe.carried());
SELECT probe.writes('DD412 already_decided', probe.line('approve', 2), probe.sent_in_again());
