-- A whole plan (domain/plan_json.h) from what is stored, without reasons: for deals that come in under review from elsewhere without one.

CREATE VIEW dealdesk.deal_routing_plan WITH (security_invoker = true) AS
SELECT r.deal_id,
       jsonb_build_object(
           'policy_version', r.policy_version,
           'basis', r.basis,
           'deciding_tier', coalesce((SELECT min(s.tier_number) FROM dealdesk.deal_tier_sums s
                                      WHERE s.deal_id = r.deal_id
                                        AND r.amount = CASE r.basis WHEN 'top_incentive_cost' THEN s.incentive_cost ELSE s.annual_revenue END), 0),
           'amount', r.amount,
           'level', r.level,
           'above_top_limit', r.above_top_limit,
           'lower_level', coalesce(l.code, ''),
           'lower_limit', coalesce(l.limit_amount, 0),
           'departments', (SELECT coalesce(jsonb_agg(jsonb_build_object('department', q.department, 'reasons', jsonb_build_array())
                                                     ORDER BY q.department COLLATE "C"), '[]')
                           FROM dealdesk.deal_required_departments q
                           WHERE q.deal_id = r.deal_id)) AS plan
FROM dealdesk.deal_routing r
LEFT JOIN LATERAL (SELECT b.code, b.limit_amount FROM dealdesk.approval_levels b
                   WHERE b.limit_amount < r.amount ORDER BY b.rank DESC LIMIT 1) l ON true;
