-- What the owner of a negotiating deal is asked to work on: each place that a standing request names, and the request as a whole ('').

CREATE VIEW dealdesk.open_points WITH (security_invoker = true) AS
SELECT a.id AS approval_id, a.deal_id, d.owner_id, p.path
FROM dealdesk.deal_approvals a
JOIN dealdesk.deals d ON d.id = a.deal_id AND d.status = 'negotiating' AND d.revision_count + 1 = a.revision_number
CROSS JOIN LATERAL (
    SELECT '' AS path
    UNION
    SELECT j.value #>> '{}'
    FROM jsonb_array_elements(CASE jsonb_typeof(a.revision_fields) WHEN 'array' THEN a.revision_fields ELSE '[]' END) j
    WHERE jsonb_typeof(j.value) = 'string') p
WHERE a.status = 'revision_requested';
