-- What waits for whom; one row per person and task. Bind user_id. The count is counted from here as well.

-- lane: of a task that nobody has taken. on_behalf_of: for whom the person may decide it besides or instead of by their own authority.
CREATE VIEW inbox_entries AS
-- stage 1: the shared queue of the department
SELECT u.id AS user_id, 'approval' AS kind, 'approval-' || a.id AS task_id, a.id AS approval_id, a.deal_id, a.created_at AS since, a.assigned_to, 'queue' AS lane,
       CASE WHEN EXISTS (SELECT 1 FROM delegations_now g WHERE g.delegate_id = u.id AND g.delegator_id = a.assigned_to)
            THEN (SELECT min(c.on_behalf_of) FROM delegated_candidates c WHERE c.approval_id = a.id AND c.user_id = u.id AND c.on_behalf_of = a.assigned_to)
       END AS on_behalf_of
FROM users u
JOIN deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = u.department
WHERE u.role = 'department_reviewer' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = u.id)
UNION ALL
-- stage 1 of another department: for one of its people. For several, it is for the one who holds the task, else for the first.
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'delegated', g.delegator_id
FROM users u
CROSS JOIN delegations_now g ON g.delegate_id = u.id
CROSS JOIN users r ON r.id = g.delegator_id AND r.role = 'department_reviewer' AND r.is_active
CROSS JOIN deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = r.department
CROSS JOIN deals d ON d.id = a.deal_id
WHERE NOT (u.role = 'department_reviewer' AND u.department = r.department)
  AND (g.scope = 'all' OR g.department = a.department) AND (g.limit_amount IS NULL OR d.routing_amount <= g.limit_amount)
  AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = u.id)
  AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = r.id)
  AND CASE WHEN EXISTS (SELECT 1 FROM delegations_now o WHERE o.delegate_id = u.id AND o.id <> g.id)
           THEN g.id = coalesce((SELECT min(c.delegation_id) FROM delegated_candidates c
                                 WHERE c.approval_id = a.id AND c.user_id = u.id AND c.on_behalf_of = a.assigned_to),
                                (SELECT min(c.delegation_id) FROM delegated_candidates c WHERE c.approval_id = a.id AND c.user_id = u.id))
           ELSE 1 END
UNION ALL
-- stage 2: every level that covers it. It is somebody's own where nobody of a lower level that covers it may decide, and where it was escalated
-- to their level. What they decide for others their own level covers as well.
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to,
       CASE WHEN ul.code = a.approval_level
                 OR EXISTS (SELECT 1 FROM approval_clock_steps s WHERE s.approval_id = a.id AND s.step = 'escalation' AND s.escalated_level = ul.code)
                 OR NOT EXISTS (SELECT 1
                                FROM approval_levels m
                                CROSS JOIN users lower_user ON lower_user.role = 'approver' AND lower_user.approval_level = m.code AND lower_user.is_active
                                WHERE m.rank >= l.rank AND m.rank < ul.rank
                                  AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = lower_user.id))
            THEN 'queue' ELSE 'lower' END,
       CASE WHEN (a.assigned_to <> u.id OR (a.assigned_to IS NULL AND ul.rank > l.rank))
                 AND EXISTS (SELECT 1 FROM delegations_now g WHERE g.delegate_id = u.id)
            THEN (SELECT g.delegator_id
                  FROM delegations g
                  WHERE g.id = coalesce((SELECT min(c.delegation_id) FROM delegated_candidates c
                                         WHERE c.approval_id = a.id AND c.user_id = u.id AND c.on_behalf_of = a.assigned_to),
                                        (SELECT min(c.delegation_id) FROM delegated_candidates c WHERE c.approval_id = a.id AND c.user_id = u.id)))
       END
FROM users u
CROSS JOIN approval_levels ul ON ul.code = u.approval_level
CROSS JOIN approval_levels l ON l.rank <= ul.rank
CROSS JOIN deal_approvals a ON a.status = 'pending' AND a.approval_stage = 2 AND a.approval_level = l.code
WHERE u.role = 'approver' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = u.id)
UNION ALL
-- a task that nobody at all may decide is the administrators': somebody has to be given the authority
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'unattended', NULL
FROM users u
JOIN deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1
WHERE u.role = 'admin' AND u.is_active
  AND NOT EXISTS (SELECT 1
                  FROM users r
                  WHERE r.role = 'department_reviewer' AND r.department = a.department AND r.is_active
                    AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = r.id))
UNION ALL
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'unattended', NULL
FROM users u
JOIN deal_approvals a ON a.status = 'pending' AND a.approval_stage = 2
JOIN approval_levels l ON l.code = a.approval_level
WHERE u.role = 'admin' AND u.is_active
  AND NOT EXISTS (SELECT 1
                  FROM approval_levels m
                  CROSS JOIN users r ON r.role = 'approver' AND r.approval_level = m.code AND r.is_active
                  WHERE m.rank >= l.rank
                    AND NOT EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = a.id AND x.user_id = r.id))
UNION ALL
-- legal: contracts to draft and to send
SELECT u.id, 'contract', 'contract-' || d.id, NULL, d.id, d.last_status_change, NULL, 'queue', NULL
FROM users u
JOIN deals d ON d.status IN ('approved', 'contract_drafting')
WHERE u.department = 'legal' AND u.is_active
UNION ALL
-- owners: what came back for a revision, and what the client has to sign
SELECT d.owner_id, CASE d.status WHEN 'negotiating' THEN 'revision' ELSE 'signature' END,
       CASE d.status WHEN 'negotiating' THEN 'revision-' ELSE 'signature-' END || d.id, NULL, d.id, d.last_status_change, NULL, 'mine', NULL
FROM deals d
WHERE d.status IN ('negotiating', 'client_review');

-- Who has taken a task has it in the lane mine; one's own queue comes before what is delegated, but for what the delegator holds.
CREATE VIEW inbox_lanes AS
SELECT e.user_id, e.kind, e.task_id, e.approval_id, e.deal_id, e.since, e.assigned_to,
       CASE WHEN e.assigned_to = e.user_id THEN 'mine'
            WHEN e.on_behalf_of IS NOT NULL AND (e.lane <> 'queue' OR e.on_behalf_of = e.assigned_to) THEN 'delegated'
            ELSE e.lane END AS lane,
       CASE WHEN e.lane = 'delegated' OR (e.assigned_to IS NOT e.user_id AND (e.lane <> 'queue' OR e.on_behalf_of = e.assigned_to))
            THEN e.on_behalf_of END AS on_behalf_of
FROM inbox_entries e;

CREATE VIEW inbox AS
SELECT e.user_id,
       e.kind,
       e.task_id,
       e.approval_id,
       e.deal_id,
       d.reference_number,
       d.deal_name,
       d.client_name,
       d.status,
       coalesce(a.priority, CASE d.priority WHEN 'critical' THEN 'urgent' WHEN 'high' THEN 'high' ELSE 'normal' END) AS priority,
       a.approval_stage,
       a.department,
       a.approval_level,
       l.rank AS level_rank,
       a.due_date,
       -- nobody is late while the owner has the deal
       coalesce(a.due_date < strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AND d.status <> 'negotiating', 0) AS is_overdue,
       a.assigned_to,
       p.display_name AS assignee_name,
       e.lane IN ('mine', 'queue', 'delegated') AS is_own_level,
       e.lane,
       e.on_behalf_of,
       b.display_name AS on_behalf_of_name,
       EXISTS (SELECT 1 FROM approval_clock_steps s WHERE s.approval_id = e.approval_id AND s.step = 'escalation') AS escalated,
       -- working days from the one on which it arrived, or the next where it came after hours
       coalesce(max(0, (SELECT t.day_number FROM calendar_days t WHERE t.calendar_id = k.id AND t.opens_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
                        ORDER BY t.opens_at DESC LIMIT 1)
                       - (SELECT t.day_number + (t.closes_at <= e.since) FROM calendar_days t WHERE t.calendar_id = k.id AND t.opens_at <= e.since
                          ORDER BY t.opens_at DESC LIMIT 1)), 0) AS waiting_days,
       -- the revision whose figures this department, or the business level, decided on last
       CASE WHEN a.revision_number > 1
            THEN coalesce((SELECT max(f.revision_number) FROM deal_approvals f
                           WHERE f.deal_id = a.deal_id AND f.revision_number < a.revision_number AND f.approval_stage = a.approval_stage
                             AND f.department = a.department AND f.status IN ('approved', 'revision_requested', 'rejected')
                             AND f.carried_from IS NULL AND NOT f.imported), 0)
            ELSE 0 END AS former_revision,
       coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.top_revenue,
       d.routing_amount,
       d.revision_count,
       d.version,
       e.since,
       coalesce(a.reasons, '[]') AS reasons
FROM inbox_lanes e
JOIN deals d ON d.id = e.deal_id
JOIN users o ON o.id = d.owner_id
LEFT JOIN deal_approvals a ON a.id = e.approval_id
LEFT JOIN approval_levels l ON l.code = a.approval_level
LEFT JOIN people p ON p.id = a.assigned_to
LEFT JOIN people b ON b.id = e.on_behalf_of
LEFT JOIN calendars k ON k.id = coalesce(a.calendar_id, (SELECT r.calendar_id FROM calendar_regions r WHERE r.region = d.region),
                                         (SELECT c.id FROM calendars c WHERE c.is_default))
WHERE e.kind <> 'approval' OR d.status IN ('submitted', 'under_review', 'negotiating');
