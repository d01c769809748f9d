-- Reference data, people, and what others are told.

CREATE FUNCTION probe.keeps(p_outcome text, p_sql text, given text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, 'postgres', p_sql, given => given, role => 'dealdesk_owner')
$$;

SELECT probe.keeps('DD403 forbidden', format('DELETE FROM dealdesk.%s', t)) FROM unnest(ARRAY['users', 'approval_levels', 'approval_departments', 'policy',
    'deployment', 'status_transitions']) t;
SELECT probe.keeps('DD403 forbidden', s) FROM unnest(ARRAY['INSERT INTO dealdesk.status_transitions VALUES (''draft'', ''signed'', ''owner'', false)',
    'UPDATE dealdesk.status_transitions SET reason_required = false']) s;
SELECT probe.keeps('DD412 stale', format('UPDATE dealdesk.policy SET version = version %s', s)) FROM unnest(ARRAY['', '- 1']) s;
SELECT probe.keeps('worked', 'UPDATE dealdesk.policy SET version = version + 1');
SELECT probe.reads('true', 'sally', 'SELECT version > 1 FROM policy', g)
    FROM unnest(ARRAY['UPDATE dealdesk.approval_levels SET display_name = ''x'' WHERE code = ''svp''',
    'UPDATE dealdesk.approval_departments SET description = ''x'' WHERE department = ''legal''',
        'INSERT INTO dealdesk.approval_levels (code, display_name, rank, limit_amount) VALUES (''ceo'', ''CEO'', 9, 999999999)']) g;
SELECT probe.keeps('DD409 duplicate', s) FROM unnest(ARRAY['INSERT INTO dealdesk.users (username, email) VALUES (''SALLY'', ''new@example.com'')',
    'INSERT INTO dealdesk.users (username, email) VALUES (''new'', ''SALLY@example.com'')',
    'UPDATE dealdesk.users SET username = ''Sam'' WHERE username = ''sally''',
        'UPDATE dealdesk.users SET email = ''SAM@example.com'' WHERE username = ''sally''']) s;
SELECT probe.keeps('DD403 forbidden', 'UPDATE dealdesk.users SET id = DEFAULT WHERE username = ''sally''');
SELECT probe.keeps('worked', 'UPDATE dealdesk.users SET username = ''Sally'' WHERE username = ''sally''');
SELECT probe.keeps('23514', s) FROM unnest(ARRAY['INSERT INTO dealdesk.deployment (id) VALUES (2)', 'UPDATE dealdesk.deployment SET environment = ''x''',
    'UPDATE dealdesk.deployment SET max_client = 0',
    'UPDATE dealdesk.users SET role = ''approver'', approval_level = NULL WHERE username = ''sally''',
        'UPDATE dealdesk.users SET role = ''department_reviewer'', department = NULL WHERE username = ''sally''',
    'UPDATE dealdesk.deals SET draft_expires_at = ''infinity'' WHERE id = 1', 'UPDATE dealdesk.deals SET term_end_date = ''infinity'' WHERE id = 1',
    'UPDATE dealdesk.deal_tiers SET annual_revenue = -1 WHERE deal_id = 1', 'UPDATE dealdesk.deal_tiers SET annual_gross_margin = 1000001 WHERE deal_id = 1']) s;

-- the feed: one line per transaction and deal
SELECT probe.reads(v, l, 'SELECT count(*) FROM change_feed WHERE xid = pg_current_xact_id()', g) FROM (VALUES
    ('1', 'sally', 'UPDATE dealdesk.deals SET region = ''south'' WHERE id = 1; UPDATE dealdesk.deals SET region = ''west'' WHERE id = 1'), ('0', 'sam',
        'UPDATE dealdesk.deals SET region = ''south'' WHERE id = 1'),
    ('1', 'sam', 'UPDATE dealdesk.deal_approvals SET assigned_to = 1 WHERE deal_id = 2 AND status = ''pending'''), ('1', 'sam',
        'INSERT INTO dealdesk.deal_comments (deal_id, author_name, body) VALUES (2, ''x'', ''x'')'),
    ('1', 'sam', 'UPDATE dealdesk.users SET first_name = ''X'' WHERE username = ''sally'''), ('1', 'sam',
        'UPDATE dealdesk.approval_levels SET display_name = ''x'' WHERE code = ''svp'''),
    ('1', 'sam', 'UPDATE dealdesk.approval_departments SET description = ''x'' WHERE department = ''legal'''), ('1', 'sam',
        'UPDATE dealdesk.incentive_catalog SET is_active = false'),
    ('1', 'sam', 'UPDATE dealdesk.policy SET version = version + 1'), ('1', 'sam', 'UPDATE dealdesk.advertisers SET is_active = false'), ('1', 'sam',
        'INSERT INTO dealdesk.agencies (name) VALUES (''x'')'),
    ('1', 'sam', 'UPDATE dealdesk.deployment SET maintenance = ''x''')) x (v, l, g);
SELECT probe.reads(v, 'sam', 'SELECT string_agg(topic, '','' ORDER BY topic) FROM change_feed WHERE xid = pg_current_xact_id()', g) FROM (VALUES
    ('people', 'UPDATE dealdesk.users SET first_name = ''X'' WHERE username = ''sally'''), ('reference', 'UPDATE dealdesk.policy SET version = version + 1'),
        ('deal', 'UPDATE dealdesk.deals SET updated_at = now() WHERE id = 2')) x (v, g);
-- what is older than a day goes, sooner or later
SELECT probe.reads('0', 'adam', 'SELECT count(*) FROM change_feed WHERE at < clock_timestamp() - interval ''1 day''',
                   'UPDATE dealdesk.change_feed SET at = at - interval ''2 days''; SELECT dealdesk_steps.tell_change(''people'', NULL) FROM generate_series(1, 2000)');
SELECT probe.reads('true', 'adam', 'SELECT count(*) > 5 FROM change_feed', 'SELECT dealdesk_steps.tell_change(''people'', NULL) FROM generate_series(1, 2000)');
