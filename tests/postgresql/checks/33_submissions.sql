-- What is submitted is complete, is what stands in the tables, and goes the way that the policy says.

CREATE FUNCTION probe.freezes(p_outcome text, p_deal bigint, given text DEFAULT NULL, p_revision integer DEFAULT 1, p_plan jsonb DEFAULT probe.plan(),
    p_by text DEFAULT 'olga', p_login text DEFAULT 'postgres',
                              p_content text DEFAULT 'content') RETURNS SETOF text LANGUAGE sql AS $$
    SELECT * FROM probe.expect(p_outcome, p_login, format(
        'INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) SELECT deal_id, %s, %s, %L, %s, ''x'' FROM dealdesk.deal_content WHERE deal_id = %s',
        p_revision, p_content, p_plan, probe.id_of(p_by), p_deal), given => given, role => 'dealdesk_owner')
$$;

SELECT probe.freezes('worked', 1);
SELECT probe.freezes('worked', 1, p_login => 'olga');
SELECT probe.freezes('DD403 forbidden', 1, p_by => 'sally', p_login => 'olga');
SELECT probe.freezes('worked', 5, p_revision => 2);
SELECT probe.freezes('DD423 not_editable', d, p_revision => r) FROM (VALUES (1, 2), (1, 0), (2, 1), (2, 2), (3, 2), (5, 1), (5, 3), (4, 2)) x (d, r);
SELECT probe.freezes('DD423 not_editable', 1, 'UPDATE dealdesk.deals SET can_edit = false WHERE id = 1');
SELECT probe.freezes('DD422 invalid', 1, p_content => c) FROM unnest(ARRAY['''{}''::jsonb', 'content || ''{"region":"south"}''', 'content - ''tiers''']) c;
-- every shortcoming
SELECT probe.freezes('DD422 incomplete', 1, g) FROM unnest(ARRAY['UPDATE dealdesk.deals SET deal_name = ''  '' WHERE id = 1',
    'UPDATE dealdesk.deals SET email = ''x'' WHERE id = 1', 'UPDATE dealdesk.deals SET region = NULL WHERE id = 1',
    'UPDATE dealdesk.deals SET advertiser_name = ''Nobody'' WHERE id = 1', 'UPDATE dealdesk.deals SET term_end_date = term_start_date WHERE id = 1',
        'UPDATE dealdesk.deals SET growth_ambition = 1 WHERE id = 1',
    'DELETE FROM dealdesk.deal_tiers WHERE deal_id = 1', 'UPDATE dealdesk.deal_tiers SET annual_gross_margin = NULL WHERE deal_id = 1',
        'UPDATE dealdesk.deal_tiers SET tier_number = 2 WHERE deal_id = 1',
    'INSERT INTO dealdesk.deal_tiers (deal_id, tier_number, annual_revenue, annual_gross_margin) VALUES (1, 2, 1, 1)',
        'UPDATE dealdesk.advertisers SET is_active = false',
    'INSERT INTO dealdesk.tier_incentives (tier_id, position, category_name, incentive_value) SELECT id, 0, ''Nothing'', 1 FROM dealdesk.deal_tiers WHERE deal_id = 1',
    'UPDATE dealdesk.deals SET deal_structure = ''flat_commit'' WHERE id = 1; INSERT INTO dealdesk.deal_tiers (deal_id, tier_number, annual_revenue, annual_gross_margin) VALUES (1, 2, 5000000, 1)']) g;
-- another way than the policy's
SELECT probe.freezes('DD412 routing_changed', 1, p_plan => probe.plan(c)) FROM unnest(ARRAY['{"policy_version":0}', '{"policy_version":"1"}', '{"amount":1}',
    '{"level":"svp"}', '{"level":null}', '{"departments":[]}',
    '{"departments":[{"department":"finance"}]}', '{"departments":[{"department":"finance"},{"department":"trading"},{"department":"legal"}]}',
        '{"departments":[{"department":"finance"},{"department":"finance"}]}']::jsonb[]) c;
SELECT probe.freezes('DD412 routing_changed', 1, p_plan => probe.plan() - k) FROM unnest(ARRAY['policy_version', 'amount', 'level', 'departments']) k;
SELECT probe.freezes('DD412 routing_changed', 1, g) FROM unnest(ARRAY['UPDATE dealdesk.approval_levels SET display_name = ''x'' WHERE code = ''svp''',
    'UPDATE dealdesk.approval_departments SET description = ''x'' WHERE department = ''legal''',
    'INSERT INTO dealdesk.approval_levels (code, display_name, rank, limit_amount) VALUES (''ceo'', ''CEO'', 9, 999999999)',
        'UPDATE dealdesk.policy SET version = version + 1']) g;
-- who submits is a writer of the deal
SELECT probe.reads('true', 'adam', format('SELECT count(*) = 1 FROM deal_editors WHERE deal_id = 1 AND user_id = %s', probe.id_of('sam')),
                   format('INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name) SELECT 1, 1, content, %L, %s, ''x'' FROM dealdesk.deal_content WHERE deal_id = 1',
                          probe.plan(), probe.id_of('sam')));
