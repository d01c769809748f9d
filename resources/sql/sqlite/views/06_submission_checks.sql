-- One row per thing that a submission lacks. The client says it in sentences and at once (domain/validation.h); these are what must
-- never be wrong in what was submitted.

CREATE VIEW deal_shortcomings AS
-- a name of nothing but spaces is none, whichever of Unicode's spaces they are
SELECT d.id AS deal_id, 'name' AS lacks FROM deals d
WHERE length(trim(d.deal_name, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202,
                                    8232, 8233, 8239, 8287, 12288))) NOT BETWEEN 1 AND 500
UNION ALL
-- the form of an address in outline; what a domain's labels may be is left to the client
SELECT d.id, 'email' FROM deals d
WHERE d.email <> ''
  AND (d.email NOT LIKE '_%@_%.__%' OR d.email LIKE '%@%@%' OR d.email GLOB '*[^!-~]*' OR d.email LIKE '%..%' OR d.email LIKE '.%'
       OR d.email LIKE '%.@%' OR d.email LIKE '%@.%' OR d.email LIKE '%.')
UNION ALL
SELECT d.id, 'region' FROM deals d WHERE d.region IS NULL
UNION ALL
SELECT d.id, 'client' FROM deals d
WHERE NOT EXISTS (SELECT 1 FROM deal_clients c
                  WHERE c.deal_id = d.id AND c.is_active AND c.name COLLATE BINARY IN (d.advertiser_name, d.agency_name))
UNION ALL
SELECT d.id, 'term' FROM deals d WHERE coalesce(d.term_end_date > d.term_start_date, 0) = 0
UNION ALL
SELECT d.id, 'growth_ambition' FROM deals d WHERE d.growth_ambition < 100000000
UNION ALL
SELECT d.id, 'tiers' FROM deals d
WHERE (SELECT count(*) NOT BETWEEN 1 AND 5 OR max(t.tier_number) <> count(*) OR min(t.tier_number) <> 1
       FROM deal_tiers t WHERE t.deal_id = d.id)
UNION ALL
SELECT d.id, 'one_tier' FROM deals d
WHERE d.deal_structure = 'flat_commit' AND (SELECT count(*) FROM deal_tiers t WHERE t.deal_id = d.id) <> 1
UNION ALL
SELECT t.deal_id, 'tier_figures' FROM deal_tiers t WHERE coalesce(t.annual_revenue, 0) <= 0 OR t.annual_gross_margin IS NULL
UNION ALL
SELECT t.deal_id, 'rising_revenue' FROM deal_tiers t
JOIN deal_tiers n ON n.deal_id = t.deal_id AND n.tier_number = t.tier_number + 1
WHERE n.annual_revenue <= t.annual_revenue
UNION ALL
SELECT t.deal_id, 'incentive' FROM deal_tiers t
JOIN tier_incentives i ON i.tier_id = t.id
WHERE i.incentive_value IS NULL
   OR NOT EXISTS (SELECT 1 FROM incentive_catalog c
                  WHERE c.category_name = i.category_name AND c.sub_category_name = i.sub_category_name
                    AND c.incentive_option = i.incentive_option AND c.is_active);
