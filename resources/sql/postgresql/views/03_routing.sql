-- Routing as domain/routing.h has it, from what is stored: what a plan that a client sends along is compared with.

CREATE VIEW dealdesk.deal_tier_sums WITH (security_invoker = true) AS
SELECT t.deal_id,
       t.id AS tier_id,
       t.tier_number,
       t.annual_revenue,
       t.annual_gross_margin,
       (SELECT coalesce(sum(i.incentive_value), 0)::bigint FROM dealdesk.tier_incentives i WHERE i.tier_id = t.id) AS incentive_cost
FROM dealdesk.deal_tiers t;

-- Missing amounts count as zero. The expected tier is tier 2 where there are several, else tier 1.
CREATE VIEW dealdesk.deal_routing_amount WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       p.version AS policy_version,
       p.routing_basis AS basis,
       coalesce(CASE p.routing_basis
                WHEN 'top_tier_revenue' THEN (SELECT max(t.annual_revenue) FROM dealdesk.deal_tiers t WHERE t.deal_id = d.id)
                WHEN 'expected_tier_revenue' THEN (SELECT t.annual_revenue FROM dealdesk.deal_tiers t
                                                   WHERE t.deal_id = d.id AND t.tier_number <= 2
                                                   ORDER BY t.tier_number DESC LIMIT 1)
                ELSE (SELECT max(s.incentive_cost) FROM dealdesk.deal_tier_sums s WHERE s.deal_id = d.id)
                END, 0) AS amount
FROM dealdesk.deals d
CROSS JOIN dealdesk.policy p;

-- The lowest level that covers the amount; above the top limit the top level.
CREATE VIEW dealdesk.deal_routing WITH (security_invoker = true) AS
SELECT a.deal_id,
       a.policy_version,
       a.basis,
       a.amount,
       coalesce((SELECT l.code FROM dealdesk.approval_levels l WHERE l.limit_amount >= a.amount ORDER BY l.rank LIMIT 1),
                (SELECT l.code FROM dealdesk.approval_levels l ORDER BY l.rank DESC LIMIT 1)) AS level,
       NOT EXISTS (SELECT 1 FROM dealdesk.approval_levels l WHERE l.limit_amount >= a.amount) AS above_top_limit
FROM dealdesk.deal_routing_amount a;

-- Stage 1. Switched off departments are never asked.
CREATE VIEW dealdesk.deal_required_departments WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       a.department
FROM dealdesk.deals d
CROSS JOIN dealdesk.policy p
JOIN dealdesk.approval_departments a ON a.is_active
WHERE a.always_required
   OR EXISTS (SELECT 1
              FROM dealdesk.deal_tiers t
              JOIN dealdesk.tier_incentives i ON i.tier_id = t.id
              WHERE t.deal_id = d.id
                AND a.incentive_types ? i.category_name)
   OR (a.department = 'legal' AND p.legal_for_custom_deals AND d.deal_type = 'custom')
   OR (a.department = 'legal' AND d.contract_term > p.legal_for_terms_over_months);

-- What the stored logic compares of a plan: departments in alphabetical order.
CREATE VIEW dealdesk.deal_routing_facts WITH (security_invoker = true) AS
SELECT r.deal_id,
       r.policy_version,
       r.amount,
       r.level,
       (SELECT coalesce(string_agg(q.department, ',' ORDER BY q.department COLLATE "C"), '')
        FROM dealdesk.deal_required_departments q WHERE q.deal_id = r.deal_id) AS departments
FROM dealdesk.deal_routing r;
