-- Ten years of deals for measurements on PostgreSQL, as resources/sql/sqlite/seed/benchmark.sql makes them for the embedded database: the
-- same for the same :deals. Run by a superuser, on a database without a deal, with the triggers put aside. :deals is
-- psql's.

\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET TimeZone = 'UTC';
SET search_path = dealdesk, pg_catalog;
BEGIN;
SET LOCAL session_replication_role = replica;

CREATE TEMP TABLE seed_words (n bigint PRIMARY KEY, client text, trade text);
INSERT INTO seed_words VALUES
    (0, 'Amber', 'Airlines'), (1, 'Birch', 'Apparel'), (2, 'Cedar', 'Bank'), (3, 'Dover', 'Beverages'), (4, 'Elm', 'Energy'),
    (5, 'Fjord', 'Foods'), (6, 'Granite', 'Games'), (7, 'Harvest', 'Hotels'), (8, 'Indigo', 'Insurance'), (9, 'Jade', 'Motors'),
    (10, 'Krona', 'Outdoors'), (11, 'Laurel', 'Pharma'), (12, 'Maple', 'Retail'), (13, 'Nimbus', 'Software'), (14, 'Ochre', 'Telecom'),
    (15, 'Pioneer', 'Travel'), (16, 'Quartz', 'Toys'), (17, 'Riverton', 'Media'), (18, 'Solstice', 'Logistics'), (19, 'Tundra', 'Health');

CREATE TEMP TABLE seed_kinds (n bigint PRIMARY KEY, region text, channel text, type text, category text, sub_category text, option text, department text);
INSERT INTO seed_kinds VALUES
    (0, 'northeast', 'client_direct', 'grow', 'Financial', 'Discounts', 'Volume Discount', NULL),
    (1, 'midwest', 'independent_agency', 'protect', 'Resources', 'Training', 'Custom Workshops', NULL),
    (2, 'midatlantic', 'holding_company', 'grow', 'Product & Innovation', 'Product Features', 'Beta Access', 'creative'),
    (3, 'west', 'client_direct', 'custom', 'Technology', 'Data Services', 'Data Enrichment', 'product'),
    (4, 'south', 'client_direct', 'grow', 'Analytics', 'Insights', 'Trend Reports', 'solutions'),
    (5, 'northeast', 'independent_agency', 'protect', 'Marketing & L&D', 'Marketing Support', 'Co-marketing', 'marketing');

CREATE TEMP TABLE seed_departments (n bigint PRIMARY KEY, department text);
INSERT INTO seed_departments VALUES (0, 'trading'), (1, 'finance'), (2, 'creative'), (3, 'marketing'), (4, 'product'), (5, 'solutions'), (6, 'legal');

-- How a deal came to its status, step by step.
CREATE TEMP TABLE seed_steps (outcome text, step bigint, status text, previous text, PRIMARY KEY (outcome, step));
INSERT INTO seed_steps VALUES
    ('draft', 0, 'draft', NULL), ('scoping', 0, 'draft', NULL), ('scoping', 1, 'scoping', 'draft'),
    ('converted', 0, 'draft', NULL), ('converted', 1, 'scoping', 'draft'), ('converted', 2, 'converted', 'scoping'),
    ('submitted', 0, 'draft', NULL), ('submitted', 1, 'submitted', 'draft'),
    ('under_review', 0, 'draft', NULL), ('under_review', 1, 'submitted', 'draft'), ('under_review', 2, 'under_review', 'submitted'),
    ('negotiating', 0, 'draft', NULL), ('negotiating', 1, 'submitted', 'draft'), ('negotiating', 2, 'negotiating', 'submitted'),
    ('approved', 0, 'draft', NULL), ('approved', 1, 'submitted', 'draft'), ('approved', 2, 'under_review', 'submitted'),
    ('approved', 3, 'approved', 'under_review'),
    ('contract_drafting', 0, 'draft', NULL), ('contract_drafting', 1, 'submitted', 'draft'), ('contract_drafting', 2, 'under_review', 'submitted'),
    ('contract_drafting', 3, 'approved', 'under_review'), ('contract_drafting', 4, 'contract_drafting', 'approved'),
    ('client_review', 0, 'draft', NULL), ('client_review', 1, 'submitted', 'draft'), ('client_review', 2, 'under_review', 'submitted'),
    ('client_review', 3, 'approved', 'under_review'), ('client_review', 4, 'contract_drafting', 'approved'),
    ('client_review', 5, 'client_review', 'contract_drafting'),
    ('signed', 0, 'draft', NULL), ('signed', 1, 'submitted', 'draft'), ('signed', 2, 'negotiating', 'submitted'), ('signed', 3, 'under_review', 'negotiating'),
    ('signed', 4, 'negotiating', 'under_review'), ('signed', 5, 'under_review', 'negotiating'), ('signed', 6, 'approved', 'under_review'),
    ('signed', 7, 'contract_drafting', 'approved'), ('signed', 8, 'client_review', 'contract_drafting'), ('signed', 9, 'signed', 'client_review'),
    ('lost', 0, 'draft', NULL), ('lost', 1, 'submitted', 'draft'), ('lost', 2, 'under_review', 'submitted'), ('lost', 3, 'lost', 'under_review');

INSERT INTO users (username, email, role, department, first_name, last_name)
WITH n AS (SELECT i::bigint FROM generate_series(1, 120) i)
SELECT concat('seller', to_char(i, 'FM000')), concat('seller', to_char(i, 'FM000'), '@example.com'), 'seller', NULL, w.client, v.trade
FROM n JOIN seed_words w ON w.n = i % 20 JOIN seed_words v ON v.n = i / 6 % 20;

INSERT INTO users (username, email, role, department, first_name, last_name)
WITH n AS (SELECT i::bigint FROM generate_series(1, 8) i)
SELECT concat(d.department, to_char(i, 'FM00')), concat(d.department, to_char(i, 'FM00'), '@example.com'), 'department_reviewer', d.department,
       w.client, concat('Of ', d.department)
FROM seed_departments d CROSS JOIN n JOIN seed_words w ON w.n = i;

INSERT INTO users (username, email, role, approval_level, first_name, last_name)
WITH n AS (SELECT i::bigint FROM generate_series(1, 5) i)
SELECT concat(l.code, to_char(i, 'FM00')), concat(l.code, to_char(i, 'FM00'), '@example.com'), 'approver', l.code, w.client, l.display_name
FROM approval_levels l CROSS JOIN n JOIN seed_words w ON w.n = i;

INSERT INTO advertisers (name, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                         previous_year_client_value, region)
WITH n AS (SELECT i::bigint FROM generate_series(0, 1999) i)
SELECT concat(w.client, ' ', v.trade, ' ', i / 400 + 1), (50 + i * 7919 % 4000) * 100000, 180000 + i * 101 % 250000,
       (50 + i * 7919 % 4000) * 25000, (50 + i * 7919 % 4000) * 3000, (50 + i * 7919 % 4000) * 10500, k.region
FROM n JOIN seed_words w ON w.n = i % 20 JOIN seed_words v ON v.n = i / 20 % 20 JOIN seed_kinds k ON k.n = i % 6;

INSERT INTO agencies (name, type, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                      previous_year_client_value, region)
WITH n AS (SELECT i::bigint FROM generate_series(0, 399) i)
SELECT concat(w.client, ' ', v.client, ' ', CASE i % 2 WHEN 0 THEN 'Collective' ELSE 'Group' END),
       CASE i % 2 WHEN 0 THEN 'independent' ELSE 'holding_company' END, (80 + i * 7919 % 6000) * 100000, 180000 + i * 101 % 250000,
       (80 + i * 7919 % 6000) * 25000, (80 + i * 7919 % 6000) * 3000, (80 + i * 7919 % 6000) * 10500, k.region
FROM n JOIN seed_words w ON w.n = i % 20 JOIN seed_words v ON v.n = i / 20 JOIN seed_kinds k ON k.n = i % 6;

-- Everything about a deal that other rows follow from. `h` spreads what should look random; `place` counts back from the newest.
CREATE TEMP TABLE seed_deals (
    i bigint PRIMARY KEY, h bigint, kind bigint, outcome text, made timestamptz, year text, number bigint, tiers bigint, base bigint,
    top bigint, level text, owner bigint, revision bigint);
INSERT INTO seed_deals (i, h, kind, outcome, made, year, tiers, base, owner, revision)
WITH n AS (SELECT i::bigint FROM generate_series(1, :deals) i),
spread AS (SELECT i, :deals - i AS place, (i * 2654435761 + 40503) % 4294967291 AS h FROM n),
placed AS (SELECT i, h, place, place < least(1200, :deals / 10) AS is_open, least(1200, :deals / 10) AS opened FROM spread)
SELECT i, h, h / 7 % 6,
       CASE WHEN NOT is_open THEN CASE WHEN h / 11 % 100 < 62 THEN 'signed' WHEN h / 11 % 100 < 96 THEN 'lost' ELSE 'converted' END
            WHEN place * 12 < opened THEN 'draft'
            WHEN place * 12 < opened * 4 THEN 'submitted'
            WHEN place * 12 < opened * 6 THEN 'under_review'
            ELSE CASE h / 13 % 5 WHEN 0 THEN 'negotiating' WHEN 1 THEN 'approved' WHEN 2 THEN 'contract_drafting' WHEN 3 THEN 'client_review' ELSE 'scoping' END END,
       m.made,
       to_char(m.made, 'YYYY'),
       CASE WHEN h / 17 % 10 < 3 THEN 1 ELSE 2 + h / 19 % 4 END,
       (20 + h / 23 % 700) * 100000,
       1 + h / 29 % 120,
       1
FROM placed
CROSS JOIN LATERAL (SELECT now() - interval '1 day' * (5 + CASE WHEN is_open THEN place * 0.05 ELSE 65 + 3585.0 * place / :deals END) AS made) m;
CREATE TEMP TABLE seed_numbers AS SELECT i, row_number() OVER (PARTITION BY year ORDER BY i) AS number FROM seed_deals;
CREATE UNIQUE INDEX seed_numbers_i ON seed_numbers (i);
ANALYZE seed_deals;
ANALYZE seed_numbers;
UPDATE seed_deals
SET top = base + base / 4 * (tiers - 1),
    owner = (SELECT id FROM users WHERE username = 'seller001') + owner - 1,
    number = (SELECT r.number FROM seed_numbers r WHERE r.i = seed_deals.i),
    revision = CASE outcome WHEN 'signed' THEN 3 ELSE 1 END;
UPDATE seed_deals SET level = CASE WHEN top <= 5000000 THEN 'manager' WHEN top <= 10000000 THEN 'director' WHEN top <= 50000000 THEN 'vp' ELSE 'svp' END;

ANALYZE seed_deals;
INSERT INTO reference_counters (year, last_number) SELECT year::integer, max(number) FROM seed_deals GROUP BY year;

INSERT INTO deals (id, reference_number, deal_name, email, deal_type, sales_channel, deal_structure, region, advertiser_name, agency_name, business_summary,
                   growth_opportunity_miq, growth_opportunity_client, client_asks, growth_ambition, term_start_date, term_end_date, contract_term,
                   previous_year_revenue, previous_year_margin, status, draft_type, revision_count, can_edit, draft_expires_at, last_status_change,
                   priority, flow_intelligence, owner_id, submitted_by, visible_since, routing_amount, routing_level, top_revenue, created_at, updated_at)
OVERRIDING SYSTEM VALUE
SELECT s.i, concat('DEAL-', s.year, '-', lpad(s.number::text, greatest(3, length(s.number::text)), '0')), c.name || ' ' || CASE s.h / 31 % 4 WHEN 0 THEN 'renewal' WHEN 1 THEN 'upfront' WHEN 2 THEN 'pilot' ELSE 'growth plan' END || ' ' || s.year,
       u.email, k.type, k.channel, CASE s.tiers WHEN 1 THEN 'flat_commit' ELSE 'tiered' END, k.region,
       CASE k.channel WHEN 'client_direct' THEN c.name ELSE c.advertiser END, CASE k.channel WHEN 'client_direct' THEN NULL ELSE c.name END,
       'The client wants one agreement for all of its brands and a price that falls with volume; the plan brings it here quarter by quarter. Ref. ' || s.h,
       'More formats, and a longer plan than last year''s', 'Better reach at a lower price for each contact',
       'Net 60, a dedicated contact, and reports each month', 100000000 + s.h % 90 * 5000000,
       (s.made + interval '40 days')::date, (s.made + interval '404 days')::date, 12, c.revenue, c.margin, s.outcome,
       CASE s.outcome WHEN 'draft' THEN 'submission_draft' WHEN 'scoping' THEN 'scoping_draft' WHEN 'converted' THEN 'scoping_draft' END,
       s.revision - 1, s.outcome IN ('draft', 'negotiating'),
       CASE s.outcome WHEN 'draft' THEN s.made + interval '1 day' * (30) END,
       s.made + interval '1 day' * (0.4 * (SELECT max(step) FROM seed_steps t WHERE t.outcome = s.outcome)),
       CASE s.h / 37 % 10 WHEN 0 THEN 'critical' WHEN 1 THEN 'high' WHEN 2 THEN 'high' WHEN 3 THEN 'low' ELSE 'medium' END,
       CASE WHEN s.h / 41 % 3 = 0 THEN 'needs_attention' ELSE 'on_track' END, s.owner,
       CASE WHEN s.outcome NOT IN ('draft', 'scoping', 'converted') THEN s.owner END,
       CASE WHEN s.outcome <> 'draft' THEN s.made + interval '1 day' * (0.4) END,
       CASE WHEN s.outcome NOT IN ('draft', 'scoping', 'converted') THEN s.top END,
       CASE WHEN s.outcome NOT IN ('draft', 'scoping', 'converted') THEN s.level END,
       s.top, s.made,
       s.made + interval '1 day' * (0.4 * (SELECT max(step) FROM seed_steps t WHERE t.outcome = s.outcome))
FROM seed_deals s
JOIN seed_kinds k ON k.n = s.kind
JOIN users u ON u.id = s.owner
JOIN (SELECT 'client_direct' AS channel, id - 1 AS n, name, NULL AS advertiser, previous_year_revenue AS revenue, previous_year_margin AS margin FROM advertisers
      UNION ALL
      SELECT CASE g.type WHEN 'independent' THEN 'independent_agency' ELSE 'holding_company' END, (g.id - 1) / 2, g.name, a.name, g.previous_year_revenue,
             g.previous_year_margin
      FROM agencies g JOIN advertisers a ON a.id = g.id) c
  ON c.channel = k.channel AND c.n = s.h % CASE k.channel WHEN 'client_direct' THEN 2000 ELSE 200 END
ORDER BY s.i;

INSERT INTO deal_editors (deal_id, user_id) SELECT i, owner FROM seed_deals ORDER BY i;

INSERT INTO deal_tiers (id, deal_id, tier_number, annual_revenue, annual_gross_margin, created_at, updated_at)
OVERRIDING SYSTEM VALUE
SELECT s.i * 5 + t.n, s.i, t.n + 1, s.base + s.base / 4 * t.n, 200000 + s.h / 43 % 40 * 5000 - t.n * 5000,
       s.made, s.made
FROM seed_deals s JOIN seed_words t ON t.n < s.tiers
ORDER BY s.i, t.n;

INSERT INTO tier_incentives (tier_id, position, category_name, sub_category_name, incentive_option, incentive_value, incentive_notes)
SELECT s.i * 5 + t.n, 1, k.category, k.sub_category, k.option, (s.base + s.base / 4 * t.n) / 50, 'paid quarterly'
FROM seed_deals s JOIN seed_words t ON t.n < s.tiers JOIN seed_kinds k ON k.n = s.kind
WHERE s.tiers = 1 OR t.n > 0
ORDER BY s.i, t.n;

-- Stage 1 of the last revision: trading, finance, and the department of the incentives' category.
CREATE TEMP TABLE seed_tasks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, i bigint, stage bigint, department text, level text, status text, decider bigint, opened timestamptz);
INSERT INTO seed_tasks (i, stage, department, level, status, decider, opened)
SELECT s.i, 1, d.department, NULL,
       CASE WHEN s.outcome = 'submitted' THEN 'pending'
            WHEN s.outcome = 'lost' THEN CASE d.department WHEN 'trading' THEN 'approved' ELSE 'withdrawn' END
            WHEN s.outcome = 'negotiating' THEN CASE d.department WHEN 'finance' THEN 'revision_requested' ELSE 'approved' END
            WHEN s.outcome = 'under_review' AND s.h / 47 % 2 = 0 AND d.department = 'finance' THEN 'pending'
            ELSE 'approved' END,
       (SELECT u.id FROM users u WHERE u.username = concat(d.department, to_char(1 + s.h / 53 % 8, 'FM00'))), s.made + interval '1 day' * 0.4
FROM seed_deals s
JOIN seed_kinds k ON k.n = s.kind
JOIN seed_departments d ON d.department IN ('trading', 'finance') OR d.department = k.department
WHERE s.outcome NOT IN ('draft', 'scoping', 'converted')
UNION ALL
SELECT s.i, 2, 'trading', s.level, CASE s.outcome WHEN 'under_review' THEN 'pending' WHEN 'lost' THEN 'rejected' ELSE 'approved' END,
       (SELECT u.id FROM users u WHERE u.username = concat(s.level, to_char(1 + s.h / 59 % 5, 'FM00'))), s.made + interval '1 day' * 1.0
FROM seed_deals s
WHERE s.outcome IN ('approved', 'contract_drafting', 'client_review', 'signed')
   OR (s.outcome = 'lost' AND s.h / 61 % 2 = 0)
   OR (s.outcome = 'under_review' AND s.h / 47 % 2 = 1)
ORDER BY 1, 2;

INSERT INTO deal_approvals (id, deal_id, revision_number, approval_stage, department, approval_level, required_role, status, priority, reasons, due_date,
                            revision_reason, completed_by, completed_at, created_at)
OVERRIDING SYSTEM VALUE
SELECT t.id, t.i, s.revision, t.stage, t.department, t.level, CASE t.stage WHEN 1 THEN 'department_reviewer' ELSE 'approver' END, t.status,
       CASE s.h / 37 % 10 WHEN 0 THEN 'urgent' WHEN 1 THEN 'high' WHEN 2 THEN 'high' ELSE 'normal' END,
       CASE t.stage WHEN 1 THEN '[{"kind":"always"}]' ELSE '[]' END::jsonb,
       (t.opened + interval '3 days')::date + time '23:59:59.999', CASE t.status WHEN 'revision_requested' THEN 'Margin below target' END,
       CASE WHEN t.status IN ('approved', 'rejected', 'revision_requested') THEN t.decider END,
       CASE WHEN t.status <> 'pending' THEN t.opened + interval '1 day' * (0.3) END,
       t.opened
FROM seed_tasks t JOIN seed_deals s ON s.i = t.i
ORDER BY t.id;

INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, created_at)
SELECT t.id, t.i, CASE t.status WHEN 'approved' THEN 'approve' WHEN 'rejected' THEN 'reject' ELSE 'request_revision' END, t.decider, p.display_name,
       CASE WHEN t.id % 3 = 0 THEN 'Checked against last year''s figures.' END, t.opened + interval '1 day' * (0.3)
FROM seed_tasks t JOIN people p ON p.id = t.decider
WHERE t.status IN ('approved', 'rejected', 'revision_requested')
ORDER BY t.id;

INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, comments, changed_at)
SELECT s.i, p.status, p.previous, s.owner, o.display_name, CASE WHEN s.h % 4 = p.step % 4 THEN 'As agreed on the phone.' END,
       s.made + interval '1 day' * (0.4 * p.step)
FROM seed_deals s JOIN seed_steps p ON p.outcome = s.outcome JOIN people o ON o.id = s.owner
ORDER BY s.i, p.step;

INSERT INTO deal_comments (deal_id, author_id, author_name, body, created_at)
SELECT s.i, s.owner, o.display_name, 'The client has confirmed the volumes.', s.made + interval '1 day' * (0.5)
FROM seed_deals s JOIN people o ON o.id = s.owner
WHERE s.h / 67 % 4 = 0
ORDER BY s.i;

ANALYZE;
-- What was submitted, of the deals whose approval is not history yet.
INSERT INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name, submitted_at)
SELECT s.i, s.revision, c.content, p.plan, s.owner, o.display_name, s.made + interval '1 day' * (0.4)
FROM seed_deals s
JOIN deal_content c ON c.deal_id = s.i
JOIN deal_routing_plan p ON p.deal_id = s.i
JOIN people o ON o.id = s.owner
WHERE s.i > :deals - 1200 AND s.outcome NOT IN ('draft', 'scoping', 'converted')
ORDER BY s.i;

INSERT INTO deal_search_texts (deal_id, text) SELECT deal_id, text FROM deal_search_source ORDER BY deal_id;
INSERT INTO deal_search_starts (start, deal_id) SELECT DISTINCT start, deal_id FROM deal_search_words ORDER BY start, deal_id;

-- People's logins, and an administrator's.
INSERT INTO users (username, email, role, first_name, last_name) VALUES ('chief', 'chief@example.com', 'admin', 'Ada', 'Chief');
DO $$
DECLARE
    v_login text;
BEGIN
    FOR v_login IN SELECT username FROM dealdesk.users LOOP
        EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE dealdesk_user', v_login, v_login);
    END LOOP;
END $$;

SELECT setval(pg_get_serial_sequence('dealdesk.deals', 'id'), (SELECT max(id) FROM deals)),
       setval(pg_get_serial_sequence('dealdesk.deal_tiers', 'id'), (SELECT max(id) FROM deal_tiers)),
       setval(pg_get_serial_sequence('dealdesk.deal_approvals', 'id'), (SELECT max(id) FROM deal_approvals));
COMMIT;
VACUUM (ANALYZE);
