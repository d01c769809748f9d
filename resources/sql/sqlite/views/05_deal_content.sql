-- A deal as the JSON of domain/draft_json.h. Put together as text: SQLite 3.40 lets no view call json_object() under trusted_schema=OFF; only
-- json_each() and json_tree() may be used in stored logic.

-- Every text of a deal and of its incentives under its key; scope is the row that it belongs to.
CREATE VIEW deal_content_texts AS
SELECT d.id AS deal_id, d.id AS scope_id, t.position, t.key,
       CASE t.key
       WHEN 'deal_name' THEN d.deal_name
       WHEN 'email' THEN d.email
       WHEN 'deal_type' THEN d.deal_type
       WHEN 'sales_channel' THEN d.sales_channel
       WHEN 'deal_structure' THEN d.deal_structure
       WHEN 'region' THEN d.region
       WHEN 'priority' THEN d.priority
       WHEN 'advertiser_name' THEN coalesce(d.advertiser_name, '')
       WHEN 'agency_name' THEN coalesce(d.agency_name, '')
       WHEN 'business_summary' THEN d.business_summary
       WHEN 'growth_opportunity_miq' THEN d.growth_opportunity_miq
       WHEN 'growth_opportunity_client' THEN d.growth_opportunity_client
       WHEN 'client_asks' THEN d.client_asks
       WHEN 'term_start_date' THEN d.term_start_date
       WHEN 'term_end_date' THEN d.term_end_date
       END AS value
FROM deals d
CROSS JOIN (SELECT 1 AS position, 'deal_name' AS key
            UNION ALL VALUES (2, 'email'), (3, 'deal_type'), (4, 'sales_channel'), (5, 'deal_structure'), (6, 'region'), (7, 'priority'),
                             (8, 'advertiser_name'), (9, 'agency_name'), (10, 'business_summary'), (11, 'growth_opportunity_miq'),
                             (12, 'growth_opportunity_client'), (13, 'client_asks'), (14, 'term_start_date'), (15, 'term_end_date')) t;

CREATE VIEW incentive_content_texts AS
SELECT r.deal_id, i.id AS scope_id, t.position, t.key,
       CASE t.key
       WHEN 'category_name' THEN i.category_name
       WHEN 'sub_category_name' THEN i.sub_category_name
       WHEN 'incentive_option' THEN i.incentive_option
       WHEN 'incentive_notes' THEN i.incentive_notes
       END AS value
FROM tier_incentives i
JOIN deal_tiers r ON r.id = i.tier_id
CROSS JOIN (SELECT 1 AS position, 'category_name' AS key
            UNION ALL VALUES (2, 'sub_category_name'), (3, 'incentive_option'), (4, 'incentive_notes')) t;

-- The same as JSON members. Control characters without an escape here are refused when content is written.
CREATE VIEW deal_content_members AS
SELECT x.deal_id, x.scope_id, x.position,
       '"' || x.key || '":' || coalesce('"' || replace(replace(replace(replace(replace(replace(replace(replace(x.value,
           '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r'), char(9), '\t'), char(8), '\b'), char(11), '\u000b'), char(12), '\f') || '"',
           'null') AS member
FROM deal_content_texts x;

CREATE VIEW incentive_content_members AS
SELECT x.scope_id, x.position,
       '"' || x.key || '":"' || replace(replace(replace(replace(replace(replace(replace(replace(x.value,
           '\', '\\'), '"', '\"'), char(10), '\n'), char(13), '\r'), char(9), '\t'), char(8), '\b'), char(11), '\u000b'), char(12), '\f')
           || '"' AS member
FROM incentive_content_texts x;

CREATE VIEW tier_incentive_json AS
SELECT t.id AS tier_id,
       (SELECT coalesce(group_concat(entry, ','), '')
        FROM (SELECT '{' || (SELECT group_concat(m.member, ',') FROM incentive_content_members m WHERE m.scope_id = i.id)
                     || ',"incentive_value":' || coalesce(i.incentive_value, 'null') || '}' AS entry
              FROM tier_incentives i
              WHERE i.tier_id = t.id
              ORDER BY i.position)) AS incentives
FROM deal_tiers t;

CREATE VIEW deal_tier_json AS
SELECT d.id AS deal_id,
       (SELECT coalesce(group_concat(entry, ','), '')
        FROM (SELECT '{"tier_number":' || t.tier_number
                     || ',"annual_revenue":' || coalesce(t.annual_revenue, 'null')
                     || ',"annual_gross_margin":' || coalesce(t.annual_gross_margin, 'null')
                     || ',"incentives":[' || (SELECT j.incentives FROM tier_incentive_json j WHERE j.tier_id = t.id) || ']}' AS entry
              FROM deal_tiers t
              WHERE t.deal_id = d.id
              ORDER BY t.tier_number)) AS tiers
FROM deals d;

CREATE VIEW deal_content AS
SELECT d.id AS deal_id,
       '{' || (SELECT group_concat(member, ',') FROM (SELECT m.member FROM deal_content_members m WHERE m.deal_id = d.id ORDER BY m.position))
       || ',"growth_ambition":' || coalesce(d.growth_ambition, 'null')
       || ',"contract_term":' || coalesce(d.contract_term, 'null')
       || ',"tiers":[' || (SELECT j.tiers FROM deal_tier_json j WHERE j.deal_id = d.id) || ']}' AS content
FROM deals d;
