-- What each approver answers for, from the frozen content of a revision: domain.md "Smart re-approval", the same as domain/scope_facts.cpp. A fact has
-- a path, a value as text, a number where a direction is better, and which direction that is.

CREATE VIEW approval_keys AS
SELECT 'trading' AS approval_key
UNION ALL VALUES ('finance'), ('creative'), ('marketing'), ('product'), ('solutions'), ('legal'), ('business');

-- Whose a fact is: a list of keys, or everybody's.
CREATE VIEW scope_fact_kinds AS
SELECT 'channel' AS path, '$.sales_channel' AS place, '*' AS scopes
UNION ALL VALUES ('advertiser', '$.advertiser_name', '*'),
                 ('agency', '$.agency_name', '*'),
                 ('growth_ambition', '$.growth_ambition', '*'), -- no scope names it
                 ('term_start', '$.term_start_date', '*'),
                 ('term_end', '$.term_end_date', '*'),
                 ('type', '$.deal_type', 'legal,business'),
                 ('structure', '$.deal_structure', 'trading,legal,business'),
                 ('region', '$.region', 'trading,legal');

CREATE VIEW revision_tiers AS
SELECT r.deal_id,
       r.revision_number,
       (SELECT value FROM json_each(t.value, '$.tier_number')) - 1 AS tier,
       (SELECT value FROM json_each(t.value, '$.annual_revenue')) AS annual_revenue,
       (SELECT value FROM json_each(t.value, '$.annual_gross_margin')) AS annual_gross_margin,
       (SELECT coalesce(sum(v.value), 0) FROM json_each(t.value, '$.incentives') i JOIN json_each(i.value, '$.incentive_value') v) AS incentive_total,
       t.value AS tier_json
FROM deal_revisions r
JOIN json_each(r.content, '$.tiers') t;

-- An incentive is told apart by what it is; equal ones of a tier are numbered in the order of value and notes.
CREATE VIEW revision_incentives AS
SELECT q.deal_id, q.revision_number, q.category, q.incentive_value, q.incentive_notes,
       'tiers[' || q.tier || '].incentives[' || q.name || '#'
       || row_number() OVER (PARTITION BY q.deal_id, q.revision_number, q.tier, q.name
                             ORDER BY coalesce(q.incentive_value, -1), q.incentive_notes, q.position) || '].' AS path
FROM (SELECT t.deal_id, t.revision_number, t.tier, i.key AS position,
             coalesce((SELECT value FROM json_each(i.value, '$.category_name')), '') AS category,
             coalesce((SELECT value FROM json_each(i.value, '$.category_name')), '') || '/'
             || coalesce((SELECT value FROM json_each(i.value, '$.sub_category_name')), '') || '/'
             || coalesce((SELECT value FROM json_each(i.value, '$.incentive_option')), '') AS name,
             (SELECT value FROM json_each(i.value, '$.incentive_value')) AS incentive_value,
             coalesce((SELECT value FROM json_each(i.value, '$.incentive_notes')), '') AS incentive_notes
      FROM revision_tiers t
      JOIN json_each(t.tier_json, '$.incentives') i) q;

CREATE VIEW revision_figures AS
SELECT r.deal_id, r.revision_number, k.scopes, k.path,
       coalesce((SELECT value FROM json_each(r.content, k.place)), '') AS value, NULL AS number, 'equal' AS better
FROM deal_revisions r
CROSS JOIN scope_fact_kinds k
UNION ALL
SELECT r.deal_id, r.revision_number, 'trading', 'tiers', count(t.key), NULL, 'equal'
FROM deal_revisions r
LEFT JOIN json_each(r.content, '$.tiers') t
GROUP BY r.deal_id, r.revision_number
UNION ALL
SELECT t.deal_id, t.revision_number, 'trading,finance', 'tiers[' || t.tier || '].revenue', coalesce(t.annual_revenue, ''), t.annual_revenue, 'up'
FROM revision_tiers t
UNION ALL
SELECT t.deal_id, t.revision_number, 'trading,finance', 'tiers[' || t.tier || '].margin', coalesce(t.annual_gross_margin, ''), t.annual_gross_margin, 'up'
FROM revision_tiers t
UNION ALL
SELECT t.deal_id, t.revision_number, 'finance,business', 'tiers[' || t.tier || '].incentive_total', t.incentive_total, t.incentive_total, 'down'
FROM revision_tiers t
UNION ALL
SELECT t.deal_id, t.revision_number, 'business', 'lowest_margin', coalesce(min(t.annual_gross_margin), ''), min(t.annual_gross_margin), 'up'
FROM revision_tiers t
GROUP BY t.deal_id, t.revision_number
UNION ALL
-- under another basis it is another fact
SELECT r.deal_id, r.revision_number, 'business', 'routing_amount[' || b.value || ']', a.value, a.value,
       CASE b.value WHEN 'top_incentive_cost' THEN 'down' ELSE 'up' END
FROM deal_revisions r
JOIN json_each(r.plan, '$.basis') b
JOIN json_each(r.plan, '$.amount') a;

-- Incentives are those of the departments that have their category; of everybody where no active department has it. Finance does not read notes.
CREATE VIEW approval_scope_facts AS
SELECT f.deal_id, f.revision_number, k.approval_key, f.path, CAST(f.value AS TEXT) AS value, f.number, f.better
FROM revision_figures f
JOIN approval_keys k ON f.scopes = '*' OR instr(f.scopes, k.approval_key) > 0
UNION ALL
SELECT i.deal_id, i.revision_number, s.approval_key, i.path || n.part,
       CAST(CASE n.part WHEN 'value' THEN coalesce(i.incentive_value, '') ELSE i.incentive_notes END AS TEXT),
       CASE n.part WHEN 'value' THEN i.incentive_value END,
       CASE n.part WHEN 'value' THEN 'down' ELSE 'equal' END
FROM revision_incentives i
JOIN incentive_scopes s ON s.category = i.category
JOIN (SELECT 'value' AS part UNION ALL SELECT 'notes') n ON n.part = 'value' OR s.approval_key <> 'finance'
UNION ALL
SELECT i.deal_id, i.revision_number, k.approval_key, i.path || n.part,
       CAST(CASE n.part WHEN 'value' THEN coalesce(i.incentive_value, '') ELSE i.incentive_notes END AS TEXT),
       CASE n.part WHEN 'value' THEN i.incentive_value END,
       CASE n.part WHEN 'value' THEN 'down' ELSE 'equal' END
FROM revision_incentives i
CROSS JOIN approval_keys k
CROSS JOIN (SELECT 'value' AS part UNION ALL SELECT 'notes') n
WHERE i.category NOT IN (SELECT s.category FROM incentive_scopes s);

-- Categories that an active department has, and whose they are.
CREATE VIEW incentive_scopes AS
SELECT c.value AS category, d.department AS approval_key
FROM approval_departments d
JOIN json_each(d.incentive_types) c
WHERE EXISTS (SELECT 1 FROM approval_departments o JOIN json_each(o.incentive_types) oc WHERE o.is_active AND oc.value = c.value);
