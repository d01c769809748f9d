-- One row per thing that a submission lacks. The client says it in sentences and at once (domain/validation.h); these are what must
-- never be wrong in what was submitted.

CREATE VIEW dealdesk.deal_shortcomings WITH (security_invoker = true) AS
-- a name of nothing but spaces is none, whichever of Unicode's spaces they are
SELECT d.id AS deal_id, 'name' AS lacks FROM dealdesk.deals d
WHERE length(btrim(d.deal_name, E'\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'
                                 '\u2028\u2029\u202f\u205f\u3000')) NOT BETWEEN 1 AND 500
UNION ALL
-- the form of an address in outline; what a domain's labels may be is left to the client
SELECT d.id, 'email' FROM dealdesk.deals d
WHERE d.email <> ''
  AND (d.email NOT LIKE '_%@_%.__%' OR d.email LIKE '%@%@%' OR d.email COLLATE "C" ~ '[^!-~]' OR d.email LIKE '%..%' OR d.email LIKE '.%'
       OR d.email LIKE '%.@%' OR d.email LIKE '%@.%' OR d.email LIKE '%.')
UNION ALL
SELECT d.id, 'region' FROM dealdesk.deals d WHERE d.region IS NULL
UNION ALL
SELECT d.id, 'client' FROM dealdesk.deals d
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.deal_clients c
                  WHERE c.deal_id = d.id AND c.is_active AND c.name IN (d.advertiser_name, d.agency_name))
UNION ALL
SELECT d.id, 'term' FROM dealdesk.deals d WHERE (d.term_end_date > d.term_start_date) IS NOT TRUE
UNION ALL
SELECT d.id, 'growth_ambition' FROM dealdesk.deals d WHERE d.growth_ambition < 100000000
UNION ALL
SELECT d.id, 'tiers' FROM dealdesk.deals d
WHERE (SELECT count(*) NOT BETWEEN 1 AND 5 OR max(t.tier_number) <> count(*) OR min(t.tier_number) <> 1
       FROM dealdesk.deal_tiers t WHERE t.deal_id = d.id)
UNION ALL
SELECT d.id, 'one_tier' FROM dealdesk.deals d
WHERE d.deal_structure = 'flat_commit' AND (SELECT count(*) FROM dealdesk.deal_tiers t WHERE t.deal_id = d.id) <> 1
UNION ALL
SELECT t.deal_id, 'tier_figures' FROM dealdesk.deal_tiers t WHERE coalesce(t.annual_revenue, 0) <= 0 OR t.annual_gross_margin IS NULL
UNION ALL
SELECT t.deal_id, 'rising_revenue' FROM dealdesk.deal_tiers t
JOIN dealdesk.deal_tiers n ON n.deal_id = t.deal_id AND n.tier_number = t.tier_number + 1
WHERE n.annual_revenue <= t.annual_revenue
UNION ALL
SELECT t.deal_id, 'incentive' FROM dealdesk.deal_tiers t
JOIN dealdesk.tier_incentives i ON i.tier_id = t.id
WHERE i.incentive_value IS NULL
   OR NOT EXISTS (SELECT 1 FROM dealdesk.incentive_catalog c
                  WHERE c.category_name = i.category_name AND c.sub_category_name = i.sub_category_name
                    AND c.incentive_option = i.incentive_option AND c.is_active);
