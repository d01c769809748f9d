-- The guards of deals, as somebody meets them who writes past the commands: the tables' owner, by themself (postgres) and as a person (olga).

CREATE FUNCTION probe.owner(p_outcome text, p_sql text, given text DEFAULT NULL, p_login text DEFAULT 'postgres') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, p_sql, given => given, role => 'dealdesk_owner')
$$;

-- status: along the lines, for a reason, by somebody, with what it takes
SELECT probe.owner('worked', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = %L, acting_reason = ''x'', acting_user_id = %s WHERE id = 1', s,
    probe.id_of('sally')))
FROM unnest(ARRAY['under_review', 'negotiating', 'approved', 'contract_drafting', 'client_review', 'signed', 'converted', 'scoping', 'submitted']) s;
SELECT probe.owner('DD422 reason_required', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = %L, acting_user_id = %s WHERE id = 1', r,
    probe.id_of('sally')))
FROM unnest(ARRAY[NULL, '', '  ']) r;
SELECT probe.owner('DD403 forbidden', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1', u))
FROM unnest(ARRAY['NULL', '0', probe.id_of('ivan')::text]) u;
SELECT probe.owner('DD403 forbidden', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1',
    probe.id_of('sally')), p_login => 'olga');
SELECT probe.owner('worked', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1', probe.id_of('olga')),
    p_login => 'olga');
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''approved'', acting_user_id = %s WHERE id = %s', probe.id_of('sally'), d))
    FROM unnest(ARRAY[2, 3]) d;
-- an earlier step that left no history
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1',
    probe.id_of('sally')),
                   $$SET session_replication_role = replica; UPDATE dealdesk.deals SET status = 'scoping' WHERE id = 1; SET session_replication_role = origin$$);
SELECT probe.owner('worked', format('UPDATE dealdesk.deals SET status = ''negotiating'', acting_user_id = %s WHERE id = 9', probe.id_of('sally')));

-- a submission is a frozen revision of exactly this
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''submitted'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));
SELECT probe.owner('worked', format('UPDATE dealdesk.deals SET status = ''submitted'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')),
                   format('INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) SELECT 1, 1, content, %L, %s, '''' FROM dealdesk.deal_content WHERE deal_id = 1',
                          probe.plan(), probe.id_of('sally')));
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''submitted'', %s acting_user_id = %s WHERE id = 1', c,
    probe.id_of('sally')),
                   format('INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) SELECT 1, 1, content, %L, %s, '''' FROM dealdesk.deal_content WHERE deal_id = 1; %s',
                          probe.plan(), probe.id_of('sally'), g))
FROM (VALUES ('', 'UPDATE dealdesk.deals SET business_summary = ''other'' WHERE id = 1'), ('',
    'UPDATE dealdesk.deals SET draft_type = ''scoping_draft'' WHERE id = 1')) v (c, g);
SELECT probe.owner('DD423 illegal_transition',
    format('UPDATE dealdesk.deals SET status = ''under_review'', revision_count = revision_count + %s, acting_user_id = %s WHERE id = 5', n, probe.id_of('sally')))
FROM unnest(ARRAY[0, 1, 2]) n;
SELECT probe.owner('DD423 illegal_transition', format('UPDATE dealdesk.deals SET status = ''scoping'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));
SELECT probe.owner('worked', format('UPDATE dealdesk.deals SET status = ''scoping'', acting_user_id = %s WHERE id = 7', probe.id_of('sally')));
-- the step's line of history, and when it became everybody's
SELECT probe.reads('draft > lost by sally: x', 'adam',
    $$SELECT previous_status || ' > ' || status || ' by ' || performed_by_name || ': ' || comments FROM deal_status_history WHERE deal_id = 1 ORDER BY id DESC$$,
                   format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));
SELECT probe.reads('f t', 'adam',
    $$SELECT concat_ws(' ', visible_since IS NULL, last_status_change > clock_timestamp() - interval '1 minute') FROM deals WHERE id = 7$$,
                   format('UPDATE dealdesk.deals SET status = ''scoping'', acting_user_id = %s, visible_since = NULL, last_status_change = ''2020-01-01'' WHERE id = 7', probe.id_of('sally')));
SELECT probe.reads('nothing', 'postgres', $$SELECT concat(acting_user_id, acting_reason) || 'set' FROM deals WHERE id = 1 AND acting_user_id IS NOT NULL$$,
                   format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));

-- birth: a draft of one's own, with a number that nobody has
SELECT probe.owner('worked', format('INSERT INTO dealdesk.deals (reference_number, owner_id) VALUES (''DEAL-2026-900'', %s)', probe.id_of('sally')));
SELECT probe.owner('worked', format('INSERT INTO dealdesk.deals (reference_number, owner_id) VALUES (''DEAL-2026-900'', %s)', probe.id_of('olga')),
    p_login => 'olga');
SELECT probe.owner('DD403 forbidden', format('INSERT INTO dealdesk.deals (reference_number, owner_id) VALUES (''DEAL-2026-900'', %s)', probe.id_of('sally')),
    p_login => 'olga');
SELECT probe.owner('DD409 duplicate',
    format('INSERT INTO dealdesk.deals (reference_number, owner_id) SELECT reference_number, owner_id FROM dealdesk.deals WHERE id = 1'));
SELECT probe.owner('DD423 illegal_transition',
    format('INSERT INTO dealdesk.deals (reference_number, owner_id, deal_name, %s) VALUES (''DEAL-2026-900'', %s, ''x'', %s)', c, probe.id_of('sally'), v))
FROM (VALUES ('status', '''lost'''), ('visible_since', 'now()'), ('submitted_by', '1'), ('revision_count', '1')) x (c, v);
SELECT probe.reads('draft by sally', 'adam', $$SELECT status || ' by ' || performed_by_name FROM deal_status_history ORDER BY id DESC$$,
                   format('INSERT INTO dealdesk.deals (reference_number, owner_id) VALUES (''DEAL-2026-900'', %s)', probe.id_of('sally')));
SELECT probe.reads('900', 'postgres', $$SELECT last_number FROM reference_counters WHERE year = 2026$$,
                   format('INSERT INTO dealdesk.deals (reference_number, owner_id) VALUES (''DEAL-2026-900'', %s)', probe.id_of('sally')));
SELECT probe.owner('DD403 forbidden', 'UPDATE dealdesk.reference_counters SET last_number = last_number - 1 WHERE year = 2026');
SELECT probe.owner('DD403 forbidden', 'UPDATE dealdesk.reference_counters SET year = 1999 WHERE year = 2026');
SELECT probe.owner('DD403 forbidden', 'DELETE FROM dealdesk.reference_counters');

-- identity
SELECT probe.owner('DD403 forbidden', format('UPDATE dealdesk.deals SET %s WHERE id = 2', s)) FROM unnest(ARRAY['id = DEFAULT',
    'reference_number = ''DEAL-2026-999''',
    'created_at = created_at - interval ''1 day''', 'parent_submission_id = 1', 'visible_since = now()', 'revision_count = 7', 'visible_since = NULL']) s;
SELECT probe.owner('428C9', 'UPDATE dealdesk.deals SET id = 77 WHERE id = 2');
SELECT probe.owner('DD403 forbidden', 'DELETE FROM dealdesk.deals');
SELECT probe.owner('DD403 forbidden', 'DELETE FROM dealdesk.deals WHERE false');

-- content
SELECT probe.owner('DD423 not_editable', format('UPDATE dealdesk.deals SET %s WHERE id = 2', s)) FROM unnest(ARRAY['deal_name = ''x''',
    'deal_name = upper(deal_name)', 'email = ''x''',
    'deal_type = ''custom''', 'sales_channel = ''independent_agency''', 'deal_structure = ''flat_commit''', 'region = ''south''', 'advertiser_name = ''x''',
        'agency_name = ''x''',
    'business_summary = ''x''', 'growth_opportunity_miq = ''x''', 'growth_opportunity_client = ''x''', 'client_asks = ''x''', 'growth_ambition = 1',
        'term_start_date = NULL',
    'term_end_date = NULL', 'contract_term = 1', 'priority = ''low''', 'draft_type = NULL']) s;
SELECT probe.owner('DD423 not_editable',
    format('UPDATE dealdesk.deals SET status = ''lost'', acting_reason = ''x'', region = ''south'', acting_user_id = %s WHERE id = 1', probe.id_of('sally')));
SELECT probe.owner('DD423 not_editable', 'UPDATE dealdesk.deals SET region = ''south'' WHERE id = 1', 'UPDATE dealdesk.deals SET can_edit = false WHERE id = 1');
SELECT probe.owner('worked', 'UPDATE dealdesk.deals SET region = ''south'' WHERE id = 1');
SELECT probe.owner('DD422 invalid', 'UPDATE dealdesk.deals SET top_revenue = 1 WHERE id = 1');
SELECT probe.owner('DD422 invalid', 'UPDATE dealdesk.deals SET top_revenue = NULL WHERE id = 1');

-- tiers and incentives
SELECT probe.owner('DD423 not_editable', s) FROM unnest(ARRAY['INSERT INTO dealdesk.deal_tiers (deal_id, tier_number) VALUES (2, 2)',
    'UPDATE dealdesk.deal_tiers SET annual_revenue = 1 WHERE deal_id = 2',
    'INSERT INTO dealdesk.tier_incentives (tier_id, position) SELECT id, 0 FROM dealdesk.deal_tiers WHERE deal_id = 2',
        'DELETE FROM dealdesk.deal_tiers WHERE deal_id = 2']) s;
SELECT probe.owner('DD423 not_editable', s,
    $$INSERT INTO dealdesk.tier_incentives (tier_id, position) SELECT id, 0 FROM dealdesk.deal_tiers WHERE deal_id = 1; UPDATE dealdesk.deals SET can_edit = false WHERE id = 1$$)
FROM unnest(ARRAY['UPDATE dealdesk.tier_incentives SET incentive_value = 1', 'DELETE FROM dealdesk.tier_incentives']) s;
SELECT probe.owner('DD403 forbidden', s, $$INSERT INTO dealdesk.tier_incentives (tier_id, position) SELECT id, 0 FROM dealdesk.deal_tiers WHERE deal_id = 1$$)
FROM unnest(ARRAY['UPDATE dealdesk.deal_tiers SET id = DEFAULT WHERE deal_id = 1', 'UPDATE dealdesk.deal_tiers SET deal_id = 8, tier_number = 2 WHERE deal_id = 1',
    'UPDATE dealdesk.tier_incentives SET id = DEFAULT',
    'UPDATE dealdesk.tier_incentives SET tier_id = (SELECT id FROM dealdesk.deal_tiers WHERE deal_id = 8)']) s;
SELECT probe.reads(v, 'sally', 'SELECT top_revenue FROM deals WHERE id = 1', s) FROM (VALUES
    ('9000000', 'INSERT INTO dealdesk.deal_tiers (deal_id, tier_number, annual_revenue) VALUES (1, 2, 9000000)'), ('5',
        'UPDATE dealdesk.deal_tiers SET annual_revenue = 5 WHERE deal_id = 1'),
    ('nothing', 'DELETE FROM dealdesk.deal_tiers WHERE deal_id = 1')) x (v, s);
SELECT probe.reads('deal-2026-001 renamed northwind outdoor', 'sally', 'SELECT text FROM deal_search_texts WHERE deal_id = 1',
    'UPDATE dealdesk.deals SET deal_name = ''Renamed'' WHERE id = 1');
SELECT probe.reads('1', 'sally', 'SELECT count(*) FROM deal_search_starts WHERE deal_id = 1 AND start = ''ren''',
    'UPDATE dealdesk.deals SET deal_name = ''Renamed'' WHERE id = 1');
SELECT probe.reads('1', 'adam', 'SELECT count(*) FROM deal_search WHERE start = ''unh'' AND text = ''deal-2026-900 unheard of ''',
                   format('INSERT INTO dealdesk.deals (reference_number, deal_name, owner_id) VALUES (''DEAL-2026-900'', ''Unheard of'', %s)',
                       probe.id_of('sally')));
