-- The guards of decisions that are taken back, of the owner's checklist and of what was read.

CREATE FUNCTION probe.writes(p_outcome text, p_sql text, given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, p_sql, given => given, role => 'dealdesk_owner')
$$;
CREATE FUNCTION probe.rescinds(p_outcome text, p_deal text, p_department text, p_set text DEFAULT 'completed_by = NULL', p_stage integer DEFAULT 1,
    given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, format(
        'UPDATE dealdesk.deal_approvals SET status = ''pending'', completed_at = NULL, revision_reason = NULL, %s WHERE id = %s', p_set,
        probe.task(p_deal, p_department, p_stage)), given => given, role => 'dealdesk_owner')
$$;

SELECT probe.rescinds('worked', 'stage 2', 'finance');
SELECT probe.rescinds('worked', 'negotiating', 'finance');
SELECT probe.rescinds('worked', 'approved', NULL, p_stage => 2);
-- only one's own
SELECT probe.rescinds('DD403 forbidden', 'stage 2', 'finance', p_login => 'olga');
-- not when somebody has gone on from it
SELECT probe.rescinds('DD423 illegal_transition', 'approved', 'finance');
SELECT probe.rescinds('DD423 illegal_transition', 'negotiating', 'finance', given => 'UPDATE dealdesk.deals SET client_asks = ''more'' WHERE deal_name = ''negotiating''');
SELECT probe.rescinds('DD412 already_decided', 'stage 2', NULL, p_stage => 2,
    given => format('UPDATE dealdesk.deal_approvals SET status = ''rejected'', revision_reason = ''x'', completed_at = now(), completed_by = %s WHERE id = %s',
                    probe.id_of('mona'), probe.task('stage 2', NULL, 2)));
-- whole, and nobody else's task afterwards
SELECT probe.rescinds('DD403 forbidden', 'stage 2', 'finance', s)
FROM unnest(ARRAY['comments = ''x''', format('completed_by = NULL, assigned_to = %s', probe.id_of('felix'))]) s;
SELECT probe.rescinds('worked', 'stage 2', 'finance', format('completed_by = NULL, assigned_to = %s', probe.id_of('fiona')));

-- never without its line
SELECT probe.reads('fiona: wrong figures', 'postgres',
    'SELECT x.performed_by_name || '': '' || x.comments FROM dealdesk.approval_actions x WHERE x.action_type = ''rescind''',
    given => format('UPDATE dealdesk.deal_approvals SET status = ''pending'', completed_at = NULL, completed_by = NULL, comments = ''wrong figures'' WHERE id = %s',
                    probe.task('stage 2', 'finance')));

-- no line without it, and no status
SELECT probe.writes('DD403 forbidden', format(
    'INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name) VALUES (%s, %s, ''rescind'', %s, ''x'')',
    probe.task(d, 'finance'), probe.deal(d), probe.id_of('fiona'))) FROM unnest(ARRAY['stage 2', 'submitted', 'negotiating']) d;
SELECT probe.writes('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''under_review'', acting_user_id = %s WHERE id = %s',
    probe.id_of('mona'), probe.deal(d))) FROM unnest(ARRAY['approved', 'negotiating']) d;

-- the checklist is the owner's
CREATE FUNCTION probe.ticks(p_outcome text, p_deal text, p_by text, p_path text DEFAULT '', p_login text DEFAULT 'postgres', given text DEFAULT NULL)
RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.writes(p_outcome, format('INSERT INTO dealdesk.revision_ticks (approval_id, path, is_done, ticked_by) VALUES (%s, %L, true, %s)',
                                                 probe.task(p_deal, 'finance'), p_path, probe.id_of(p_by)), given, p_login)
$$;
SELECT probe.ticks('worked', 'negotiating', 'sally');
SELECT probe.ticks('DD403 forbidden', 'negotiating', p) FROM unnest(ARRAY['sam', 'fiona']) p;
SELECT probe.ticks('DD403 forbidden', 'negotiating', 'sally', 'region');
SELECT probe.ticks('DD403 forbidden', 'submitted', 'sally');
SELECT probe.ticks('DD403 forbidden', 'negotiating', 'sally', p_login => 'olga');
SELECT probe.writes('DD403 forbidden', 'DELETE FROM dealdesk.revision_ticks');

-- marks are one's own and never go back
SELECT probe.writes(o, format('INSERT INTO dealdesk.notice_marks VALUES (%s, now())', probe.id_of(p)), p_login => 'olga')
FROM (VALUES ('worked', 'olga'), ('DD403 forbidden', 'sally')) x (o, p);
SELECT probe.writes(o, format('UPDATE dealdesk.notice_marks SET read_up_to = %L', t), format('INSERT INTO dealdesk.notice_marks VALUES (%s, ''2026-01-02Z'')',
    probe.id_of('sally')))
FROM (VALUES ('worked', '2026-01-03Z'), ('DD403 forbidden', '2026-01-01Z')) x (o, t);
SELECT probe.writes('DD403 forbidden', 'DELETE FROM dealdesk.notice_marks');
SELECT probe.expect(o, 'sally', probe.command('read_notices', NULL, a))
FROM (VALUES ('worked', '{"up_to":"2026-01-02T03:04:05.678Z"}'::jsonb), ('DD422 invalid', '{}'), ('DD422 invalid', '{"up_to":"2026-01-02"}'),
             ('DD422 invalid', '{"up_to":"2999-01-01T00:00:00.000Z"}')) x (o, a);
