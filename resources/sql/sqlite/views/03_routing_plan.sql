-- A whole plan (domain/plan_json.h) from what is stored, without reasons: for deals that come in under review from elsewhere without one.

CREATE VIEW deal_routing_plan AS
SELECT r.deal_id,
       printf('{"policy_version":%d,"basis":"%s","deciding_tier":%d,"amount":%d,"level":"%s","above_top_limit":%s,"lower_level":"%s",'
              || '"lower_limit":%d,"departments":[%s]}',
              r.policy_version, r.basis,
              (SELECT min(s.tier_number) FROM deal_tier_sums s
               WHERE s.deal_id = r.deal_id
                 AND r.amount = CASE r.basis WHEN 'top_incentive_cost' THEN s.incentive_cost ELSE s.annual_revenue END),
              r.amount, r.level, CASE WHEN r.above_top_limit THEN 'true' ELSE 'false' END,
              (SELECT l.code FROM approval_levels l WHERE l.limit_amount < r.amount ORDER BY l.rank DESC LIMIT 1),
              (SELECT l.limit_amount FROM approval_levels l WHERE l.limit_amount < r.amount ORDER BY l.rank DESC LIMIT 1),
              (SELECT group_concat('{"department":"' || q.department || '","reasons":[]}', ',')
               FROM (SELECT d.department FROM deal_required_departments d WHERE d.deal_id = r.deal_id ORDER BY d.department) q)) AS plan
FROM deal_routing r;
