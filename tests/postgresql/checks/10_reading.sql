-- Who sees which rows, and who gets at which columns.

SELECT probe.reads('1,2,3,4,5,6,7', 'sally', $$SELECT string_agg(id::text, ',' ORDER BY id) FROM deals WHERE id < 9$$,
    because => 'one''s own drafts, and what was submitted');
SELECT probe.reads('2,3,4,5,6,8', 'sam', $$SELECT string_agg(id::text, ',' ORDER BY id) FROM deals WHERE id < 9$$);
SELECT probe.reads('2,3,4,5,6,9', 'fiona', $$SELECT string_agg(id::text, ',' ORDER BY id) FROM deals$$);
SELECT probe.reads('1,2,3,4,5,6,7,8', 'adam', $$SELECT string_agg(id::text, ',' ORDER BY id) FROM deals WHERE id < 9$$, because => 'administrators see all');
SELECT probe.reads('0', 'ivan', $$SELECT count(*) FROM deals$$, because => 'switched off');
SELECT probe.reads('0', 'stranger', $$SELECT count(*) FROM deals$$, because => 'a login without a person');

-- what belongs to a deal goes with it, through the tables as through the views
SELECT probe.reads(CASE WHEN t = 'deals' THEN '1' ELSE '0' END, 'sam',
    format('SELECT CASE WHEN %L = ''deals'' THEN 1 ELSE count(*) END FROM %I WHERE deal_id IN (1, 7)', t, t))
FROM unnest(ARRAY['deal_editors', 'deal_tiers', 'deal_status_history', 'deal_search_texts', 'deal_search_starts', 'change_feed', 'deal_content', 'deal_history',
                  'deal_tier_lines', 'deal_search', 'report_status_history', 'report_tier_lines', 'report_pipeline']) t;
SELECT probe.reads('0', 'sam', 'SELECT count(*) FROM tier_incentives WHERE category_name = ''Financial''',
                   $$UPDATE dealdesk.policy SET version = version + 1;
                     INSERT INTO dealdesk.tier_incentives (tier_id, position, category_name) SELECT t.id, 0, 'Financial' FROM dealdesk.deal_tiers t WHERE t.deal_id = 1$$);
SELECT probe.reads('1', 'sally', 'SELECT count(*) FROM tier_incentives WHERE category_name = ''Financial''',
                   $$INSERT INTO dealdesk.tier_incentives (tier_id, position, category_name) SELECT t.id, 0, 'Financial' FROM dealdesk.deal_tiers t WHERE t.deal_id = 1$$);
-- rows that a deal has only once it was submitted: as if it had not been
SELECT probe.reads('0', 'sam', format('SELECT count(*) FROM %I WHERE deal_id = 2', t),
                   $$SET session_replication_role = replica; UPDATE dealdesk.deals SET visible_since = NULL WHERE id = 2; SET session_replication_role = origin$$)
FROM unnest(ARRAY['deal_revisions', 'deal_approvals', 'approval_actions', 'deal_comments', 'deal_revision_list', 'approval_list', 'deal_comment_list', 'inbox']) t;
SELECT probe.reads('0', 'sam', 'SELECT count(*) FROM deal_list WHERE id IN (1, 7)');
SELECT probe.reads('0', 'sam', 'SELECT count(*) FROM deal_detail WHERE id IN (1, 7)');
SELECT probe.reads('0', 'sam', 'SELECT count(*) FROM deal_references WHERE reference_number = (SELECT reference_number FROM deals WHERE id = 1)');
SELECT probe.reads('0', 'sam', 'SELECT count(*) FROM import_sources', because => 'old data is the administrators'' business');
SELECT probe.reads('1', 'adam', 'SELECT count(*) FROM imported_rows');

-- colleagues and reference data: nobody who is not somebody here
SELECT probe.reads('yes', 'sam', format('SELECT CASE WHEN count(*) > 0 THEN ''yes'' END FROM %I', t)) FROM unnest(ARRAY['users', 'approval_levels',
    'approval_departments',
    'incentive_catalog', 'policy', 'advertisers', 'status_transitions', 'people', 'user_list', 'accounts', 'level_list', 'client_list', 'policy_now']) t;
SELECT probe.reads('0', l, format('SELECT count(*) FROM %I', t)) FROM unnest(ARRAY['users', 'approval_levels', 'approval_departments', 'incentive_catalog', 'policy',
    'advertisers', 'agencies', 'status_transitions', 'change_feed', 'import_sources']) t, unnest(ARRAY['ivan', 'stranger']) l;
SELECT probe.reads('0', 'stranger', 'SELECT count(*) FROM agencies', $$INSERT INTO dealdesk.agencies (name) VALUES ('Blue Agency')$$);
SELECT probe.reads('1', 'stranger', 'SELECT count(*) FROM deployment', because => 'what a client asks before it knows who is there');
-- told of one's own, and of reference data
SELECT probe.reads('true', 'sam', 'SELECT bool_and(deal_id NOT IN (1, 7)) FROM change_feed WHERE topic = ''deal''');
SELECT probe.reads('true', 'sally', 'SELECT count(*) > 0 FROM change_feed WHERE deal_id = 1');

SELECT probe.expect('42501', 'sally', format('SELECT %s FROM dealdesk.%s', c, t)) FROM (VALUES
    ('users', 'login_managed'), ('deals', 'acting_user_id'), ('deals', 'acting_reason'), ('deals', '*'), ('command_log', 'command_id'), ('command_log', 'result'),
    ('reference_counters', 'last_number'), ('schema_version', 'applied_by'), ('deal_states', 'deal_id'), ('deal_shortcomings', 'deal_id')) v (t, c);
SELECT probe.expect('42501', 'outsider', format('SELECT 1 FROM dealdesk.%I', t)) FROM unnest(ARRAY['deals', 'deal_list', 'users', 'handshake', 'deployment']) t;
SELECT probe.reads(probe.id_of('sally')::text, 'sally', 'SELECT me()');
SELECT probe.reads('nothing', l, 'SELECT me()') FROM unnest(ARRAY['ivan', 'stranger', 'postgres']) l;
SELECT probe.reads('false', l, 'SELECT sees_all()') FROM unnest(ARRAY['ivan', 'stranger', 'sally', 'mona', 'postgres']) l;
SELECT probe.reads('true', 'adam', 'SELECT sees_all()');
-- the case of a login is part of it
SELECT probe.reads('nothing', 'sally', 'SELECT me()', $$UPDATE dealdesk.users SET username = 'Sally' WHERE username = 'sally'$$);
SELECT probe.reads('false', 'adam', 'SELECT sees_all()', $$UPDATE dealdesk.users SET username = 'Adam' WHERE username = 'adam'$$);
