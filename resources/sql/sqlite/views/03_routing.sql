-- Routing as domain/routing.h has it, from what is stored: what a plan that a client sends along is compared with.

CREATE VIEW deal_tier_sums AS
SELECT t.deal_id,
       t.id AS tier_id,
       t.tier_number,
       t.annual_revenue,
       t.annual_gross_margin,
       (SELECT coalesce(sum(i.incentive_value), 0) FROM tier_incentives i WHERE i.tier_id = t.id) AS incentive_cost
FROM deal_tiers t;

-- Missing amounts count as zero. The expected tier is tier 2 where there are several, else tier 1.
CREATE VIEW deal_routing_amount AS
SELECT d.id AS deal_id,
       p.version AS policy_version,
       p.routing_basis AS basis,
       coalesce(CASE p.routing_basis
                WHEN 'top_tier_revenue' THEN (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = d.id)
                WHEN 'expected_tier_revenue' THEN (SELECT t.annual_revenue FROM deal_tiers t WHERE t.deal_id = d.id AND t.tier_number <= 2
                                                   ORDER BY t.tier_number DESC LIMIT 1)
                ELSE (SELECT max(s.incentive_cost) FROM deal_tier_sums s WHERE s.deal_id = d.id)
                END, 0) AS amount
FROM deals d
CROSS JOIN policy p;

-- The lowest level that covers the amount; above the top limit the top level.
CREATE VIEW deal_routing AS
SELECT a.deal_id,
       a.policy_version,
       a.basis,
       a.amount,
       coalesce((SELECT l.code FROM approval_levels l WHERE l.limit_amount >= a.amount ORDER BY l.rank LIMIT 1),
                (SELECT l.code FROM approval_levels l ORDER BY l.rank DESC LIMIT 1)) AS level,
       NOT EXISTS (SELECT 1 FROM approval_levels l WHERE l.limit_amount >= a.amount) AS above_top_limit
FROM deal_routing_amount a;

-- Stage 1. Switched off departments are never asked.
CREATE VIEW deal_required_departments AS
SELECT d.id AS deal_id,
       a.department
FROM deals d
CROSS JOIN policy p
JOIN approval_departments a ON a.is_active
WHERE a.always_required
   OR EXISTS (SELECT 1
              FROM deal_tiers t
              JOIN tier_incentives i ON i.tier_id = t.id
              WHERE t.deal_id = d.id
                AND i.category_name IN (SELECT value FROM json_each(a.incentive_types)))
   OR (a.department = 'legal' AND p.legal_for_custom_deals AND d.deal_type = 'custom')
   OR (a.department = 'legal' AND d.contract_term > p.legal_for_terms_over_months);

-- What the stored logic compares of a plan: departments in alphabetical order.
CREATE VIEW deal_routing_facts AS
SELECT r.deal_id,
       r.policy_version,
       r.amount,
       r.level,
       (SELECT coalesce(group_concat(department, ','), '')
        FROM (SELECT q.department FROM deal_required_departments q WHERE q.deal_id = r.deal_id ORDER BY q.department)) AS departments
FROM deal_routing r;
