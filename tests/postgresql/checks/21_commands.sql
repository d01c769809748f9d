-- What the commands refuse by themselves, before any guard would.

CREATE FUNCTION probe.gives(p_outcome text, p_login text, p_verb text, p_deal bigint, p_arguments text, given text DEFAULT NULL)
    RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, probe.command(p_verb, p_deal, p_arguments::jsonb), given => given)
$$;
-- On reference data: the version is that of the row.
CREATE FUNCTION probe.keeps_row(p_outcome text, p_verb text, p_version bigint, p_arguments text, given text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, 'adam', probe.command(p_verb, NULL, p_arguments::jsonb, p_version => p_version), given => given)
$$;
CREATE FUNCTION probe.expired() RETURNS text LANGUAGE sql AS $$
    SELECT 'UPDATE dealdesk.deals SET draft_expires_at = clock_timestamp() - interval ''1 day'' WHERE status = ''draft'''
$$;
CREATE FUNCTION probe.submission(p_change jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT jsonb_build_object('draft', probe.draft('draft', p_change), 'plan', probe.plan())::text
$$;

-- drafts
SELECT probe.gives('worked', 'sally', 'save_draft', 1, jsonb_build_object('draft', probe.draft('x'))::text);
SELECT probe.gives('DD403 forbidden', l, 'save_draft', NULL, jsonb_build_object('draft', probe.draft('x'))::text) FROM unnest(ARRAY['fiona', 'mona', 'lena']) l;
SELECT probe.gives('DD403 forbidden', 'adam', 'save_draft', 1, jsonb_build_object('draft', probe.draft('draft'))::text);
SELECT probe.gives('DD423 not_editable', 'sally', 'save_draft', 2, jsonb_build_object('draft', probe.draft('submitted') - 'tiers')::text);
SELECT probe.gives('DD423 not_editable', 'sally', 'save_draft', 1, jsonb_build_object('draft', probe.draft('x'))::text, probe.expired());
SELECT probe.gives('DD422 invalid', 'sally', 'save_draft', 1, jsonb_build_object('draft', d)::text) FROM unnest(ARRAY['[]', '7', '{"deal_name":7}', '{"tiers":{}}',
    '{"growth_ambition":"x"}',
    '{"term_start_date":"01/02/2026"}', '{"deal_name":"\u0001"}']::jsonb[]) d;
SELECT probe.gives('DD422 invalid', 'sally', 'renew_draft', 1, '[]');
SELECT probe.gives('DD423 illegal_transition', 'sally', 'renew_draft', 2, '{}');
SELECT probe.gives('worked', 'sally', 'renew_draft', 1, '{}', probe.expired());

-- scoping
SELECT probe.gives('worked', 'sally', 'ask_for_scoping', 7, jsonb_build_object('draft', probe.draft('s'))::text);
SELECT probe.gives('DD423 illegal_transition', 'sally', 'ask_for_scoping', 5, jsonb_build_object('draft', probe.draft('s'))::text,
    'UPDATE dealdesk.deals SET draft_type = ''scoping_draft'' WHERE id = 5');
SELECT probe.gives('DD423 illegal_transition', 'sally', 'ask_for_scoping', 2, jsonb_build_object('draft', probe.draft('other'))::text);
SELECT probe.gives('DD423 not_editable', 'sally', 'ask_for_scoping', 7, jsonb_build_object('draft', probe.draft('s'))::text, probe.expired());
SELECT probe.gives('DD422 incomplete', 'sally', 'ask_for_scoping', 7, jsonb_build_object('draft', probe.draft('s', '{"advertiser_name":"Nobody"}'))::text);
CREATE FUNCTION probe.scoped() RETURNS text LANGUAGE sql AS $$
    SELECT format('UPDATE dealdesk.deals SET status = ''scoping'', acting_user_id = %s WHERE id = 7', probe.id_of('sally'))
$$;
SELECT probe.gives('worked', 'sally', 'convert_scoping', 7, '{}', probe.scoped());
SELECT probe.gives('DD403 forbidden', 'sam', 'convert_scoping', 7, '{}', probe.scoped());
SELECT probe.gives('DD423 illegal_transition', 'sally', 'convert_scoping', 1, '{}');

-- submissions
SELECT probe.gives('worked', 'sally', 'submit_deal', 1, probe.submission());
SELECT probe.gives('DD423 illegal_transition', 'sally', 'submit_deal', d, probe.submission()) FROM unnest(ARRAY[2, 5, 7]) d;
SELECT probe.gives('DD423 not_editable', 'sally', 'submit_deal', 1, probe.submission(), probe.expired());
SELECT probe.gives('worked', 'sally', 'resubmit_deal', 5, probe.submission());
SELECT probe.gives('DD403 forbidden', 'sam', 'resubmit_deal', 5, probe.submission());
SELECT probe.gives('DD423 illegal_transition', 'sally', 'resubmit_deal', 1, probe.submission());
SELECT probe.gives('DD423 not_editable', 'sally', 'resubmit_deal', 5, jsonb_build_object('draft', probe.draft('negotiating') - 'contract_term', 'plan',
    probe.plan())::text, 'UPDATE dealdesk.deals SET can_edit = false WHERE id = 5');
SELECT probe.gives('DD423 not_editable', 'sally', 'resubmit_deal', 5, '{"draft":{"deal_name":7}}', 'UPDATE dealdesk.deals SET can_edit = false WHERE id = 5');
SELECT probe.gives('worked', 'sally', 'recall_deal', 2, '{"reason":"x"}');
SELECT probe.gives('DD423 illegal_transition', 'sally', 'recall_deal', 4, '{"reason":"x"}');
SELECT probe.gives('worked', 'sally', 'revise_deal', 6, '{"reason":"x"}');
SELECT probe.gives('DD403 forbidden', 'sam', 'revise_deal', 6, '{"reason":"x"}');
SELECT probe.gives('DD423 illegal_transition', 'sally', 'revise_deal', 2, '{"reason":"x"}');
SELECT probe.gives('DD422 reason_required', 'sally', 'revise_deal', 6, r) FROM unnest(ARRAY['{}', '{"reason":" "}']) r;

-- contracts and losses
SELECT probe.gives('worked', 'lena', 'advance_deal', 4, '{"to":"contract_drafting"}');
SELECT probe.gives('DD404 not_found', 'lena', v, NULL, '{"to":"lost","reason":"x"}') FROM unnest(ARRAY['advance_deal', 'mark_lost']) v;
SELECT probe.gives('DD423 illegal_transition', l, 'advance_deal', 4, format('{"to":%s,"reason":"x"}', s)) FROM unnest(ARRAY['"lost"', '"signed"', 'null',
    '"nothing"']) s, unnest(ARRAY['lena', 'fiona']) l;
SELECT probe.gives('DD423 illegal_transition', 'lena', 'advance_deal', 2, '{"to":"negotiating"}');
SELECT probe.gives('DD403 forbidden', l, 'advance_deal', 4, '{"to":"contract_drafting"}') FROM unnest(ARRAY['sally', 'fiona', 'adam']) l;
SELECT probe.gives('DD403 forbidden', 'fiona', 'advance_deal', 4, '{"to":"negotiating","reason":"x"}');
SELECT probe.gives('worked', 'sally', 'mark_lost', 4, '{"reason":"x"}');
SELECT probe.gives('worked', 'lena', 'mark_lost', 4, '{"reason":"x"}');
SELECT probe.gives('DD403 forbidden', l, 'mark_lost', 2, '{"reason":"x"}') FROM unnest(ARRAY['lena', 'sam', 'adam']) l;
SELECT probe.gives('DD423 illegal_transition', 'sam', 'mark_lost', 6, '{"reason":"x"}');
SELECT probe.gives('DD404 not_found', 'adam', 'transfer_deal', NULL, jsonb_build_object('owner_id', probe.id_of('sam'))::text);
SELECT probe.gives('worked', 'adam', 'transfer_deal', 2, jsonb_build_object('owner_id', probe.id_of('sam'))::text);
SELECT probe.gives('DD422 invalid', 'adam', 'transfer_deal', 2, jsonb_build_object('owner_id', probe.id_of(p))::text) FROM unnest(ARRAY['fiona', 'ivan',
    'nobody']) p;

-- tasks and comments
SELECT probe.gives('DD422 invalid', 'fiona', 'decide', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'), 'decision', d)::text)
    FROM unnest(ARRAY['perhaps', '']) d;
SELECT probe.gives('DD412 stale', 'fiona', 'decide', 6, jsonb_build_object('approval_id', probe.task('lost', 'finance'), 'decision', 'approve')::text);
SELECT probe.gives('DD412 already_decided', l, 'decide', 3, jsonb_build_object('approval_id', probe.task('stage 2', 'finance'), 'decision', 'perhaps')::text)
    FROM unnest(ARRAY['mona', 'felix']) l;
SELECT probe.gives('DD412 already_decided', 'mona', 'claim', 3, jsonb_build_object('approval_id', probe.task('stage 2', 'finance'))::text);
CREATE FUNCTION probe.assigned(p_to text) RETURNS text LANGUAGE sql AS $$
    SELECT format('UPDATE dealdesk.deal_approvals SET assigned_to = %s WHERE id = %s', probe.id_of(p_to), probe.task('submitted', 'finance'))
$$;
SELECT probe.gives('DD412 stale', 'fiona', 'claim', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))::text, probe.assigned('felix'));
SELECT probe.gives('DD403 forbidden', 'fiona', 'release', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))::text, probe.assigned('felix'));
SELECT probe.gives('worked', l, 'release', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))::text, probe.assigned('felix'))
    FROM unnest(ARRAY['felix', 'adam']) l;
SELECT probe.gives('worked', 'adam', 'assign', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'), 'assignee_id', probe.id_of('felix'))::text);
SELECT probe.gives('DD403 forbidden', 'adam', 'assign', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'), 'assignee_id',
    probe.id_of(p))::text) FROM unnest(ARRAY['tom', 'adam', 'nobody']) p;
SELECT probe.gives('DD404 not_found', 'sally', 'comment', NULL, '{"body":"x"}');
SELECT probe.gives('DD404 not_found', 'sally', 'comment', 2, jsonb_build_object('body', 'x', 'approval_id', probe.task('stage 2', 'finance'))::text);
SELECT probe.gives('DD422 invalid', 'sally', 'comment', 2, jsonb_build_object('body', b)::text) FROM unnest(ARRAY['', '  ', repeat('x', 20001)]) b;

-- reference data
SELECT probe.keeps_row('worked', 'save_advertiser', 1, '{"id":1,"name":"Other"}');
SELECT probe.keeps_row('DD412 stale', v, 7, a) FROM (VALUES ('save_advertiser', '{"id":1,"name":"x"}'), ('save_catalog_item',
    '{"id":1,"category_name":"x","sub_category_name":"x","incentive_option":"x"}'),
    ('save_department', '{"department":"legal","display_name":"x"}'), ('save_level', '{"code":"svp","display_name":"x","rank":4,"limit_amount":200000000}'),
    ('save_policy', '{"routing_basis":"top_tier_revenue","client_value_factor":1}')) x (v, a);
SELECT probe.keeps_row('DD412 stale', 'save_agency', 7, '{"id":1,"name":"x"}', 'INSERT INTO dealdesk.agencies (id, name) OVERRIDING SYSTEM VALUE VALUES (1, ''y'')');
SELECT probe.keeps_row('DD404 not_found', v, NULL, a) FROM (VALUES ('save_advertiser', '{"id":99,"name":"x"}'), ('save_agency', '{"id":99,"name":"x"}'),
    ('save_catalog_item', '{"id":99,"category_name":"x","sub_category_name":"x","incentive_option":"x"}'), ('save_department', '{"department":"nothing"}')) x (v, a);
SELECT probe.keeps_row('DD409 duplicate', v, 1, a, 'INSERT INTO dealdesk.agencies (name) VALUES (''y'')') FROM (VALUES ('save_advertiser',
    '{"name":" NORTHWIND outdoor"}'), ('save_agency', '{"name":"Y"}'),
    ('save_catalog_item', '{"category_name":"Financial","sub_category_name":"Discounts","incentive_option":"Volume Discount"}'), ('save_level',
        '{"code":"svp","display_name":"x","rank":1,"limit_amount":200000000}')) x (v, a);
SELECT probe.keeps_row('DD422 invalid', 'save_catalog_item', NULL, a) FROM unnest(ARRAY['{"category_name":" ","sub_category_name":"x","incentive_option":"x"}',
    '{"category_name":"x","sub_category_name":"x"}']) a;
SELECT probe.keeps_row('DD422 invalid', 'save_level', 1, '{"code":"svp","display_name":"x","rank":4,"limit_amount":1}');

-- old data
SELECT probe.gives('DD422 invalid', 'adam', 'import', NULL, a) FROM unnest(ARRAY['{"source":"prototype","kind":"deal","key":"1"}',
    '{"source":"prototype","kind":"advertiser","key":"1","row":[]}',
    '{"source":"prototype","kind":"thing","key":"1","row":{}}']) a;
SELECT probe.gives('DD404 not_found', 'adam', 'import', NULL, jsonb_build_object('source', 'prototype', 'kind', 'deal', 'key', '8', 'row', jsonb_build_object(
    'deal', probe.draft('old', '{"owner":"sam","status":"draft"}') - 'tiers', 'history',
        '[{"status":"draft","performed_by":"whoever","performed_by_name":"x"}]'::jsonb))::text);

-- people and their logins
CREATE FUNCTION probe.person(p_change text DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT ('{"username":"newcomer","email":"new@example.com","role":"seller","is_active":true}'::jsonb || p_change::jsonb)::text
$$;
CREATE FUNCTION probe.verifier() RETURNS text LANGUAGE sql AS $$
    SELECT 'SCRAM-SHA-256$4096:' || repeat('A', 22) || '==$' || repeat('A', 43) || '=:' || repeat('A', 43) || '='
$$;
SELECT probe.keeps_row('worked', 'save_user', NULL, probe.person());
SELECT probe.keeps_row('worked', 'save_user', NULL, probe.person(jsonb_build_object('password', probe.verifier())::text));
SELECT probe.keeps_row('DD409 duplicate', 'save_user', NULL, probe.person(c)) FROM unnest(ARRAY['{"username":"SALLY"}', '{"email":"Sally@Example.com"}']) c;
SELECT probe.keeps_row('DD404 not_found', 'save_user', 1, probe.person('{"id":99}'));
SELECT probe.keeps_row('DD412 stale', 'save_user', 9, probe.person(jsonb_build_object('id', probe.id_of('sam'))::text));
SELECT probe.keeps_row('DD422 invalid', 'save_user', NULL, probe.person(jsonb_build_object('username', n)::text)) FROM unnest(ARRAY['dealdesk_owner',
    'dealdesk_commands', 'pg_monitor', 'postgres', 'public', repeat('x', 70)]) n;
SELECT probe.keeps_row('DD422 invalid', 'save_user', NULL, probe.person(), g) FROM unnest(ARRAY['CREATE ROLE newcomer NOLOGIN',
    'CREATE ROLE newcomer LOGIN CREATEROLE', 'CREATE ROLE newcomer LOGIN SUPERUSER',
    'CREATE ROLE newcomer LOGIN BYPASSRLS', 'CREATE ROLE newcomer LOGIN IN ROLE dealdesk_owner', 'CREATE ROLE newcomer LOGIN IN ROLE pg_read_all_data']) g;
SELECT probe.keeps_row('worked', 'save_user', NULL, probe.person(), 'CREATE ROLE newcomer LOGIN');
SELECT probe.keeps_row('DD403 forbidden', 'save_user', NULL, probe.person(jsonb_build_object('password', probe.verifier())::text), 'CREATE ROLE newcomer LOGIN');
SELECT probe.keeps_row('DD422 invalid', 'save_user', NULL, probe.person(jsonb_build_object('password', p)::text)) FROM unnest(ARRAY['secret',
    'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'SCRAM-SHA-256$1:AAAA$x:y', '']) p;
-- a server that keeps CREATEROLE to itself
SELECT is(probe.outcome('adam', NULL, 'ALTER ROLE dealdesk_logins NOCREATEROLE', probe.command('save_user', NULL, probe.person()::jsonb), true),
    'dealdesk:invalid:{"field": "login"}');
-- one administrator remains
SELECT probe.keeps_row('DD403 forbidden', 'save_user', 1, jsonb_build_object('id', probe.id_of('adam'), 'username', 'adam', 'email', 'adam@example.com', 'role', r,
    'is_active', a)::text,
                       'UPDATE dealdesk.users SET role = ''seller'' WHERE username = ''olga''') FROM (VALUES ('seller', true), ('admin', false)) x (r, a);
SELECT probe.keeps_row('worked', 'save_user', 1, jsonb_build_object('id', probe.id_of('adam'), 'username', 'adam', 'email', 'adam@example.com', 'role', 'seller',
    'is_active', true)::text);
-- logins that the program made: from PostgreSQL 16 on the keeper has power over those only
CREATE FUNCTION probe.managed(p_name text, p_then text DEFAULT '') RETURNS text LANGUAGE sql AS $$
    SELECT format('CREATE ROLE managed LOGIN IN ROLE dealdesk_user; GRANT managed TO dealdesk_logins WITH ADMIN OPTION; UPDATE dealdesk.users SET login_managed = true, username = ''managed'' WHERE username = %L; %s', p_name, p_then)
$$;
SELECT probe.keeps_row('worked', 'save_user', 1, probe.person(jsonb_build_object('id', probe.id_of('sam'), 'password', probe.verifier())::text),
    probe.managed('sam'));
SELECT probe.keeps_row('DD422 invalid', 'save_user', 1, probe.person(jsonb_build_object('id', probe.id_of('sam'), 'username', n)::text), probe.managed('sam'))
    FROM unnest(ARRAY['outsider', 'postgres', 'dealdesk_owner']) n;
SELECT probe.keeps_row('DD422 invalid', 'save_user', 1, probe.person(jsonb_build_object('id', probe.id_of('sam'))::text), probe.managed('sam',
    'ALTER ROLE managed CREATEROLE'));
SELECT probe.keeps_row('DD422 invalid', 'save_user', 1, probe.person(jsonb_build_object('id', probe.id_of('sam'), 'username', 'managed', 'password',
    probe.verifier())::text), probe.managed('sam', 'ALTER ROLE managed CREATEROLE'));
SELECT probe.keeps_row('worked', 'save_user', 1, probe.person(jsonb_build_object('id', probe.id_of('sam'), 'username', 'managed', 'is_active', false)::text),
    probe.managed('sam', 'ALTER ROLE managed CREATEROLE'));
SELECT probe.gives('DD422 invalid', 'sally', 'change_password', NULL, a, 'UPDATE dealdesk.users SET login_managed = true WHERE username = ''sally''')
    FROM unnest(ARRAY['{}', '{"password":""}', '{"password":"secret"}']) a;
SELECT probe.gives('DD422 invalid', 'sally', 'change_password', NULL, '{}');
SELECT probe.gives('worked', 'sally', 'change_password', NULL, jsonb_build_object('password', probe.verifier())::text,
    'GRANT sally TO dealdesk_logins WITH ADMIN OPTION; UPDATE dealdesk.users SET login_managed = true WHERE username = ''sally''');
SELECT probe.gives('DD403 forbidden', 'sally', 'change_password', NULL, jsonb_build_object('password', probe.verifier())::text);
-- the keeper by itself: whoever could call it
SELECT probe.expect('DD422 invalid', 'postgres', s, role => 'dealdesk_commands') FROM unnest(ARRAY['SELECT dealdesk_steps.switch_login(''postgres'', false)',
    'SELECT dealdesk_steps.switch_login(''dealdesk_owner'', true)',
    'SELECT dealdesk_steps.rename_login(''postgres'', ''x'')', 'SELECT dealdesk_steps.rename_login(''dealdesk_owner'', ''x'')',
        'SELECT dealdesk_steps.rename_login(''sally'', ''outsider'')',
    'SELECT dealdesk_steps.open_login(''postgres'', NULL)', 'SELECT dealdesk_steps.open_login(''dealdesk_owner'', NULL)',
        'SELECT dealdesk_steps.set_login_verifier(''sally'', ''secret'')',
    format('SELECT dealdesk_steps.set_login_verifier(''postgres'', %L)', probe.verifier())]) s;

-- the first administrator, once, by who migrates
CREATE FUNCTION probe.first_admin(p_arguments text, p_command text DEFAULT 'aaaaaaaa-0000-0000-0000-000000000009') RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT dealdesk.cmd_create_first_admin(%L, 1, NULL, NULL, %L)', p_command, p_arguments)
$$;
CREATE FUNCTION probe.nobody_here() RETURNS text LANGUAGE sql AS $$
    SELECT 'SET session_replication_role = replica; DELETE FROM dealdesk.users; SET session_replication_role = origin'
$$;
SELECT probe.expect('42501', l, probe.first_admin('{"username":"eva","email":"e@example.com"}')) FROM unnest(ARRAY['adam', 'stranger', 'outsider']) l;
SELECT probe.expect('DD403 forbidden', 'postgres', probe.first_admin(jsonb_build_object('username', 'eva', 'email', 'e@example.com', 'password',
    probe.verifier())::text), role => 'dealdesk_owner');
SELECT probe.expect('worked', 'postgres', probe.first_admin(jsonb_build_object('username', 'eva', 'email', 'e@example.com', 'password', probe.verifier())::text),
    given => probe.nobody_here(), role => 'dealdesk_owner');
SELECT probe.expect('DD422 invalid', 'postgres', probe.first_admin(a), given => probe.nobody_here(), role => 'dealdesk_owner')
    FROM unnest(ARRAY['{"username":"eva","email":""}', '{"email":"e@example.com"}',
    '{"username":"eva","email":"e@example.com"}']) a;
SELECT probe.expect('DD409 command_reused', 'postgres', probe.first_admin('{"username":"other","email":"e@example.com"}'), role => 'dealdesk_owner',
                    given => probe.nobody_here() || '; ' || probe.first_admin(jsonb_build_object('username', 'eva', 'email', 'e@example.com', 'password',
                        probe.verifier())::text));
