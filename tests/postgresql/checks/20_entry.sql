-- How every command begins: refused before it does anything.

SELECT probe.expect('worked', 'sally', probe.command('comment', 2, '{"body":"x"}'));
SELECT probe.expect('DD503 maintenance', 'sally', probe.command('comment', 2, '{"body":"x"}'),
    given => $$UPDATE dealdesk.deployment SET maintenance = 'back at noon'$$);
SELECT probe.expect('DD426 client_too_old', 'sally', probe.command('comment', 2, '{"body":"x"}'),
    given => 'UPDATE dealdesk.deployment SET min_client = 2, max_client = 3');
SELECT probe.expect('DD426 client_too_old', 'sally', probe.command('comment', 2, '{"body":"x"}', p_client => NULL));
SELECT probe.expect('DD426 client_too_new', 'sally', probe.command('comment', 2, '{"body":"x"}', p_client => 2));
SELECT probe.expect('DD422 invalid', 'sally', probe.command('comment', 2, '{"body":"x"}', p_command => NULL));
SELECT probe.expect('DD422 invalid', 'sally', format('SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, 2, %s)', a))
FROM unnest(ARRAY['NULL', '''''', '''no json''', '''[]''', '''"text"''', '''7''', '''null''', '''{"body":"\u0000"}''']) a;
SELECT probe.expect('DD403 account_inactive', l, probe.command('comment', 2, '{"body":"x"}')) FROM unnest(ARRAY['ivan', 'stranger']) l;
SELECT probe.expect('42501', 'outsider', probe.command('comment', 2, '{"body":"x"}'));
SELECT probe.expect('DD403 account_inactive', 'sally', probe.command('comment', 2, '{"body":"x"}'),
    given => $$UPDATE dealdesk.users SET is_active = false WHERE username = 'sally'$$);
SELECT probe.expect('DD403 account_inactive', 'sally', probe.command('comment', 2, '{"body":"x"}'),
    given => $$UPDATE dealdesk.users SET username = 'Sally' WHERE username = 'sally'$$);

-- an id is one command: the same again is answered with the first result, anything else is refused
SELECT probe.expect('worked', 'sally', probe.command('comment', 2, '{"body":"x"}', p_command => 'aaaaaaaa-0000-0000-0000-000000000001'),
                    given => format($$SELECT probe.carry_out_as('sally', %L)$$, probe.command('comment', 2, '{"body":"x"}',
                        p_command => 'aaaaaaaa-0000-0000-0000-000000000001')));
SELECT probe.reads('1', 'adam', $$SELECT count(*) FROM deal_comments WHERE body = 'twice'$$,
                   format($$SELECT probe.carry_out_as('sally', %1$L); SELECT probe.carry_out_as('sally', %1$L)$$, probe.command('comment', 2, '{"body":"twice"}')));
SELECT probe.expect('DD409 command_reused', l, probe.command(v, d, a::jsonb, p_command => 'aaaaaaaa-0000-0000-0000-000000000001'),
                    given => format($$SELECT probe.carry_out_as('sally', %L)$$, probe.command('comment', 2, '{"body":"x"}',
                        p_command => 'aaaaaaaa-0000-0000-0000-000000000001')))
FROM (VALUES ('sam', 'comment', 2, '{"body":"x"}'), ('sally', 'comment', 2, '{"body":"y"}'), ('sally', 'comment', 3, '{"body":"x"}'),
             ('sally', 'renew_draft', 2, '{"body":"x"}')) c (l, v, d, a);

-- a deal that one does not see is not there, and one that changed is another
SELECT probe.expect('DD404 not_found', 'sam', probe.command('comment', d, '{"body":"x"}')) FROM unnest(ARRAY[1, 7, 999]) d;
SELECT probe.expect('worked', 'adam', probe.command('comment', 1, '{"body":"x"}'));
SELECT probe.expect('DD412 stale', 'sally', probe.command('renew_draft', 1, '{}', p_version => 7));
SELECT probe.expect('DD412 stale', 'sally', 'SELECT dealdesk.cmd_renew_draft(gen_random_uuid(), 1, 1, NULL, ''{}'')');
SELECT probe.expect('worked', 'sally', probe.command('comment', 2, '{"body":"x"}', p_version => 99));

-- whose it is
SELECT probe.expect('DD404 not_found', 'sally', probe.command(v, NULL, '{"draft":{}}')) FROM unnest(ARRAY['submit_deal', 'renew_draft', 'recall_deal',
    'ask_for_scoping']) v;
SELECT probe.expect('DD403 forbidden', 'sam', probe.command('recall_deal', 2, '{"reason":"x"}'));
SELECT probe.expect('DD403 forbidden', 'sally', probe.command(v, NULL, '{}')) FROM unnest(ARRAY['save_user', 'save_department', 'save_level', 'save_policy',
    'save_advertiser', 'save_agency', 'save_catalog_item', 'import']) v;
SELECT probe.expect('DD403 forbidden', 'mona', probe.command(v, 2, '{}')) FROM unnest(ARRAY['assign', 'transfer_deal']) v;
SELECT probe.expect('DD404 not_found', 'fiona', probe.command('claim', 2, jsonb_build_object('approval_id', probe.task('stage 2', NULL, 2))));
SELECT probe.expect('DD412 already_decided', 'fiona', probe.command('claim', 3, jsonb_build_object('approval_id', probe.task('stage 2', 'finance'))));
SELECT probe.expect('DD403 forbidden', 'mona', probe.command('claim', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))));
SELECT probe.expect('DD403 separation_of_duties', 'fiona', probe.command('claim', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))),
                    given => format('INSERT INTO dealdesk.deal_editors VALUES (2, %s)', probe.id_of('fiona')));
SELECT probe.expect('worked', 'fiona', probe.command('claim', 2, jsonb_build_object('approval_id', probe.task('submitted', 'finance'))));

-- arguments of the right kind
SELECT probe.expect('DD422 invalid', 'fiona', probe.command('claim', 2, jsonb_build_object('approval_id', v))) FROM unnest(ARRAY['"1"', '1.5', '1e30', 'true',
    '[1]']::jsonb[]) v;
SELECT probe.expect('DD422 invalid', 'adam', probe.command('save_advertiser', NULL, '{"name":"x","is_active":"maybe"}'));
SELECT probe.expect('worked', 'adam', probe.command('save_advertiser', NULL, jsonb_build_object('name', 'x', 'is_active', v))) FROM unnest(ARRAY['true', '0', '1',
    'null']::jsonb[]) v;
SELECT probe.expect('DD422 invalid', 'sally', probe.command('mark_lost', 2, '{"reason":{"a":1}}'));
