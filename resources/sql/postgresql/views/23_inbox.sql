-- What waits for whom; one row per person and task. Bind user_id. The count is counted from here as well. Separation of duties is
-- `approval_conflicts`, asked task by task: OFFSET 0 keeps the planner from joining it with every approval there ever was.

CREATE VIEW dealdesk.inbox_entries WITH (security_invoker = true) AS
-- stage 1: the shared queue of the department
SELECT u.id AS user_id, 'approval' AS kind, 'approval-' || a.id AS task_id, a.id AS approval_id, a.deal_id, true AS is_own_level, a.created_at AS since
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = u.department
WHERE u.role = 'department_reviewer' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = u.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND o.completed_by = u.id AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
UNION ALL
-- stage 2: every level that covers it. It is somebody's own where nobody of a lower level that covers it may decide.
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id,
       ul.code = a.approval_level
       OR NOT EXISTS (SELECT 1
                      FROM dealdesk.approval_levels m
                      JOIN dealdesk.users lower_user ON lower_user.role = 'approver' AND lower_user.approval_level = m.code AND lower_user.is_active
                      WHERE m.rank >= l.rank AND m.rank < ul.rank
                        AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = lower_user.id OFFSET 0)
                        AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                                        WHERE o.deal_id = a.deal_id AND o.completed_by = lower_user.id AND o.id <> a.id
                                          AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)),
       a.created_at
FROM dealdesk.users u
JOIN dealdesk.approval_levels ul ON ul.code = u.approval_level
JOIN dealdesk.approval_levels l ON l.rank <= ul.rank
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 2 AND a.approval_level = l.code
WHERE u.role = 'approver' AND u.is_active
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = u.id OFFSET 0)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                  WHERE o.deal_id = a.deal_id AND o.completed_by = u.id AND o.id <> a.id
                    AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0)
UNION ALL
-- a task that nobody at all may decide is the administrators': somebody has to be given the authority
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, false, a.created_at
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1
WHERE u.role = 'admin' AND u.is_active
  AND NOT EXISTS (SELECT 1
                  FROM dealdesk.users r
                  WHERE r.role = 'department_reviewer' AND r.department = a.department AND r.is_active
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id = r.id OFFSET 0)
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals o
                                    WHERE o.deal_id = a.deal_id AND o.completed_by = r.id AND o.id <> a.id
                                      AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0))
UNION ALL
SELECT u.id, 'approval', 'approval-' || a.id, a.id, a.deal_id, false, a.created_at
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
                                    WHERE o.deal_id = a.deal_id AND o.completed_by = r.id AND o.id <> a.id
                                      AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number) OFFSET 0))
UNION ALL
-- legal: contracts to draft and to send
SELECT u.id, 'contract', 'contract-' || d.id, NULL, d.id, true, d.last_status_change
FROM dealdesk.users u
JOIN dealdesk.deals d ON d.status IN ('approved', 'contract_drafting')
WHERE u.department = 'legal' AND u.is_active
UNION ALL
-- owners: what came back for a revision, and what the client has to sign
SELECT d.owner_id, CASE d.status WHEN 'negotiating' THEN 'revision' ELSE 'signature' END,
       CASE d.status WHEN 'negotiating' THEN 'revision-' ELSE 'signature-' END || d.id, NULL, d.id, true, d.last_status_change
FROM dealdesk.deals d
WHERE d.status IN ('negotiating', 'client_review');

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
       coalesce(a.due_date < statement_timestamp(), false) AS is_overdue,
       a.assigned_to,
       p.display_name AS assignee_name,
       e.is_own_level,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.top_revenue,
       d.routing_amount,
       d.revision_count,
       d.version,
       e.since,
       coalesce(a.reasons, '[]') AS reasons
FROM dealdesk.inbox_entries e
JOIN dealdesk.deals d ON d.id = e.deal_id
JOIN dealdesk.users o ON o.id = d.owner_id
LEFT JOIN dealdesk.deal_approvals a ON a.id = e.approval_id
LEFT JOIN dealdesk.approval_levels l ON l.code = a.approval_level
LEFT JOIN dealdesk.people p ON p.id = a.assigned_to
WHERE e.kind <> 'approval' OR d.status IN ('submitted', 'under_review', 'negotiating');
