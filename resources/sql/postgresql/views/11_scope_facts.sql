-- What each approver answers for, from the frozen content of a revision: domain.md "Smart re-approval", the same as domain/scope_facts.cpp. A fact has
-- a path, a value as text, a number where a direction is better, and which direction that is.

CREATE VIEW dealdesk.approval_keys WITH (security_invoker = true) AS
SELECT k.approval_key COLLATE "C" AS approval_key
FROM (VALUES ('trading'), ('finance'), ('creative'), ('marketing'), ('product'), ('solutions'), ('legal'), ('business')) k (approval_key);

CREATE VIEW dealdesk.revision_tiers WITH (security_invoker = true) AS
SELECT r.deal_id,
       r.revision_number,
       (t.value ->> 'tier_number')::integer - 1 AS tier,
       (t.value ->> 'annual_revenue')::bigint AS annual_revenue,
       (t.value ->> 'annual_gross_margin')::bigint AS annual_gross_margin,
       (SELECT coalesce(sum((i.value ->> 'incentive_value')::bigint), 0)::bigint
        FROM jsonb_array_elements(coalesce(nullif(t.value -> 'incentives', 'null'), '[]')) i) AS incentive_total,
       t.value AS tier_json
FROM dealdesk.deal_revisions r
CROSS JOIN LATERAL jsonb_array_elements(coalesce(nullif(r.content -> 'tiers', 'null'), '[]')) t;

-- An incentive is told apart by what it is; equal ones of a tier are numbered in the order of value and notes.
CREATE VIEW dealdesk.revision_incentives WITH (security_invoker = true) AS
SELECT t.deal_id, t.revision_number, i.category, i.incentive_value, i.incentive_notes,
       format('tiers[%s].incentives[%s#%s].', t.tier, i.name, i.number) COLLATE "C" AS path
FROM dealdesk.revision_tiers t
CROSS JOIN LATERAL (
    SELECT q.category, q.name, q.incentive_value, q.incentive_notes,
           row_number() OVER (PARTITION BY q.name ORDER BY coalesce(q.incentive_value, -1), q.incentive_notes, q.position) AS number
    FROM (SELECT coalesce(j.value ->> 'category_name', '') COLLATE "C" AS category,
                 concat(j.value ->> 'category_name', '/', j.value ->> 'sub_category_name', '/', j.value ->> 'incentive_option') COLLATE "C" AS name,
                 (j.value ->> 'incentive_value')::bigint AS incentive_value,
                 coalesce(j.value ->> 'incentive_notes', '') COLLATE "C" AS incentive_notes,
                 j.position
          FROM jsonb_array_elements(coalesce(nullif(t.tier_json -> 'incentives', 'null'), '[]')) WITH ORDINALITY j (value, position)) q) i;

-- Whose a figure is: a list of keys, or everybody's.
CREATE VIEW dealdesk.revision_figures WITH (security_invoker = true) AS
SELECT r.deal_id, r.revision_number, k.scopes COLLATE "C" AS scopes, k.path COLLATE "C" AS path,
       coalesce(r.content ->> k.member, '') COLLATE "C" AS value,
       NULL::bigint AS number, 'equal' COLLATE "C" AS better
FROM dealdesk.deal_revisions r
CROSS JOIN (VALUES ('channel', 'sales_channel', '*'),
                   ('advertiser', 'advertiser_name', '*'),
                   ('agency', 'agency_name', '*'),
                   ('growth_ambition', 'growth_ambition', '*'), -- no scope names it
                   ('term_start', 'term_start_date', '*'),
                   ('term_end', 'term_end_date', '*'),
                   ('type', 'deal_type', 'legal,business'),
                   ('structure', 'deal_structure', 'trading,legal,business'),
                   ('region', 'region', 'trading,legal')) k (path, member, scopes)
UNION ALL
SELECT r.deal_id, r.revision_number, 'trading', 'tiers', jsonb_array_length(coalesce(nullif(r.content -> 'tiers', 'null'), '[]'))::text, NULL, 'equal'
FROM dealdesk.deal_revisions r
UNION ALL
SELECT t.deal_id, t.revision_number, f.scopes, format('tiers[%s].%s', t.tier, f.name), coalesce(f.number::text, ''), f.number, f.better
FROM dealdesk.revision_tiers t
CROSS JOIN LATERAL (VALUES ('revenue', t.annual_revenue, 'up', 'trading,finance'),
                           ('margin', t.annual_gross_margin, 'up', 'trading,finance'),
                           ('incentive_total', t.incentive_total, 'down', 'finance,business')) f (name, number, better, scopes)
UNION ALL
SELECT r.deal_id, r.revision_number, 'business', 'lowest_margin', coalesce(m.lowest::text, ''), m.lowest, 'up'
FROM dealdesk.deal_revisions r
CROSS JOIN LATERAL (SELECT min((t.value ->> 'annual_gross_margin')::bigint) AS lowest
                    FROM jsonb_array_elements(coalesce(nullif(r.content -> 'tiers', 'null'), '[]')) t) m
UNION ALL
-- under another basis it is another fact
SELECT r.deal_id, r.revision_number, 'business', format('routing_amount[%s]', r.plan ->> 'basis'), r.plan ->> 'amount', (r.plan ->> 'amount')::bigint,
       CASE r.plan ->> 'basis' WHEN 'top_incentive_cost' THEN 'down' ELSE 'up' END
FROM dealdesk.deal_revisions r;

-- Incentives are those of the departments that have their category; of everybody where no active department has it. Finance does not read notes.
CREATE VIEW dealdesk.incentive_scopes WITH (security_invoker = true) AS
SELECT c.value COLLATE "C" AS category, d.department AS approval_key
FROM dealdesk.approval_departments d
CROSS JOIN LATERAL jsonb_array_elements_text(d.incentive_types) c
WHERE EXISTS (SELECT 1 FROM dealdesk.approval_departments o WHERE o.is_active AND o.incentive_types ? c.value);

CREATE VIEW dealdesk.approval_scope_facts WITH (security_invoker = true) AS
SELECT f.deal_id, f.revision_number, k.approval_key, f.path, f.value, f.number, f.better
FROM dealdesk.revision_figures f
JOIN dealdesk.approval_keys k ON f.scopes = '*' OR k.approval_key = ANY (string_to_array(f.scopes, ','))
UNION ALL
SELECT i.deal_id, i.revision_number, k.approval_key, i.path || p.name,
       CASE p.name WHEN 'value' THEN coalesce(i.incentive_value::text, '') ELSE i.incentive_notes END,
       CASE p.name WHEN 'value' THEN i.incentive_value END,
       CASE p.name WHEN 'value' THEN 'down' ELSE 'equal' END
FROM dealdesk.revision_incentives i
JOIN (SELECT s.category, s.approval_key, s.approval_key = 'finance' AS without_notes
      FROM dealdesk.incentive_scopes s
      UNION ALL
      SELECT NULL, a.approval_key, false
      FROM dealdesk.approval_keys a) k
    ON k.category = i.category
    OR (k.category IS NULL AND NOT EXISTS (SELECT 1 FROM dealdesk.incentive_scopes s WHERE s.category = i.category))
JOIN (VALUES ('value'), ('notes')) p (name) ON p.name = 'value' OR NOT k.without_notes;
