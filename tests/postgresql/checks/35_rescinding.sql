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

-- what the command says of it
CREATE FUNCTION probe.takes_back(p_outcome text, p_login text, p_deal text, p_task bigint) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login,
                               probe.command('rescind', probe.deal(p_deal), jsonb_build_object('approval_id', p_task, 'reason', 'x')))
$$;
SELECT probe.takes_back('worked', 'fiona', d, probe.task(d, 'finance')) FROM unnest(ARRAY['stage 2', 'negotiating']) d;
SELECT probe.takes_back('DD404 not_found', 'fiona', 'stage 2', t) FROM unnest(ARRAY[4711, probe.task('approved', 'finance')]) t;
SELECT probe.takes_back('DD412 stale', 'fiona', 'submitted', probe.task('submitted', 'finance'));
SELECT probe.takes_back('DD403 forbidden', 'felix', 'approved', probe.task('approved', 'finance'));
SELECT tap.matches(probe.outcome('fiona', NULL, NULL,
                                 probe.command('rescind', probe.deal('approved'), jsonb_build_object('approval_id', probe.task('approved', 'finance'))), true),
                   '"to": ?"under_review"', 'where it would have led');

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
SELECT probe.reads(probe.deal('negotiating')::text, 'adam', 'SELECT deal_id FROM change_feed WHERE xid = pg_current_xact_id()',
                   format('INSERT INTO dealdesk.revision_ticks (approval_id, path, is_done, ticked_by) VALUES (%s, '''', true, %s)',
                          probe.task('negotiating', 'finance'), probe.id_of('sally')));

CREATE FUNCTION probe.marks_done(p_outcome text, p_login text, p_deal text, p_change jsonb DEFAULT '{}') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, probe.command('tick_point', probe.deal(p_deal), jsonb_build_object(
        'approval_id', probe.task(p_deal, 'finance'), 'path', '', 'done', true) || p_change))
$$;
SELECT probe.marks_done('worked', 'sally', 'negotiating');
SELECT probe.marks_done('DD404 not_found', 'sally', 'negotiating', '{"approval_id":4711}');
SELECT probe.marks_done('DD403 forbidden', 'sam', d) FROM unnest(ARRAY['negotiating', 'submitted']) d;
SELECT probe.marks_done('DD412 stale', 'sally', 'submitted');
SELECT probe.marks_done('DD422 invalid', 'sally', 'negotiating', c) FROM unnest(ARRAY['{"path":"region"}', '{"path":null}', '{"done":null}']::jsonb[]) c;

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
