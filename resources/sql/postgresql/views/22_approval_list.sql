-- What a deal's page shows of its reviews, revisions and comments.

CREATE VIEW dealdesk.deal_revision_list WITH (security_invoker = true) AS
SELECT r.id, r.deal_id, r.revision_number, r.content, r.plan, r.submitted_by, r.submitted_by_name, r.submitted_at
FROM dealdesk.deal_revisions r;

CREATE VIEW dealdesk.deal_comment_list WITH (security_invoker = true) AS
SELECT c.id, c.deal_id, c.approval_id, c.author_id, c.author_name, c.body, c.created_at
FROM dealdesk.deal_comments c;

CREATE VIEW dealdesk.approval_list WITH (security_invoker = true) AS
SELECT a.id,
       a.deal_id,
       a.revision_number,
       a.approval_stage,
       a.department,
       a.approval_level,
       l.display_name AS level_name,
       coalesce(l.rank, -1) AS level_rank,
       a.required_role,
       a.status,
       a.priority,
       a.reasons,
       a.assigned_to,
       p.display_name AS assignee_name,
       a.due_date,
       -- with the owner the clock stands still
       a.status = 'pending' AND d.status <> 'negotiating' AND a.due_date < statement_timestamp() AS is_overdue,
       -- whether somebody may decide it now
       a.status = 'pending' AND d.status IN ('submitted', 'under_review', 'negotiating') AS stage_open,
       a.comments,
       a.revision_reason,
       a.revision_fields,
       a.reviewer_notes,
       a.completed_by,
       c.display_name AS completed_by_name,
       a.completed_at,
       a.imported,
       a.created_at,
       -- the approval that looked at the figures where this one is carried forward, and the revision whose figures count as approved
       a.carried_from,
       coalesce(f.revision_number, a.revision_number) AS decided_revision,
       a.on_behalf_of,
       b.display_name AS on_behalf_of_name,
       -- whoever decided has written the deal since, or owns it
       EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = a.deal_id AND w.user_id IN (a.completed_by, a.on_behalf_of)) AS decider_wrote,
       a.clock_started_at,
       a.remind_at,
       a.escalate_at,
       (SELECT s.noticed_at FROM dealdesk.approval_clock_steps s WHERE s.approval_id = a.id AND s.step = 'reminder') AS reminded_at,
       e.noticed_at AS escalated_at,
       ep.display_name AS escalated_to_name,
       el.display_name AS escalated_level_name
FROM dealdesk.deal_approvals a
JOIN dealdesk.deals d ON d.id = a.deal_id
LEFT JOIN dealdesk.approval_levels l ON l.code = a.approval_level
LEFT JOIN dealdesk.people p ON p.id = a.assigned_to
LEFT JOIN dealdesk.people c ON c.id = a.completed_by
LEFT JOIN dealdesk.people b ON b.id = a.on_behalf_of
LEFT JOIN dealdesk.deal_approvals f ON f.id = a.carried_from
LEFT JOIN dealdesk.approval_clock_steps e ON e.approval_id = a.id AND e.step = 'escalation'
LEFT JOIN dealdesk.people ep ON ep.id = e.escalated_to
LEFT JOIN dealdesk.approval_levels el ON el.code = e.escalated_level;

CREATE VIEW dealdesk.revision_tick_list WITH (security_invoker = true) AS
SELECT t.approval_id, a.deal_id, t.path, t.is_done, p.display_name AS ticked_by_name, t.ticked_at
FROM dealdesk.revision_ticks t
JOIN dealdesk.deal_approvals a ON a.id = t.approval_id
JOIN dealdesk.people p ON p.id = t.ticked_by;
