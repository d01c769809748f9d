-- What is written once and for all, and only when it happened.

CREATE FUNCTION probe.writes(p_outcome text, p_sql text, given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, p_sql, given => given, role => 'dealdesk_owner')
$$;

SELECT probe.writes('DD403 forbidden', format('DELETE FROM dealdesk.%s WHERE %s', t, w)) FROM unnest(ARRAY['deal_status_history', 'approval_actions',
    'deal_comments',
    'deal_revisions', 'import_sources', 'deal_editors', 'command_log']) t, unnest(ARRAY['true', 'false']) w;
SELECT probe.writes('DD403 forbidden', format('UPDATE dealdesk.%1$s SET %2$s = %2$s', t, c)) FROM (VALUES ('deal_status_history', 'comments'), ('approval_actions',
    'comments'), ('deal_comments', 'body'),
    ('deal_revisions', 'content'), ('import_sources', 'target_id'), ('deal_editors', 'user_id')) x (t, c);
SELECT probe.writes('DD403 forbidden',
    'INSERT INTO dealdesk.deal_editors SELECT * FROM dealdesk.deal_editors ON CONFLICT (deal_id, user_id) DO UPDATE SET user_id = 1');
SELECT probe.writes('DD403 forbidden', format('TRUNCATE %s CASCADE', c.oid::regclass)) FROM pg_class c WHERE c.relnamespace = 'dealdesk'::regnamespace
    AND c.relkind = 'r' AND c.relname <> 'change_feed';

-- a line of history needs the thing to have happened
CREATE FUNCTION probe.tells(p_outcome text, p_deal bigint, p_status text, p_previous text, p_imported boolean DEFAULT false, p_by text DEFAULT 'olga',
    p_login text DEFAULT 'postgres', given text DEFAULT NULL)
RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.writes(p_outcome, format('INSERT INTO dealdesk.deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, imported) VALUES (%s, %L, %L, %s, ''x'', %L)',
                                                 p_deal, p_status, p_previous, probe.id_of(p_by), p_imported), given, p_login)
$$;
CREATE FUNCTION probe.moved() RETURNS text LANGUAGE sql AS $$
    SELECT 'SET session_replication_role = replica; UPDATE dealdesk.deals SET status = ''lost'' WHERE id = 1; SET session_replication_role = origin'
$$;
SELECT probe.tells('worked', 1, 'lost', 'draft', given => probe.moved());
SELECT probe.tells('worked', 1, 'lost', 'draft', p_login => 'olga', given => probe.moved());
SELECT probe.tells('DD403 forbidden', 1, 'lost', 'draft', p_by => 'sally', p_login => 'olga', given => probe.moved());
SELECT probe.tells('DD403 forbidden', 1, 'lost', 'draft', p_imported => true, given => probe.moved());
SELECT probe.tells('DD423 illegal_transition', 1, s, p, given => probe.moved()) FROM (VALUES ('draft', 'lost'), ('submitted', 'draft'), ('lost', 'submitted'),
    ('lost', 'lost'), ('lost', NULL)) x (s, p);
SELECT probe.tells('DD423 illegal_transition', 1, 'draft', 'draft');

CREATE FUNCTION probe.acts(p_outcome text, p_task bigint, p_deal bigint, p_action text, p_by text, p_imported boolean DEFAULT false, given text DEFAULT NULL,
    p_login text DEFAULT 'postgres')
RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.writes(p_outcome, format('INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, imported) VALUES (%s, %s, %L, %s, ''x'', %L)',
                                                 p_task, p_deal, p_action, probe.id_of(p_by), p_imported), given, p_login)
$$;
SELECT probe.acts('worked', probe.task('submitted', 'finance'), 2, 'comment', 'sally');
SELECT probe.acts('worked', probe.task('submitted', 'finance'), 2, 'comment', 'olga', p_login => 'olga');
SELECT probe.acts('DD403 forbidden', probe.task('submitted', 'finance'), 2, 'comment', 'sally', p_login => 'olga');
SELECT probe.acts('DD403 forbidden', probe.task('submitted', 'finance'), 3, 'comment', 'sally');
SELECT probe.acts('DD403 forbidden', probe.task('submitted', 'finance'), 2, 'comment', 'sally', p_imported => true);
SELECT probe.acts('DD412 already_decided', probe.task('submitted', 'finance'), 2, a, 'fiona') FROM unnest(ARRAY['approve', 'reject', 'request_revision']) a;
SELECT probe.acts('DD412 already_decided', probe.task('stage 2', 'finance'), 3, 'approve', 'fiona');
SELECT probe.acts(o, probe.task('submitted', 'finance'), 2, a, p,
    given => format('UPDATE dealdesk.deal_approvals SET status = ''approved'', completed_at = now(), completed_by = %s WHERE id = %s',
                                                                                  probe.id_of('fiona'), probe.task('submitted', 'finance')))
FROM (VALUES ('worked', 'approve', 'fiona'), ('DD412 already_decided', 'approve', 'felix'), ('DD412 already_decided', 'reject', 'fiona')) x (o, a, p);

-- nobody speaks for somebody else
SELECT probe.writes(o, format('INSERT INTO dealdesk.deal_comments (deal_id, author_id, author_name, body) VALUES (2, %s, ''x'', ''x'')', probe.id_of(p)),
    p_login => l)
FROM (VALUES ('worked', 'olga', 'olga'), ('DD403 forbidden', 'sally', 'olga'), ('worked', 'sally', 'postgres')) x (o, p, l);
SELECT probe.writes(o, format('INSERT INTO dealdesk.deal_editors (deal_id, user_id) VALUES (2, %s)', probe.id_of(p)), p_login => l)
FROM (VALUES ('worked', 'olga', 'olga'), ('DD403 forbidden', 'fiona', 'olga'), ('worked', 'fiona', 'postgres')) x (o, p, l);

-- the command log
SELECT probe.writes(o, format('INSERT INTO dealdesk.command_log (command_id, actor_id, verb, digest, result) VALUES (gen_random_uuid(), %s, ''x'', ''x'', %s)',
    probe.id_of(p), r), p_login => l)
FROM (VALUES ('worked', 'olga', 'olga', '''{}'''), ('DD403 forbidden', 'sally', 'olga', '''{}'''), ('worked', 'sally', 'postgres', '''{}'''), ('DD403 forbidden',
    'sally', 'postgres', 'NULL')) x (o, p, l, r);
SELECT probe.writes('DD403 forbidden', 'DELETE FROM dealdesk.command_log');
SELECT probe.writes('DD403 forbidden', format('UPDATE dealdesk.command_log SET %s', s)) FROM unnest(ARRAY['result = ''{}''', 'result = NULL', 'actor_id = 1',
    'deal_id = 1']) s;
SELECT probe.writes(o, format('UPDATE dealdesk.command_log SET result = ''{}'' %s WHERE result IS NULL', s),
    $$INSERT INTO dealdesk.command_log (command_id, actor_id, verb, deal_id, digest) VALUES (gen_random_uuid(), 1, 'x', 2, 'x')$$)
FROM (VALUES ('worked', ''), ('DD403 forbidden', ', actor_id = 7'), ('DD403 forbidden', ', verb = ''y'''), ('DD403 forbidden', ', digest = ''y'''),
    ('DD403 forbidden', ', deal_id = 3'),
             ('DD403 forbidden', ', command_id = gen_random_uuid()'), ('DD403 forbidden', ', created_at = now()')) x (o, s);
SELECT probe.writes('DD403 forbidden', 'UPDATE dealdesk.command_log SET digest = ''y'' WHERE result IS NULL',
                    $$INSERT INTO dealdesk.command_log (command_id, actor_id, verb, deal_id, digest) VALUES (gen_random_uuid(), 1, 'x', 2, 'x')$$);

-- old data comes by the import command alone
SELECT probe.writes('DD403 forbidden', $$INSERT INTO dealdesk.import_sources VALUES ('prototype', 'deal', 'x', 1000)$$);
SELECT probe.writes(o,
    format($$INSERT INTO dealdesk.import_sources VALUES ('prototype', 'deal', 'x', %s); UPDATE dealdesk.command_log SET result = '{}' WHERE result IS NULL$$, d),
                    $$INSERT INTO dealdesk.command_log (command_id, actor_id, verb, digest) VALUES (gen_random_uuid(), 1, 'import', 'x')$$)
FROM (VALUES ('worked', 1000), ('DD403 forbidden', 1)) x (o, d);
