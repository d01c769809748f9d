-- Who is away, and who decides meanwhile. Everybody may know.

CREATE VIEW dealdesk.delegation_list WITH (security_invoker = true) AS
SELECT g.id,
       g.delegator_id,
       a.display_name AS delegator_name,
       g.delegate_id,
       b.display_name AS delegate_name,
       g.starts_at,
       g.ends_at,
       g.scope,
       g.department,
       g.approval_level,
       g.limit_amount,
       g.out_of_office,
       g.comment,
       g.ended_at,
       g.created_at
FROM dealdesk.delegations g
JOIN dealdesk.people a ON a.id = g.delegator_id
LEFT JOIN dealdesk.people b ON b.id = g.delegate_id
WHERE coalesce(g.ended_at, g.ends_at) > statement_timestamp() - make_interval(days => 30);

-- Who is out of office now, and until when as far as is known.
CREATE VIEW dealdesk.absences_now WITH (security_invoker = true) AS
SELECT g.delegator_id AS user_id, max(g.ends_at) AS back_at
FROM dealdesk.delegations g
WHERE g.ended_at IS NULL AND g.out_of_office
  AND g.starts_at <= statement_timestamp() AND g.ends_at > statement_timestamp()
GROUP BY g.delegator_id;

-- The people of each department and level, whether they are away, and whether somebody who is here may decide anything that they may.
CREATE VIEW dealdesk.approver_presence WITH (security_invoker = true) AS
SELECT d.department,
       NULL::text COLLATE "C" AS approval_level,
       -1 AS rank,
       u.id AS user_id,
       coalesce(nullif(btrim(u.first_name || ' ' || u.last_name), ''), u.username) AS display_name,
       w.back_at,
       EXISTS (SELECT 1 FROM dealdesk.delegations_now g
               WHERE g.delegator_id = u.id AND g.limit_amount IS NULL AND (g.scope = 'all' OR g.department = d.department)
                 AND g.delegate_id NOT IN (SELECT x.user_id FROM dealdesk.absences_now x)) AS is_covered
FROM dealdesk.approval_departments d
LEFT JOIN dealdesk.users u ON u.role = 'department_reviewer' AND u.department = d.department AND u.is_active
LEFT JOIN dealdesk.absences_now w ON w.user_id = u.id
UNION ALL
SELECT NULL, l.code, l.rank, u.id,
       coalesce(nullif(btrim(u.first_name || ' ' || u.last_name), ''), u.username),
       w.back_at,
       EXISTS (SELECT 1 FROM dealdesk.delegations_now g JOIN dealdesk.approval_levels bl ON bl.code = g.delegate_level AND bl.rank >= l.rank
               WHERE g.delegator_id = u.id AND g.delegate_role = 'approver' AND g.limit_amount IS NULL
                 AND (g.scope = 'all' OR g.approval_level = l.code)
                 AND g.delegate_id NOT IN (SELECT x.user_id FROM dealdesk.absences_now x))
FROM dealdesk.approval_levels l
LEFT JOIN dealdesk.users u ON u.role = 'approver' AND u.approval_level = l.code AND u.is_active
LEFT JOIN dealdesk.absences_now w ON w.user_id = u.id;

-- Names are a line each.
CREATE VIEW dealdesk.approval_cover WITH (security_invoker = true) AS
SELECT p.department,
       p.approval_level,
       p.rank AS level_rank,
       count(p.user_id) AS people,
       count(p.user_id) - count(p.back_at) AS present,
       count(*) FILTER (WHERE p.back_at IS NOT NULL AND p.is_covered) AS covered,
       CASE WHEN count(p.user_id) = count(p.back_at) THEN min(p.back_at) END AS back_at,
       coalesce(string_agg(p.display_name, E'\n' ORDER BY lower(p.display_name), p.user_id) FILTER (WHERE p.back_at IS NOT NULL), '') AS absent_names
FROM dealdesk.approver_presence p
GROUP BY p.department, p.approval_level, p.rank;
