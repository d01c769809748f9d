-- Advertisers and agencies in one list, and the client that each deal's channel asks for.

CREATE VIEW client_list AS
SELECT 'advertiser' AS kind, id, name, NULL AS type, region, previous_year_revenue, previous_year_margin, previous_year_profit,
       previous_year_incentive_cost, previous_year_client_value, is_active, version
FROM advertisers
UNION ALL
SELECT 'agency', id, name, type, region, previous_year_revenue, previous_year_margin, previous_year_profit,
       previous_year_incentive_cost, previous_year_client_value, is_active, version
FROM agencies;

-- No row for a deal whose client is not known, or is an agency of the other type.
CREATE VIEW deal_clients AS
SELECT d.id AS deal_id, 'advertiser' AS kind, c.id AS client_id, c.name, c.is_active, c.previous_year_revenue, c.previous_year_margin
FROM deals d
JOIN advertisers c ON c.name = d.advertiser_name
WHERE d.sales_channel = 'client_direct'
UNION ALL
SELECT d.id, 'agency', c.id, c.name, c.is_active, c.previous_year_revenue, c.previous_year_margin
FROM deals d
JOIN agencies c ON c.name = d.agency_name AND c.type = CASE d.sales_channel WHEN 'holding_company' THEN 'holding_company' ELSE 'independent' END
WHERE d.sales_channel <> 'client_direct';

-- The figures of the client that a deal names, whatever type of agency it is.
CREATE VIEW deal_client_figures AS
SELECT d.id AS deal_id, c.previous_year_revenue, c.previous_year_margin, c.previous_year_profit, c.previous_year_incentive_cost,
       c.previous_year_client_value
FROM deals d
JOIN advertisers c ON c.name = d.advertiser_name
WHERE d.sales_channel = 'client_direct'
UNION ALL
SELECT d.id, c.previous_year_revenue, c.previous_year_margin, c.previous_year_profit, c.previous_year_incentive_cost,
       c.previous_year_client_value
FROM deals d
JOIN agencies c ON c.name = d.agency_name
WHERE d.sales_channel <> 'client_direct';
