-- Who decides for whom: what the commands refuse, and what the guards of delegations and of "B for A" hold.

CREATE FUNCTION probe.writes(p_outcome text, p_sql text, given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, p_sql, given => given, role => 'dealdesk_owner')
$$;
-- tom decides for fiona
CREATE FUNCTION probe.away(p_id bigint DEFAULT 1, p_until text DEFAULT '2099-01-01') RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO dealdesk.delegations (id, delegator_id, delegate_id, starts_at, ends_at, created_by)
                   OVERRIDING SYSTEM VALUE VALUES (%s, %s, %s, ''2020-01-01'', %L, %s)', p_id, probe.id_of('fiona'), probe.id_of('tom'), p_until, probe.id_of('fiona'))
$$;
CREATE FUNCTION probe.is_back() RETURNS text LANGUAGE sql AS $$
    SELECT format('UPDATE dealdesk.delegations SET ended_at = now(), ended_by = %s', probe.id_of('fiona'))
$$;
CREATE FUNCTION probe.adds(p_outcome text, p_login text, p_change jsonb DEFAULT '{}', given text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, probe.command('add_delegation', NULL, jsonb_build_object('delegator_id', probe.id_of('fiona'),
        'delegate_id', probe.id_of('tom'), 'starts_at', clock_timestamp(), 'ends_at', clock_timestamp() + interval '9 days') || p_change), given => given)
$$;
SELECT probe.adds('worked', l) FROM unnest(ARRAY['fiona', 'adam']) l;
SELECT probe.adds('DD403 forbidden', l) FROM unnest(ARRAY['tom', 'felix', 'sally', 'mona']) l;
SELECT probe.adds('DD404 not_found', 'adam', '{"delegator_id":4711}');
SELECT probe.adds('DD404 not_found', 'adam', jsonb_build_object('delegator_id', probe.id_of('ivan')));
SELECT probe.adds('DD422 invalid', 'fiona', c) FROM unnest(ARRAY['{"ends_at":"2020-01-01T00:00:00Z"}', '{"ends_at":"infinity"}', '{"starts_at":"-infinity"}', '{"ends_at":"soon"}',
    '{"ends_at":null}', '{"ends_at":7}', '{"starts_at":"2020-01-01T00:00:00Z"}', '{"scope":"half"}', '{"scope":"department"}', '{"scope":"level","approval_level":"king"}',
    '{"department":"finance"}', '{"limit_amount":-1}', '{"limit_amount":"x"}', '{"delegate_id":4711}', '{"delegate_id":null,"out_of_office":0}', '{"comment":7}']::jsonb[]) c;
SELECT probe.adds('DD422 invalid', 'fiona', jsonb_build_object('delegate_id', probe.id_of(p))) FROM unnest(ARRAY['fiona', 'sally', 'adam']) p;
SELECT probe.adds('DD422 invalid', 'fiona', given => 'UPDATE dealdesk.users SET is_active = false WHERE username = ''tom''');

CREATE FUNCTION probe.ends(p_outcome text, p_login text, given text DEFAULT probe.away()) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, probe.command('end_delegation', NULL, '{"id":1}'), given => given)
$$;
SELECT probe.ends('worked', l) FROM unnest(ARRAY['fiona', 'adam']) l;
SELECT probe.ends('DD403 forbidden', l) FROM unnest(ARRAY['tom', 'felix', 'sally']) l;
SELECT probe.ends('DD404 not_found', 'fiona', 'SELECT 1');
SELECT probe.ends('DD412 stale', 'fiona', probe.away() || '; ' || probe.is_back());
SELECT probe.ends('DD412 stale', 'fiona', probe.away(p_until => '2020-01-02'));

-- entered and ended in one's own name, ended once, never changed
SELECT probe.writes('worked', probe.away());
SELECT probe.writes('DD403 forbidden', probe.away(), p_login => 'olga');
SELECT probe.writes('DD403 forbidden', format(
    'INSERT INTO dealdesk.delegations (delegator_id, delegate_id, starts_at, ends_at, created_by, %s) VALUES (%s, %s, ''2020-01-01'', ''2099-01-01'', %s, %s)',
    c, probe.id_of('fiona'), probe.id_of('tom'), probe.id_of('fiona'), v))
FROM (VALUES ('ended_at', 'now()'), ('ended_by', '1')) w (c, v);
SELECT probe.writes('worked', probe.is_back(), probe.away());
SELECT probe.writes('DD403 forbidden', probe.is_back(), probe.away(), 'olga');
SELECT probe.writes('DD403 forbidden', 'UPDATE dealdesk.delegations SET ' || s, probe.away())
FROM unnest(ARRAY['ended_at = now()', 'ended_by = 1', 'ended_at = now(), ended_by = 1, comment = ''x''', 'ends_at = ''2098-01-01''', 'limit_amount = 7',
    'delegate_id = delegate_id']) s;
SELECT probe.writes('DD403 forbidden', probe.is_back(), probe.away() || '; ' || probe.is_back());
SELECT probe.writes('DD403 forbidden', 'DELETE FROM dealdesk.delegations', probe.away());
SELECT probe.reads('people', 'adam', 'SELECT topic FROM change_feed WHERE xid = pg_current_xact_id()', probe.away());

-- a decision for somebody needs the delegation, and its line says so
CREATE FUNCTION probe.decision_for(p_by text, p_for text) RETURNS text LANGUAGE sql AS $$
    SELECT format('UPDATE dealdesk.deal_approvals SET status = ''approved'', completed_at = now(), completed_by = %s, on_behalf_of = %s WHERE id = %s',
                  probe.id_of(p_by), probe.id_of(p_for), probe.task('submitted', 'finance'))
$$;
SELECT probe.writes('worked', probe.decision_for('tom', 'fiona'), probe.away());
SELECT probe.writes('DD403 forbidden', probe.decision_for(b, f), probe.away())
FROM (VALUES ('tom', 'felix'), ('fiona', 'tom'), ('felix', 'fiona'), ('mona', 'fiona'), ('tom', 'tom')) p (b, f);
SELECT probe.writes('DD403 forbidden', probe.decision_for('tom', 'fiona'));
SELECT probe.writes('DD403 forbidden', probe.decision_for('tom', 'fiona'), probe.away() || '; UPDATE dealdesk.users SET is_active = false WHERE username = ''fiona''');
SELECT probe.writes('DD403 separation_of_duties', probe.decision_for('tom', 'fiona'),
    probe.away() || format('; INSERT INTO dealdesk.deal_editors VALUES (2, %s)', probe.id_of(p))) FROM unnest(ARRAY['tom', 'fiona']) p;
SELECT probe.writes('DD403 forbidden', format('UPDATE dealdesk.deal_approvals SET %s WHERE id = %s', s, probe.task('submitted', 'finance')), probe.away())
FROM unnest(ARRAY['on_behalf_of = 1', 'status = ''withdrawn'', on_behalf_of = 1']) s;
CREATE FUNCTION probe.tells(p_outcome text, p_action text, p_name text, given text DEFAULT probe.away()) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.writes(p_outcome, format(
        'INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, on_behalf_of_name) VALUES (%s, 2, %L, %s, ''tom'', %L)',
        probe.task('submitted', 'finance'), p_action, probe.id_of('tom'), p_name), given)
$$;
SELECT probe.tells('worked', 'claim', n) FROM unnest(ARRAY['fiona', NULL]) n;
SELECT probe.tells('DD403 forbidden', 'claim', 'felix');
SELECT probe.tells('DD403 forbidden', 'claim', 'fiona', 'SELECT 1');
SELECT probe.tells('worked', 'approve', 'fiona', probe.away() || '; ' || probe.decision_for('tom', 'fiona'));
SELECT probe.tells('DD403 forbidden', 'approve', n, probe.away() || '; ' || probe.decision_for('tom', 'fiona')) FROM unnest(ARRAY['felix', NULL]) n;
SELECT probe.writes(o, format('UPDATE dealdesk.deals SET status = ''under_review'', acting_user_id = %s, acting_for = %s WHERE id = 2', probe.id_of('tom'), probe.id_of(f)),
    probe.away()) FROM (VALUES ('worked', 'fiona'), ('DD403 forbidden', 'felix')) w (o, f);
SELECT probe.expect(o, 'tom', probe.command('decide', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'), 'decision', 'approve', 'on_behalf_of', f)),
    probe.away())
FROM (VALUES ('worked', to_jsonb(probe.id_of('fiona'))), ('DD403 forbidden', to_jsonb(probe.id_of('felix'))), ('DD422 invalid', '"x"'), ('DD403 forbidden', NULL)) w (o, f);
