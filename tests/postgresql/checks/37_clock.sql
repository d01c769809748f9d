-- The business clock: who keeps calendars, what their days have to be, and that a step is written when it is due.

CREATE FUNCTION probe.clock_writes(p_outcome text, p_sql text, given text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, 'postgres', p_sql, given => given, role => 'dealdesk_owner')
$$;
-- a calendar of two days, as the program sends it
CREATE FUNCTION probe.calendar(p_change jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
    SELECT '{"id":1,"name":"Eastern","time_zone":"America/New_York","work_days":"12345","opens_at":"09:00","cutoff_at":"16:00","closes_at":"17:00","is_default":1,
             "regions":["south"],"holidays":[{"day":"2026-01-07","name":"Day off"}],
             "days":[["2026-01-05","2026-01-05T14:00:00.000Z","2026-01-05T21:00:00.000Z","2026-01-05T22:00:00.000Z"],
                     ["2026-01-06","2026-01-06T14:00:00.000Z","2026-01-06T21:00:00.000Z","2026-01-06T22:00:00.000Z"]]}'::jsonb || p_change
$$;
CREATE FUNCTION probe.saves_calendar(p_outcome text, p_login text, p_change jsonb DEFAULT '{}', p_version bigint DEFAULT 1) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, probe.command('save_calendar', NULL, probe.calendar(p_change), p_version))
$$;
SELECT probe.saves_calendar('worked', 'adam');
SELECT probe.saves_calendar('worked', 'adam', '{"id":null,"name":"Mountain","is_default":0}');
SELECT probe.saves_calendar('worked', 'adam', '{"id":2,"name":"Central"}');
SELECT probe.saves_calendar('DD403 forbidden', l) FROM unnest(ARRAY['sally', 'fiona', 'mona']) l;
SELECT probe.saves_calendar('DD404 not_found', 'adam', '{"id":4711}');
SELECT probe.saves_calendar('DD412 stale', 'adam', p_version => 7);
SELECT probe.saves_calendar('DD409 duplicate', 'adam', c) FROM unnest(ARRAY['{"name":"central"}', '{"id":null,"name":"Eastern","is_default":0}']::jsonb[]) c;
SELECT probe.saves_calendar('DD422 invalid', 'adam', c) FROM unnest(ARRAY['{"is_default":0}', '{"days":[]}', '{"days":null}', '{"regions":"south"}', '{"holidays":7}',
    '{"time_zone":7}',
    '{"work_days":"2"}', -- the Monday is none
    '{"holidays":[{"day":"2026-01-06"}]}',
    '{"days":[["2026-01-05","2026-01-05T14:00:00Z","2026-01-05T14:00:00Z","2026-01-05T22:00:00Z"]]}',
    '{"days":[["2026-01-05","2026-01-05T14:00:00Z","2026-01-05T23:00:00Z","2026-01-05T22:00:00Z"]]}',
    '{"days":[["2026-01-06","2026-01-06T14:00:00Z","2026-01-06T21:00:00Z","2026-01-06T22:00:00Z"],["2026-01-05","2026-01-07T14:00:00Z","2026-01-07T21:00:00Z","2026-01-07T22:00:00Z"]]}',
    '{"days":[["2026-01-05","2026-01-05T14:00:00Z","2026-01-05T21:00:00Z","2026-01-05T22:00:00Z"],["2026-01-06","2026-01-05T21:30:00Z","2026-01-06T21:00:00Z","2026-01-06T22:00:00Z"]]}'
    ]::jsonb[]) c;

-- past the command: a part changes with its calendar only, and stays true
SELECT probe.clock_writes('DD403 forbidden', s) FROM unnest(ARRAY['DELETE FROM dealdesk.calendars', 'UPDATE dealdesk.calendars SET id = DEFAULT, version = version + 1 WHERE id = 1',
    'INSERT INTO dealdesk.calendars (name, time_zone, is_default) VALUES (''x'', ''Etc/UTC'', true)',
    'DELETE FROM dealdesk.calendar_days', 'DELETE FROM dealdesk.calendar_regions', 'UPDATE dealdesk.calendar_days SET worked_before = 0',
    'UPDATE dealdesk.calendar_regions SET calendar_id = 2', 'INSERT INTO dealdesk.calendar_holidays VALUES (1, ''2026-01-07'', ''x'')']) s;
SELECT probe.clock_writes('DD412 stale', 'UPDATE dealdesk.calendars SET name = ''x'' WHERE id = 1');
CREATE FUNCTION probe.day_of(p_calendar bigint, p_number integer, p_day text, p_worked bigint) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.calendar_days VALUES (%s, %s, %L, %L, %L, %L, %s)', p_calendar, p_number, p_day, p_day || 'T14:00:00Z', p_day || 'T21:00:00Z',
                  p_day || 'T22:00:00Z', p_worked)
$$;
SELECT probe.clock_writes(o, probe.day_of(1, n, '2026-01-05', w), 'INSERT INTO dealdesk.command_log (command_id, actor_id, verb, digest) VALUES (gen_random_uuid(), 1, ''save_calendar'', ''x'');
    DELETE FROM dealdesk.calendar_days')
FROM (VALUES ('DD422 invalid', 2, 0), ('DD422 invalid', 1, 7)) d (o, n, w);
SELECT probe.reads('reference', 'sally', 'SELECT topic FROM change_feed WHERE xid = pg_current_xact_id()', 'UPDATE dealdesk.calendars SET version = version + 1');

-- a step: due, once, as of now, never changed
CREATE FUNCTION probe.is_late() RETURNS text LANGUAGE sql AS $$
    SELECT 'UPDATE dealdesk.deal_approvals SET remind_at = created_at, due_date = created_at, escalate_at = created_at WHERE deal_id = 2 AND status = ''pending'''
$$;
CREATE FUNCTION probe.step(p_step text, p_due text) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.approval_clock_steps (approval_id, deal_id, step, due_at, noticed_at) SELECT id, deal_id, %L, %s, ''2020-01-01''
                   FROM dealdesk.deal_approvals WHERE id = %s', p_step, p_due, probe.task('submitted', 'finance'))
$$;
SELECT probe.clock_writes('worked', probe.step(s, 'created_at'), probe.is_late()) FROM unnest(ARRAY['reminder', 'overdue', 'escalation']) s;
SELECT probe.clock_writes('DD403 forbidden', probe.step('overdue', d), g) FROM (VALUES ('due_date', NULL), ('now()', probe.is_late())) w (d, g);
SELECT probe.clock_writes('DD403 forbidden', probe.step('overdue', 'created_at'), probe.is_late() || '; ' || probe.step('overdue', 'created_at'));
SELECT probe.clock_writes('DD403 forbidden', s, probe.is_late() || '; ' || probe.step('overdue', 'created_at'))
FROM unnest(ARRAY['UPDATE dealdesk.approval_clock_steps SET due_at = now()', 'DELETE FROM dealdesk.approval_clock_steps']) s;
SELECT probe.reads('true', 'sam', 'SELECT noticed_at > now() - interval ''1 hour'' FROM approval_clock_steps', probe.is_late() || '; ' || probe.step('overdue', 'created_at'));
SELECT probe.reads('escalate Deal Desk', 'sam', 'SELECT action_type || '' '' || performed_by_name FROM approval_actions WHERE action_type = ''escalate''',
    probe.is_late() || '; ' || probe.step('escalation', 'created_at'));
CREATE FUNCTION probe.escalates(p_outcome text, p_by text, given text) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.clock_writes(p_outcome, format('INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
        VALUES (%s, 2, ''escalate'', %s, ''x'')', probe.task('submitted', 'finance'), p_by), given)
$$;
SELECT probe.escalates('DD403 forbidden', p, probe.is_late()) FROM unnest(ARRAY['NULL', '1']) p;
SELECT probe.escalates('DD403 forbidden', 'NULL', probe.is_late() || '; ' || probe.step('escalation', 'created_at'));
SELECT probe.expect('worked', l, probe.command('tick', NULL, '{}'), probe.is_late()) FROM unnest(ARRAY['sally', 'mona', 'adam']) l;
SELECT probe.expect('DD403 account_inactive', 'ivan', probe.command('tick', NULL, '{}'));
