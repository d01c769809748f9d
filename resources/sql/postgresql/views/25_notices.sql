-- What somebody is to be told of: one row per event and person, of the last fourteen days, worked out from what the other tables say. An invitation (to
-- decide, to draft a contract) lapses with its task; what happened to one's own deal stays. Nobody is told of what they did themselves.

CREATE VIEW dealdesk.notice_events WITH (security_invoker = true) AS
-- a task for one's department
SELECT u.id AS user_id, 'action-' || x.id AS key, 'asked' AS kind, a.deal_id, a.id AS approval_id, x.performed_by_name AS actor_name,
       x.on_behalf_of_name, a.department AS approver, NULL::text AS text, x.created_at AS occurred_at
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_stage = 1 AND a.department = u.department
JOIN dealdesk.approval_actions x ON x.approval_id = a.id AND x.action_type = 'initiate'
WHERE u.role = 'department_reviewer' AND x.performed_by IS DISTINCT FROM u.id AND x.created_at > statement_timestamp() - make_interval(days => 14)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts c WHERE c.approval_id = a.id AND c.user_id = u.id)
UNION ALL
-- a task for one's level
SELECT u.id, 'action-' || x.id, 'asked', a.deal_id, a.id, x.performed_by_name, x.on_behalf_of_name, a.approval_level, NULL, x.created_at
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.status = 'pending' AND a.approval_level = u.approval_level
JOIN dealdesk.approval_actions x ON x.approval_id = a.id AND x.action_type = 'initiate'
WHERE u.role = 'approver' AND x.performed_by IS DISTINCT FROM u.id AND x.created_at > statement_timestamp() - make_interval(days => 14)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts c WHERE c.approval_id = a.id AND c.user_id = u.id)
UNION ALL
-- given to oneself, and nobody's doing since
SELECT u.id, 'action-' || x.id, 'assigned', a.deal_id, a.id, x.performed_by_name, x.on_behalf_of_name, coalesce(a.approval_level, a.department), NULL,
       x.created_at
FROM dealdesk.users u
JOIN dealdesk.deal_approvals a ON a.assigned_to = u.id AND a.status = 'pending'
JOIN dealdesk.approval_actions x ON x.approval_id = a.id AND x.action_type = 'assign'
WHERE x.performed_by IS DISTINCT FROM u.id AND x.created_at > statement_timestamp() - make_interval(days => 14)
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_actions l
                  WHERE l.approval_id = a.id AND l.id > x.id AND l.action_type IN ('assign', 'claim', 'release'))
UNION ALL
-- the clock: whoever is to decide, whoever was added, and, from overdue on, the owner
SELECT u.id, 'step-' || s.id, CASE s.step WHEN 'escalation' THEN 'escalated' ELSE s.step END, s.deal_id, s.approval_id, NULL, NULL,
       coalesce(a.approval_level, a.department),
       coalesce((SELECT p.display_name FROM dealdesk.people p WHERE p.id = s.escalated_to),
                (SELECT l.display_name FROM dealdesk.approval_levels l WHERE l.code = s.escalated_level)),
       s.noticed_at
FROM dealdesk.users u
CROSS JOIN dealdesk.approval_clock_steps s
JOIN dealdesk.deal_approvals a ON a.id = s.approval_id
JOIN dealdesk.deals d ON d.id = s.deal_id
WHERE s.noticed_at > statement_timestamp() - make_interval(days => 14)
  AND ((s.step <> 'reminder' AND d.owner_id = u.id)
       OR (a.status = 'pending'
           AND CASE WHEN s.step = 'escalation'
                    THEN coalesce(s.escalated_to = u.id, false) OR (u.role = 'approver' AND coalesce(u.approval_level = s.escalated_level, false))
                    WHEN a.assigned_to IS NOT NULL
                    THEN a.assigned_to = u.id
                    WHEN a.approval_stage = 1
                    THEN u.role = 'department_reviewer' AND u.department = a.department
                    ELSE u.role = 'approver' AND u.approval_level = a.approval_level END
           AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts c WHERE c.approval_id = a.id AND c.user_id = u.id)))
UNION ALL
-- the owner: what was decided about the deal, or taken back
SELECT d.owner_id, 'action-' || x.id, CASE x.action_type WHEN 'reject' THEN 'rejected' WHEN 'rescind' THEN 'rescinded' ELSE 'revision_requested' END,
       x.deal_id, x.approval_id, x.performed_by_name, x.on_behalf_of_name,
       (SELECT coalesce(a.approval_level, a.department) FROM dealdesk.deal_approvals a WHERE a.id = x.approval_id), x.comments, x.created_at
FROM dealdesk.approval_actions x
JOIN dealdesk.deals d ON d.id = x.deal_id
WHERE x.action_type IN ('request_revision', 'reject', 'rescind') AND NOT x.imported AND x.performed_by IS DISTINCT FROM d.owner_id
  AND x.created_at > statement_timestamp() - make_interval(days => 14)
UNION ALL
-- approved: the owner, and legal, whose turn it is
SELECT u.id, 'status-' || h.id, 'approved', h.deal_id, NULL, h.performed_by_name, NULL, d.routing_level, NULL, h.changed_at
FROM dealdesk.users u
JOIN dealdesk.deal_status_history h ON h.status = 'approved'
JOIN dealdesk.deals d ON d.id = h.deal_id
WHERE h.changed_at > statement_timestamp() - make_interval(days => 14) AND NOT h.imported AND h.performed_by IS DISTINCT FROM u.id
  AND (d.owner_id = u.id OR (u.department = 'legal' AND d.status = 'approved'
           AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_status_history l WHERE l.deal_id = h.deal_id AND l.status = 'approved' AND l.id > h.id)))
UNION ALL
-- somebody said something: the owner, and who has an open task of the deal claimed
SELECT u.id, 'comment-' || c.id, 'commented', c.deal_id, c.approval_id, c.author_name, NULL,
       (SELECT coalesce(a.approval_level, a.department) FROM dealdesk.deal_approvals a WHERE a.id = c.approval_id), substr(c.body, 1, 500), c.created_at
FROM dealdesk.users u
CROSS JOIN dealdesk.deal_comments c
JOIN dealdesk.deals d ON d.id = c.deal_id
WHERE c.created_at > statement_timestamp() - make_interval(days => 14) AND c.author_id IS DISTINCT FROM u.id
  AND (d.owner_id = u.id
       OR EXISTS (SELECT 1 FROM dealdesk.deal_approvals a WHERE a.deal_id = c.deal_id AND a.status = 'pending' AND a.assigned_to = u.id))
UNION ALL
-- somebody's delegate from now on
SELECT g.delegate_id, 'delegation-' || g.id, 'delegated', NULL, NULL,
       (SELECT p.display_name FROM dealdesk.people p WHERE p.id = g.created_by), (SELECT p.display_name FROM dealdesk.people p WHERE p.id = g.delegator_id),
       coalesce(g.approval_level, g.department), g.comment, greatest(g.created_at, g.starts_at)
FROM dealdesk.delegations g
WHERE g.delegate_id IS NOT NULL AND g.created_by <> g.delegate_id AND g.starts_at <= statement_timestamp()
  AND greatest(g.created_at, g.starts_at) > statement_timestamp() - make_interval(days => 14)
  AND (g.ended_at IS NULL OR g.ended_at > greatest(g.created_at, g.starts_at));

CREATE VIEW dealdesk.notices WITH (security_invoker = true) AS
SELECT e.user_id,
       e.key,
       e.kind,
       e.deal_id,
       e.approval_id,
       d.reference_number,
       d.deal_name,
       e.actor_name,
       e.on_behalf_of_name,
       e.approver,
       e.text,
       e.occurred_at,
       coalesce(e.occurred_at <= (SELECT m.read_up_to FROM dealdesk.notice_marks m WHERE m.user_id = e.user_id), false) AS is_read
FROM dealdesk.notice_events e
LEFT JOIN dealdesk.deals d ON d.id = e.deal_id;
