-- A deal as the JSON of domain/draft_json.h.

CREATE VIEW dealdesk.tier_incentive_json WITH (security_invoker = true) AS
SELECT t.id AS tier_id,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('category_name', i.category_name,
                                                     'sub_category_name', i.sub_category_name,
                                                     'incentive_option', i.incentive_option,
                                                     'incentive_notes', i.incentive_notes,
                                                     'incentive_value', i.incentive_value) ORDER BY i.position), '[]')
        FROM dealdesk.tier_incentives i
        WHERE i.tier_id = t.id) AS incentives
FROM dealdesk.deal_tiers t;

CREATE VIEW dealdesk.deal_tier_json WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('tier_number', t.tier_number,
                                                     'annual_revenue', t.annual_revenue,
                                                     'annual_gross_margin', t.annual_gross_margin,
                                                     'incentives', (SELECT j.incentives FROM dealdesk.tier_incentive_json j WHERE j.tier_id = t.id))
                                  ORDER BY t.tier_number), '[]')
        FROM dealdesk.deal_tiers t
        WHERE t.deal_id = d.id) AS tiers
FROM dealdesk.deals d;

CREATE VIEW dealdesk.deal_content WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       jsonb_build_object('deal_name', d.deal_name,
                          'email', d.email,
                          'deal_type', d.deal_type,
                          'sales_channel', d.sales_channel,
                          'deal_structure', d.deal_structure,
                          'region', d.region,
                          'priority', d.priority,
                          'advertiser_name', coalesce(d.advertiser_name, ''),
                          'agency_name', coalesce(d.agency_name, ''),
                          'business_summary', d.business_summary,
                          'growth_opportunity_miq', d.growth_opportunity_miq,
                          'growth_opportunity_client', d.growth_opportunity_client,
                          'client_asks', d.client_asks,
                          'term_start_date', d.term_start_date,
                          'term_end_date', d.term_end_date,
                          'growth_ambition', d.growth_ambition,
                          'contract_term', d.contract_term,
                          'tiers', (SELECT j.tiers FROM dealdesk.deal_tier_json j WHERE j.deal_id = d.id)) AS content
FROM dealdesk.deals d;
