-- Who is away, and who decides meanwhile. Everybody may know.

CREATE VIEW delegation_list AS
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
FROM delegations g
JOIN people a ON a.id = g.delegator_id
LEFT JOIN people b ON b.id = g.delegate_id
WHERE coalesce(g.ended_at, g.ends_at) > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days');

-- Who is out of office now, and until when as far as is known.
CREATE VIEW absences_now AS
SELECT g.delegator_id AS user_id, max(g.ends_at) AS back_at
FROM delegations g
WHERE g.ended_at IS NULL AND g.out_of_office
  AND g.starts_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AND g.ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
GROUP BY g.delegator_id;

-- The people of each department and level, whether they are away, and whether somebody who is here may decide anything that they may.
CREATE VIEW approver_presence AS
SELECT d.department,
       NULL AS approval_level,
       -1 AS rank,
       u.id AS user_id,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) AS display_name,
       w.back_at,
       EXISTS (SELECT 1 FROM delegations_now g
               WHERE g.delegator_id = u.id AND g.limit_amount IS NULL AND (g.scope = 'all' OR g.department = d.department)
                 AND g.delegate_id NOT IN (SELECT x.user_id FROM absences_now x)) AS is_covered
FROM approval_departments d
LEFT JOIN users u ON u.role = 'department_reviewer' AND u.department = d.department AND u.is_active
LEFT JOIN absences_now w ON w.user_id = u.id
UNION ALL
SELECT NULL, l.code, l.rank, u.id,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username),
       w.back_at,
       EXISTS (SELECT 1 FROM delegations_now g JOIN approval_levels bl ON bl.code = g.delegate_level AND bl.rank >= l.rank
               WHERE g.delegator_id = u.id AND g.delegate_role = 'approver' AND g.limit_amount IS NULL
                 AND (g.scope = 'all' OR g.approval_level = l.code)
                 AND g.delegate_id NOT IN (SELECT x.user_id FROM absences_now x))
FROM approval_levels l
LEFT JOIN users u ON u.role = 'approver' AND u.approval_level = l.code AND u.is_active
LEFT JOIN absences_now w ON w.user_id = u.id;

-- Names are a line each.
CREATE VIEW approval_cover AS
SELECT p.department,
       p.approval_level,
       p.rank AS level_rank,
       count(p.user_id) AS people,
       count(p.user_id) - count(p.back_at) AS present,
       coalesce(sum(p.back_at IS NOT NULL AND p.is_covered), 0) AS covered,
       CASE WHEN count(p.user_id) = count(p.back_at) THEN min(p.back_at) END AS back_at,
       coalesce((SELECT group_concat(n.display_name, char(10))
                 FROM (SELECT q.display_name FROM approver_presence q
                       WHERE q.department IS p.department AND q.approval_level IS p.approval_level AND q.back_at IS NOT NULL
                       ORDER BY lower(q.display_name), q.user_id) n), '') AS absent_names
FROM approver_presence p
GROUP BY p.department, p.approval_level, p.rank;
