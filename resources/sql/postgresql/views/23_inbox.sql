-- What waits for whom; one row per person and task. Bind user_id. The count is counted from here as well. Separation of duties is
-- `approval_conflicts`, asked task by task: OFFSET 0 keeps the planner from joining it with every approval there ever was.

-- lane: of a task that nobody has taken. on_behalf_of: for whom the person may decide it besides or instead of by their own authority.
CREATE VIEW dealdesk.inbox_entries WITH (security_invoker = true) AS
-- stage 1: the shared queue of the department
SELECT u.id AS user_id, 'approval' AS kind, 'approval-' || a.id AS task_id, a.id AS approval_id, a.deal_id, a.created_at AS since, a.assigned_to, 'queue' AS lane,
       CASE WHEN EXISTS (SELECT 1 FROM dealdesk.delegations g WHERE g.delegate_id = u.id AND g.delegator_id = a.assigned_to)
            THEN (SELECT g.delegator_id FROM dealdesk.delegations g WHERE g.id = dealdesk.delegation_for(a.id, u.id)) END AS on_behalf_of
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = u.department
WHERE u.role = 'department_reviewer' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = u.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND u.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
UNION ALL
-- stage 1 of another department: for one of its people. For several, it is for the one who holds the task, else for the first.
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'delegated', g.delegator_id
FROM dealdesk.users u
JOIN dealdesk.delegations g ON g.delegate_id = u.id AND g.ended_at IS NULL AND g.starts_at <= statement_timestamp() AND g.ends_at > statement_timestamp()
JOIN dealdesk.users r ON r.id = g.delegator_id AND r.role = 'department_reviewer' AND r.is_active
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = r.department
WHERE u.is_active AND u.role IN ('department_reviewer', 'approver') AND NOT (u.role = 'department_reviewer' AND u.department IS NOT DISTINCT FROM r.department)
  AND (g.scope = 'all' OR g.department = a.department)
  AND (g.limit_amount IS NULL OR (SELECT d.routing_amount FROM dealdesk.deals d WHERE d.id = a.deal_id) <= g.limit_amount)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = u.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND u.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = r.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND r.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
  AND CASE WHEN EXISTS (SELECT 1 FROM dealdesk.delegations o WHERE o.delegate_id = u.id AND o.ends_at > statement_timestamp() AND o.id <> g.id OFFSET 0)
           THEN g.id = dealdesk.delegation_for(a.id, u.id) ELSE true END
UNION ALL
-- stage 2: every level that covers it. It is somebody's own where nobody of a lower level that covers it may decide, and where it was escalated
-- to their level. What they decide for others their own level covers as well.
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to,
       CASE WHEN ul.code = a.approval_level
                 OR EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = a.id AND s.step = 'escalation' AND s.escalated_level = ul.code)
                 OR NOT EXISTS (SELECT 1
                                FROM dealdesk.approval_levels m
                                JOIN dealdesk.users lower_user ON lower_user.role = 'approver' AND lower_user.approval_level = m.code AND lower_user.is_active
                                WHERE m.rank >= l.rank AND m.rank < ul.rank
                                  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = lower_user.id OFFSET 0)
                                  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                                                  WHERE o.deal_id = a.deal_id AND lower_user.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                                                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0))
            THEN 'queue' ELSE 'lower' END,
       CASE WHEN (a.assigned_to <> u.id OR (a.assigned_to IS NULL AND ul.rank > l.rank))
                 AND EXISTS (SELECT 1 FROM dealdesk.delegations g WHERE g.delegate_id = u.id AND g.ends_at > statement_timestamp())
            THEN (SELECT g.delegator_id FROM dealdesk.delegations g WHERE g.id = dealdesk.delegation_for(a.id, u.id)) END
FROM dealdesk.users u
JOIN dealdesk.approval_levels ul ON ul.code = u.approval_level
JOIN dealdesk.approval_levels l ON l.rank <= ul.rank
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 2 AND a.approval_level = l.code
WHERE u.role = 'approver' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = u.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND u.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
UNION ALL
-- a task that nobody at all may decide is the administrators': somebody has to be given the authority
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'unattended', NULL::bigint
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1
WHERE u.role = 'admin' AND u.is_active
  AND NOT EXISTS (SELECT 1
                  FROM dealdesk.users r
                  WHERE r.role = 'department_reviewer' AND r.department = a.department AND r.is_active
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = r.id OFFSET 0)
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                                    WHERE o.deal_id = a.deal_id AND r.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                                      AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0))
UNION ALL
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, a.created_at, a.assigned_to, 'unattended', NULL::bigint
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 2
JOIN dealdesk.approval_levels l ON l.code = a.approval_level
WHERE u.role = 'admin' AND u.is_active
  AND NOT EXISTS (SELECT 1
                  FROM dealdesk.approval_levels m
                  JOIN dealdesk.users r ON r.role = 'approver' AND r.approval_level = m.code AND r.is_active
                  WHERE m.rank >= l.rank
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = r.id OFFSET 0)
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                                    WHERE o.deal_id = a.deal_id AND r.id IN (o.completed_by, o.on_behalf_of) AND o.id <> a.id
                                      AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0))
UNION ALL
-- legal: contracts to draft and to send
SELECT u.id, 'contract', 'contract-' || d.id, NULL::bigint, d.id, d.last_status_change, NULL::bigint, 'queue', NULL::bigint
FROM dealdesk.users u
JOIN dealdesk.deals d ON d.status IN ('approved', 'contract_drafting')
WHERE u.department = 'legal' AND u.is_active
UNION ALL
-- owners: what came back for a revision, and what the client has to sign
SELECT d.owner_id, CASE d.status WHEN 'negotiating' THEN 'revision' ELSE 'signature' END,
       CASE d.status WHEN 'negotiating' THEN 'revision-' ELSE 'signature-' END || d.id, NULL::bigint, d.id, d.last_status_change, NULL::bigint, 'mine', NULL::bigint
FROM dealdesk.deals d
WHERE d.status IN ('negotiating', 'client_review');

-- Who has taken a task has it in the lane mine; one's own queue comes before what is delegated, but for what the delegator holds.
CREATE VIEW dealdesk.inbox_lanes WITH (security_invoker = true) AS
SELECT e.user_id, e.kind, e.task_id, e.approval_id, e.deal_id, e.since, e.assigned_to,
       CASE WHEN e.assigned_to = e.user_id THEN 'mine'
            WHEN e.on_behalf_of IS NOT NULL AND (e.lane <> 'queue' OR e.on_behalf_of = e.assigned_to) THEN 'delegated'
            ELSE e.lane END AS lane,
       CASE WHEN e.lane = 'delegated' OR (e.assigned_to IS DISTINCT FROM e.user_id AND (e.lane <> 'queue' OR e.on_behalf_of = e.assigned_to))
            THEN e.on_behalf_of END AS on_behalf_of
FROM dealdesk.inbox_entries e;

CREATE VIEW dealdesk.inbox WITH (security_invoker = true) AS
SELECT e.user_id,
       e.kind,
       e.task_id COLLATE "C" AS task_id, -- it sorts the list
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
       coalesce(a.due_date < statement_timestamp() AND d.status <> 'negotiating', false) AS is_overdue,
       a.assigned_to,
       p.display_name AS assignee_name,
       e.lane IN ('mine', 'queue', 'delegated') AS is_own_level,
       e.lane,
       e.on_behalf_of,
       b.display_name AS on_behalf_of_name,
       EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = e.approval_id AND s.step = 'escalation') AS escalated,
       -- working days from the one on which it arrived, or the next where it came after hours
       coalesce(greatest(0, (SELECT t.day_number FROM dealdesk.calendar_days t WHERE t.calendar_id = k.id AND t.opens_at <= statement_timestamp()
                        ORDER BY t.opens_at DESC LIMIT 1)
                       - (SELECT t.day_number + (t.closes_at <= e.since)::integer FROM dealdesk.calendar_days t WHERE t.calendar_id = k.id AND t.opens_at <= e.since
                          ORDER BY t.opens_at DESC LIMIT 1)), 0) AS waiting_days,
       -- the revision whose figures this department, or the business level, decided on last
       CASE WHEN a.revision_number > 1
            THEN coalesce((SELECT max(f.revision_number) FROM dealdesk.deal_approvals f
                           WHERE f.deal_id = a.deal_id AND f.revision_number < a.revision_number AND f.approval_stage = a.approval_stage
                             AND f.department = a.department AND f.status IN ('approved', 'revision_requested', 'rejected')
                             AND f.carried_from IS NULL AND NOT f.imported), 0)
            ELSE 0 END AS former_revision,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.top_revenue,
       d.routing_amount,
       d.revision_count,
       d.version,
       e.since,
       coalesce(a.reasons, '[]') AS reasons
FROM dealdesk.inbox_lanes e
JOIN dealdesk.deals d ON d.id = e.deal_id
JOIN dealdesk.users o ON o.id = d.owner_id
LEFT JOIN dealdesk.deal_approvals a ON a.id = e.approval_id
LEFT JOIN dealdesk.approval_levels l ON l.code = a.approval_level
LEFT JOIN dealdesk.people p ON p.id = a.assigned_to
LEFT JOIN dealdesk.people b ON b.id = e.on_behalf_of
LEFT JOIN dealdesk.calendars k ON k.id = coalesce(a.calendar_id, (SELECT r.calendar_id FROM dealdesk.calendar_regions r WHERE r.region = d.region),
                                         (SELECT c.id FROM dealdesk.calendars c WHERE c.is_default))
WHERE e.kind <> 'approval' OR d.status IN ('submitted', 'under_review', 'negotiating');
