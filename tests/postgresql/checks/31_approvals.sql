-- The guards of the approvals, for whoever writes past the commands.

CREATE FUNCTION probe.decides(p_outcome text, p_deal text, p_department text, p_by text, p_set text DEFAULT 'status = ''approved''', given text DEFAULT NULL,
    p_stage integer DEFAULT 1,
                              p_login text DEFAULT 'postgres', p_at text DEFAULT 'now()') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, format('UPDATE dealdesk.deal_approvals SET %s, completed_at = %s, completed_by = %L WHERE id = %s', p_set, p_at, probe.id_of(p_by),
                                                           probe.task(p_deal, p_department, p_stage)), given => given, role => 'dealdesk_owner')
$$;

SELECT probe.decides('worked', 'submitted', 'finance', 'fiona');
SELECT probe.decides('DD403 forbidden', 'submitted', 'finance', p) FROM unnest(ARRAY['tom', 'sam', 'adam', 'mona', 'lena', 'nobody']) p;
SELECT probe.decides('DD403 forbidden', 'submitted', 'finance', 'fiona', given => 'UPDATE dealdesk.users SET is_active = false WHERE username = ''fiona''');
SELECT probe.decides('DD403 forbidden', 'submitted', 'finance', 'fiona', p_login => 'olga');
SELECT probe.decides('DD403 separation_of_duties', 'submitted', 'finance', 'fiona', given => format('INSERT INTO dealdesk.deal_editors VALUES (2, %s)',
    probe.id_of('fiona')));
SELECT probe.decides('DD403 separation_of_duties', 'submitted', 'finance', 'fiona', given => format('UPDATE dealdesk.deals SET owner_id = %s WHERE id = 2',
    probe.id_of('fiona')));
-- nobody in two stages of a deal, nobody twice in one
SELECT probe.decides('DD403 separation_of_duties', 'stage 2', NULL, 'fiona', p_stage => 2,
    given => $$UPDATE dealdesk.users SET role = 'approver', approval_level = 'svp' WHERE username = 'fiona'$$);
SELECT probe.decides('DD403 separation_of_duties', 'submitted', 'trading', 'fiona',
                     given => format('UPDATE dealdesk.deal_approvals SET status = ''approved'', completed_at = now(), completed_by = %s WHERE id = %s; UPDATE dealdesk.users SET department = ''trading'' WHERE username = ''fiona''',
                                     probe.id_of('fiona'), probe.task('submitted', 'finance')));
SELECT probe.decides('worked', 'stage 2', NULL, p, p_stage => 2) FROM unnest(ARRAY['mona', 'dora']) p;
SELECT probe.decides('DD403 forbidden', 'stage 2', NULL, 'mona', p_stage => 2,
    given => $$UPDATE dealdesk.approval_levels SET rank = -1 WHERE code = 'manager'; UPDATE dealdesk.users SET approval_level = 'manager' WHERE username = 'mona';
    SET session_replication_role = replica; UPDATE dealdesk.deal_approvals SET approval_level = 'director' WHERE approval_stage = 2; SET session_replication_role = origin$$);
SELECT probe.decides('DD403 forbidden', 'submitted', 'finance', 'fiona', 'status = ''rejected'', revision_reason = ''x''');
SELECT probe.decides('worked', 'stage 2', NULL, 'mona', 'status = ''rejected'', revision_reason = ''x''', p_stage => 2);
SELECT probe.decides('DD422 reason_required', 'submitted', 'finance', 'fiona', format('status = ''revision_requested'', revision_reason = %L', r))
    FROM unnest(ARRAY[NULL, '', ' ']) r;
SELECT probe.decides('worked', 'submitted', 'finance', 'fiona', 'status = ''revision_requested'', revision_reason = ''x''');
SELECT probe.decides('DD422 invalid', 'submitted', 'finance', 'fiona', p_at => 'NULL');
-- not on what is no longer there to decide
SELECT probe.decides('DD423 illegal_transition', 'submitted', 'finance', 'fiona',
    given => format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 2', probe.id_of('sally')));
SELECT probe.decides('DD423 illegal_transition', 'stage 2', NULL, 'mona', p_stage => 2,
                     given => $$SET session_replication_role = replica; UPDATE dealdesk.deal_approvals SET status = 'pending' WHERE deal_id = 3 AND approval_stage = 1; SET session_replication_role = origin$$);
-- once and for all
SELECT probe.decides('DD412 already_decided', 'stage 2', 'finance', 'felix');
SELECT probe.expect('DD412 already_decided', 'postgres', format('UPDATE dealdesk.deal_approvals SET %s WHERE id = %s', s, probe.task('stage 2', 'finance')),
    role => 'dealdesk_owner')
FROM unnest(ARRAY['comments = ''x''', 'status = ''withdrawn'', completed_by = NULL', 'assigned_to = NULL']) s;
SELECT probe.expect('DD412 already_decided', 'postgres', format('UPDATE dealdesk.deal_approvals SET status = ''pending'' WHERE id = %s', probe.task('lost',
    'finance')), role => 'dealdesk_owner');
SELECT probe.expect('DD403 forbidden', 'postgres', format('UPDATE dealdesk.deal_approvals SET %s WHERE id = %s', s, probe.task('submitted', 'finance')),
    role => 'dealdesk_owner')
FROM unnest(ARRAY['id = DEFAULT', 'deal_id = 3', 'revision_number = 7', 'department = ''legal''', 'required_role = ''approver''', 'reasons = ''["x"]''',
    'imported = true', 'created_at = now()',
                  'approval_stage = 2, approval_level = ''manager''', 'completed_by = 1', 'status = ''not_required''',
                      'status = ''withdrawn'', completed_by = 1']) s;
SELECT probe.expect('worked', 'postgres', format('UPDATE dealdesk.deal_approvals SET %s WHERE id = %s', s, probe.task('submitted', 'finance')),
    role => 'dealdesk_owner')
FROM unnest(ARRAY['assigned_to = 1', 'status = ''withdrawn''']) s;
SELECT probe.expect('DD403 forbidden', 'postgres', 'DELETE FROM dealdesk.deal_approvals', role => 'dealdesk_owner');

-- opened as the frozen plan says
CREATE FUNCTION probe.opens(p_outcome text, p_deal bigint, p_change text, given text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, 'postgres', format(
        'INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, due_date, status, completed_by, completed_at, imported)
         SELECT %s, r.* FROM jsonb_to_record(%L) AS r (revision_number integer, approval_stage integer, department text, approval_level text, required_role text, due_date timestamptz, status text,
                                                       completed_by bigint, completed_at timestamptz, imported boolean)',
        p_deal, '{"revision_number":1,"approval_stage":1,"department":"finance","required_role":"department_reviewer","due_date":"2026-12-31","status":"pending","imported":false}'::jsonb || p_change::jsonb),
        given => given, role => 'dealdesk_owner')
$$;
CREATE FUNCTION probe.without_task() RETURNS text LANGUAGE sql AS $$
    SELECT 'SET session_replication_role = replica; DELETE FROM dealdesk.deal_approvals WHERE department = ''finance''; SET session_replication_role = origin'
$$;
SELECT probe.opens('worked', 2, '{}', probe.without_task());
SELECT probe.opens('DD403 forbidden', 2, '{}');
SELECT probe.opens('DD403 forbidden', 2, c, probe.without_task()) FROM unnest(ARRAY['{"department":"legal"}', '{"department":"creative"}', '{"revision_number":2}',
    '{"status":"approved"}', '{"status":"withdrawn"}',
    '{"completed_by":1}', '{"completed_at":"2026-01-01"}', '{"imported":true}', '{"required_role":"approver"}',
        '{"approval_stage":2,"approval_level":"manager","required_role":"approver","department":"trading"}']) c;
SELECT probe.opens('DD403 forbidden', d, '{}', probe.without_task()) FROM unnest(ARRAY[1, 5, 6, 7]) d;
CREATE FUNCTION probe.without_stage_2() RETURNS text LANGUAGE sql AS $$
    SELECT 'SET session_replication_role = replica; DELETE FROM dealdesk.deal_approvals WHERE approval_stage = 2; SET session_replication_role = origin'
$$;
SELECT probe.opens('worked', 3, '{"approval_stage":2,"approval_level":"manager","required_role":"approver","department":"trading"}', probe.without_stage_2());
SELECT probe.opens('DD403 forbidden', 3, '{"approval_stage":2,"approval_level":"director","required_role":"approver","department":"trading"}',
    probe.without_stage_2());
SELECT probe.opens('DD403 forbidden', 3, '{"approval_stage":2,"approval_level":"manager","required_role":"department_reviewer","department":"trading"}',
    probe.without_stage_2());
SELECT probe.opens('DD403 forbidden', 3, '{"approval_stage":2,"approval_level":"manager","required_role":"approver","department":"legal"}');
SELECT probe.opens('DD403 forbidden', 4, '{"approval_stage":2,"approval_level":"manager","required_role":"approver","department":"trading"}',
    probe.without_stage_2());
